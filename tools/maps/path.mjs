import { geoPath } from 'd3-geo';

/** The SVG path of a shape: tenths of a unit, each point told from the one before, which takes a third of the room. */
export function pathOf(shape, projection) {
  const rings = [];
  let ring = [];
  const keep = (x, y) => ring.push([Math.round(x * 10), Math.round(y * 10)]);
  const context = {
    beginPath() {},
    moveTo(x, y) { ring = []; rings.push(ring); keep(x, y); },
    lineTo: keep,
    closePath() {},
    arc() {},
  };
  geoPath(projection, context)(shape);
  return rings.map(written).join('');
}

function written(ring) {
  const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]);
  if (points.length > 1 && points[0][0] === points.at(-1)[0] && points[0][1] === points.at(-1)[1]) points.pop();
  if (points.length < 3) return '';
  let text = `M${number(points[0][0])}${joined(number(points[0][1]))}l`;
  let previous = points[0];
  points.slice(1).forEach(([x, y], i) => {
    const dx = number(x - previous[0]);
    text += (i === 0 ? dx : joined(dx)) + joined(number(y - previous[1]));
    previous = [x, y];
  });
  return `${text}z`;
}

function number(tenths) {
  const text = String(tenths / 10);
  return text.replace(/^(-?)0\./, '$1.');
}

function joined(text) {
  return text.startsWith('-') ? text : ` ${text}`;
}

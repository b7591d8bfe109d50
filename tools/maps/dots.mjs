/** Moves dots that would cover each other apart, little by little, but not out of the picture. */
export function movedApart(points, least, [left, top, right, bottom]) {
  // Those that stand on the very same spot are first set round it, in the order of their codes.
  points.sort((a, b) => (a.code < b.code ? -1 : 1));
  points.forEach((point, i) => {
    const turn = i * 2.399963;
    point.at = [point.at[0] + 0.01 * Math.cos(turn), point.at[1] + 0.01 * Math.sin(turn)];
  });
  for (let round = 0; round < 500; round++) {
    let moved = false;
    for (let i = 0; i < points.length; i++) {
      for (let k = i + 1; k < points.length; k++) {
        const [a, b] = [points[i].at, points[k].at];
        const distance = Math.hypot(b[0] - a[0], b[1] - a[1]);
        if (distance >= least) continue;
        const push = (least - distance) / 2 + 0.01;
        const [x, y] = [(b[0] - a[0]) / distance * push, (b[1] - a[1]) / distance * push];
        points[i].at = [a[0] - x, a[1] - y];
        points[k].at = [b[0] + x, b[1] + y];
        moved = true;
      }
    }

    if (!moved) break;
  }

  for (const point of points) {
    point.at = [Math.min(Math.max(point.at[0], left), right), Math.min(Math.max(point.at[1], top), bottom)];
  }
}

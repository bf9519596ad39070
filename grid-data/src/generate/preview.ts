/** Draws the demo county from the air: `node src/generate/preview.ts county.png [longitude latitude widthMeters]`. */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { generateDemoCity } from './demo-city.ts';
import type { BaseFeatureRow, DemoCity, Position, Relief } from './rows.ts';

type Colour = readonly [red: number, green: number, blue: number];

const widthPixels = 1400;
const metersPerDegree = 111_195;

const areaColours: Record<string, Colour> = {
  farmland: [196, 206, 150],
  forest: [112, 152, 96],
  residential: [206, 196, 182],
  grass: [164, 184, 120],
  park: [120, 186, 110],
  square: [224, 214, 190],
  industrial: [190, 180, 200],
  school: [226, 206, 150],
  reservoir: [92, 140, 200],
  riverbank: [92, 140, 200],
};

const roads: Record<string, { colour: Colour; widthMeters: number }> = {
  motorway: { colour: [222, 110, 40], widthMeters: 26 },
  trunk: { colour: [222, 140, 60], widthMeters: 9 },
  primary: { colour: [246, 200, 80], widthMeters: 16 },
  secondary: { colour: [252, 236, 170], widthMeters: 11 },
};
const otherRoad = { colour: [250, 250, 246] as Colour, widthMeters: 7 };

/** A window on the county and the picture of it. */
class Canvas {
  readonly png: PNG;
  readonly metersPerPixel: number;
  readonly #west: number;
  readonly #north: number;
  readonly #lonStep: number;
  readonly #latStep: number;

  constructor([west, south, east, north]: readonly [number, number, number, number]) {
    const metersPerLon = metersPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
    this.metersPerPixel = ((east - west) * metersPerLon) / widthPixels;
    this.#west = west;
    this.#north = north;
    this.#lonStep = this.metersPerPixel / metersPerLon;
    this.#latStep = this.metersPerPixel / metersPerDegree;
    this.png = new PNG({ width: widthPixels, height: Math.round((north - south) / this.#latStep) });
  }

  lonLatOf(column: number, row: number): Position {
    return [this.#west + (column + 0.5) * this.#lonStep, this.#north - (row + 0.5) * this.#latStep];
  }

  pixelOf([lon, lat]: Position): Position {
    return [(lon - this.#west) / this.#lonStep, (this.#north - lat) / this.#latStep];
  }

  paint(column: number, row: number, [red, green, blue]: Colour): void {
    const { width, height, data } = this.png;
    if (column < 0 || row < 0 || column >= width || row >= height) return;
    data.set([red, green, blue, 255], (row * width + column) * 4);
  }

  dot([x, y]: Position, colour: Colour, size: number): void {
    const half = size / 2;
    for (let c = Math.round(x - half); c < x + half; c += 1) {
      for (let r = Math.round(y - half); r < y + half; r += 1) this.paint(c, r, colour);
    }
  }

  line(points: Position[], colour: Colour, widthMeters: number): void {
    const size = Math.max(1, widthMeters / this.metersPerPixel);
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [this.pixelOf(points[i - 1]!), this.pixelOf(points[i]!)];
      const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1])) + 1;
      for (let s = 0; s <= steps; s += 1) {
        const t = s / steps;
        this.dot([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], colour, size);
      }
    }
  }

  /** Even-odd scan fill of all rings together. */
  fill(rings: Position[][], colour: Colour): void {
    const lines = rings.map((ring) => ring.map((point) => this.pixelOf(point)));
    const ys = lines.flat().map(([, y]) => y);
    const top = Math.max(0, Math.floor(Math.min(...ys)));
    const bottom = Math.min(this.png.height - 1, Math.ceil(Math.max(...ys)));
    for (let row = top; row <= bottom; row += 1) {
      const crossings = lines.flatMap((ring) => crossingsOf(ring, row + 0.5)).sort((p, q) => p - q);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const end = Math.min(widthPixels, Math.round(crossings[i + 1]!));
        for (let c = Math.max(0, Math.round(crossings[i]!)); c < end; c += 1)
          this.paint(c, row, colour);
      }
    }
  }
}

function crossingsOf(ring: Position[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1] > y !== b[1] > y) crossings.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
  }
  return crossings;
}

function ringsOf({ geometry }: BaseFeatureRow): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Light from the northwest over the relief, multiplied into what is painted. */
function shade(canvas: Canvas, relief: Relief): void {
  const { width, height, data } = canvas.png;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [lon, lat] = canvas.lonLatOf(column, row);
      const step = 100 / metersPerDegree;
      const east = heightAt(relief, lon + step, lat) - heightAt(relief, lon - step, lat);
      const north = heightAt(relief, lon, lat + step) - heightAt(relief, lon, lat - step);
      const light = Math.min(1.25, Math.max(0.35, 1 + (east - north) / 160));
      const at = (row * width + column) * 4;
      for (let k = 0; k < 3; k += 1) data[at + k] = Math.min(255, data[at + k]! * light);
    }
  }
}

function heightAt(relief: Relief, lon: number, lat: number): number {
  const x = ((lon - relief.west) / (relief.east - relief.west)) * relief.columns - 0.5;
  const y = ((relief.north - lat) / (relief.north - relief.south)) * relief.rows - 0.5;
  const c = Math.min(relief.columns - 2, Math.max(0, Math.floor(x)));
  const r = Math.min(relief.rows - 2, Math.max(0, Math.floor(y)));
  const [tx, ty] = [Math.min(1, Math.max(0, x - c)), Math.min(1, Math.max(0, y - r))];
  const at = (column: number, row: number): number =>
    relief.heightsM[row * relief.columns + column]!;
  const upper = at(c, r) * (1 - tx) + at(c + 1, r) * tx;
  return upper * (1 - ty) + (at(c, r + 1) * (1 - tx) + at(c + 1, r + 1) * tx) * ty;
}

function drawGround(canvas: Canvas, city: DemoCity): void {
  for (const layer of ['land-use', 'lake'] as const) {
    for (const feature of city.baseFeatures) {
      if (feature.layer !== layer) continue;
      canvas.fill(ringsOf(feature), areaColours[feature.kind] ?? [200, 200, 200]);
    }
    if (layer === 'land-use') shade(canvas, city.relief);
  }
}

function drawLines(canvas: Canvas, city: DemoCity): void {
  for (const { layer, kind, geometry } of city.baseFeatures) {
    if (geometry.type !== 'LineString') continue;
    if (layer === 'river') canvas.line(geometry.coordinates, areaColours['riverbank']!, 5);
    const { colour, widthMeters } = roads[kind] ?? otherRoad;
    const isSmall = !(kind in roads);
    if (layer === 'road' && !(isSmall && canvas.metersPerPixel > 25)) {
      canvas.line(geometry.coordinates, colour, widthMeters);
    }
  }
}

function drawThings(canvas: Canvas, city: DemoCity): void {
  if (canvas.metersPerPixel < 12) {
    for (const feature of city.baseFeatures) {
      if (feature.layer !== 'building') continue;
      const grey = Math.max(70, 170 - (feature.heightM ?? 0) * 2);
      canvas.fill(ringsOf(feature), [grey, grey - 8, grey - 4]);
    }
  }
  if (canvas.metersPerPixel < 4) {
    for (const { longitude, latitude } of city.cityComponents) {
      canvas.dot(canvas.pixelOf([longitude, latitude]), [20, 120, 120], 2);
    }
  }
  for (const { longitude, latitude } of city.cameras) {
    canvas.dot(
      canvas.pixelOf([longitude, latitude]),
      [200, 20, 60],
      canvas.metersPerPixel < 8 ? 7 : 3,
    );
  }
}

function drawBorders(canvas: Canvas, city: DemoCity): void {
  for (const { level, polygon } of city.areas) {
    const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat();
    if (level === 'village' && canvas.metersPerPixel > 12) continue;
    const colour: Colour = level === 'village' ? [150, 90, 150] : [130, 40, 120];
    for (const ring of rings)
      canvas.line(ring, colour, canvas.metersPerPixel * (level === 'village' ? 1 : 2));
  }
}

const [file = 'county.png', ...place] = process.argv.slice(2);
const [lon, lat, meters] = place.map(Number);
const city = generateDemoCity({ now: new Date('2026-01-01T00:00:00Z') });
const { west, south, east, north } = city.relief;
const half = (meters ?? 0) / 2 / metersPerDegree;
const canvas = new Canvas(
  lon === undefined || lat === undefined
    ? [west, south, east, north]
    : [lon - half * 1.13, lat - half * 0.8, lon + half * 1.13, lat + half * 0.8],
);
drawGround(canvas, city);
drawLines(canvas, city);
drawThings(canvas, city);
drawBorders(canvas, city);
writeFileSync(file, PNG.sync.write(canvas.png));

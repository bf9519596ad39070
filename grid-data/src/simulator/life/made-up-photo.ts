/** A picture of no place at all: a street under a sky, another one each time, for moves that ask for a photo. */
import { PNG } from 'pngjs';

const width = 480;
const height = 320;
type Colour = readonly [number, number, number];

export function madeUpPhoto(random: () => number = Math.random): Buffer {
  const png = new PNG({ width, height });
  const horizon = Math.round(height * (0.35 + 0.2 * random()));
  const houses = rowOfHouses(horizon, random);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const house = houses.find(({ from, to, top }) => x >= from && x < to && y >= top);
      const colour = y < horizon ? (house?.colour ?? sky(y / horizon)) : ground(x, y, horizon);
      const grain = Math.floor(random() * 14) - 7;
      png.data.set([...colour.map((part) => clamped(part + grain)), 255], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

function rowOfHouses(horizon: number, random: () => number) {
  const houses: { from: number; to: number; top: number; colour: Colour }[] = [];
  for (let from = 0; from < width;) {
    const to = from + 40 + Math.floor(random() * 60);
    const shade = 90 + Math.floor(random() * 90);
    const top = horizon - 30 - Math.floor(random() * horizon * 0.6);
    houses.push({ from, to, top, colour: [shade, shade - 8, shade - 20] });
    from = to + Math.floor(random() * 24);
  }
  return houses;
}

const sky = (down: number): Colour => [140 + 60 * down, 180 + 40 * down, 225];

/** A road that comes towards whoever looks, with grass beside it. */
function ground(x: number, y: number, horizon: number): Colour {
  const near = (y - horizon) / (height - horizon);
  const half = 20 + near * width * 0.35;
  const aside = Math.abs(x - width / 2);
  if (aside < 3 + near * 4 && Math.floor(near * 12) % 2 === 0) return [215, 215, 205];
  return aside < half ? [105, 106, 110] : [96, 128, 78];
}

function clamped(part: number): number {
  return Math.max(0, Math.min(255, Math.round(part)));
}

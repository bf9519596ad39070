/** Every symbol of the map: Maki's (CC0) by our names, and our own for what Maki lacks, on one grid of 15 units. */
import { readFileSync } from 'node:fs';
import { cameraKinds } from 'grid-data';

export type MapSymbol = {
  viewBox: [x: number, y: number, width: number, height: number];
  /** Path data for `new Path2D`. */
  paths: string[];
};

const grid = 15;
/** From corner to corner: not to be had. */
const strike = 'M1.9.8.8 1.9l12.3 12.3 1.1-1.1z';
/** Three dots below: not known. */
const dots = [2.5, 6.5, 10.5].map((x) => `M${x} 13h2v2h-2z`).join('');

let known: ReadonlyMap<string, MapSymbol> | null = null;

/** Symbols by name: a class's `icon`, `camera-{kind}` with `-offline` and `-unknown`, `place-{kind}`, `unit-{kind}`. */
export function mapSymbols(): ReadonlyMap<string, MapSymbol> {
  known ??= readSymbols();
  return known;
}

export function symbolSvg({ viewBox, paths }: MapSymbol): string {
  const body = paths.map((path) => `<path d="${path}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.join(' ')}">${body}</svg>`;
}

function readSymbols(): Map<string, MapSymbol> {
  const folder = new URL('../../symbols/', import.meta.url);
  const list = JSON.parse(readFileSync(new URL('symbols.json', folder), 'utf8')) as {
    maki: Record<string, string>;
    own: Record<string, string>;
  };
  const maki = import.meta.resolve('@mapbox/maki/package.json');
  const symbols = new Map<string, MapSymbol>();
  for (const [name, file] of Object.entries(list.maki)) {
    symbols.set(name, symbolOf(readFileSync(new URL(`icons/${file}.svg`, maki), 'utf8')));
  }
  for (const [name, file] of Object.entries(list.own)) {
    symbols.set(name, symbolOf(readFileSync(new URL(`own/${file}.svg`, folder), 'utf8')));
  }
  for (const kind of cameraKinds) {
    const { viewBox, paths } = symbols.get(`camera-${kind}`) as MapSymbol;
    symbols.set(`camera-${kind}-offline`, { viewBox, paths: [...paths, strike] });
    symbols.set(`camera-${kind}-unknown`, { viewBox, paths: [...paths, dots] });
  }
  return symbols;
}

function symbolOf(svg: string): MapSymbol {
  const paths = [...svg.matchAll(/\sd="([^"]+)"/g)].map(([, path]) =>
    (path as string).replaceAll(/&#x[0-9A-Fa-f]+;|\s+/g, ' ').trim(),
  );
  return { viewBox: [0, 0, grid, grid], paths };
}

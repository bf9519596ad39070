/** The map of the worker's own area, fetched ahead of a shift without a line; the service worker keeps what comes by. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
type Source = { tiles?: readonly string[]; minzoom?: number; maxzoom?: number };

/** Of the 1,500 that the service worker keeps, with which a page shares no module; the rest is for what is looked at besides. */
export const mostFetched = 1_200;
const firstZoom = 9;
const lastZoom = 16;

/** The pieces of all sources over the box, coarse first; a zoom that would not fit as a whole is left out with those below. */
export function piecesOver(bbox: Bbox, sources: readonly Source[], most = mostFetched): string[] {
  const pieces: string[] = [];
  for (let z = firstZoom; z <= lastZoom; z += 1) {
    const next = sources.flatMap((source) => piecesAt(bbox, source, z));
    if (pieces.length + next.length > most) break;
    pieces.push(...next);
  }
  return pieces;
}

function piecesAt([west, south, east, north]: Bbox, source: Source, z: number): string[] {
  const { tiles, minzoom = 0, maxzoom = 22 } = source;
  const [template] = tiles ?? [];
  if (template === undefined || z < minzoom || z > maxzoom) return [];
  const pieces: string[] = [];
  for (let x = columnOf(west, z); x <= columnOf(east, z); x += 1) {
    for (let y = rowOf(north, z); y <= rowOf(south, z); y += 1) {
      pieces.push(
        template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)),
      );
    }
  }
  return pieces;
}

const columnOf = (longitude: number, z: number): number =>
  Math.floor(((longitude + 180) / 360) * 2 ** z);

function rowOf(latitude: number, z: number): number {
  const radians = (latitude * Math.PI) / 180;
  const mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
  return Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** z);
}

/** Asks for each piece once, a few at a time; says how many came. */
export async function fetchOwnArea(
  bbox: Bbox,
  stylePath: string,
  onProgress: (done: number, all: number) => void,
): Promise<{ fetched: number; all: number }> {
  const style = (await (await fetch(stylePath)).json()) as { sources: Record<string, Source> };
  const pieces = piecesOver(bbox, Object.values(style.sources));
  let [begun, fetched, done] = [0, 0, 0];
  const work = async (): Promise<void> => {
    for (let piece = pieces[begun++]; piece !== undefined; piece = pieces[begun++]) {
      const answer = await fetch(piece).catch(() => null);
      if (answer?.ok) fetched += 1;
      done += 1;
      onProgress(done, pieces.length);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return { fetched, all: pieces.length };
}

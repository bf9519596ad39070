/** Stretches of the past, asked once each; the neighbour comes before it is needed. */
import { gisClient } from '#gis/client.ts';
import { ReplayDocument } from '#gis/generated/graphql.ts';
import type { StretchColumns } from './picture-at.ts';

const stretchMs = 2 * 3_600_000;
/** The running stretch grows: what is newer than this when asked must be asked again. */
const settledMs = 60_000;
const mostKept = 16;

const kept = new Map<string, Promise<StretchColumns>>();

export function stretchAt(areaCode: string, at: number): Promise<StretchColumns> {
  const start = Math.floor(at / stretchMs) * stretchMs;
  for (const near of [start - stretchMs, start + stretchMs]) {
    if (near < Date.now()) ask(areaCode, near).catch(() => {}); // asked again when it is shown
  }
  return ask(areaCode, start);
}

export function forgetStretches(): void {
  kept.clear();
}

function ask(areaCode: string, start: number): Promise<StretchColumns> {
  const key = `${areaCode} ${start}`;
  const known = kept.get(key);
  if (known) return known;
  const columns = read(areaCode, start);
  kept.set(key, columns);
  columns.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(old);
  const settled = start + stretchMs < Date.now() - settledMs;
  if (!settled) setTimeout(() => kept.delete(key), 5_000);
  return columns;
}

async function read(areaCode: string, start: number): Promise<StretchColumns> {
  const { data } = await gisClient.query({
    query: ReplayDocument,
    variables: {
      areaCode,
      from: new Date(start).toISOString(),
      to: new Date(Math.min(start + stretchMs, Date.now())).toISOString(),
    },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('no replay');
  return data.replay as unknown as StretchColumns;
}

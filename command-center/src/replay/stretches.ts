/** Stretches of the past, asked once each; the neighbour comes before it is needed. */
import { journalNow } from '#journal/journal-state.ts';
import { gisClient } from '#gis/client.ts';
import { ReplayDocument } from '#gis/generated/graphql.ts';
import type { StretchColumns } from './picture-at.ts';

const stretchMs = 2 * 3_600_000;
/** The running stretch grows: what is newer than this when asked must be asked again. */
const settledMs = 60_000;
const mostKept = 16;

export type Stretch = {
  /** Null until they have come. */
  columns: StretchColumns | null;
  readonly come: Promise<void>;
};

const kept = new Map<string, Stretch>();

export function stretchAt(areaCode: string, at: number): Stretch {
  const start = Math.floor(at / stretchMs) * stretchMs;
  for (const near of [start - stretchMs, start + stretchMs]) {
    if (near < journalNow()) ask(areaCode, near).come.catch(() => {}); // asked again when it is shown
  }
  return ask(areaCode, start);
}

export function forgetStretches(): void {
  kept.clear();
}

function ask(areaCode: string, start: number): Stretch {
  const key = `${areaCode} ${start}`;
  const known = kept.get(key);
  if (known) return known;
  const stretch = begin(areaCode, start);
  kept.set(key, stretch);
  const forget = (): void => {
    if (kept.get(key) === stretch) kept.delete(key);
  };
  stretch.come.catch(forget);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(old);
  const settled = start + stretchMs < journalNow() - settledMs;
  if (!settled) setTimeout(forget, 5_000);
  return stretch;
}

function begin(areaCode: string, start: number): Stretch {
  const stretch: Stretch = {
    columns: null,
    come: read(areaCode, start).then((columns) => {
      stretch.columns = columns;
    }),
  };
  return stretch;
}

async function read(areaCode: string, start: number): Promise<StretchColumns> {
  const { data } = await gisClient.query({
    query: ReplayDocument,
    variables: {
      areaCode,
      from: new Date(start).toISOString(),
      to: new Date(Math.min(start + stretchMs, journalNow())).toISOString(),
    },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('no replay');
  return data.replay as unknown as StretchColumns;
}

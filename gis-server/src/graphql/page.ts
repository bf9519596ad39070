/** Pages by keyset: the cursor holds the last row's keys, so page 1,000 costs what page 1 costs. */
import { DomainError } from 'grid-data';

export const pageCaps = {
  cityComponents: 500,
  cameras: 500,
  places: 500,
  units: 500,
  keyUnits: 500,
  incidents: 200,
  worklist: 200,
  accounts: 200,
  cameraViews: 200,
  cameraConditions: 200,
  worstCameras: 100,
  unplacedCameras: 200,
  viewRequests: 200,
  recordingExports: 200,
  journal: 200,
  linkageFirings: 200,
  linkageTriggers: 200,
  search: 50,
  nearestCameras: 50,
  cameraSights: 200,
  camerasAlong: 200,
} as const;
export type PagedList = keyof typeof pageCaps;

/** The page size asked for, refused rather than cut where it is no page. */
export function pageSize(list: PagedList, first: number): number {
  const cap = pageCaps[list];
  if (!Number.isInteger(first) || first < 1 || first > cap) {
    throw new DomainError('invalid-input', `first must be 1 to ${cap}, not ${first}`, {
      reason: 'page-size',
      details: { field: 'first', list, first, max: cap },
    });
  }
  return first;
}

type Key = string | number;

export function encodeCursor(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor of ours, in the kinds asked for; anything else is refused. */
export function decodeCursor<const Kinds extends readonly ('string' | 'number')[]>(
  after: string,
  kinds: Kinds,
): { [I in keyof Kinds]: Kinds[I] extends 'number' ? number : string } {
  const keys = readKeys(after);
  const sound =
    Array.isArray(keys) &&
    keys.length === kinds.length &&
    keys.every((key, i) => typeof key === kinds[i] && (key as Key) !== '');
  if (!sound) {
    throw new DomainError('invalid-input', 'after is not a cursor of this list', {
      reason: 'cursor',
      details: { field: 'after' },
    });
  }
  return keys as never;
}

function readKeys(after: string): unknown {
  if (after.length > 500) return null;
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    // Not JSON is the same answer as the wrong JSON: no cursor of ours.
    return null;
  }
}

export type Page<Row> = {
  nodes: Row[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
};

/** Cuts the one row too many that tells whether there is a next page. */
export function pageOf<Row>(rows: Row[], size: number, keysOf: (row: Row) => Key[]): Page<Row> {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      endCursor: last === undefined ? null : encodeCursor(keysOf(last)),
      hasNextPage: rows.length > size,
    },
  };
}

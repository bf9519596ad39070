/** Rows of the journal as rules hear them: with their place, and with the rules whose effects led to them. */
import { systemViewer } from '#access/viewer.ts';
import type { Reading } from '#database/transaction.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { linkageEventOf } from 'grid-data';
import { firingsOfIds } from '../firing-queries.ts';
import type { Heard } from './decide-firings.ts';

/** Commands that a firing gives carry its id, so that what comes of them is known as its consequence. */
export function effectCommandId(firingId: string, index: number): string {
  return `linkage:${firingId}:${index}`;
}

function firingOf({ commandId }: JournalRow): string | null {
  return /^linkage:([0-9a-f-]{36}):\d+$/.exec(commandId ?? '')?.[1] ?? null;
}

export async function hearEvents(db: Reading, rows: readonly JournalRow[]): Promise<Heard[]> {
  const causes = [...new Set(rows.flatMap((row) => firingOf(row) ?? []))];
  const firings = causes.length === 0 ? [] : await firingsOfIds(db, causes);
  const chains = new Map(firings.map(({ id, ruleId, chain }) => [id, [...chain, ruleId]]));
  return rows.flatMap((row) => {
    const event = linkageEventOf(row);
    return event === null ? [] : [{ event, chain: chains.get(firingOf(row) ?? '') ?? [] }];
  });
}

export const engineViewer = {
  ...systemViewer(),
  permissions: new Set(['audit.read', 'incident.report'] as const),
};

/** A refused report that is corrected: back into the form, and then another entry in its place. */
import type { DraftPhoto, ReportDraft } from '../report/report-draft.ts';
import type { Worker } from '../session/worker-session.ts';
import { helpClassCode, type NewEntry, type OutboxEntry, type ReportBody } from './outbox-entry.ts';
import type { StandsInFor } from './outbox-store.ts';

export type RefusedReport = OutboxEntry & { body: ReportBody };

/** By whoever wrote it; a call for help has no form. */
export function isCorrectable(
  entry: OutboxEntry,
  { userId }: Pick<Worker, 'userId'>,
): entry is RefusedReport {
  const { state, body } = entry;
  return (
    state === 'refused' &&
    entry.userId === userId &&
    body.kind === 'report' &&
    body.input.classCode !== helpClassCode
  );
}

/** What was said, as it was said; what is being written now waits behind it. */
export function draftOf(
  { id, body, madeAt }: RefusedReport,
  entries: readonly OutboxEntry[],
  parked: ReportDraft | null,
): ReportDraft {
  const { input, keyUnit = null, component = null } = body;
  const { longitude, latitude } = input.position;
  return {
    classCode: input.classCode,
    description: input.description ?? '',
    address: input.address ?? '',
    photos: photosOf(body, entries),
    place: { longitude, latitude, accuracyMeters: null, by: 'kept', at: madeAt },
    keyUnit,
    component,
    corrects: id,
    parked,
  };
}

function photosOf({ photos }: ReportBody, entries: readonly OutboxEntry[]): DraftPhoto[] {
  return photos.flatMap((id) => {
    const body = entries.find((entry) => entry.id === id)?.body;
    return body?.kind === 'photo' ? [{ id, bytes: body.bytes, type: body.type }] : [];
  });
}

/** The time itself was refused: what is sent anew is of now. */
export function isWrongTime({ refusal }: OutboxEntry): boolean {
  return refusal?.reason === 'seen-too-long-ago' || refusal?.reason === 'seen-in-future';
}

type Instead = StandsInFor & { fresh: readonly NewEntry[] };

/** The old report leaves with its pictures; whatever waited for it waits for the new one. */
export function inPlaceOf(
  old: OutboxEntry,
  made: readonly NewEntry[],
  entries: readonly OutboxEntry[],
): Instead {
  const before = old.body.kind === 'photo' ? [] : old.body.photos;
  // A picture whose bytes an older app has let go is at the server: its entry says under which id.
  const stays = new Set(made.filter(isEmptyPhoto).map(({ id }) => id));
  const newId = made.at(-1)?.id ?? old.id;
  return {
    fresh: made.filter(({ id }) => !stays.has(id)),
    gone: entries
      .filter(({ id }) => id === old.id || (before.includes(id) && !stays.has(id)))
      .map(({ seq }) => seq),
    changed: entries
      .filter(({ needs, state }) => state !== 'sent' && needs.includes(old.id))
      .map((entry) => pointedAt(entry, old.id, newId)),
  };
}

function isEmptyPhoto({ body }: NewEntry): boolean {
  return body.kind === 'photo' && body.bytes.byteLength === 0;
}

/** A round names the report that one of its items became. */
function pointedAt(entry: OutboxEntry, oldId: string, newId: string): OutboxEntry {
  const renamed = (id: string): string => (id === oldId ? newId : id);
  const needs = entry.needs.map(renamed);
  if (entry.body.kind !== 'patrol') return { ...entry, needs };
  const results = entry.body.results.map((result) => ({
    ...result,
    reportEntry: result.reportEntry === null ? null : renamed(result.reportEntry),
  }));
  return { ...entry, needs, body: { ...entry.body, results } };
}

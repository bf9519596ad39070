/** A round that is being made. Kept with every change, as a report is: a round takes longer than a phone's patience. */
import type { CheckFinding } from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import type { FieldCheckListsQuery } from '#gis/generated/graphql.ts';
import type { NewEntry, PatrolBody } from '../outbox/outbox-entry.ts';
import { withPhotos } from '../outbox/with-photos.ts';
import type { DraftPhoto } from '../report/report-draft.ts';

export type FieldCheckList = FieldCheckListsQuery['checkLists'][number];

export type CheckDraft = {
  finding: CheckFinding | null;
  note: string;
  photos: readonly DraftPhoto[];
  /** The class under which it is reported; null: it is only written down. */
  reportAs: string | null;
};

export type PatrolDraft = {
  /** The list as it was when the round began: it may change meanwhile. */
  list: FieldCheckList;
  taskId: string | null;
  place: string;
  /** By the phone's clock. */
  beganAt: number;
  checks: Readonly<Record<string, CheckDraft>>;
};

export const noCheck: CheckDraft = { finding: null, note: '', photos: [], reportAs: null };

export function beginPatrol(
  list: FieldCheckList,
  of: Pick<PatrolDraft, 'taskId' | 'place' | 'beganAt'>,
): PatrolDraft {
  return { ...of, list, checks: {} };
}

export const checkOf = ({ checks }: PatrolDraft, code: string): CheckDraft =>
  checks[code] ?? noCheck;

/** What still has to be said, the first of it; null when the round is complete. */
export function missingOf(
  draft: PatrolDraft,
  hasPosition: boolean,
): 'where' | 'items' | 'note' | 'position' | null {
  const checks = draft.list.items.map(({ code }) => checkOf(draft, code));
  if (draft.place.trim() === '') return 'where';
  if (checks.some(({ finding }) => finding === null)) return 'items';
  const wrong = checks.filter(({ finding }) => finding === 'not-ok');
  if (wrong.some(({ note, photos }) => note.trim() === '' && photos.length === 0)) return 'note';
  return wrong.some(({ reportAs }) => reportAs !== null) && !hasPosition ? 'position' : null;
}

export type PatrolWords = {
  userId: string;
  title: string;
  nameOf: (of: { nameZh: string; nameEn: string }) => string;
  classNameOf: (code: string) => string;
  position: { longitude: number; latitude: number } | null;
};

/** Reports go first and carry their pictures; the round goes when the server has said which cases they became. */
export function entriesOfPatrol(draft: PatrolDraft, words: PatrolWords): NewEntry[] {
  const { list, taskId, place, beganAt } = draft;
  const { userId, title, position } = words;
  const before: NewEntry[] = [];
  const results = list.items.map((item): PatrolBody['results'][number] => {
    const { finding, note, photos, reportAs } = checkOf(draft, item.code);
    const said = {
      code: item.code,
      finding: finding ?? 'not-there',
      note: finding === 'not-ok' && note.trim() !== '' ? note.trim() : null,
    };
    if (finding !== 'not-ok') return { ...said, reportEntry: null, photos: [] };
    if (reportAs === null || position === null) {
      for (const { id, bytes, type } of photos) {
        before.push({ id, userId, title, needs: [], body: { kind: 'photo', bytes, type } });
      }
      return { ...said, reportEntry: null, photos: photos.map(({ id }) => id) };
    }
    const description = [`${words.nameOf(list)} · ${place}`, words.nameOf(item), said.note]
      .filter(Boolean)
      .join('\n');
    const report = withPhotos(
      { userId, title: words.classNameOf(reportAs), photos },
      (photoIds) => ({
        kind: 'report',
        photos: photoIds,
        input: { classCode: reportAs, description, address: null, position },
      }),
    );
    before.push(...report);
    return { ...said, reportEntry: report.at(-1)?.id ?? null, photos: [] };
  });
  const photos = results.flatMap((result) => result.photos);
  const reports = results.flatMap(({ reportEntry }) => reportEntry ?? []);
  const round = { listCode: list.code, listVersion: list.version, taskId, place: place.trim() };
  return [
    ...before,
    {
      id: newCommandId(),
      userId,
      title,
      needs: [...photos, ...reports],
      body: { kind: 'patrol', round: { ...round, position }, beganAt, results, photos },
    },
  ];
}

import { useEffect, useRef, useState } from 'react';
import { fieldStore } from '../field-parts.ts';
import { draftPrefix } from '../outbox/outbox-store.ts';
import { draftOf, type RefusedReport } from '../outbox/correct-entry.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { emptyDraft, isBegun, type ReportDraft } from './report-draft.ts';

const keyOf = (userId: string): string => draftPrefix + userId;

/** What an older app kept knows less. */
const read = (kept: unknown): ReportDraft => ({ ...emptyDraft, ...(kept as Partial<ReportDraft>) });

/** Puts a refused report into the form; false where the phone cannot keep it there. */
export async function beginCorrection(
  entry: RefusedReport,
  entries: readonly OutboxEntry[],
): Promise<boolean> {
  const key = keyOf(entry.userId);
  try {
    const kept = await fieldStore.snapshot(key);
    const written = kept === undefined ? emptyDraft : read(kept.value);
    if (written.corrects === entry.id) return true;
    const value = draftOf(entry, entries, isBegun(written) ? written : null);
    await fieldStore.keepSnapshot(key, { value, at: Date.now() });
    return true;
  } catch {
    return false;
  }
}

/** The draft of this worker on this phone, read once and written with every change. */
export function useDraft(userId: string): [ReportDraft, (draft: ReportDraft) => void] {
  const key = keyOf(userId);
  const [draft, setDraft] = useState<ReportDraft>(emptyDraft);
  const touched = useRef(false);
  useEffect(() => {
    fieldStore.snapshot(key).then(
      (kept) => {
        if (kept !== undefined && !touched.current) {
          setDraft(read(kept.value));
        }
      },
      () => undefined, // no memory: the page holds it for as long as it is open
    );
  }, [key]);
  const write = (next: ReportDraft): void => {
    touched.current = true;
    setDraft(next);
    fieldStore.keepSnapshot(key, { value: next, at: Date.now() }).catch(() => undefined);
  };
  return [draft, write];
}

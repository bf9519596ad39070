import { useEffect, useRef, useState } from 'react';
import { fieldStore } from '../field-parts.ts';
import { draftPrefix } from '../outbox/outbox-store.ts';
import { emptyDraft, type ReportDraft } from './report-draft.ts';

/** The draft of this worker on this phone, read once and written with every change. */
export function useDraft(userId: string): [ReportDraft, (draft: ReportDraft) => void] {
  const key = draftPrefix + userId;
  const [draft, setDraft] = useState<ReportDraft>(emptyDraft);
  const touched = useRef(false);
  useEffect(() => {
    fieldStore.snapshot(key).then(
      (kept) => {
        if (kept !== undefined && !touched.current) {
          // What an older app kept knows less.
          setDraft({ ...emptyDraft, ...(kept.value as Partial<ReportDraft>) });
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

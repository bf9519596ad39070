import { useEffect, useRef, useState } from 'react';
import { fieldStore } from '../field-parts.ts';
import { draftPrefix } from './outbox-store.ts';

/** What this worker is writing on this phone, read once and written with every change; null where nothing is begun. */
export function useKeptDraft<Draft>(
  name: string,
  userId: string,
): [Draft | null, (draft: Draft | null) => void] {
  const key = `${draftPrefix}${name} ${userId}`;
  const [draft, setDraft] = useState<Draft | null>(null);
  const touched = useRef(false);
  useEffect(() => {
    fieldStore.snapshot(key).then(
      (kept) => {
        if (kept !== undefined && !touched.current) setDraft(kept.value as Draft | null);
      },
      () => undefined, // no memory: the page holds it for as long as it is open
    );
  }, [key]);
  const write = (next: Draft | null): void => {
    touched.current = true;
    setDraft(next);
    fieldStore.keepSnapshot(key, { value: next, at: Date.now() }).catch(() => undefined);
  };
  return [draft, write];
}

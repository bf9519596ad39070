/** What somebody asks the seat to take down: a thing on the map, a row of another system, with what is known of it. */
import { createStore } from '#ui/create-store.ts';
import type { CaseDraft } from './case-draft.ts';

export type AskedCase = Partial<CaseDraft>;

const asked = createStore<{ draft: AskedCase | null }>({ draft: null });

export const caseAsked = asked;

export function askNewCase(draft: AskedCase): void {
  asked.set({ draft });
}

/** Taken up, or dropped. */
export function forgetAskedCase(): void {
  asked.set({ draft: null });
}

/** Called with each new question; answers how to stop. */
export function onCaseAsked(listener: () => void): () => void {
  return asked.subscribe(() => {
    if (asked.get().draft !== null) listener();
  });
}

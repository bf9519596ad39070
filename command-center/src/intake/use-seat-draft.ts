/** What the seat is writing down, and what it was asked to take down meanwhile. */
import { useEffect, useState } from 'react';
import { useStore } from '#ui/create-store.ts';
import { caseAsked, forgetAskedCase } from './asked-case.ts';
import { emptyCase, isBegun, keepCaseDraft, readCaseDraft, type CaseDraft } from './case-draft.ts';

export function useSeatDraft() {
  const [first] = useState(firstDraft);
  const [draft, setDraft] = useState<CaseDraft>(first.draft);
  const asked = useStore(caseAsked, (state) => state.draft);
  useEffect(() => {
    if (!first.isAsked) return;
    keepCaseDraft(first.draft);
    forgetAskedCase();
  }, [first]);
  const take = (): void => {
    const next = { ...emptyCase, ...asked };
    keepCaseDraft(next);
    setDraft(next);
    forgetAskedCase();
  };
  const waiting = asked === null || (first.isAsked && draft === first.draft) ? null : asked;
  return { draft, setDraft, waiting, take, drop: forgetAskedCase };
}

/** A call that is half written is not thrown away by a click on the map: who writes it decides. */
function firstDraft(): { draft: CaseDraft; isAsked: boolean } {
  const kept = readCaseDraft() ?? emptyCase;
  const { draft: asked } = caseAsked.get();
  return asked === null || isBegun(kept)
    ? { draft: kept, isAsked: false }
    : { draft: { ...emptyCase, ...asked }, isAsked: true };
}

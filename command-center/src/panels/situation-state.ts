/** What the panels are about, and which number's rows stand open beside them. */
import type { SituationFieldsFragment } from '#gis/generated/graphql.ts';
import { createStore, useStore } from '#ui/create-store.ts';

export type SituationScope = { areaCode: string; incidentId: string | null };

type State = {
  /** Null: no rows stand open. */
  figure: string | null;
  /** The numbers of the moment at which the rows were asked for: as long as these stand, so do those. */
  frozen: SituationFieldsFragment | null;
};

const state = createStore<State>({ figure: null, frozen: null });

export function openRows(figure: string): void {
  state.set({ figure, frozen: null });
}

/** Answers whether any stood open. */
export function closeRows(): boolean {
  const wasOpen = state.get().figure !== null;
  state.set({ figure: null, frozen: null });
  return wasOpen;
}

export function freezeAt(frozen: SituationFieldsFragment): void {
  state.set({ frozen });
}

export function useSituationState<Part>(select: (state: State) => Part): Part {
  return useStore(state, select);
}

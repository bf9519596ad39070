/** Which rows a number on screen has been asked to show. */
import { createStore, useStore } from '#ui/create-store.ts';

export type ListRequest =
  | {
      kind: 'incidents';
      areaCode: string;
      states?: readonly string[];
      openOnly?: boolean;
      overdueOnly?: boolean;
      reportedToday?: boolean;
      closedToday?: boolean;
    }
  | {
      kind: 'cameras';
      areaCode: string;
      states?: readonly string[];
      healths?: readonly string[];
      platformId?: string;
    }
  /** Cameras as they were at a moment. */
  | {
      kind: 'conditions';
      areaCode: string;
      platformId: string | null;
      at: string;
      states: readonly string[] | null;
    };

const state = createStore<{ request: ListRequest | null }>({ request: null });

/** Null closes the list. Answers whether one was open before. */
export function showList(request: ListRequest | null): boolean {
  const wasOpen = state.get().request !== null;
  state.set({ request });
  return wasOpen;
}

export function useListRequest(): ListRequest | null {
  return useStore(state, ({ request }) => request);
}

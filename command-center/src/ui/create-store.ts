/** A value outside React that components read by selector: the map and its feeds live longer than any component. */
import { useSyncExternalStore } from 'react';

export type Store<State> = {
  get(): State;
  set(change: Partial<State> | ((state: State) => Partial<State>)): void;
  subscribe(listener: () => void): () => void;
};

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const part = typeof change === 'function' ? change(state) : change;
      const changed = (Object.keys(part) as (keyof State)[]).some(
        (key) => part[key] !== state[key],
      );
      if (!changed) return;
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The selector must return a value of the state itself, or a primitive: a fresh object would render for ever. */
export function useStore<State extends object, Part>(
  store: Store<State>,
  select: (state: State) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** A value with its past: whatever was changed by mistake comes back. */
import { useCallback, useMemo, useState } from 'react';

const longestPast = 100;

type Timed<Value> = { value: Value; past: readonly Value[]; future: readonly Value[] };

export type Undoable<Value> = {
  value: Value;
  canUndo: boolean;
  canRedo: boolean;
  /** Undo leads back to what stands now: once before the many changes of a drag. */
  keep: () => void;
  change: (change: (value: Value) => Value) => void;
  undo: () => void;
  redo: () => void;
  /** Another value without a past. */
  reset: (value: Value) => void;
};

export function useUndoable<Value>(start: Value): Undoable<Value> {
  const [state, setState] = useState<Timed<Value>>({ value: start, past: [], future: [] });
  const keep = useCallback(
    () =>
      setState(({ value, past }) => ({
        value,
        past: [...past, value].slice(-longestPast),
        future: [],
      })),
    [],
  );
  const change = useCallback(
    (change: (value: Value) => Value) =>
      setState((before) => ({ ...before, value: change(before.value) })),
    [],
  );
  const undo = useCallback(
    () =>
      setState((before) => {
        const last = before.past.at(-1);
        if (last === undefined) return before;
        return {
          value: last,
          past: before.past.slice(0, -1),
          future: [before.value, ...before.future],
        };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setState((before) => {
        const [next, ...future] = before.future;
        return next === undefined
          ? before
          : { value: next, past: [...before.past, before.value], future };
      }),
    [],
  );
  const reset = useCallback((value: Value) => setState({ value, past: [], future: [] }), []);
  const { value, past, future } = state;
  return useMemo(
    () => ({
      value,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      keep,
      change,
      undo,
      redo,
      reset,
    }),
    [value, past, future, keep, change, undo, redo, reset],
  );
}

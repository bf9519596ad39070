import { useRef } from 'react';
import { newCommandId } from './command-id.ts';

type CommandIdOf = {
  /** The same words have the same id: sent again after a lost answer, they count once. */
  of: (words: unknown) => string;
  /** They have had their effect: the same words said anew are meant anew. */
  done: () => void;
};

export function useCommandId(): CommandIdOf {
  const kept = useRef<{ words: string; id: string } | null>(null);
  const of = (given: unknown): string => {
    const words = JSON.stringify(given);
    if (kept.current?.words !== words) kept.current = { words, id: newCommandId() };
    return kept.current.id;
  };
  return { of, done: () => void (kept.current = null) };
}

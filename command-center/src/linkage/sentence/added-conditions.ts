/** Conditions that were added to the sentence and say nothing yet: they must not vanish before they are filled in. */
import { createContext, useContext } from 'react';
import type { Condition } from './rule-draft.ts';

type Added = {
  added: readonly Condition[];
  add: (condition: Condition) => void;
  remove: (condition: Condition) => void;
};

export const AddedConditions = createContext<Added>({
  added: [],
  add: () => undefined,
  remove: () => undefined,
});

export function useAddedConditions(): Added {
  return useContext(AddedConditions);
}

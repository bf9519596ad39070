/** What every blank of a sentence knows: the rule, what may be chosen, what is wrong, and how to change it. */
import { createContext, useContext } from 'react';
import type { LinkageEffect, LinkageRule, LinkageTrigger, RuleFault } from 'grid-data';
import type { Choices } from './use-choices.ts';

export type Sentence = {
  rule: LinkageRule;
  choices: Choices;
  faults: readonly RuleFault[];
  /** Null where the sentence is only read. */
  change: ((rule: LinkageRule) => void) | null;
};

export const SentenceContext = createContext<Sentence | null>(null);

export function useSentence(): Sentence {
  const sentence = useContext(SentenceContext);
  if (sentence === null) throw new Error('a blank stands in a sentence');
  return sentence;
}

/** What is wrong at a field or in it; null where nothing is. */
export function faultAt(faults: readonly RuleFault[], path: string): string | null {
  const fault = faults.find(({ field }) => field === path || field.startsWith(`${path}.`));
  return fault?.reason ?? null;
}

/** Changes what sets the rule off, for a trigger of the kind that stands there. */
export function useChangeWhen(): (part: Partial<Record<string, unknown>>) => void {
  const { rule, change } = useSentence();
  return (part) => change?.({ ...rule, when: { ...rule.when, ...part } as LinkageTrigger });
}

export function useChangeEffect(index: number): (part: Partial<Record<string, unknown>>) => void {
  const { rule, change } = useSentence();
  return (part) =>
    change?.({
      ...rule,
      effects: rule.effects.map((effect, at) =>
        at === index ? ({ ...effect, ...part } as LinkageEffect) : effect,
      ),
    });
}

/** 派遣规则: where cases of a class, an area and a time go, where no component answers for itself. */
import type { JournalKindDefinition } from '../journal-kind-definition.ts';
import { z } from 'zod';

/** By the work calendar of the city: always, in working sessions, or outside them (nights, holidays). */
export const dispatchTimes = ['always', 'work-time', 'off-time'] as const;
export type DispatchTime = (typeof dispatchTimes)[number];

export type DispatchRule = {
  areaCode: string;
  /** Null: of any class. */
  classCode: string | null;
  during: DispatchTime;
  departmentCode: string;
};

export type CaseToDispatch = { areaCode: string; classCode: string; inWorkTime: boolean };

/** The rule that holds for a case: the one of its own class, then the nearest area, then the narrower time. */
export function dispatchRuleFor<Rule extends DispatchRule>(
  rules: readonly Rule[],
  { areaCode, classCode, inWorkTime }: CaseToDispatch,
): Rule | null {
  const now = inWorkTime ? 'work-time' : 'off-time';
  const [first] = rules
    .filter(
      (rule) =>
        areaCode.startsWith(rule.areaCode) &&
        (rule.classCode === null || rule.classCode === classCode) &&
        (rule.during === 'always' || rule.during === now),
    )
    .toSorted(
      (a, b) =>
        Number(b.classCode !== null) - Number(a.classCode !== null) ||
        b.areaCode.length - a.areaCode.length ||
        Number(b.during !== 'always') - Number(a.during !== 'always'),
    );
  return first ?? null;
}

const rule = z.object({
  areaCode: z.string(),
  classCode: z.string().nullable(),
  during: z.enum(dispatchTimes),
  departmentCode: z.string(),
});

export const dispatchJournalKinds = {
  'dispatch-rule.saved': { version: 1, audience: 'map', payload: rule },
  'dispatch-rule.removed': { version: 1, audience: 'map', payload: rule },
} as const satisfies Record<string, JournalKindDefinition>;

/** What a city decides for itself, with the defaults of the house. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { limitUnits } from '../incident.ts';
import { incidentSources, incidentSourceTable } from '../incident-source.ts';
import { formulaKeys, formulaOf, formulas } from './formulas.ts';
import { photoMoves, type CaseMoveName } from './moves.ts';

const verifiedFirst = incidentSourceTable.flatMap((row) => (row.verifiedFirst ? [row.source] : []));
const floor = z.number().min(0).max(100);
const limit = z.object({ value: z.number().positive().max(1_000), unit: z.enum(limitUnits) });

/**
 * Who is told as a limit draws near, is missed, and stays missed, and as the limit of a stage is missed; a department
 * where it holds the case.
 */
export const escalationLevels = ['stage', 'amber', 'red', 'late'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];
export const toldRoles = ['department', 'dispatcher', 'shift-leader', 'leader'] as const;
const told = z
  .array(z.enum(toldRoles))
  .max(toldRoles.length)
  .refine(isWithoutTwins, 'names a role twice');

/** What a score can be made of: shares of a hundred, so that they can be weighed against each other. */
export const scoredFormulas = formulas.filter(({ unit }) => unit === 'percent');

export const caseSettingsSchema = z.object({
  version: z.number().int().positive().default(1),
  /** When the limit of a case begins to run. */
  clockStartsAt: z.enum(['dispatch', 'registration']).default('dispatch'),
  /** A report of these sources is verified (核实) before it is accepted. */
  verifySources: z.array(z.enum(incidentSources)).default(verifiedFirst),
  /** 立案 by the acceptor, without the shift leader. */
  acceptorRegisters: z.boolean().default(false),
  /** Moves that are not made without a picture: of what was done, or of what there is to do. */
  photoMoves: z
    .array(z.enum(photoMoves as [CaseMoveName, ...CaseMoveName[]]))
    .default(['feed-back']),
  /** Limits of the stages, beside the limit of the whole. */
  stageLimits: z
    .object({
      reported: limit.default({ value: 2, unit: 'work-hour' }),
      verifying: limit.default({ value: 2, unit: 'urgent-hour' }),
      accepted: limit.default({ value: 1, unit: 'work-hour' }),
      registered: limit.default({ value: 1, unit: 'work-hour' }),
      dispatched: limit.default({ value: 2, unit: 'work-hour' }),
      feedback: limit.default({ value: 2, unit: 'work-hour' }),
      checking: limit.default({ value: 24, unit: 'urgent-hour' }),
      checked: limit.default({ value: 2, unit: 'work-hour' }),
    })
    .prefault({}),
  /** Two reports of one class so near and so soon may be one. */
  duplicateMeters: z.number().positive().max(5_000).default(50),
  duplicateHours: z.number().positive().max(720).default(24),
  /** 成绩单: which rates make the score, and how much each weighs. */
  scoreWeights: z
    .array(
      z.object({
        key: z.enum(formulaKeys),
        weight: z.number().nonnegative().max(1_000),
        lessIsBetter: z.boolean().default(false),
      }),
    )
    .min(1)
    .refine((rows) => isWithoutTwins(rows.map(({ key }) => key)), 'names a rate twice')
    .refine((rows) => rows.every(({ key }) => formulaOf(key).unit === 'percent'), 'not a rate')
    // The score is a mean: it divides by their sum.
    .refine((rows) => rows.some(({ weight }) => weight > 0), 'weigh nothing together')
    .default([
      { key: 'in-time-dispose-rate', weight: 40, lessIsBetter: false },
      { key: 'in-time-close-rate', weight: 30, lessIsBetter: false },
      { key: 'dispose-rate', weight: 20, lessIsBetter: false },
      { key: 'rework-rate', weight: 10, lessIsBetter: true },
    ]),
  /** From which score on A, B, C and D are given; below is E. */
  gradeFloors: z
    .tuple([floor, floor, floor, floor])
    .refine(
      (all) => all.every((each, index) => index === 0 || each < all[index - 1]!),
      'do not fall',
    )
    .default([90, 80, 70, 60]),
  /** Escalation by rota: whoever is signed in for duty is named. */
  escalation: z
    .object({
      stage: told.default(['shift-leader']),
      amber: told.default(['department', 'dispatcher']),
      red: told.default(['department', 'shift-leader']),
      late: told.default(['leader']),
      /** From when on a missed limit is the leader's, in hours by the wall clock. */
      lateAfterHours: z.number().positive().max(720).default(24),
    })
    .prefault({}),
});
export type CaseSettings = z.infer<typeof caseSettingsSchema>;

/** What is said of a group that is wrong; of the others, that a setting is. */
const reasons: Readonly<Record<string, string>> = {
  scoreWeights: 'bad-weights',
  gradeFloors: 'bad-floors',
  escalation: 'bad-rota',
};

/** Checks what somebody has written. Throws invalid-input with the place that is wrong. */
export function takeInCaseSettings(given: unknown): CaseSettings {
  const read = caseSettingsSchema.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = ['settings', ...(issue?.path ?? [])].join('.');
  throw new DomainError('invalid-input', `${field}: ${issue?.message ?? 'is no setting'}`, {
    reason: reasons[String(issue?.path[0])] ?? 'bad-settings',
    details: { field },
  });
}

export const ordinaryCaseSettings: CaseSettings = caseSettingsSchema.parse({});

function isWithoutTwins(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

import { z } from 'zod';
import type { JournalKindDefinition } from '../journal-kind-definition.ts';
import { linkageEffectKinds } from './linkage-effect.ts';
import { unitHappenings } from './linkage-rule.ts';

/** A camera that a firing offers, best first; `refusal` says why it does not open. */
const offeredCamera = z.object({
  cameraId: z.string(),
  relation: z.string(),
  distanceMeters: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  refusal: z.string().nullable(),
});

/** What became of one effect: done (`refusal` null), refused with the reason, or still to be carried out. */
export const effectOutcomeShape = z.object({
  kind: z.enum(linkageEffectKinds),
  state: z.enum(['done', 'refused', 'pending']),
  refusal: z.string().nullable(),
  cameras: z.array(offeredCamera).optional(),
  chime: z.string().optional(),
  /** Codes of the centers told, roles and ids of what was made or moved. */
  told: z.array(z.string()).optional(),
  subjectId: z.string().optional(),
});
export type EffectOutcome = z.infer<typeof effectOutcomeShape>;
export type OfferedCamera = z.infer<typeof offeredCamera>;

/** Rule, version and the row that set it off. */
const cause = {
  firingId: z.string(),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  ruleName: z.string(),
  ruleAreaCode: z.string(),
  triggerSeq: z.number().int(),
};

const named = z.object({ name: z.string(), version: z.number().int(), enabled: z.boolean() });

export const linkageJournalKinds = {
  /** Past its limit: written once for each limit, so that rules and lists hear of it. */
  'incident.overdue': {
    version: 1,
    audience: 'map',
    payload: z.object({
      classCode: z.string(),
      title: z.string(),
      grade: z.number().int(),
      source: z.string(),
      dueAt: z.string(),
    }),
  },
  'linkage.rule-saved': { version: 1, audience: 'map', payload: named },
  'linkage.rule-removed': { version: 1, audience: 'map', payload: named },
  'linkage.rule-stopped': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), reason: z.string(), chain: z.array(z.string()) }),
  },
  /** What the clock or the positions of units show on behalf of one rule. */
  'linkage.noticed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      ruleId: z.string(),
      what: z.enum([...unitHappenings, 'time']),
      unitId: z.string().nullable(),
    }),
  },
  'linkage.fired': {
    version: 1,
    audience: 'map',
    payload: z.object({
      ...cause,
      triggerKind: z.string(),
      incidentId: z.string().nullable(),
      grade: z.number().int().nullable(),
      title: z.string().nullable(),
      count: z.number().int(),
      outcomes: z.array(effectOutcomeShape),
    }),
  },
  /** The same firing, set off by more of the same: how often by now. */
  'linkage.merged': {
    version: 1,
    audience: 'map',
    payload: z.object({ ...cause, count: z.number().int(), lastSeq: z.number().int() }),
  },
  'linkage.carried-out': {
    version: 1,
    audience: 'map',
    payload: z.object({ ...cause, outcome: effectOutcomeShape }),
  },
  'linkage.notice-acknowledged': {
    version: 1,
    audience: 'map',
    payload: z.object({ firingId: z.string(), ruleName: z.string() }),
  },
} as const satisfies Record<string, JournalKindDefinition>;

/** A rule of linkage (联动): when this happens, only while that holds, do these things. */
import { z } from 'zod';
import { cameraHealths } from '../camera-health.ts';
import { incidentGrades } from '../incident.ts';
import { incidentSources } from '../incident-source.ts';
import { linkageEffectShape } from './linkage-effect.ts';
import { momentOfDayShape, timeWindowShape } from './linkage-time.ts';

export const incidentHappenings = ['reported', 'overdue'] as const;
export type IncidentHappening = (typeof incidentHappenings)[number];

/** What a camera becomes: on or off its platform's list, or found by a pull or a sweep to be so. */
export const cameraBecomings = ['offline', 'online', ...cameraHealths] as const;

export const unitHappenings = ['enters', 'leaves', 'absent'] as const;
export type UnitHappening = (typeof unitHappenings)[number];

const areaCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, 'no-area-code');

export const linkageTriggerShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('incident'),
    happening: z.enum(incidentHappenings),
    /** Classes by code or by its beginning; none named: all. The same for grades and sources. */
    classCodes: z.array(z.string().regex(/^[A-Z0-9]{1,20}$/, 'no-class-code')).max(40),
    grades: z.array(z.union(incidentGrades.map((grade) => z.literal(grade)))).max(4),
    sources: z.array(z.enum(incidentSources)).max(incidentSources.length),
  }),
  z.strictObject({
    kind: z.literal('camera'),
    becomes: z.array(z.enum(cameraBecomings)).min(1),
  }),
  z.strictObject({
    kind: z.literal('unit'),
    happening: z.enum(unitHappenings),
    /** Kinds of units; none named: all. */
    unitKinds: z.array(z.string().min(1).max(40)).max(20),
    /** For `absent` alone: how long no such unit has been there. */
    minutes: z.number().int().min(1).max(1440),
  }),
  z.strictObject({ kind: z.literal('time'), ...momentOfDayShape.shape }),
]);
export type LinkageTrigger = z.infer<typeof linkageTriggerShape>;
export type LinkageTriggerKind = LinkageTrigger['kind'];

/** Without an incident nothing says what a look is for; without a place there is nothing to show or to point at. */
const needsIncident: readonly string[] = ['open-cameras', 'turn-cameras', 'request-recording'];
const needsPlace: readonly string[] = ['focus', 'raise-incident'];

export const linkageRuleShape = z
  .strictObject({
    when: linkageTriggerShape,
    /** Areas the place must lie in; none named: the whole area of the rule. */
    where: z.array(areaCode).max(50),
    /** The rule fires only in these; none named: always. */
    during: z.array(timeWindowShape).max(7),
    /** 静默时段: in it the rule disturbs no hall. */
    quiet: timeWindowShape.nullable(),
    effects: z.array(linkageEffectShape).min(1, 'no-effect').max(8, 'too-many-effects'),
    /** Further triggers within so long in the same village are the same firing. */
    mergeSeconds: z.number().int().min(0).max(3600),
    /** More firings than this a minute are merged, wherever they are. */
    mostPerMinute: z.number().int().min(1).max(60),
  })
  .superRefine(({ when, where, effects }, check) => {
    effects.forEach(({ kind }, index) => {
      const path = ['effects', index];
      if (needsIncident.includes(kind) && when.kind !== 'incident') {
        check.addIssue({ code: 'custom', path, message: 'needs-incident' });
      }
      if (needsPlace.includes(kind) && when.kind === 'time') {
        check.addIssue({ code: 'custom', path, message: 'needs-place' });
      }
    });
    if (when.kind === 'unit' && where.length === 0) {
      check.addIssue({ code: 'custom', path: ['where'], message: 'needs-area' });
    }
  });
export type LinkageRule = z.infer<typeof linkageRuleShape>;

export type RuleFault = { field: string; reason: string };

/** The rule, or where it is wrong: fields as paths such as `effects.1`. */
export function takeInLinkageRule(given: unknown): { rule: LinkageRule } | { faults: RuleFault[] } {
  const { success, data, error } = linkageRuleShape.safeParse(given);
  if (success) return { rule: data };
  return {
    faults: error.issues.map(({ path, message, code }) => ({
      field: path.join('.'),
      reason: code === 'custom' || /^(no|too)-[a-z-]+$/.test(message) ? message : 'out-of-range',
    })),
  };
}

/** What stood in the code before there were rules: the best cameras open for an incident that arrives, and it sounds. */
export const firstLinkageRule: LinkageRule = {
  when: { kind: 'incident', happening: 'reported', classCodes: [], grades: [], sources: [] },
  where: [],
  during: [],
  quiet: null,
  effects: [
    { kind: 'open-cameras', first: 4, cameraIds: [] },
    { kind: 'sound', chime: 'by-grade', muteSeconds: 0 },
  ],
  mergeSeconds: 5,
  mostPerMinute: 30,
};

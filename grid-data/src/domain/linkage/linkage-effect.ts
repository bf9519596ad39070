/** What a rule does once it fires. Each kind is closed: what is not written here no rule can do. */
import { z } from 'zod';
import { incidentGrades } from '../incident.ts';

export const linkageChimes = ['by-grade', 'grave', 'alarm', 'notice'] as const;

/** Who is told: a role at the center answering for the place, or whoever is on duty there. */
export const noticeRoles = [
  'on-duty',
  'duty-officer',
  'shift-leader',
  'leader',
  'dispatcher',
  'town-monitor',
  'village-officer',
  'grid-worker',
] as const;
export type NoticeRole = (typeof noticeRoles)[number];

/** Which center: that of the rule's own area, or of the township or village that the place lies in. */
export const noticeLevels = ['rule-area', 'township', 'village'] as const;
export type NoticeLevel = (typeof noticeLevels)[number];

/** As many as a person can look at; the wall of pictures shows more on request. */
export const mostCamerasOpened = 6;

export const linkageEffectShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('focus') }),
  /** The best for the place, or the ones that are named; none named: the best. */
  z.strictObject({
    kind: z.literal('open-cameras'),
    first: z.number().int().min(1).max(mostCamerasOpened),
    cameraIds: z.array(z.string().min(1).max(100)).max(mostCamerasOpened),
  }),
  /** All that can turn to the place do, exactly or by the preset that shows it. */
  z.strictObject({
    kind: z.literal('turn-cameras'),
    withinMeters: z.number().int().min(50).max(5_000),
  }),
  z.strictObject({ kind: z.literal('show-scene'), sceneId: z.uuid() }),
  z.strictObject({
    kind: z.literal('sound'),
    chime: z.enum(linkageChimes),
    /** After it sounded, the rule keeps silent for so long. */
    muteSeconds: z.number().int().min(0).max(3600),
  }),
  z.strictObject({
    kind: z.literal('notify'),
    role: z.enum(noticeRoles),
    level: z.enum(noticeLevels),
    acknowledge: z.boolean(),
  }),
  /** 调阅申请 in the name of the duty person; it grants nothing before somebody else approves it. */
  z.strictObject({
    kind: z.literal('request-recording'),
    minutesBefore: z.number().int().min(0).max(60),
    minutesAfter: z.number().int().min(0).max(60),
  }),
  z.strictObject({
    kind: z.literal('raise-incident'),
    classCode: z.string().min(1).max(20),
    grade: z.union(incidentGrades.map((grade) => z.literal(grade))),
  }),
]);
export type LinkageEffect = z.infer<typeof linkageEffectShape>;
export type LinkageEffectKind = LinkageEffect['kind'];

export const linkageEffectKinds = [
  'focus',
  'open-cameras',
  'turn-cameras',
  'show-scene',
  'sound',
  'notify',
  'request-recording',
  'raise-incident',
] as const satisfies readonly LinkageEffectKind[];

/** What disturbs a hall: held back in quiet hours, while notices, requests and incidents go their way. */
export const loudEffects: readonly LinkageEffectKind[] = [
  'focus',
  'open-cameras',
  'show-scene',
  'sound',
];

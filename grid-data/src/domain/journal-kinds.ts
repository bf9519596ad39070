/**
 * What may stand in the journal: each kind with the version and shape of its payload. Rows are never edited, so a
 * changed shape gets the next version and an upcaster from the one before. Payloads hold references, no personal data
 * beyond the names of acting accounts.
 */
import { z } from 'zod';
import { bulletinJournalKinds } from './field/bulletin.ts';
import { leaveJournalKinds } from './field/leave.ts';
import { patrolJournalKinds } from './field/patrol.ts';
import { dutyLogJournalKinds } from './records/duty-log.ts';
import { specialReportJournalKinds } from './records/special-report.ts';
import { cameraStates } from './camera.ts';
import { cameraHealths } from './camera-health.ts';
import { cityComponentStates } from './city-component.ts';
import { caseJournalKinds } from './case/case-journal-kinds.ts';
import { dispatchJournalKinds } from './case/dispatch-rule.ts';
import type { JournalAudience, JournalKindDefinition } from './journal-kind-definition.ts';
import { instructionJournalKinds } from './instruction.ts';
import { linkageJournalKinds } from './linkage/linkage-journal-kinds.ts';
import { plotJournalKinds } from './plot/plot.ts';
import { videoJournalKinds } from './video-journal-kinds.ts';
import { wallJournalKinds } from './wall/wall-showing.ts';

export type { JournalAudience };

const note = z.string().max(2000).nullable();

const definitions = {
  'incident.reported': {
    version: 1,
    audience: 'map',
    payload: z.object({
      classCode: z.string(),
      title: z.string(),
      grade: z.number().int().min(1).max(4),
      source: z.string(),
      componentCode: z.string().nullable(),
      /** Where it is about a key unit. */
      keyUnitId: z.string().optional(),
    }),
  },
  ...caseJournalKinds,
  ...dispatchJournalKinds,
  /** For the department that a case was with; the move itself is told to the one that has it now. */
  'incident.left-department': {
    version: 1,
    audience: 'map',
    payload: z.object({ fromDepartmentCode: z.string(), toDepartmentCode: z.string().nullable() }),
  },
  'incident.acknowledged': { version: 1, audience: 'map', payload: z.object({}) },
  'city-component.state-set': {
    version: 1,
    audience: 'map',
    payload: z.object({
      from: z.enum(cityComponentStates),
      to: z.enum(cityComponentStates),
      note,
    }),
  },
  'camera.listed': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), platformId: z.string().nullable() }),
  },
  'camera.gone': { version: 1, audience: 'map', payload: z.object({ platformId: z.string() }) },
  /** Its platform lists it elsewhere, perhaps in another area. */
  'camera.moved': {
    version: 1,
    audience: 'map',
    payload: z.object({ fromAreaCode: z.string(), toAreaCode: z.string() }),
  },
  'camera.state-changed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      from: z.enum(cameraStates),
      to: z.enum(cameraStates),
      reason: z.string().nullable(),
    }),
  },
  'camera.health-changed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      from: z.enum(cameraHealths).nullable(),
      to: z.enum(cameraHealths),
      reason: z.string().nullable(),
    }),
  },
  /** A round of the sweep: what the system looked at by itself, keeping no picture. */
  'cameras.swept': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      startedAt: z.string(),
      endedAt: z.string(),
      checked: z.number().int(),
      skipped: z.number().int(),
      found: z.record(z.string(), z.number().int()),
    }),
  },
  /** Somebody asks for a camera to be checked now: no look, no picture. */
  'camera.check-asked': { version: 1, audience: 'audit', payload: z.object({}) },
  'camera-tour.saved': {
    version: 1,
    audience: 'map',
    payload: z.object({
      name: z.string(),
      purpose: z.string(),
      tiles: z.number().int(),
      cameraIds: z.array(z.string()),
    }),
  },
  'camera-tour.removed': { version: 1, audience: 'map', payload: z.object({ name: z.string() }) },
  'camera.surveyed': {
    version: 1,
    audience: 'map',
    payload: z.object({
      bearingDeg: z.number().nullable(),
      widthDeg: z.number().nullable(),
      rangeMeters: z.number().nullable(),
      heightMeters: z.number().nullable(),
      moved: z.boolean(),
    }),
  },
  /** Points of its picture were matched to the map; `residualMeters` null where four, which always fit. */
  'camera.calibrated': {
    version: 1,
    audience: 'map',
    payload: z.object({
      version: z.number().int(),
      points: z.number().int(),
      residualMeters: z.number().nullable(),
    }),
  },
  'camera.calibration-removed': { version: 1, audience: 'map', payload: z.object({}) },
  /** Worked out anew: the camera, a house or the ground has changed. */
  'camera.sight-changed': {
    version: 1,
    audience: 'map',
    payload: z.object({ visibleShare: z.number().nullable(), unknown: z.array(z.string()) }),
  },
  'video-platform.state-changed': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), state: z.string(), reason: z.string().nullable() }),
  },
  ...videoJournalKinds,
  ...plotJournalKinds,
  ...instructionJournalKinds,
  ...bulletinJournalKinds,
  ...patrolJournalKinds,
  ...leaveJournalKinds,
  ...dutyLogJournalKinds,
  ...specialReportJournalKinds,
  ...wallJournalKinds,
  ...linkageJournalKinds,
  'panels.arranged': {
    version: 1,
    audience: 'map',
    payload: z.object({ role: z.string(), panels: z.array(z.string()) }),
  },
  'duty.signed-in': {
    version: 1,
    audience: 'map',
    payload: z.object({ post: z.string(), displayName: z.string() }),
  },
  'duty.signed-out': {
    version: 1,
    audience: 'map',
    payload: z.object({ post: z.string(), displayName: z.string() }),
  },
  /** When positions of a worker's phone began and ceased to be taken. */
  'field-duty.started': {
    version: 1,
    audience: 'audit',
    payload: z.object({ displayName: z.string(), noticeRead: z.number().int() }),
  },
  'field-duty.ended': {
    version: 1,
    audience: 'audit',
    payload: z.object({ ending: z.enum(['by-hand', 'lapsed']) }),
  },
  'session.opened': { version: 1, audience: 'audit', payload: z.object({ role: z.string() }) },
  'session.closed': { version: 1, audience: 'audit', payload: z.object({ reason: z.string() }) },
  'account.created': {
    version: 1,
    audience: 'audit',
    payload: z.object({ name: z.string(), role: z.string(), areaCode: z.string() }),
  },
  'account.moved': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      fromRole: z.string(),
      toRole: z.string(),
      fromAreaCode: z.string(),
      toAreaCode: z.string(),
      departmentCode: z.string().nullable(),
    }),
  },
  'account.reset': { version: 1, audience: 'audit', payload: z.object({}) },
  'account.closed': { version: 1, audience: 'audit', payload: z.object({}) },
  'import.applied': {
    version: 1,
    audience: 'map',
    payload: z.object({
      kind: z.string(),
      fileName: z.string(),
      datum: z.string(),
      accepted: z.number().int(),
      rejected: z.number().int(),
      sha256: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, JournalKindDefinition>;

export type JournalKind = keyof typeof definitions;
export type JournalPayload<K extends JournalKind> = z.infer<(typeof definitions)[K]['payload']>;

export const journalKinds = Object.keys(definitions) as JournalKind[];

export function isJournalKind(kind: string): kind is JournalKind {
  return Object.hasOwn(definitions, kind);
}

export function audienceOf(kind: JournalKind): JournalAudience {
  return definitions[kind].audience;
}

/** The payload as it is stored: checked, with its version. */
export function writePayload<K extends JournalKind>(kind: K, payload: JournalPayload<K>) {
  const checked = definitions[kind].payload.parse(payload) as Record<string, unknown>;
  return { v: definitions[kind].version, ...checked };
}

/** The payload in today's shape, whatever version it was stored in. */
export function readPayload<K extends JournalKind>(
  kind: K,
  stored: Record<string, unknown>,
): JournalPayload<K> {
  const definition: JournalKindDefinition = definitions[kind];
  const { v, ...rest } = stored;
  let payload: Record<string, unknown> = rest;
  for (let version = Number(v ?? 1); version < definition.version; version += 1) {
    payload = definition.upcasters?.[version]?.(payload) ?? payload;
  }
  return definition.payload.parse(payload) as JournalPayload<K>;
}

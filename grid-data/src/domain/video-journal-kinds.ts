/** What the journal says of looks through cameras, of turning them and of their recordings. */
import { z } from 'zod';
import type { JournalKindDefinition } from './journal-kind-definition.ts';
import { picturePlacings } from './picture-report.ts';
import { leaseChanges } from './ptz-lease.ts';
import { headTroubles } from './ptz-link.ts';
import { ptzCommands, ptzMoveEnds, ptzTurns } from './ptz.ts';

const note = z.string().max(2000).nullable();

export const videoJournalKinds = {
  'camera-view.requested': {
    version: 2,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      purpose: z.string(),
      incidentId: z.string().nullable(),
      openedByRule: z.boolean(),
      chargedTo: z.string(),
      profile: z.string(),
    }),
    upcasters: { 1: (old) => ({ ...old, openedByRule: false }) },
  },
  /** A supervisor looks where no purpose covers it: read by the auditor, each. */
  'camera-view.glass-broken': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      reason: z.string(),
      filed: z.array(z.string()),
      placeClass: z.string(),
      seconds: z.number().int(),
    }),
  },
  'camera-view.glass-reviewed': {
    version: 1,
    audience: 'audit',
    payload: z.object({ viewId: z.string(), note }),
  },
  'camera-view.opened': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      purpose: z.string(),
      chargedTo: z.string(),
      transport: z.string(),
    }),
  },
  'camera-view.closed': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      reason: z.string(),
      seconds: z.number().nullable(),
      firstFrameMs: z.number().nullable(),
    }),
  },
  /** 视频巡查: who reported which case from what the camera showed. */
  'camera-view.reported': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      incidentId: z.string(),
      placedBy: z.enum(picturePlacings),
    }),
  },
  'camera-ptz.lease-changed': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string().nullable(),
      change: z.enum(leaseChanges),
      holder: z.string().nullable(),
      former: z.string().nullable(),
    }),
  },
  /** One act from its start to the platform's answer to the stop. */
  'camera-ptz.moved': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      moveId: z.string(),
      command: z.enum(ptzCommands),
      speed: z.number(),
      /** Null where no gateway was there to say when it stopped. */
      seconds: z.number().nullable(),
      end: z.enum(ptzMoveEnds),
    }),
  },
  'camera-ptz.turned': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      /** Null where no look was open: the way home, and looking at a place. */
      viewId: z.string().nullable(),
      turn: z.enum(ptzTurns),
      preset: z.number().int().nullable(),
      bearingDeg: z.number().nullable(),
      /** What looking at a place was for. */
      purpose: z.string().nullable(),
      incidentId: z.string().nullable(),
    }),
  },
  'camera-ptz.preset-saved': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      preset: z.number().int(),
      name: z.string(),
      bearingDeg: z.number().nullable(),
    }),
  },
  'camera-ptz.settings-changed': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      zeroBearingDeg: z.number().nullable(),
      homePreset: z.number().int(),
      homeAfterSeconds: z.number().int(),
    }),
  },
  /** A camera that may go on turning by itself: for all who see the place. */
  'camera-ptz.stop-lost': {
    version: 1,
    audience: 'map',
    payload: z.object({ moveId: z.string(), trouble: z.enum(headTroubles), attempts: z.number() }),
  },
  /** Names of persons concerned stand with the request, never here. */
  'view-request.requested': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      legalBasis: z.string(),
      applicant: z.string(),
      emergency: z.boolean(),
      sound: z.boolean().optional(),
      caseNo: z.string().nullable(),
      incidentId: z.string().nullable(),
      cameraIds: z.array(z.string()),
      windowFrom: z.string(),
      windowTo: z.string(),
    }),
  },
  'view-request.decided': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      to: z.enum(['approved', 'refused']),
      /** Whether it is the manager's consent to what a person concerned asked for. */
      consent: z.boolean(),
      /** Whether the recordings could be looked at before: an emergency. */
      afterwards: z.boolean(),
      note,
    }),
  },
  'view-request.ended': {
    version: 1,
    audience: 'audit',
    payload: z.object({ to: z.enum(['expired', 'revoked']), reason: z.string(), note }),
  },
  'recording-view.requested': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      viewId: z.string(),
      requestId: z.string(),
      legalBasis: z.string(),
      windowFrom: z.string(),
      windowTo: z.string(),
      sound: z.boolean().optional(),
      /** Where it is who decides on a copy that looks at what it shows. */
      exportId: z.string().optional(),
    }),
  },
  'recording-snapshot.taken': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      code: z.string(),
      requestId: z.string(),
      at: z.string(),
      /** What was hidden in it; absent in rows from before pictures were masked. */
      masking: z.literal('whole-picture').optional(),
    }),
  },
  'recording-bookmark.kept': {
    version: 1,
    audience: 'audit',
    payload: z.object({ bookmarkId: z.string(), cameraId: z.string().nullable(), at: z.string() }),
  },
  'recording-bookmark.dropped': {
    version: 1,
    audience: 'audit',
    payload: z.object({ bookmarkId: z.string() }),
  },
  'recording-export.requested': {
    version: 1,
    audience: 'audit',
    payload: z.object({
      requestId: z.string(),
      cameraId: z.string(),
      caseNo: z.string(),
      legalBasis: z.string(),
      masking: z.string(),
      windowFrom: z.string(),
      windowTo: z.string(),
    }),
  },
  'recording-export.decided': {
    version: 1,
    audience: 'audit',
    payload: z.object({ to: z.enum(['approved', 'refused']), note }),
  },
  /** The second approval: that faces and plates may be seen. */
  'recording-export.unmasked': { version: 1, audience: 'audit', payload: z.object({ note }) },
  'recording-export.ready': {
    version: 1,
    audience: 'audit',
    payload: z.object({ sha256: z.string(), bytes: z.number(), gaps: z.number().int() }),
  },
  'recording-export.failed': {
    version: 1,
    audience: 'audit',
    payload: z.object({ reason: z.string() }),
  },
  'recording-export.handed-out': {
    version: 1,
    audience: 'audit',
    payload: z.object({ sha256: z.string() }),
  },
  'recording-export.held': { version: 1, audience: 'audit', payload: z.object({ note }) },
  'recording-export.released': { version: 1, audience: 'audit', payload: z.object({ note }) },
  /** The proof that a file is gone: which, when, why. */
  'recording-export.deleted': {
    version: 1,
    audience: 'audit',
    payload: z.object({ sha256: z.string(), reason: z.string() }),
  },
} as const satisfies Record<string, JournalKindDefinition>;

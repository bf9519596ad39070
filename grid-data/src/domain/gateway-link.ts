/** Messages on the one WebSocket that the video gateway dials to gis-server (/internal/gateway). */
import { z } from 'zod';
import { cameraHealths } from './camera-health.ts';
import {
  cameraKinds,
  cameraStates,
  longestCameraId,
  longestPlatformCameraId,
  longestPlatformId,
} from './camera.ts';
import { exportManifest, exportOrder } from './recording-export.ts';
import { platformStates } from './look-reasons.ts';
import { ptzOrders, ptzReports } from './ptz-link.ts';
import { viewTransports } from './stream-ticket.ts';

const requestId = z.string().min(1).max(64);
const cameraId = z.string().min(1).max(longestCameraId);
const platformId = z.string().min(1).max(longestPlatformId);
const isoTime = z.iso.datetime({ offset: true });

/** A camera as its platform lists it; position in the platform's own datum, converted by gis-server. */
export const platformCamera = z.object({
  platformCameraId: z.string().min(1).max(longestPlatformCameraId),
  name: z.string().max(200),
  gbCode: z.string().max(20).nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  kind: z.enum(cameraKinds),
  state: z.enum(cameraStates),
});
export type PlatformCamera = z.infer<typeof platformCamera>;

/** Where a camera's picture comes from: asked by the gateway at each pull, never sent to a browser. */
export const cameraSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('platform'), platformId: z.string(), platformCameraId: z.string() }),
  z.object({ kind: z.literal('direct'), url: z.string() }),
]);
export type CameraSource = z.infer<typeof cameraSource>;

/** What people who keep the video running must know of a platform; figures of the moment, no credentials. */
export const platformReport = z.object({
  platformId,
  state: z.enum(platformStates),
  reason: z.string().nullable(),
  linesInUse: z.number().int(),
  linesWaiting: z.number().int(),
  /** Null where no licence counts. */
  lines: z.number().int().nullable(),
  /** Until when it is spared after failures; null while calls go through. */
  sparedUntil: isoTime.nullable(),
  loginPausedUntil: isoTime.nullable(),
  lastFailure: z.object({ reason: z.string(), message: z.string(), at: isoTime }).nullable(),
});
export type PlatformReport = z.infer<typeof platformReport>;

export const gatewayReport = z.object({
  platforms: z.array(platformReport),
  pulls: z.number().int(),
  viewers: z.number().int(),
  reconnects: z.number().int(),
  eventLoopP99Ms: z.number(),
  memoryBytes: z.number(),
  /** Null where the sweep is switched off. */
  sweep: z.object({ atOnce: z.number().int(), checking: z.number().int() }).nullable(),
});
export type GatewayReport = z.infer<typeof gatewayReport>;

/** How far back a camera's recordings reach, as its platform answers; nobody waits for it. */
export const recordingDepth = z.object({
  type: z.literal('recording-depth'),
  platformId,
  platformCameraId: z.string().min(1).max(longestPlatformCameraId),
  oldestAt: isoTime.nullable(),
  failure: z.string().max(100).nullable(),
  at: isoTime,
});

export const fromGateway = z.discriminatedUnion('type', [
  ...ptzReports,
  z.object({ type: z.literal('hello'), gatewayId: z.string(), startedAt: isoTime }),
  z.object({
    type: z.literal('cameras'),
    requestId,
    platformId,
    platformName: z.string(),
    owner: z.string(),
    datum: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09']),
    /** Pages of one listing share the listing id; the last page closes it, and what it lacks is gone. */
    listingId: z.string(),
    last: z.boolean(),
    cameras: z.array(platformCamera).max(1000),
  }),
  z.object({
    type: z.literal('platform-state'),
    platformId,
    state: z.enum(platformStates),
    reason: z.string().nullable(),
    at: isoTime,
  }),
  z.object({
    type: z.literal('camera-states'),
    states: z.array(
      z.object({
        cameraId,
        state: z.enum(cameraStates),
        reason: z.string().nullable(),
        health: z.enum(cameraHealths).nullable().default(null),
        /** The first picture alone: does not yet say that a picture which was black or frozen is so no more. */
        provisional: z.boolean().default(false),
        at: isoTime,
      }),
    ),
  }),
  /** Which cameras has nobody looked at for longest? Asked at each round of the sweep. */
  z.object({
    type: z.literal('cameras-to-check'),
    requestId,
    checkedBefore: isoTime,
    limit: z.number().int().min(1).max(500),
  }),
  z.object({
    type: z.literal('cameras-swept'),
    requestId,
    startedAt: isoTime,
    endedAt: isoTime,
    /** Cameras by what was found; `skipped` had a viewer meanwhile or no line to spare. */
    found: z.partialRecord(z.enum(cameraHealths), z.number().int()),
    unknown: z.number().int(),
    skipped: z.number().int(),
  }),
  z.object({ type: z.literal('gateway-report'), report: gatewayReport, at: isoTime }),
  z.object({ type: z.literal('resolve-camera'), requestId, cameraId }),
  /** Sent before the first byte; the answer comes after the journal row is committed. */
  z.object({
    type: z.literal('view-opening'),
    requestId,
    viewId: z.string(),
    cameraId,
    transport: z.enum(viewTransports),
    clientIp: z.string().nullable(),
    at: isoTime,
  }),
  z.object({
    type: z.literal('view-closed'),
    requestId,
    viewId: z.string(),
    at: isoTime,
    firstFrameAt: isoTime.nullable(),
    reason: z.string(),
    bytes: z.number().int().nonnegative(),
    frames: z.number().int().nonnegative(),
  }),
  recordingDepth,
  z.object({
    type: z.literal('export-written'),
    requestId,
    exportId: z.uuid(),
    manifest: exportManifest,
  }),
  /** Of what was recorded of its window, 0 to 1. */
  z.object({
    type: z.literal('export-progress'),
    exportId: z.uuid(),
    share: z.number().min(0).max(1),
  }),
  z.object({
    type: z.literal('export-failed'),
    requestId,
    exportId: z.uuid(),
    reason: z.string().max(100),
  }),
  /** With the hash of the file that is gone; null where there was none, which proves nothing. */
  z.object({
    type: z.literal('export-deleted'),
    requestId,
    exportId: z.uuid(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
]);
export type FromGateway = z.infer<typeof fromGateway>;

export const toGateway = z.discriminatedUnion('type', [
  ...ptzOrders,
  /** Ed25519 public key (PEM) that tickets are checked with. */
  z.object({ type: z.literal('welcome'), publicKeyPem: z.string() }),
  z.object({
    type: z.literal('camera-source'),
    requestId,
    source: cameraSource.nullable(),
    /** Why there is none, such as `unknown-camera`. */
    reason: z.string().nullable(),
  }),
  z.object({
    type: z.literal('view-opening-answer'),
    requestId,
    granted: z.boolean(),
    reason: z.string().nullable(),
  }),
  z.object({ type: z.literal('accepted'), requestId }),
  z.object({
    type: z.literal('cameras-to-check-answer'),
    requestId,
    cameras: z.array(z.object({ cameraId, source: cameraSource })),
  }),
  /** Somebody asks for these to be checked now. */
  z.object({ type: z.literal('check-cameras'), cameraIds: z.array(cameraId).max(50) }),
  z.object({ type: z.literal('revoke'), viewIds: z.array(z.string()), reason: z.string() }),
  /** A copy to write, said again after each hello until its answer has come. */
  z.object({
    type: z.literal('write-export'),
    order: exportOrder,
    /** For the recordings that it copies. */
    ticket: z.string().max(2048).optional(),
  }),
  z.object({ type: z.literal('delete-export'), exportId: z.uuid() }),
]);
export type ToGateway = z.infer<typeof toGateway>;

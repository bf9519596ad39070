/**
 * All that the video side may say to the edge beside pictures and sound, and nothing else. No address, no credential:
 * a failure is a reason of a closed list, its words stay where they arose.
 */
import {
  longestPlatformId,
  pictureRemarks,
  platformCamera,
  platformStates,
  ptzReports,
  recordingDepth,
} from 'grid-data';
import { z } from 'zod';
import { nonce, proof } from '#exchange/downward.ts';

const id = z.number().int().min(0).max(0xffff_ffff);
const count = z.number().int().nonnegative();
const reason = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
const platformId = z.string().min(1).max(longestPlatformId);
const span = z.strictObject({ fromMs: z.number(), toMs: z.number() });
const moment = z.number().nullable();

const platformState = z.strictObject({
  platformId,
  state: z.enum(platformStates),
  reason: reason.nullable(),
  sparedUntilMs: moment,
  loginPausedUntilMs: moment,
  lastFailure: z.strictObject({ reason, atMs: z.number() }).nullable(),
  inUse: count,
  waiting: count,
  max: count.nullable(),
});
export type PlatformStatus = z.infer<typeof platformState>;

export const upward = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answer'), nonce, proof }),
  z.strictObject({
    type: z.literal('hello'),
    version: z.literal(1),
    platforms: z
      .array(
        z.strictObject({
          id: platformId,
          name: z.string().max(100),
          owner: z.string().max(40),
          datum: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09']),
          /** Speeds that its recordings play at; null where it keeps none. */
          speeds: z.array(z.number()).max(32).nullable(),
        }),
      )
      .max(200),
  }),
  z.strictObject({
    type: z.literal('status'),
    platforms: z.array(platformState).max(200),
    ingest: z.enum(['listening', 'down', 'off']),
    refused: count,
  }),
  z.strictObject({
    type: z.literal('cameras'),
    id,
    cameras: z.array(platformCamera).max(1_000),
    next: z.string().max(200).nullable(),
  }),
  z.strictObject({ type: z.literal('recordings'), id, spans: z.array(span).max(10_000) }),
  z.strictObject({
    type: z.literal('checked'),
    id,
    /** Null where no line was to spare. */
    found: z
      .strictObject({ remark: z.enum(pictureRemarks).nullable(), failure: reason.nullable() })
      .nullable(),
  }),
  z.strictObject({ type: z.literal('failed'), id, reason }),
  z.strictObject({ type: z.literal('opened'), stream: id }),
  z.strictObject({
    type: z.literal('line'),
    stream: id,
    startMs: z.number(),
    scale: z.number(),
  }),
  /** Packets that a camera's line lost. */
  z.strictObject({ type: z.literal('lost'), stream: id, packets: count }),
  /** Units that were left out up to a key picture, because this link was behind. */
  z.strictObject({ type: z.literal('left-out'), stream: id, units: count }),
  z.strictObject({ type: z.literal('ended'), stream: id, reason }),
  z.strictObject({
    type: z.literal('turned'),
    report: z.discriminatedUnion('type', [...ptzReports]),
  }),
  z.strictObject({ type: z.literal('depth'), depth: recordingDepth }),
]);
export type Upward = z.infer<typeof upward>;

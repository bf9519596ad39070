/** All that the edge may say to the video side, and nothing else. Whatever shows or turns something carries its ticket. */
import {
  cameraSource,
  longestCameraId,
  longestPlatformCameraId,
  longestPlatformId,
  ptzOrders,
  streamProfiles,
} from 'grid-data';
import { z } from 'zod';

const id = z.number().int().min(0).max(0xffff_ffff);
const cameraId = z.string().min(1).max(longestCameraId);
const platformId = z.string().min(1).max(longestPlatformId);
const platformCameraId = z.string().min(1).max(longestPlatformCameraId);
const ticket = z.string().max(2048);
const moment = z.number().finite();
const span = z.strictObject({ fromMs: moment, toMs: moment });

export const nonce = z.string().regex(/^[0-9a-f]{64}$/);
export const proof = z.string().regex(/^[0-9a-f]{64}$/);

export const downward = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('challenge'), nonce }),
  z.strictObject({ type: z.literal('welcome'), proof }),
  z.strictObject({
    type: z.literal('list-cameras'),
    id,
    platformId,
    cursor: z.string().max(200).nullable(),
  }),
  z.strictObject({
    type: z.literal('open-live'),
    stream: id,
    cameraId,
    profile: z.enum(streamProfiles),
    source: cameraSource,
    ticket,
  }),
  z.strictObject({
    type: z.literal('open-recorded'),
    stream: id,
    platformId,
    platformCameraId,
    stretch: span,
    fromMs: moment,
    speed: z.number().positive().max(64),
    /** For a copy: as fast as the platform sends it. */
    copies: z.boolean().optional(),
    ticket,
  }),
  /** Another look shares the pull: it may go on as long as that one's ticket allows. */
  z.strictObject({ type: z.literal('renew'), stream: id, ticket }),
  z.strictObject({ type: z.literal('close'), stream: id }),
  z.strictObject({
    type: z.literal('list-recordings'),
    id,
    platformId,
    platformCameraId,
    span,
    ticket,
  }),
  /** On nobody's behalf, so without a ticket: a word comes back and no picture. */
  z.strictObject({ type: z.literal('check-camera'), id, cameraId, source: cameraSource }),
  z.strictObject({ type: z.literal('give-up'), id }),
  z.strictObject({ type: z.literal('turn'), order: z.discriminatedUnion('type', [...ptzOrders]) }),
  /** The end of a turn stands in the journal. */
  z.strictObject({ type: z.literal('turn-noted'), moveId: z.string().min(1).max(64) }),
]);
export type Downward = z.infer<typeof downward>;
export type OpenLive = Extract<Downward, { type: 'open-live' }>;
export type OpenRecorded = Extract<Downward, { type: 'open-recorded' }>;

/**
 * What gis-server and the video gateway say to each other about turning cameras. gis-server asks with an `askId`, the
 * gateway answers with it; a gateway that has not got the camera's platform keeps silent.
 */
import { z } from 'zod';
import { longestCameraId, longestPlatformCameraId, longestPlatformId } from './camera.ts';
import { headPosition, pictureBox, ptzCommands, ptzMoveEnds } from './ptz.ts';

const id = z.string().min(1).max(64);
const cameraId = z.string().min(1).max(longestCameraId);
const isoTime = z.iso.datetime({ offset: true });

const turnable = z.object({
  cameraId,
  platformId: z.string().min(1).max(longestPlatformId),
  platformCameraId: z.string().min(1).max(longestPlatformCameraId),
});
export type TurnableCamera = z.infer<typeof turnable>;

/** That gis-server orders it: read where the cameras are a process of their own, on a network of their own. */
const ticket = z.string().max(2048).optional();

const presetNumber = z.number().int().min(1).max(300);
const preset = z.object({ number: presetNumber, name: z.string().max(100) });

export const ptzAct = z.discriminatedUnion('kind', [
  /** What can it do, and where does it look? */
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('call-preset'), number: presetNumber }),
  z.object({ kind: z.literal('save-preset'), ...preset.shape }),
  z.object({ kind: z.literal('frame'), box: pictureBox, widestDeg: z.number().nullable() }),
  z.object({ kind: z.literal('aim'), position: headPosition }),
  /** Stops what a gateway before this one may have left turning. */
  z.object({ kind: z.literal('halt'), command: z.enum(ptzCommands), speed: z.number() }),
]);
export type PtzAct = z.infer<typeof ptzAct>;

export const ptzOrders = [
  z.object({
    type: z.literal('ptz-move'),
    askId: id,
    /** Only through a running look: checked again where the picture runs. */
    viewId: id,
    moveId: id,
    camera: turnable,
    command: z.enum(ptzCommands),
    /** Share of the fastest. */
    speed: z.number().positive().max(1),
    ticket,
  }),
  /** Whoever turns it is still there; unsaid for `deadManMs`, the camera stops. */
  z.object({ type: z.literal('ptz-keep'), moveId: id }),
  z.object({ type: z.literal('ptz-stop'), moveId: id, end: z.enum(ptzMoveEnds) }),
  z.object({
    type: z.literal('ptz-act'),
    askId: id,
    /** Null for what rests on no look: the way home, and looking at a place. */
    viewId: id.nullable(),
    camera: turnable,
    act: ptzAct,
    ticket,
  }),
] as const;
export type PtzOrder = z.infer<(typeof ptzOrders)[number]>;

export const headTroubles = ['stop-unanswered', 'still-turning', 'stop-given-up'] as const;
export type HeadTrouble = (typeof headTroubles)[number];

const abilities = z.object({
  turns: z.boolean(),
  frames: z.boolean(),
  aims: z.boolean(),
  presets: z.array(preset).nullable(),
});
export type PtzAbilities = z.infer<typeof abilities>;

export const ptzReports = [
  z.object({
    type: z.literal('ptz-answer'),
    askId: id,
    /** Why it was not done; null where it was. */
    reason: z.string().nullable(),
    abilities: abilities.nullable(),
    position: headPosition.nullable(),
  }),
  /** After the platform has answered the stop. */
  z.object({
    type: z.literal('ptz-ended'),
    requestId: id,
    moveId: id,
    endedAt: isoTime,
    end: z.enum(ptzMoveEnds),
  }),
  z.object({
    type: z.literal('ptz-trouble'),
    moveId: id,
    cameraId,
    trouble: z.enum(headTroubles),
    attempts: z.number().int(),
  }),
  z.object({
    type: z.literal('ptz-head'),
    cameraId,
    position: headPosition,
    at: isoTime,
  }),
] as const;
export type PtzReport = z.infer<(typeof ptzReports)[number]>;

export function isPtzOrder<Message extends { type: string }>(
  message: Message,
): message is Extract<Message, { type: PtzOrder['type'] }> {
  return message.type.startsWith('ptz-');
}

export function isPtzReport<Message extends { type: string }>(
  message: Message,
): message is Extract<Message, { type: PtzReport['type'] }> {
  return message.type.startsWith('ptz-');
}

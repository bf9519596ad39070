/** Words of turning a camera (云台): what may be asked of it, and why it is refused or ends. */
import { z } from 'zod';

export const ptzCommands = [
  'left',
  'right',
  'up',
  'down',
  'left-up',
  'left-down',
  'right-up',
  'right-down',
  'zoom-in',
  'zoom-out',
  'focus-near',
  'focus-far',
  'iris-open',
  'iris-close',
] as const;
export type PtzCommand = (typeof ptzCommands)[number];

/** Silent for so long, whoever turns a camera counts as gone: the gateway stops it. */
export const deadManMs = 2_000;

/** How long an act's last turn is left before the camera goes home, unless its settings say otherwise. */
export const usualHomeSeconds = 120;

/** Where a head looks: pan 0 where it was fixed to look, clockwise; tilt 0 the horizon, down negative; zoom 1 widest. */
export const headPosition = z.object({
  panDeg: z.number(),
  tiltDeg: z.number(),
  zoom: z.number().min(0.1),
});
export type HeadPosition = z.infer<typeof headPosition>;

/** Part of a picture, in shares of its width and height; without extent it is a click to be centred. */
export const pictureBox = z.object({
  left: z.number().min(0).max(1),
  top: z.number().min(0).max(1),
  right: z.number().min(0).max(1),
  bottom: z.number().min(0).max(1),
});
export type PictureBox = z.infer<typeof pictureBox>;

/** Why a camera is not turned; what its platform says comes besides. */
export const ptzRefusals = [
  'permission-missing',
  'no-look',
  'not-turnable',
  'platform-cannot-turn',
  'platform-cannot-aim',
  'held-by-other',
  'lease-missing',
  'not-in-command',
  'gateway-away',
  'gateway-silent',
  'bearing-unknown',
  'out-of-range',
  'no-preset-faces-it',
  'no-such-preset',
] as const;
export type PtzRefusal = (typeof ptzRefusals)[number];

/** How a turn by hand ended. */
export const ptzMoveEnds = [
  'released',
  'dead-man',
  'lease-lost',
  'look-ended',
  'replaced',
  'platform-refused',
  'gateway-stopping',
  'unreported',
] as const;
export type PtzMoveEnd = (typeof ptzMoveEnds)[number];

/** What turned a camera in one go. */
export const ptzTurns = ['preset', 'frame', 'point', 'point-preset', 'home'] as const;
export type PtzTurn = (typeof ptzTurns)[number];

/** What screens and desks say over /live/wall; what the server says is told by types alone, for both ends are ours. */
import { z } from 'zod';
import { longestCameraId } from '../camera.ts';
import type { ScreenPlace } from './wall-plane.ts';
import type { WallShowing } from './wall-showing.ts';

/** A miniature of some 320 pixels' width, as the text of a data address. */
export const longestPicture = 60_000;

const count = z.number().int().min(0).max(100_000);

export const screenHealth = z.object({
  /** Of the showing that stands on the screen, 0 before the first. */
  version: count,
  /** The longest that anything else kept the page from acting since the last report. */
  lagMs: z.number().min(0).max(3_600_000),
  heapBytes: z.number().min(0).nullable(),
  /** Pictures that its page drew in a second, on average since the last report; null where it was hidden. */
  framesPerSecond: z.number().min(0).max(1_000).nullable().optional(),
  picturesAlive: count,
  /** Cameras whose picture is not there, with the reason as its tile says it. */
  picturesFailed: z
    .array(
      z.object({
        cameraId: z.string().max(longestCameraId),
        reason: z.string().regex(/^[a-z-]{1,60}$/),
      }),
    )
    .max(64),
  /** Its own clock less the server's. */
  clockErrorMs: z.number().nullable(),
  /** How far the measured offset may be off: half the quickest way there and back. */
  clockDoubtMs: z.number().min(0).nullable(),
  widthPx: count,
  heightPx: count,
});
export type ScreenHealth = z.infer<typeof screenHealth>;

export const wordOfScreen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ping'), sentMs: z.number() }),
  z.object({ kind: z.literal('health'), health: screenHealth }),
  z.object({
    kind: z.literal('picture'),
    jpeg: z
      .string()
      .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/)
      .max(longestPicture),
  }),
  z.object({
    kind: z.literal('look'),
    id: z.number().int(),
    tileId: z.string().max(40),
    cameraId: z.string().max(longestCameraId),
    profile: z.enum(['main', 'sub']),
  }),
]);
export type WordOfScreen = z.infer<typeof wordOfScreen>;

export type ScreenIdentity = ScreenPlace & {
  id: string;
  name: string;
  areaCode: string;
  areaName: string;
};

type OnTheWire<T> = T extends Date
  ? string
  : T extends object
    ? { [K in keyof T]: OnTheWire<T[K]> }
    : T;
export type ShowingOnTheWire = OnTheWire<WallShowing>;

export type ScreenTicket = {
  viewId: string;
  ticket: string;
  purpose: string;
  chargedTo: string;
  maxViewSeconds: number;
};

export type WordToScreen =
  | { kind: 'pong'; sentMs: number; serverMs: number }
  | {
      kind: 'showing';
      screen: ScreenIdentity;
      showing: ShowingOnTheWire | null;
      /** Null while no guests stand in the hall. */
      guestsSince: string | null;
    }
  | { kind: 'ticket'; id: number; answer: ScreenTicketAnswer }
  /** By the desk's hand: the page is to begin anew. */
  | { kind: 'reload' };

export type ScreenTicketAnswer =
  | { granted: true; ticket: ScreenTicket }
  | { granted: false; reason: string };

/** What the desk hears of a screen. */
export type ScreenState = {
  screenId: string;
  connected: boolean;
  /** When it came or went. */
  since: string;
  health: ScreenHealth | null;
  heardAt: string | null;
};

export type WordToDesk =
  /** `at` by the server's clock, as all times of the channel: the desk's own may be wrong. */
  | { kind: 'screens'; states: ScreenState[]; at: string }
  | { kind: 'screen'; state: ScreenState }
  | { kind: 'picture'; screenId: string; jpeg: string; at: string };

/** A screen tells its health each three seconds: three reports missed, and what stands there is not known any more. */
export const silentScreenMs = 10_000;

/** A clock that is further off is named: video marks and journals of that machine would mislead. */
export const toldClockErrorMs = 2_000;

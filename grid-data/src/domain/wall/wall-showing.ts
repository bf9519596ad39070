/** 上墙: what a screen shows now, who put it there, and why. */
import { z } from 'zod';
import { wallContent, type WallContent } from './wall-content.ts';
import type { WallMotion } from './wall-viewpoint.ts';

/** Why something came onto a screen: a hand, a rule that names itself, a time of day. */
export const wallCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person') }),
  z.object({
    kind: z.literal('rule'),
    ruleName: z.string().max(120),
    incidentId: z.uuid().nullable(),
  }),
  z.object({ kind: z.literal('schedule'), scheduleId: z.uuid() }),
]);
export type WallCause = z.infer<typeof wallCause>;

export type WallShowing = {
  screenId: string;
  /** Grows by one with each push onto the screen: who pushes says which one they saw. */
  version: number;
  content: WallContent;
  /** Null where a thing was pushed by itself. */
  sceneId: string | null;
  sceneName: string | null;
  /** By the tile of a map: how it moves, where it has moved since it was pushed. */
  motions: Record<string, WallMotion>;
  shownByName: string;
  shownAt: Date;
  cause: WallCause;
};

const named = z.object({ name: z.string() });

/** What the journal says of a wall: enough to show it again later. */
export const wallJournalKinds = {
  'wall.screen-saved': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), made: z.boolean() }),
  },
  'wall.screen-removed': { version: 1, audience: 'map', payload: named },
  'wall.screen-paired': { version: 1, audience: 'map', payload: named },
  'wall.screen-unpaired': { version: 1, audience: 'map', payload: named },
  'wall.screen-reloaded': { version: 1, audience: 'map', payload: named },
  'wall.shown': {
    version: 1,
    audience: 'map',
    payload: z.object({
      screenName: z.string(),
      version: z.number().int(),
      sceneId: z.string().nullable(),
      sceneName: z.string().nullable(),
      content: wallContent,
      cause: wallCause,
    }),
  },
  'wall.guests': {
    version: 1,
    audience: 'map',
    payload: z.object({ present: z.boolean() }),
  },
  'wall.view-moved': {
    version: 1,
    audience: 'map',
    payload: z.object({
      tileId: z.string(),
      longitude: z.number(),
      latitude: z.number(),
      metersPerMm: z.number(),
      bearingDeg: z.number(),
      pitchDeg: z.number(),
    }),
  },
  'wall.scene-saved': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), version: z.number().int() }),
  },
  'wall.scene-published': {
    version: 1,
    audience: 'map',
    payload: z.object({ name: z.string(), version: z.number().int() }),
  },
  'wall.scene-removed': { version: 1, audience: 'map', payload: named },
  'wall.scene-scheduled': {
    version: 1,
    audience: 'map',
    payload: z.object({
      name: z.string(),
      minuteOfDay: z.number().int().nullable(),
      days: z.array(z.number().int()),
    }),
  },
} as const;

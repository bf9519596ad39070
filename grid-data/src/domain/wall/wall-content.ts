/** 场景: what stands where on the screens of a hall. Measured in millimetres of the wall, so that bezels fall out by themselves. */
import { z } from 'zod';
import { longestCameraId } from '../camera.ts';
import { wallViewpoint } from './wall-viewpoint.ts';

export const mostWallTiles = 48;
export const mostTileCameras = 36;
export const mostIncidentCameras = 9;

/** The largest hall: 200 m of wall. */
const mm = z.number().min(-200_000).max(200_000);
const length = z.number().min(1).max(200_000);

const wallRect = z.object({ leftMm: mm, topMm: mm, widthMm: length, heightMm: length });
export type WallRect = z.infer<typeof wallRect>;

/** Panels that a screen can show: each answers one question and needs no hand. */
export const wallPanels = [
  'incidents',
  'counts',
  'video-health',
  'duty',
  'clock',
  'today',
  'grades',
  'ages',
  'areas',
  'limits',
  'cameras',
  'units',
  'themes',
  'city-themes',
  'weather',
] as const;
export type WallPanel = (typeof wallPanels)[number];

export const wallTileKinds = ['map', 'cameras', 'incident-cameras', 'panel'] as const;

const base = { id: z.string().regex(/^[\w-]{1,40}$/), rect: wallRect };
const cameraId = z.string().min(1).max(longestCameraId);

const wallTile = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('map'),
    engine: z.enum(['flat', 'globe']),
    layers: z.array(z.string().max(40)).max(30),
    viewpoint: wallViewpoint,
  }),
  z.object({
    ...base,
    kind: z.literal('cameras'),
    cameras: z
      .array(
        z.object({
          cameraId,
          /** The case that the look is for; null: a purpose of the duty that the camera is filed for. */
          incidentId: z.uuid().nullable(),
        }),
      )
      .min(1)
      .max(mostTileCameras),
  }),
  z.object({
    ...base,
    kind: z.literal('incident-cameras'),
    incidentId: z.uuid(),
    most: z.number().int().min(1).max(mostIncidentCameras),
  }),
  z.object({ ...base, kind: z.literal('panel'), panel: z.enum(wallPanels) }),
]);
export type WallTile = z.infer<typeof wallTile>;
export type WallTileOf<Kind extends WallTile['kind']> = Extract<WallTile, { kind: Kind }>;

export const wallContent = z
  .object({ tiles: z.array(wallTile).max(mostWallTiles) })
  .refine(({ tiles }) => new Set(tiles.map(({ id }) => id)).size === tiles.length, {
    message: 'two tiles have one id',
  });
export type WallContent = z.infer<typeof wallContent>;

/** Every camera that a content names by itself. */
export function camerasNamedIn({ tiles }: WallContent): string[] {
  const named = tiles.flatMap((tile) =>
    tile.kind === 'cameras' ? tile.cameras.map((camera) => camera.cameraId) : [],
  );
  return [...new Set(named)];
}

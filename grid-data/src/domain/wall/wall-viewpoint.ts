/** 视点: where a map of the wall looks, and how it gets from one view to the next by the server's clock. */
import { z } from 'zod';

export const wallViewpoint = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-85).max(85),
  /** Ground metres for a millimetre of wall: the same on screens of any resolution. */
  metersPerMm: z.number().positive().max(100_000),
  bearingDeg: z.number().min(-360).max(360),
  pitchDeg: z.number().min(0).max(85),
});
export type WallViewpoint = z.infer<typeof wallViewpoint>;

/** Every screen works out the same view from it at the same moment: none waits for another. */
export type WallMotion = {
  from: WallViewpoint;
  to: WallViewpoint;
  /** The server's clock, milliseconds since 1970. */
  startsAtMs: number;
  durationMs: number;
};

/** So much later than its command a motion begins: the word has reached every screen by then. */
export const motionLeadMs = 250;
export const longestMotionMs = 1_500;

export function standingAt(viewpoint: WallViewpoint, atMs: number): WallMotion {
  return { from: viewpoint, to: viewpoint, startsAtMs: atMs, durationMs: 0 };
}

export function viewpointAt({ from, to, startsAtMs, durationMs }: WallMotion, atMs: number) {
  if (durationMs <= 0 || atMs >= startsAtMs + durationMs) return to;
  if (atMs <= startsAtMs) return from;
  const part = eased((atMs - startsAtMs) / durationMs);
  const between = (a: number, b: number) => a + (b - a) * part;
  return {
    longitude: between(from.longitude, to.longitude),
    latitude: between(from.latitude, to.latitude),
    // Scales are felt by their ratio.
    metersPerMm: from.metersPerMm * (to.metersPerMm / from.metersPerMm) ** part,
    bearingDeg: from.bearingDeg + shortWay(to.bearingDeg - from.bearingDeg) * part,
    pitchDeg: between(from.pitchDeg, to.pitchDeg),
  } satisfies WallViewpoint;
}

const eased = (part: number) => part * part * (3 - 2 * part);

/** Over north rather than round the whole circle. */
function shortWay(turnDeg: number): number {
  return ((((turnDeg + 180) % 360) + 360) % 360) - 180;
}

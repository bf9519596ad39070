/** Pulls that checks share on the video side: no ticket is behind them, and no picture of theirs leaves the process. */
import type { CameraSource, Clock } from 'grid-data';
import { RelayRegistry } from '#relay/relay-registry.ts';
import type { CameraChecks } from '#sweep/camera-checks.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';

const idleStopMs = 1_000;

export type ChecksOfOwn = { checks: CameraChecks; stop: () => void };

export function checksOfOwn(video: LocalVideoSide, clock: Clock, gapMs: number): ChecksOfOwn {
  const sources = new Map<string, CameraSource>();
  const relays = new RelayRegistry({
    clock,
    idleStopMs,
    open: async ({ cameraId, profile }, handlers) => {
      const source = sources.get(cameraId);
      if (source === undefined) throw new Error('nobody checks this camera');
      return video.openLive({ cameraId, profile, source, ticket: null }, handlers);
    },
    onRevealed: () => undefined,
  });
  const local = video.checks(relays, gapMs);
  const checks: CameraChecks = {
    check: async (subject, giveUp) => {
      sources.set(subject.cameraId, subject.source);
      try {
        return await local.check(subject, giveUp);
      } finally {
        sources.delete(subject.cameraId);
      }
    },
  };
  return { checks, stop: () => relays.stop() };
}

/** Checks on the video side: no ticket is behind them, none of their pictures leaves the process; a look may join their pull. */
import type { CameraSource, Clock } from 'grid-data';
import { RelayRegistry } from '#relay/relay-registry.ts';
import type { CameraChecks } from '#sweep/camera-checks.ts';
import type { LocalVideoSide } from '#video-side/local-video-side.ts';
import type { SharedPulls } from '#video-side/shared-pulls.ts';

const idleStopMs = 1_000;

type ChecksOfOwn = { checks: CameraChecks; stop: () => void };

type ChecksOfOwnParts = {
  video: LocalVideoSide;
  shared: SharedPulls;
  clock: Clock;
  gapMs: number;
};

export function checksOfOwn({ video, shared, clock, gapMs }: ChecksOfOwnParts): ChecksOfOwn {
  const sources = new Map<string, CameraSource>();
  const relays = new RelayRegistry({
    clock,
    idleStopMs,
    open: async ({ cameraId, profile }, handlers) => {
      const source = sources.get(cameraId);
      if (source === undefined) throw new Error('nobody checks this camera');
      return shared.open({ cameraId, profile, source, ticket: null }, handlers);
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

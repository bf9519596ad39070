/** How the platforms do, in the words that may cross: states and figures, no message and no address. */
import type { LocalVideoSide } from '#video-side/local-video-side.ts';
import type { Upward } from '#exchange/upward.ts';

type Status = Extract<Upward, { type: 'status' }>;

const noLines = { inUse: 0, waiting: 0, max: null };

export function videoStatus(video: LocalVideoSide, refused: number): Status {
  const lines = new Map(video.lines().map((each) => [each.platformId, each]));
  return {
    type: 'status',
    ingest: video.ingest.state,
    refused,
    platforms: video.platforms.map((platform) => {
      const { sparedUntilMs, loginPausedUntilMs, lastFailure } = platform.trouble();
      const { inUse, waiting, max } = lines.get(platform.id) ?? noLines;
      return {
        platformId: platform.id,
        ...platform.health(),
        sparedUntilMs,
        loginPausedUntilMs,
        lastFailure: lastFailure && { reason: lastFailure.reason, atMs: lastFailure.atMs },
        inUse,
        waiting,
        max,
      };
    }),
  };
}

export function videoHello(video: LocalVideoSide): Extract<Upward, { type: 'hello' }> {
  return {
    type: 'hello',
    version: 1,
    platforms: video.platforms.map(({ id, name, owner, datum, recordings }) => ({
      id,
      name,
      owner,
      datum,
      speeds: recordings && [...recordings.speeds],
    })),
  };
}

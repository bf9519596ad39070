/** The platforms, the pulls and what goes on by itself beside them, in this process. */
import type { Clock } from 'grid-data';
import type { VideoSideConfig } from '#config.ts';
import { createPlatform } from '#platforms/create-platform.ts';
import { PlatformPulls } from '#platforms/platform-pulls.ts';
import { readPlatformsFile } from '#platforms/platforms-file.ts';
import { RecordingDepths } from '#playback/recording-depths.ts';
import { PtzDesk } from '#ptz/ptz-desk.ts';
import { createAddressGuard, type AllowedHosts } from '#sources/address-guard.ts';
import { createOpenSource } from '#sources/open-source.ts';
import { readPublishers } from '#sources/rtmp/publishers.ts';
import { RtmpIngest } from '#sources/rtmp/rtmp-ingest.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';
import { LocalChecks } from '#sweep/camera-checks.ts';
import { openRecorded } from '#video-side/open-recorded.ts';
import type { LiveAsk, VideoSide } from '#video-side/video-side.ts';

export type LocalVideoSideParts = {
  clock: Clock;
  onError: (message: string) => void;
  /** Where addresses may lead that were imported with their camera; null for anywhere but our own services. */
  directHosts: AllowedHosts;
};

export type LocalVideoSide = ReturnType<typeof openLocalVideoSide>;

export function openLocalVideoSide(config: VideoSideConfig, parts: LocalVideoSideParts) {
  const { clock, onError, directHosts } = parts;
  const platforms = readPlatformsFile(config.platformsFile).map((entry) =>
    createPlatform(entry, clock),
  );
  const { ingestPort, ingestBind } = config;
  const publishers = readPublishers(config.publishersFile, config.publishKey);
  const ingest = new RtmpIngest({ port: ingestPort, bind: ingestBind, publishers, onError });
  const guard = createAddressGuard(config.ownPorts);
  const openSource = createOpenSource({ guard, ingest, ingestPort });
  const pulls = new PlatformPulls(platforms, clock, openSource);
  let depths: RecordingDepths | null = null;
  const openLive = async (
    { source, profile }: LiveAsk,
    handlers: SourceHandlers,
  ): Promise<Source> =>
    source.kind === 'direct'
      ? openSource({ url: source.url, allowed: directHosts }, handlers)
      : pulls.open(
          source.platformId,
          (platform) => platform.openLive(source.platformCameraId, profile),
          handlers,
        );
  return {
    platforms,
    pulls,
    ingest,
    exchange: null,
    openLive,
    openRecorded: (asked, handlers) => openRecorded(pulls, asked, handlers),
    lines: () => pulls.lines(),
    checks: (relays, gapMs) => new LocalChecks({ relays, lines: () => pulls.lines(), gapMs }),
    turns: (register) => new PtzDesk({ platforms, clock, ...register }),
    start: ({ onDepth, onUp }) => {
      ingest.start();
      depths = new RecordingDepths({ platforms, clock, tell: onDepth, onError });
      depths.start();
      onUp();
    },
    stop: async () => {
      depths?.stop();
      await ingest.stop();
    },
  } satisfies VideoSide & { pulls: PlatformPulls };
}

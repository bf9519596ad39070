/** Opens a recorded stretch, and ties what comes to the time at which it was recorded. */
import { platformFailure } from '#platforms/platform-failure.ts';
import type { PlatformPulls } from '#platforms/platform-pulls.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type RecordedCamera = {
  platformId: string;
  platformCameraId: string;
  /** Permits this camera's recordings of a window. */
  ticket: string;
};

export type RecordedAsk = {
  camera: RecordedCamera;
  /** What the recorder is asked for. */
  stretch: TimeSpan;
  /** Where in it to begin: a recorder goes back to the key picture before, if the stretch holds it. */
  fromMs: number;
  speed: number;
};

/** The first picture was recorded at `startMs` (Unix), and each later one `scale` times as long after it as it comes. */
export type RecordedLine = { startMs: number; scale: number };

export type RecordedHandlers = Omit<SourceHandlers, 'onPlaying'> & {
  /** Before the first picture, and once more where the recorder says better. */
  onLine(line: RecordedLine): void;
};

export function openRecorded(
  pulls: PlatformPulls,
  { camera, stretch, fromMs, speed }: RecordedAsk,
  { onLine, ...handlers }: RecordedHandlers,
): Promise<Source> {
  let startsAtMs = 0;
  let line: RecordedLine = { startMs: 0, scale: 1 };
  const say = (next: RecordedLine) => {
    line = next;
    onLine(line);
  };
  return pulls.open(
    camera.platformId,
    async ({ recordings }) => {
      if (recordings === null) throw platformFailure('no-recording', 'it keeps no recordings');
      const opened = await recordings.open(camera.platformCameraId, stretch, speed);
      startsAtMs = opened.startsAtMs;
      const fromSeconds = Math.max(0, (fromMs - startsAtMs) / 1000);
      say({ startMs: startsAtMs + fromSeconds * 1000, scale: opened.scale });
      return { ...opened, play: { fromSeconds, scale: opened.scale } };
    },
    {
      ...handlers,
      // What the recorder says it plays counts more than what it was asked for.
      onPlaying: ({ fromSeconds, scale }) =>
        say({
          startMs: fromSeconds === null ? line.startMs : startsAtMs + fromSeconds * 1000,
          scale: scale ?? line.scale,
        }),
    },
  );
}

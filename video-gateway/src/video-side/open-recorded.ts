/** Opens a recorded stretch, and ties what comes to the time at which it was recorded. */
import { platformFailure } from '#platforms/platform-failure.ts';
import type { PlatformPulls } from '#platforms/platform-pulls.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import type { RecordedPlay } from '#sources/rtsp/rtsp-source.ts';
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
  /** Recorded time per time. */
  speed: number;
  /** For a copy: every picture, as fast as the platform sends it. */
  copies: boolean;
  /** Whether the ticket grants it. */
  sound: boolean;
};

/** From here on key pictures alone come: nobody sees more, and nine cameras at eight times the speed fill no line. */
const keysOnlyFrom = 4;

/** The first picture was recorded at `startMs` (Unix), and each later one `scale` times as long after it as it comes. */
export type RecordedLine = { startMs: number; scale: number };

export type RecordedHandlers = Omit<SourceHandlers, 'onPlaying'> & {
  /** Before the first picture, and once more where the recorder says better. */
  onLine(line: RecordedLine): void;
};

export function openRecorded(
  pulls: PlatformPulls,
  { camera, stretch, fromMs, speed, copies, sound }: RecordedAsk,
  { onLine, onUnit, ...handlers }: RecordedHandlers,
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
      const { scale } = opened;
      say({ startMs: startsAtMs + fromSeconds * 1000, scale });
      const play: RecordedPlay = {
        fromSeconds,
        scale,
        speed: copies ? recordings.copySpeed : 1,
        keysOnly: speed >= keysOnlyFrom,
        sound,
      };
      return { ...opened, play };
    },
    {
      ...handlers,
      onUnit: (unit) => {
        // Recorders that know neither Frames nor a track left out send everything.
        if (unit.track === 'audio' ? sound && line.scale === 1 : unit.key || speed < keysOnlyFrom) {
          onUnit(unit);
        }
      },
      // What the recorder says it plays counts more than what it was asked for.
      onPlaying: ({ fromSeconds, scale }) =>
        say({
          startMs: fromSeconds === null ? line.startMs : startsAtMs + fromSeconds * 1000,
          scale: scale ?? line.scale,
        }),
    },
  );
}

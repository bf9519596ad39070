/** Pulls a window's recordings, stretch after stretch, and writes them as one CMAF file of ours. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { DomainError } from 'grid-data';
import type { AudioConfig } from '#media/access-unit.ts';
import type { TimeSpan } from '#platforms/platform.ts';
import { CopiedMovie } from '#playback/export/copied-movie.ts';
import { RecordedPull, type Recordings } from '#playback/recorded-pull.ts';
import type { RecordedCamera } from '#video-side/open-recorded.ts';

export type Copying = {
  video: Recordings;
  camera: RecordedCamera;
  window: TimeSpan;
  recordings: readonly TimeSpan[];
  file: string;
  /** Whether the order grants it. */
  sound: boolean;
  /** Told of each picture: Unix ms of the recording, and whether it needs none before it. */
  onProgress: (atMs: number, key: boolean) => void;
};

export type Copied = {
  frames: number;
  /** As the recorder sent it; null where none was granted or none came. */
  soundCodec: AudioConfig['codec'] | null;
  /** Packets that never came: holes that the recorder's own list does not name. */
  lostPackets: number;
};

/** Every picture, none left out, as fast as the platform sends them and the line carries them. */
export async function copyRecording(copying: Copying): Promise<Copied> {
  try {
    return await copyAt('full-speed', copying);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== 'line-too-slow') throw error;
    // A link between two networks that carries live pictures carries a recording at its own pace, too.
    await rm(copying.file, { force: true });
    return copyAt('own-pace', copying);
  }
}

type Pace = 'full-speed' | 'own-pace';

async function copyAt(pace: Pace, copying: Copying): Promise<Copied> {
  const out = createWriteStream(copying.file, { mode: 0o600, flags: 'wx' });
  await once(out, 'open');
  const movie = new CopiedMovie(out, copying.window.fromMs);
  try {
    for (const stretch of copying.recordings) {
      await copyStretch({ ...copying, pace }, stretch, movie);
      movie.flush();
    }
  } finally {
    out.end();
    await finished(out);
  }
  await writeHeader(copying.file, movie.header());
  return movie.copied();
}

function copyStretch(
  { video, camera, sound, pace, onProgress }: Copying & { pace: Pace },
  stretch: TimeSpan,
  movie: CopiedMovie,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const copies = pace === 'full-speed';
    const asked = { camera, stretch, fromMs: stretch.fromMs, speed: 1, copies, sound };
    const orGiveUp = (write: () => void): void => {
      try {
        write();
      } catch (error) {
        pull.close();
        reject(error as Error);
      }
    };
    const pull = new RecordedPull(video, asked, {
      onPicture: (unit, times) =>
        orGiveUp(() => {
          movie.show(unit, times);
          onProgress(times.shownMs, unit.key);
        }),
      onSound: (unit, recordedMs) => orGiveUp(() => movie.hear(unit, recordedMs)),
      onLost: (packets) => movie.lose(packets),
      onEnd: (failure: DomainError | null) => (failure === null ? resolve() : reject(failure)),
    });
  });
}

async function writeHeader(path: string, header: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(header, 0, header.length, 0);
  } finally {
    await file.close();
  }
}

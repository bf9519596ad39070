/** Pulls a window's recordings, stretch after stretch, and writes them as one CMAF file of ours. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DomainError } from 'grid-data';
import type { TimeSpan } from '#platforms/platform.ts';
import { RecordedPackager, type PackagedPicture } from '#playback/recorded-packager.ts';
import { RecordedPull, type Recordings } from '#playback/recorded-pull.ts';
import { sourceFailure } from '#sources/source-failure.ts';
import type { RecordedCamera } from '#video-side/open-recorded.ts';

/** A disk this far behind the pull is no disk to write evidence to. */
const maxWaitingBytes = 64 * 1024 * 1024;

export type Copying = {
  video: Recordings;
  camera: RecordedCamera;
  window: TimeSpan;
  recordings: readonly TimeSpan[];
  file: string;
};

/** Answers the number of pictures; every picture comes at the recorder's own pace, so that none is left out. */
export async function copyRecording({ video, camera, window, recordings, file }: Copying) {
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await once(out, 'open');
  const packager = new RecordedPackager(window.fromMs);
  const pictures = new PictureFile(out);
  try {
    for (const stretch of recordings) {
      await copyStretch(video, { camera, stretch }, (unit, times) =>
        pictures.write(packager.push(unit, times)),
      );
    }
    pictures.write(packager.flush());
  } finally {
    out.end();
    await finished(out);
  }
  return pictures.count;
}

function copyStretch(
  video: Recordings,
  { camera, stretch }: { camera: RecordedCamera; stretch: TimeSpan },
  onPicture: ConstructorParameters<typeof RecordedPull>[2]['onPicture'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = { camera, stretch, fromMs: stretch.fromMs, speed: 1 };
    const pull = new RecordedPull(video, asked, {
      onPicture: (unit, times) => {
        try {
          onPicture(unit, times);
        } catch (error) {
          pull.close();
          reject(error as Error);
        }
      },
      onEnd: (failure: DomainError | null) => (failure === null ? resolve() : reject(failure)),
    });
  });
}

class PictureFile {
  count = 0;
  readonly #out: WriteStream;
  #begun = false;

  constructor(out: WriteStream) {
    this.#out = out;
  }

  write(picture: PackagedPicture | null): void {
    if (picture === null) return;
    if (picture.begins !== null) {
      // One header fits one codec and size; two in a file is what players stumble over.
      if (this.#begun) throw sourceFailure('codec-unsupported', 'the codec changes in the window');
      this.#begun = true;
      this.#out.write(picture.begins.init);
    }
    this.count += 1;
    this.#out.write(picture.bytes);
    if (this.#out.writableLength > maxWaitingBytes) throw new Error('the disk is too slow');
  }
}

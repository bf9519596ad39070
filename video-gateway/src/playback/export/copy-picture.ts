/** One picture out of a recording: what leads up to it, copied for as long as it takes to make a picture of it. */
import { sourceFailure } from '#sources/source-failure.ts';
import { copyRecording, type Copied, type Copying } from '#playback/export/copy-recording.ts';

/** A recorder begins with the key picture before the moment; rarely do two lie further apart. */
const leadMs = 60_000;

export type CopiedPicture = Copied & {
  /** When it was taken. */
  pictureMs: number;
  /** Where in the movie that was written it is shown. */
  atSeconds: number;
};

/** The last picture shown by a moment, Unix ms, or the first after it where the recorder sends none before. */
export async function copyPicture(
  copying: Omit<Copying, 'onProgress' | 'sound'>,
  moment: number,
): Promise<CopiedPicture> {
  const { fromMs, toMs } = copying.window;
  const window = { fromMs: fromMs - leadMs, toMs };
  let decodes = false;
  let pictureMs = Number.NaN;
  const copied = await copyRecording({
    ...{ ...copying, window, sound: false },
    onProgress: (atMs, key) => {
      decodes ||= key;
      if (!decodes) return;
      if (Number.isNaN(pictureMs) || isNearer(atMs, pictureMs, moment)) pictureMs = atMs;
    },
  });
  if (Number.isNaN(pictureMs)) throw sourceFailure('no-frames', 'no picture of that moment');
  return { ...copied, frames: 1, pictureMs, atSeconds: (pictureMs - window.fromMs) / 1_000 };
}

/** Before the moment the later one, after it the earlier one; before it rather than after it. */
function isNearer(one: number, than: number, moment: number): boolean {
  if (one <= moment) return than > moment || one > than;
  return than > moment && one < than;
}

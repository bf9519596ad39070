/** The clip with a load in each picture that no decoder minds: a camera of any bitrate. */
import { clipPictures } from '#testing/camera/clip.ts';

/** User data (SEI) without a byte that could be taken for a start code. */
function load(bytes: number): Buffer {
  const size = Math.ceil(bytes / 255);
  return Buffer.concat([
    Buffer.from([6, 5]),
    Buffer.alloc(size, 0xff),
    Buffer.from([0]),
    Buffer.alloc(size * 255, 0x55),
    Buffer.from([0x80]),
  ]);
}

/** `payloadsOf` of a camera script. */
export function padded(bytesPerPicture: number): (picture: number) => readonly Buffer[] {
  const clip = clipPictures('h264');
  const extra = load(bytesPerPicture);
  return (picture) => [extra, ...clip[picture % clip.length]!.nals];
}

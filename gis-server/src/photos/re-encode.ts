/**
 * What comes in as a photo leaves as a JPEG of our own: turned upright, at most so large, without the place, the time
 * and whatever else the camera or somebody has written into the file.
 */
import { createHash } from 'node:crypto';
import { DomainError } from 'grid-data';
import sharp from 'sharp';

export const largestPhotoBytes = 20 * 1024 * 1024;
/** Phones take up to 50 million; a file of a few kilobytes may claim billions. */
const largestPixels = 60_000_000;
const pictureSide = 1_920;
const previewSide = 360;
const longestSeconds = 20;

export type ReEncoded = {
  width: number;
  height: number;
  sha256: string;
  picture: Buffer;
  preview: Buffer;
};

/** One picture at a time is unpacked: it is megabytes as a file and hundreds of them as pixels. */
let turn: Promise<unknown> = Promise.resolve();

export function reEncode(file: Buffer): Promise<ReEncoded> {
  const mine = turn.then(() => convert(file));
  turn = mine.catch(() => {}); // told to whose picture it is; the next one has its turn all the same
  return mine;
}

async function convert(file: Buffer): Promise<ReEncoded> {
  // Only these are given to a decoder: it would read drawings, documents and films too.
  if (!startsAsPhoto(file)) {
    throw refused('photo-format', 'is no JPEG, PNG, WebP or AVIF', {
      taken: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    });
  }
  await refuseBomb(file);
  try {
    const upright = sharp(file, { limitInputPixels: largestPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: longestSeconds });
    const { data: picture, info } = await scaled(upright, pictureSide, 82);
    const { data: preview } = await scaled(sharp(picture), previewSide, 70);
    const sha256 = createHash('sha256').update(picture).digest('hex');
    return { width: info.width, height: info.height, sha256, picture, preview };
  } catch (cause) {
    throw broken(cause);
  }
}

function scaled(image: sharp.Sharp, side: number, quality: number) {
  return image
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
}

/** What the head of the file claims, before anything is unpacked. */
async function refuseBomb(file: Buffer): Promise<void> {
  const { width, height, pages } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw broken(cause);
    });
  const pixels = width * height * (pages ?? 1);
  if (pixels <= largestPixels) return;
  throw refused('photo-bomb', `unpacks to ${width} × ${height} × ${pages ?? 1} pixels`, {
    pixels,
    largestPixels,
  });
}

function startsAsPhoto(file: Buffer): boolean {
  const text = (from: number, to: number) => file.toString('latin1', from, to);
  return (
    text(0, 3) === '\xff\xd8\xff' ||
    text(0, 8) === '\x89PNG\r\n\x1a\n' ||
    (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') ||
    (text(4, 8) === 'ftyp' && text(8, 12) === 'avif')
  );
}

function broken(cause: unknown): DomainError {
  const message = 'photo: the file is damaged or breaks off';
  return new DomainError('invalid-input', message, { reason: 'photo-broken', cause });
}

function refused(reason: string, message: string, details: object): DomainError {
  return new DomainError('invalid-input', `photo: ${message}`, {
    reason,
    details: { field: 'photo', ...details },
  });
}

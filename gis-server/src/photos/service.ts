import { createHash, randomUUID } from 'node:crypto';
import { systemViewer } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { Database, Reading } from '#database/transaction.ts';
import { fieldPicture } from '#field-photos/field-photos.ts';
import { invalidField, isUuid } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';
import type { Clock } from 'grid-data';
import type { Uploader } from './photo-record.ts';
import * as queries from './queries.ts';
import { largestPhotoBytes, reEncode } from './re-encode.ts';
import * as uploads from './upload-queries.ts';

/** A shift without net brings home what it has; more than so much waits for nothing. */
const mostWaiting = 60;

export type FilePart = {
  /** Of the whole file. */
  sha256: string;
  size: number;
  offset: number;
  /** As much of it as arrived: a line that breaks loses nothing that was through. */
  bytes(): Promise<Buffer>;
};

/** Either so much is here and more is awaited, or the photo is taken. */
export type Received = { received: number; photoId: string | null };

export type PhotoService = ReturnType<typeof createPhotoService>;

export function createPhotoService({ database, clock }: { database: Database; clock: Clock }) {
  const asRoot = <T>(work: (db: Reading) => Promise<T>) => database.write(systemViewer(), work);

  /** A part is taken where the last one ended: two that send the same part do not spoil it. */
  const expectedAt = async (db: Reading, key: uploads.UploadKey, part: FilePart) => {
    const upload = await uploads.uploadForUpdate(db, key);
    if (upload === null) throw wrongOffset(0);
    if (upload.size !== part.size)
      throw invalidField('size', 'is another than before', 'photo-size');
    if (upload.received !== part.offset) throw wrongOffset(upload.received);
  };

  const finish = async (uploader: Uploader, key: uploads.UploadKey): Promise<string> => {
    const file = Buffer.concat(await asRoot((db) => uploads.partsOf(db, key)));
    try {
      const hash = createHash('sha256').update(file).digest('hex');
      if (hash !== key.sha256)
        throw invalidField('sha256', 'is not that of the file', 'photo-hash');
      const photo = await reEncode(file);
      const at = clock.now();
      const named = { ...photo, id: randomUUID(), originalSha256: key.sha256, uploader, at };
      return await asRoot(async (db) => {
        await queries.insertPhoto(db, named);
        await uploads.dropUpload(db, key);
        return (await uploads.waitingPhoto(db, key)) ?? named.id;
      });
    } catch (error) {
      // What is no photo today will not be one tomorrow; what failed for another reason is sent again.
      await asRoot((db) => uploads.dropUpload(db, key)).catch(() => {});
      throw error;
    }
  };

  return {
    /** Takes the next part of a file; the same file by the same sender is the same photo until a case has it. */
    async receive(uploader: Uploader, part: FilePart): Promise<Received> {
      takeInPart(part);
      const key = { uploader: uploader.key, sha256: part.sha256 };
      const known = await asRoot(async (db) => {
        const photoId = await uploads.waitingPhoto(db, key);
        if (photoId !== null) return photoId;
        const most = uploader.mostWaiting ?? mostWaiting;
        if (part.offset === 0 && (await uploads.waitingCount(db, key.uploader)) >= most) {
          throw new DomainError('conflict', `${most} photos wait for their cases already`, {
            reason: 'too-many-photos',
            details: { mostWaiting: most },
          });
        }
        await uploads.beginUpload(db, key, { size: part.size, at: clock.now() });
        await expectedAt(db, key, part);
        return null;
      });
      if (known !== null) return { received: part.size, photoId: known };
      const bytes = await part.bytes();
      if (part.offset + bytes.length > part.size) {
        throw invalidField('size', 'is less than what came', 'photo-size');
      }
      const received = part.offset + bytes.length;
      if (bytes.length > 0) {
        await asRoot(async (db) => {
          await expectedAt(db, key, part);
          await uploads.keepPart(db, key, { offset: part.offset, bytes });
        });
      }
      if (received < part.size) return { received, photoId: null };
      return { received, photoId: await finish(uploader, key) };
    },

    /** From where a sender goes on after a break. */
    async received(uploader: Uploader, sha256: string): Promise<Received> {
      const key = { uploader: uploader.key, sha256 };
      return asRoot(async (db) => ({
        photoId: await uploads.waitingPhoto(db, key),
        received: await uploads.receivedOf(db, key),
      }));
    },

    ofIncidents: (viewer: Viewer, ids: readonly string[]) =>
      database.inScope(viewer, (db) => queries.photosOfIncidents(db, viewer, ids)),

    async picture(viewer: Viewer, id: string, column: 'picture' | 'preview'): Promise<Buffer> {
      const bytes = isUuid(id)
        ? await database.inScope(
            viewer,
            async (db) =>
              (await queries.pictureOf(db, viewer, { id, column })) ??
              fieldPicture(db, viewer, { id, column }),
          )
        : null;
      if (bytes !== null) return bytes;
      throw new DomainError('not-found', 'there is no such photo in your scope', {
        reason: 'unknown-photo',
      });
    },
  };
}

function takeInPart({ sha256, size, offset }: FilePart): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw invalidField('sha256', 'is no SHA-256', 'photo-hash');
  if (!Number.isInteger(size) || size < 1) throw invalidField('size', 'is no size', 'photo-size');
  if (size > largestPhotoBytes) {
    throw new DomainError('invalid-input', `photo: has more than ${largestPhotoBytes} bytes`, {
      reason: 'photo-too-large',
      details: { field: 'photo', largestBytes: largestPhotoBytes },
    });
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > size) {
    throw invalidField('offset', 'lies outside the file', 'photo-offset');
  }
}

function wrongOffset(received: number): DomainError {
  return new DomainError('conflict', `the file goes on at byte ${received}`, {
    reason: 'photo-offset',
    details: { received },
  });
}

/** A picture that its sender has sent and that waits for a move to go with. */
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { insertPhoto } from '#photos/queries.ts';
import { createHash, randomUUID } from 'node:crypto';

/** The smallest JPEG there is: one grey point. */
const picture = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

export async function waitingPhoto(database: Database, viewer: Viewer): Promise<string> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(id).digest('hex');
  const { userId: key, displayName: name, areaCode } = viewer;
  await database.write(viewer, (tx) =>
    insertPhoto(tx, {
      ...{ id, originalSha256: sha256, sha256, picture, preview: picture, width: 1, height: 1 },
      uploader: { key, name, areaCode },
      at: new Date(),
    }),
  );
  return id;
}

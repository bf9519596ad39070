/** Files on their way: under the root's role, because they lie in no area and belong to whoever sends them. */
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type UploadKey = { uploader: string; sha256: string };

export async function waitingPhoto(db: Reading, { uploader, sha256 }: UploadKey) {
  const rows = await db.query<{ id: string }>(sql`-- Has this file come already?
    select id::text as id from photos
    where uploader = ${uploader} and original_sha256 = ${sha256} and incident_id is null`);
  return rows[0]?.id ?? null;
}

/** How many files of this sender wait to be added to a case or to be complete. */
export async function waitingCount(db: Reading, uploader: string): Promise<number> {
  const rows = await db.query<{ count: number }>(sql`-- How much does this sender keep waiting?
    select ((select count(*) from photos where uploader = ${uploader} and incident_id is null)
      + (select count(*) from photo_uploads where uploader = ${uploader}))::integer as count`);
  return rows[0]!.count;
}

export async function beginUpload(
  db: Reading,
  { uploader, sha256 }: UploadKey,
  { size, at }: { size: number; at: Date },
): Promise<void> {
  await db.query(sql`-- Begins a file, or goes on with it.
    insert into photo_uploads (uploader, sha256, size, begun_at)
    values (${uploader}, ${sha256}, ${size}, ${at}) on conflict do nothing`);
}

export async function uploadForUpdate(db: Reading, { uploader, sha256 }: UploadKey) {
  const rows = await db.query<{ size: number; received: number }>(sql`-- How much of it is here?
    select size, received from photo_uploads
    where uploader = ${uploader} and sha256 = ${sha256} for update`);
  return rows[0] ?? null;
}

export async function receivedOf(db: Reading, { uploader, sha256 }: UploadKey): Promise<number> {
  const rows = await db.query<{ received: number }>(sql`-- From where does the sender go on?
    select received from photo_uploads where uploader = ${uploader} and sha256 = ${sha256}`);
  return rows[0]?.received ?? 0;
}

export async function keepPart(
  db: Reading,
  { uploader, sha256 }: UploadKey,
  { offset, bytes }: { offset: number; bytes: Buffer },
): Promise<void> {
  await db.query(sql`-- The next part of a file
    insert into photo_parts (uploader, sha256, begin_at, bytes)
    values (${uploader}, ${sha256}, ${offset}, ${bytes})`);
  await db.query(sql`-- And how much there is now
    update photo_uploads set received = ${offset + bytes.length}
    where uploader = ${uploader} and sha256 = ${sha256}`);
}

export async function partsOf(db: Reading, { uploader, sha256 }: UploadKey): Promise<Buffer[]> {
  const rows = await db.query<{ bytes: Buffer }>(sql`-- The whole file, in its order
    select bytes from photo_parts where uploader = ${uploader} and sha256 = ${sha256}
    order by begin_at`);
  return rows.map(({ bytes }) => bytes);
}

export async function dropUpload(db: Reading, { uploader, sha256 }: UploadKey): Promise<void> {
  await db.query(sql`-- Its parts go with it.
    delete from photo_uploads where uploader = ${uploader} and sha256 = ${sha256}`);
}

/** What was sent and never added to a case is nobody's any more. */
export async function forgetOldPhotos(db: Reading, before: Date): Promise<void> {
  await db.query(sql`-- Which files never became whole?
    delete from photo_uploads where begun_at < ${before}`);
  await db.query(sql`-- Which photos were added to no case?
    delete from photos where incident_id is null and uploaded_at < ${before}`);
}

import { withinCaseScope, withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';
import type { PhotoRecord, Uploader } from './photo-record.ts';
import type { ReEncoded } from './re-encode.ts';

export type NewPhoto = ReEncoded & {
  id: string;
  originalSha256: string;
  uploader: Uploader;
  at: Date;
};

export async function insertPhoto(db: Reading, photo: NewPhoto): Promise<void> {
  const { uploader } = photo;
  await db.query(sql`-- A photo that waits for its case; a twin that came at the same moment stays the only one.
    insert into photos (id, uploader, uploader_name, uploaded_at, original_sha256, area_code, width, height,
      sha256, picture, preview)
    values (${photo.id}, ${uploader.key}, ${uploader.name}, ${photo.at}, ${photo.originalSha256},
      ${uploader.areaCode}, ${photo.width}, ${photo.height}, ${photo.sha256}, ${photo.picture}, ${photo.preview})
    on conflict (uploader, original_sha256) where incident_id is null do nothing`);
}

export type AddedPhotos = {
  uploader: string;
  photoIds: readonly string[];
  incident: { id: string; areaCode: string };
  move: string;
  at: Date;
};

/** Adds the sender's waiting photos to a case; answers those that were there to add. */
export function addToIncident(
  db: Reading,
  { uploader, photoIds, incident, move, at }: AddedPhotos,
) {
  return db.query<{
    id: string;
    sha256: string;
  }>(sql`-- Which photos belong to the case from now on?
    update photos p set incident_id = ${incident.id}::uuid, area_code = ${incident.areaCode},
      move = ${move}, added_at = ${at}, rank = given.rank
    from unnest(${photoIds}::uuid[]) with ordinality as given (id, rank)
    where p.id = given.id and p.uploader = ${uploader} and p.incident_id is null
    returning p.id::text as id, p.sha256`);
}

export function photosOfIncidents(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<PhotoRecord>(sql`-- Which photos do these cases have, oldest first?
    select p.id::text as id, p.incident_id::text as "incidentId", p.move, p.added_at as "addedAt",
      p.uploader_name as "addedBy", p.width, p.height
    from photos p join incidents i on i.id = p.incident_id
    where p.incident_id = any(${ids}::uuid[])
      and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}
    order by p.added_at, p.rank`);
}

/** The bytes of a photo of a case in sight, or of one's own that waits. */
export async function pictureOf(
  db: Reading,
  viewer: Viewer,
  { id, column }: { id: string; column: 'picture' | 'preview' },
): Promise<Buffer | null> {
  const bytes: Statement = column === 'picture' ? sql`p.picture` : sql`p.preview`;
  const rows = await db.query<{ bytes: Buffer }>(sql`-- What does this photo show?
    select ${bytes} as bytes from photos p left join incidents i on i.id = p.incident_id
    where p.id = ${id}::uuid and ${withinScope(viewer, 'p.area_code')}
      and ((p.incident_id is null and p.uploader = ${viewer.userId})
        or (i.id is not null and ${withinCaseScope(viewer, 'i.area_code', 'i.department_code')}))`);
  return rows[0]?.bytes ?? null;
}

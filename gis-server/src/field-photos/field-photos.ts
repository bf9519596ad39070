/** Pictures of the field that belong to no case: taken over from those that were sent, in the transaction they belong to. */
import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Statement } from '#database/sql.ts';
import type { Reading, Writing } from '#database/transaction.ts';
import { invalidField } from '#graphql/take-in.ts';

export type FieldPhotoRecord = { id: string; subjectId: string; width: number; height: number };

type Subject = {
  kind: 'bulletin' | 'bulletin-answer' | 'patrol';
  id: string;
  areaCode: string;
};

/** The viewer's waiting photos become those of the subject; one that is not theirs or is used already is refused. */
export async function takeFieldPhotos(
  tx: Writing,
  viewer: Viewer,
  subject: Subject,
  photoIds: readonly string[],
): Promise<void> {
  if (photoIds.length === 0) return;
  // What was sent may lie in an area that the sender has left since.
  const taken = await tx.atRoot(() =>
    tx.query(sql`-- Which of the sender's photos wait for their use?
      with gone as (delete from photos where id = any(${photoIds}::uuid[])
          and uploader = ${viewer.userId} and incident_id is null
        returning id, width, height, picture, preview)
      insert into field_photos (id, subject_kind, subject_id, area_code, uploader, rank, width, height,
        picture, preview)
      select gone.id, ${subject.kind}, ${subject.id}::uuid, ${subject.areaCode}, ${viewer.userId},
        given.rank, width, height, picture, preview
      from gone join unnest(${photoIds}::uuid[]) with ordinality as given (id, rank) on given.id = gone.id
      returning id`),
  );
  if (taken.length < photoIds.length) {
    throw invalidField('input.photoIds', 'one of them is not yours or is used', 'unknown-photo');
  }
}

/** Own scope, and what a center above has sent out. */
const inReach = (viewer: Viewer): Statement =>
  sql`(${withinScope(viewer, 'p.area_code')}
    or (p.subject_kind = 'bulletin' and starts_with(${viewer.scopePrefix}, p.area_code)))`;

export function photosOfSubjects(db: Reading, viewer: Viewer, ids: readonly string[]) {
  return db.query<FieldPhotoRecord>(sql`-- Which pictures belong to these?
    select p.id::text as id, p.subject_id::text as "subjectId", p.width, p.height
    from field_photos p where p.subject_id = any(${ids}::uuid[]) and ${inReach(viewer)}
    order by p.subject_id, p.rank`);
}

/** Who oversees the field sees all of it; others their own, and what a bulletin shows them as long as it runs. */
export async function fieldPicture(
  db: Reading,
  viewer: Viewer,
  { id, column }: { id: string; column: 'picture' | 'preview' },
): Promise<Buffer | null> {
  const bytes: Statement = column === 'picture' ? sql`p.picture` : sql`p.preview`;
  const oversees = viewer.permissions.has('bulletin.issue');
  const rows = await db.query<{ bytes: Buffer }>(sql`-- What does this picture show?
    select ${bytes} as bytes from field_photos p
    where p.id = ${id}::uuid and ${inReach(viewer)} and (${oversees} or p.uploader = ${viewer.userId}
      or exists (select 1 from bulletins b where p.subject_kind = 'bulletin' and b.id = p.subject_id
        and b.ended_at is null and starts_with(${viewer.areaCode}, b.area_code)
        and ${viewer.role} = any(b.roles)))`);
  return rows[0]?.bytes ?? null;
}

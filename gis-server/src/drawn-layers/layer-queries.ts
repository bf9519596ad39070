import { withinScope } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Reading } from '#database/transaction.ts';

export type DrawnLayerRecord = {
  id: string;
  name: string;
  areaCode: string;
  ownerId: string;
  owner: string;
  shared: boolean;
  shape: object;
  changedAt: Date;
  removed: boolean;
  version: number;
};

const columns = sql`l.id, l.name, l.area_code as "areaCode", l.owner_id as "ownerId", l.owner_name as owner,
  l.shared, l.shape, l.changed_at as "changedAt", l.removed_at is not null as removed, l.version`;

/** The trash is its owner's alone. */
const seenBy = (viewer: Viewer) =>
  sql`(l.owner_id = ${viewer.userId} or (l.shared and l.removed_at is null))
    and ${withinScope(viewer, 'l.area_code')}`;

export function drawnLayers(db: Reading, viewer: Viewer, removed: boolean) {
  return db.query<DrawnLayerRecord>(sql`-- Which layers has this viewer, own or shared?
    select ${columns} from drawn_layers l
    where (l.removed_at is not null) = ${removed} and ${seenBy(viewer)}
    order by l.name, l.id limit 500`);
}

export async function drawnLayerById(db: Reading, viewer: Viewer, id: string) {
  const rows = await db.query<DrawnLayerRecord>(sql`-- Which layer has this id?
    select ${columns} from drawn_layers l where l.id = ${id}::uuid and ${seenBy(viewer)}`);
  return rows[0] ?? null;
}

export type LayerToKeep = Pick<DrawnLayerRecord, 'id' | 'name' | 'shared' | 'shape'> & { at: Date };

export function insertLayer(db: Reading, viewer: Viewer, layer: LayerToKeep) {
  const { userId, displayName, areaCode } = viewer;
  return db.query(sql`-- Keeps a shape under a name.
    insert into drawn_layers (id, name, area_code, owner_id, owner_name, shared, shape, changed_at)
    values (${layer.id}, ${layer.name}, ${areaCode}, ${userId}, ${displayName}, ${layer.shared},
      ${JSON.stringify(layer.shape)}::jsonb, ${layer.at})`);
}

/** Answers whether the version still held. */
export async function updateLayer(
  db: Reading,
  layer: LayerToKeep & { version: number },
): Promise<boolean> {
  const rows = await db.query(sql`-- Gives a layer another name, shape or audience.
    update drawn_layers l set name = ${layer.name}, shared = ${layer.shared},
      shape = ${JSON.stringify(layer.shape)}::jsonb, changed_at = ${layer.at}, version = l.version + 1
    where l.id = ${layer.id}::uuid and l.version = ${layer.version} returning l.id`);
  return rows.length > 0;
}

export function setLayerRemoved(db: Reading, id: string, removedAt: Date | null) {
  return db.query(sql`-- Puts a layer into the trash, or takes it out.
    update drawn_layers l set removed_at = ${removedAt}, version = l.version + 1
    where l.id = ${id}::uuid`);
}

/** Adds photos to a case in the same transaction as the report or move that they belong to. */
import type { Writing } from '#database/transaction.ts';
import { isUuid } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';
import { addToIncident } from './queries.ts';

export const mostPhotosAtOnce = 9;

type Photographed = {
  id: string;
  areaCode: string;
  departmentCode: string | null;
  position: { longitude: number; latitude: number };
};

export function takeInPhotoIds(given: readonly string[] | null | undefined): readonly string[] {
  const ids = [...new Set((given ?? []).map((id) => id.toLowerCase()))];
  if (ids.length > mostPhotosAtOnce) {
    throw wrongPhotos(`at most ${mostPhotosAtOnce} at once`, 'too-many-photos');
  }
  if (!ids.every(isUuid)) throw wrongPhotos('one of them is unknown', 'unknown-photo');
  return ids;
}

export async function addPhotos(
  tx: Writing,
  incident: Photographed,
  { photoIds, ...by }: { photoIds: readonly string[]; uploader: string; move: string; at: Date },
): Promise<void> {
  if (photoIds.length === 0) return;
  const added = await addToIncident(tx, { ...by, photoIds, incident });
  if (added.length < photoIds.length) {
    throw wrongPhotos('one of them is not yours or has a case already', 'unknown-photo');
  }
  tx.record({
    kind: 'incident.photographed',
    areaCode: incident.areaCode,
    departmentCode: incident.departmentCode,
    subjectKind: 'incident',
    subjectId: incident.id,
    position: incident.position,
    payload: { move: by.move, photos: added },
  });
}

function wrongPhotos(message: string, reason: string): DomainError {
  return new DomainError('invalid-input', `input.photoIds: ${message}`, {
    reason,
    details: { field: 'input.photoIds' },
  });
}

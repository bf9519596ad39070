/** What a worker does with pictures: each picture an entry of its own that goes before. */
import { newCommandId } from '#gis/command-id.ts';
import type { DraftPhoto } from '../report/report-draft.ts';
import type { EntryBody, NewEntry } from './outbox-entry.ts';

type Made = {
  userId: string;
  title: string;
  photos: readonly DraftPhoto[];
  /** Entries besides the pictures that must have arrived first. */
  needs?: readonly string[];
};

export function withPhotos(
  { userId, title, photos, needs = [] }: Made,
  bodyOf: (photoIds: readonly string[]) => Exclude<EntryBody, { kind: 'photo' }>,
): NewEntry[] {
  const ids = photos.map(({ id }) => id);
  return [
    ...photos.map(({ id, bytes, type }) => ({
      id,
      userId,
      title,
      needs: [],
      body: { kind: 'photo' as const, bytes, type },
    })),
    { id: newCommandId(), userId, title, needs: [...ids, ...needs], body: bodyOf(ids) },
  ];
}

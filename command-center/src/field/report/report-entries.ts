/** What a written report becomes. */
import type { NewEntry } from '../outbox/outbox-entry.ts';
import { withPhotos } from '../outbox/with-photos.ts';
import type { ReportDraft } from './report-draft.ts';

type Titled = {
  userId: string;
  title: string;
  position: { longitude: number; latitude: number };
};

/** The report with its pictures, as they are kept and sent. */
export function entriesOfReport(
  draft: ReportDraft,
  { userId, title, position }: Titled,
): NewEntry[] {
  const text = (words: string) => (words.trim() === '' ? null : words.trim());
  return withPhotos({ userId, title, photos: draft.photos }, (photos) => ({
    kind: 'report',
    photos,
    keyUnit: draft.keyUnit,
    component: draft.component,
    input: {
      classCode: draft.classCode ?? '',
      description: text(draft.description),
      address: text(draft.address),
      position,
      keyUnitId: draft.keyUnit?.id ?? null,
      cityComponentCode: draft.component?.code ?? null,
    },
  }));
}

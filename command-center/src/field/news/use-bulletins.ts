import { useEffect } from 'react';
import { useStore } from '#ui/create-store.ts';
import { FieldBulletinsDocument, type FieldBulletinsQuery } from '#gis/generated/graphql.ts';
import { outbox } from '../field-parts.ts';
import { keepPictures } from '../offline/keep-pictures.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import { useAsked, type Asked } from '../use-asked.ts';

export type FieldBulletin = FieldBulletinsQuery['myBulletins'][number];

export type Bulletins = {
  asked: Asked<FieldBulletinsQuery>;
  /** With what this phone has said to them and the server may not have heard yet. */
  list: readonly FieldBulletin[];
  entries: readonly OutboxEntry[];
};

export function useBulletins(): Bulletins {
  const asked = useAsked('bulletins', FieldBulletinsDocument, {});
  const entries = useStore(outbox.state, (state) => state.entries);
  const { value, stale } = asked;
  useEffect(() => {
    if (value === null || stale) return;
    const pictures = value.myBulletins.flatMap(({ photos }) =>
      photos.map(({ id }) => `/photos/${id}`),
    );
    void keepPictures('bulletins', pictures);
  }, [value, stale]);
  return { asked, list: value?.myBulletins ?? [], entries };
}

/** Read at the server, or on this phone and not said yet. */
export function isRead({ id, readAt }: FieldBulletin, entries: readonly OutboxEntry[]): boolean {
  if (readAt) return true;
  return entries.some(({ body, state }) => state !== 'refused' && bulletinOf(body) === id);
}

/** Answers that wait on this phone. */
export function waitingAnswers({ id }: FieldBulletin, entries: readonly OutboxEntry[]) {
  return entries.filter(
    ({ body, state }) => body.kind === 'answer' && body.input.id === id && state !== 'sent',
  );
}

function bulletinOf(body: OutboxEntry['body']): string | null {
  if (body.kind === 'read') return body.bulletinId;
  return body.kind === 'answer' ? String(body.input.id) : null;
}

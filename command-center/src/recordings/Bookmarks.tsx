import { useState } from 'react';
import { BookmarkPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { RefusedLine } from './RefusedLine.tsx';
import type { BookmarksOfRequest } from './use-bookmarks.ts';
import styles from './Playback.module.css';

type BookmarksProps = {
  bookmarks: BookmarksOfRequest;
  nameOf: (cameraId: string) => string;
  positionMs: () => number;
  onSeek: (positionMs: number) => void;
};

export function Bookmarks({ bookmarks, nameOf, positionMs, onSeek }: BookmarksProps) {
  const { t } = useTranslation('recordings');
  const [note, setNote] = useState('');
  return (
    <div className={styles.bookmarks} role="group" aria-label={t('bookmarks')}>
      <input
        aria-label={t('bookmarkNote')}
        placeholder={t('bookmarkNote')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button
        onClick={() => {
          bookmarks.keep(new Date(positionMs()), note.trim());
          setNote('');
        }}
      >
        <BookmarkPlus size="1.2em" aria-hidden />
        {t('bookmark')}
      </Button>
      <RefusedLine error={bookmarks.error} />
      {bookmarks.rows.map(({ id, at, note: said, cameraId, madeBy }) => (
        <span key={id} className={styles.bookmark} data-bookmark={id}>
          <Button look="plain" title={madeBy} onClick={() => onSeek(Date.parse(at))}>
            {clockWords(new Date(at), 'seconds')} {cameraId ? nameOf(cameraId) : ''} {said}
          </Button>
          <Button look="plain" aria-label={t('dropBookmark')} onClick={() => bookmarks.drop(id)}>
            <X size="1em" aria-hidden />
          </Button>
        </span>
      ))}
    </div>
  );
}

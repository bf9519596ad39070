import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { newCommandId } from '#gis/command-id.ts';
import { ReviewBrokenGlassDocument, type LookFieldsFragment } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import styles from './Register.module.css';

/** Why the glass was broken, and that the auditor has read it. */
export function GlassReview({ look }: { look: LookFieldsFragment }) {
  const { t } = useTranslation('register');
  const [review, { data, loading, error }] = useMutation(ReviewBrokenGlassDocument);
  // The answer stands at once, however long the list takes to be asked anew.
  const { breakGlassReason, reviewedAt, reviewedBy, reviewNote } = data?.reviewBrokenGlass ?? look;
  const send = (note: string): void => {
    const variables = { commandId: newCommandId(), viewId: look.id, note };
    void review({ variables }).catch(() => undefined); // said beside the button
  };
  return (
    <div className={styles.glassReason}>
      <p>{breakGlassReason}</p>
      {reviewedAt ? (
        <p className={styles.aside} data-reviewed>
          {t('glass.read', {
            by: reviewedBy ?? '',
            at: clockWords(new Date(reviewedAt), 'full'),
          })}{' '}
          {reviewNote}
        </p>
      ) : (
        <ReviewForm disabled={loading} failed={error !== undefined} onReview={send} />
      )}
    </div>
  );
}

type ReviewFormProps = { disabled: boolean; failed: boolean; onReview: (note: string) => void };

function ReviewForm({ disabled, failed, onReview }: ReviewFormProps) {
  const { t } = useTranslation('register');
  const [note, setNote] = useState('');
  return (
    <form
      className={styles.review}
      onSubmit={(event) => {
        event.preventDefault();
        onReview(note);
      }}
    >
      <input
        aria-label={t('glass.note')}
        placeholder={t('glass.note')}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="submit" data-act="review" disabled={disabled}>
        {t('glass.review')}
      </Button>
      {failed ? <span role="alert">{t('glass.failed')}</span> : null}
    </form>
  );
}

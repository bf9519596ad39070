import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleSlash } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { reasonWords } from '#video/reason-words.ts';
import styles from './StateNotice.module.css';

type NothingToShowProps = {
  reason: string;
  onRetry?: () => void;
  /** What may be done about it here. */
  children?: ReactNode;
};

/** Why no picture is even asked for. */
export function NothingToShow({ reason, onRetry, children }: NothingToShowProps) {
  const { t } = useTranslation('video');
  const words = reasonWords(t, reason, null);
  return (
    <div className={styles.notice} role="status" data-reason={reason}>
      <CircleSlash size="1.6em" aria-hidden />
      <p className={styles.means}>{words.means}</p>
      <p className={styles.next}>{words.next}</p>
      {children}
      {onRetry ? <Button onClick={onRetry}>{t('tryAgain')}</Button> : null}
    </div>
  );
}

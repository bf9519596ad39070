import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '#words/failure-words.ts';
import { Inbox, TriangleAlert, WifiOff } from 'lucide-react';
import { Button } from './Button.tsx';
import type { Face } from './face.ts';
import { Skeleton } from './Skeleton.tsx';
import { ClockTime } from './ClockTime.tsx';
import styles from './PanelFaces.module.css';

type PanelFacesProps<Value> = {
  of: Face<Value>;
  /** What would be here, said when there is nothing. */
  emptyWords: string;
  isEmpty?: (value: Value) => boolean;
  /** Rows of the skeleton, so that it has the panel's own shape. */
  skeletonRows?: number;
  children: (value: Value) => ReactNode;
};

export function PanelFaces<Value>(props: PanelFacesProps<Value>) {
  const { of, emptyWords, isEmpty, skeletonRows = 4, children } = props;
  switch (of.face) {
    case 'loading':
      return <Skeleton rows={skeletonRows} />;
    case 'failed':
      return <Failed cause={of.cause} retry={of.retry} />;
    case 'ready':
      return (
        <>
          {of.stale ? <Stale asOf={of.asOf} /> : null}
          {isEmpty?.(of.value) ? (
            <p className={styles.empty}>
              <Inbox size="1.4em" aria-hidden />
              {emptyWords}
            </p>
          ) : (
            <div className={of.stale ? styles.old : undefined}>{children(of.value)}</div>
          )}
        </>
      );
  }
}

function Failed({ cause, retry }: { cause: unknown; retry: () => void }) {
  const { t } = useTranslation('ui');
  const failureWords = useFailureWords();
  return (
    <div className={styles.failed} role="alert">
      <TriangleAlert size="1.4em" aria-hidden />
      <div>
        <p>{t('failed.title')}</p>
        <p className={styles.cause}>{failureWords(cause)}</p>
      </div>
      <Button onClick={retry}>{t('failed.retry')}</Button>
    </div>
  );
}

function Stale({ asOf }: { asOf: Date | null }) {
  const { t } = useTranslation('ui');
  return (
    <p className={styles.stale}>
      <WifiOff size="1.1em" aria-hidden />
      {t('stale')}
      {asOf ? <ClockTime at={asOf} /> : null}
    </p>
  );
}

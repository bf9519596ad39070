import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import styles from './lists.module.css';

type MoreRowsProps = {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  more: (after: string) => Promise<unknown>;
};

export function MoreRows({ pageInfo, more }: MoreRowsProps) {
  const { t } = useTranslation('lists');
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const after = pageInfo.endCursor;
  if (!pageInfo.hasNextPage || !after) return null;
  const ask = (): void => {
    setState('asking');
    more(after).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <p className={styles.more}>
      <Button disabled={state === 'asking'} onClick={ask} data-more>
        {state === 'failed' ? t('moreFailed') : t('more')}
      </Button>
    </p>
  );
}

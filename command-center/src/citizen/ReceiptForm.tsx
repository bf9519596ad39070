import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { Facts } from '#ui/Facts.tsx';
import { useClassName } from '#words/use-class-name.ts';
import { askWhatCame, CitizenRefusal, type WhatCame } from './citizen-request.ts';
import { Labelled } from './Labelled.tsx';
import styles from './Citizen.module.css';

/** What came of a report, by its receipt number. */
export function ReceiptForm({ given }: { given: string }) {
  const { t } = useTranslation('citizen');
  const nameOf = useClassName();
  const [receipt, setReceipt] = useState(given);
  const [came, setCame] = useState<WhatCame | { reason: string } | null>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    askWhatCame(receipt).then(setCame, (error: unknown) =>
      setCame({ reason: error instanceof CitizenRefusal ? error.reason : 'unreachable' }),
    );
  };
  return (
    <form className={styles.card} onSubmit={ask}>
      <h2>{t('whatCame')}</h2>
      <Labelled name={t('receipt')}>
        {(id) => (
          <span className={styles.pair}>
            <input
              id={id}
              autoComplete="off"
              maxLength={14}
              value={receipt}
              onChange={(event) => setReceipt(event.target.value)}
            />
            <Button type="submit" disabled={receipt.trim() === ''}>
              {t('askNow')}
            </Button>
          </span>
        )}
      </Labelled>
      {came && 'reason' in came ? (
        <p className={styles.refused} role="alert">
          {t(`refusal.${came.reason}`, { defaultValue: t('refusal.other') })}
        </p>
      ) : null}
      {came && 'stage' in came ? (
        <div data-came={came.stage}>
          <Facts
            facts={[
              [t('class'), nameOf(came)],
              [t('reportedAt'), clockWords(new Date(came.reportedAt), 'full')],
              [t('now'), t(came.state === 'rejected' ? 'stage.refused' : `stage.${came.stage}`)],
              [t('closedAt'), came.closedAt ? clockWords(new Date(came.closedAt), 'full') : null],
              [t('answer'), came.answer],
            ]}
          />
        </div>
      ) : null}
    </form>
  );
}

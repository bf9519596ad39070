import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { switchLanguage } from '#words/i18n.ts';
import { askWords, type PublicClass } from './citizen-request.ts';
import { CitizenForm } from './CitizenForm.tsx';
import { ReceiptForm } from './ReceiptForm.tsx';
import styles from './Citizen.module.css';

type Words = { city: string | null; classes: readonly PublicClass[] };

/** 市民上报: for anybody, without an account; a receipt number tells later what came of it. */
export function CitizenPage() {
  const { t } = useTranslation('citizen');
  const [words, setWords] = useState<Words | 'failed' | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  useEffect(() => {
    // A page for daylight and for hands, whatever this machine shows elsewhere.
    document.documentElement.dataset['face'] = 'desk';
    document.documentElement.dataset['theme'] = 'light-desk';
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    askWords().then(setWords, () => setWords('failed'));
  }, []);
  return (
    <main className={styles.page} data-citizen>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1>{t('title')}</h1>
          <Button look="plain" onClick={() => void switchLanguage()}>
            {t('language')}
          </Button>
          <p>{t('about', { city: words && words !== 'failed' ? (words.city ?? '') : '' })}</p>
        </header>
        {words === 'failed' ? <p role="alert">{t('refusal.unreachable')}</p> : null}
        {receipt ? (
          <section className={styles.card} data-receipt={receipt}>
            <h2>{t('thanks')}</h2>
            <p>{t('receiptIs')}</p>
            <output className={styles.receipt}>
              {receipt.slice(0, 5)} {receipt.slice(5)}
            </output>
            <p className={styles.quiet}>{t('keepReceipt')}</p>
            <Button onClick={() => setReceipt(null)}>{t('another')}</Button>
          </section>
        ) : words && words !== 'failed' ? (
          <CitizenForm classes={words.classes} onReceipt={setReceipt} />
        ) : null}
        <ReceiptForm key={receipt} given={receipt ?? ''} />
      </div>
    </main>
  );
}

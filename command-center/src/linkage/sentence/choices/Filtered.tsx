import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../use-choices.ts';
import styles from '../Sentence.module.css';

const overseen = 12;

type FilteredProps = {
  choices: readonly Choice[];
  children: (shown: readonly Choice[]) => ReactNode;
};

/** Choices that are too many to be overseen are found by name or code. */
export function Filtered({ choices, children }: FilteredProps) {
  const { t } = useTranslation('linkage');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const shown =
    wanted === ''
      ? choices
      : choices.filter(({ value, words }) => `${words} ${value}`.toLowerCase().includes(wanted));
  return (
    <>
      {choices.length > overseen ? (
        <input
          type="search"
          className={styles.filter}
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      ) : null}
      <div className={styles.list}>
        {shown.length > 0 ? children(shown) : <p className={styles.none}>{t('noneToChoose')}</p>}
      </div>
    </>
  );
}

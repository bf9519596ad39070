import { useTranslation } from 'react-i18next';
import { codeIn } from './look-code.ts';
import styles from './Register.module.css';

type CodeFinderProps = { typed: string; onType: (typed: string) => void };

/** From a photographed screen or a saved clip back to the look that it was. */
export function CodeFinder({ typed, onType }: CodeFinderProps) {
  const { t } = useTranslation('register');
  const isShort = typed.trim() !== '' && codeIn(typed) === null;
  return (
    <div className={styles.bar} role="search">
      <input
        type="search"
        name="viewCode"
        aria-label={t('findCode')}
        placeholder={t('findCode')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      {isShort ? <span className={styles.note}>{t('codeTooShort')}</span> : null}
    </div>
  );
}

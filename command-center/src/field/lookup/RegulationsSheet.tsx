import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClassName } from '#words/use-class-name.ts';
import cases from '../cases/Cases.module.css';
import { Sheet } from '../ui/Sheet.tsx';
import { AsOf } from './AsOf.tsx';
import { findByWords } from './find-words.ts';
import styles from './Lookup.module.css';
import { SearchLine } from './SearchLine.tsx';
import { useRegulations, type Regulation } from './use-lookup.ts';

/** 法规: found by any word of law, text or class. */
export function RegulationsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('field');
  const { regulations, asOf, stale, failed } = useRegulations();
  const [typed, setTyped] = useState('');
  const found = findByWords(
    regulations ?? [],
    typed,
    ({ law, article, text, classes, initials }) => ({
      texts: [law, article, text, ...classes.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn])],
      initials,
    }),
  );
  return (
    <Sheet title={t('lookup.regulations')} onClose={onClose}>
      <div className={styles.page} data-regulations>
        <SearchLine label={t('lookup.findRegulation')} typed={typed} onType={setTyped} />
        <AsOf asOf={asOf} stale={stale} />
        {regulations === null ? (
          <p className={cases.none}>{t(failed ? 'notKnown' : 'loading')}</p>
        ) : found.length === 0 ? (
          <p className={cases.none}>
            {t(regulations.length === 0 ? 'lookup.noRegulations' : 'lookup.noneFound')}
          </p>
        ) : (
          <ul className={styles.found}>
            {found.map((each) => (
              <Article key={each.code} of={each} isOpen={typed.trim() !== '' && found.length < 4} />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

function Article({ of, isOpen }: { of: Regulation; isOpen: boolean }) {
  const { t } = useTranslation('field');
  const className = useClassName();
  return (
    <li>
      <details className={styles.article} data-regulation={of.code} open={isOpen}>
        <summary>
          <strong>{of.law}</strong>
          <span>
            {of.article}
            {of.classes.length > 0 ? ` · ${of.classes.map(className).join('、')}` : ''}
          </span>
        </summary>
        <p lang="zh-CN">{of.text}</p>
        <p className={cases.none}>
          {of.summary ? <em className={styles.summary}>{t('lookup.summary')}</em> : null}
          {of.source}
        </p>
      </details>
    </li>
  );
}

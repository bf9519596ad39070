import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Search } from 'lucide-react';
import { useClassName } from '#words/use-class-name.ts';
import { findClasses } from './find-classes.ts';
import { recentClasses } from './report-draft.ts';
import type { ReportClass } from './use-classes.ts';
import styles from './Report.module.css';

type ClassChooserProps = {
  classes: readonly ReportClass[];
  chosen: string | null;
  onChoose: (code: string) => void;
};

const mostFound = 12;

/** What was reported before at one tap, all others by a search. */
export function ClassChooser({ classes, chosen, onChoose }: ClassChooserProps) {
  const { t } = useTranslation('field');
  const className = useClassName();
  const [typed, setTyped] = useState('');
  const recent = recentClasses().flatMap(
    (code) => classes.find((each) => each.code === code) ?? [],
  );
  const found = findClasses(classes, typed).slice(0, mostFound);
  const other = classes.find(({ code }) => code === chosen && !recent.some((r) => r.code === code));
  const offered = typed.trim() === '' ? [...(other ? [other] : []), ...recent] : found;
  return (
    <fieldset className={styles.classes}>
      <legend>{t('report.class')}</legend>
      <label className={styles.search}>
        <Search size="1.1em" aria-hidden />
        <span className="visually-hidden">{t('report.findClass')}</span>
        <input
          type="search"
          value={typed}
          placeholder={t('report.findClass')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // The key of the phone's keyboard looks for a class: it must not send the report.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </label>
      <div className={styles.tiles}>
        {offered.map((each) => (
          <button
            key={each.code}
            type="button"
            className={styles.tile}
            data-class={each.code}
            aria-pressed={each.code === chosen}
            onClick={() => {
              onChoose(each.code);
              setTyped('');
            }}
          >
            {className(each)}
          </button>
        ))}
      </div>
      {typed.trim() !== '' && found.length === 0 ? <p>{t('report.noClass')}</p> : null}
    </fieldset>
  );
}

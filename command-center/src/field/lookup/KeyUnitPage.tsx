import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import { useClassName } from '#words/use-class-name.ts';
import cases from '../cases/Cases.module.css';
import styles from './Lookup.module.css';
import type { KeyUnit } from './use-lookup.ts';

const SpotMap = lazy(() => import('../place/SpotMap.tsx').then((m) => ({ default: m.SpotMap })));

type KeyUnitPageProps = { unit: KeyUnit; act: string; onAct: () => void; children: ReactNode };

/** One unit: who answers for it, where it is, and what was found there before. */
export function KeyUnitPage({ unit, act, onAct, children }: KeyUnitPageProps) {
  const { t, i18n } = useTranslation('field');
  const className = useClassName();
  return (
    <div className={styles.page} data-key-unit-page={unit.id}>
      <dl className={cases.facts}>
        <dt>{t('lookup.kindOf')}</dt>
        <dd>{t(`lookup.kind.${unit.kind}`)}</dd>
        <dt>{t('cases.where')}</dt>
        <dd>{unit.address ?? '—'}</dd>
        <dt>{t('lookup.person')}</dt>
        <dd>{unit.personInCharge ?? '—'}</dd>
      </dl>
      <Suspense fallback={<p className={cases.none}>{t('place.mapComes')}</p>}>
        <SpotMap key={unit.id} spot={unit.position} />
      </Suspense>
      <section className={cases.list} aria-label={t('lookup.violations')}>
        <header className={cases.head}>
          <h2>{t('lookup.violations')}</h2>
          <span data-violations={unit.violationCount}>{unit.violationCount}</span>
        </header>
        {unit.violations.length === 0 ? (
          <p className={cases.none}>{t('lookup.noViolations')}</p>
        ) : (
          <ul>
            {unit.violations.map(({ id, class: kind, state, reportedAt, caseNo }) => (
              <li key={id} className={cases.row} data-violation={id}>
                <strong>{className(kind)}</strong>
                <span className={cases.state}>{t(`incidents:state.${state}`)}</span>
                <span className={cases.where}>
                  {clockWords(new Date(reportedAt), 'dayMinutes', i18n.language)}
                  {caseNo ? ` · ${caseNo}` : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
        {unit.violationCount > unit.violations.length && unit.violations.length > 0 ? (
          <p className={cases.none}>{t('lookup.older', { count: unit.violations.length })}</p>
        ) : null}
      </section>
      {children}
      <button type="button" className={styles.act} data-act="about-unit" onClick={onAct}>
        {act}
      </button>
    </div>
  );
}

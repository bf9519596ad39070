import { useTranslation } from 'react-i18next';
import { clockWords } from '#ui/clock-words.ts';
import type { FieldCaseFragment } from '#gis/generated/graphql.ts';
import styles from './Cases.module.css';

/** What is known of a case, for whoever stands before it; and by what it is judged. */
export function CaseFacts({ of }: { of: FieldCaseFragment }) {
  const { t, i18n } = useTranslation('field');
  const { address, area, state, reportedAt, position, standard } = of;
  return (
    <dl className={styles.facts}>
      <dt>{t('cases.state')}</dt>
      <dd>{t(`incidents:state.${state}`)}</dd>
      <Fact name={t('cases.number')} words={of.caseNo} />
      <dt>{t('cases.where')}</dt>
      <dd>
        {address ?? area.name}
        <a className={styles.way} href={`geo:${position.latitude},${position.longitude}`}>
          {t('cases.way')}
        </a>
      </dd>
      <dt>{t('cases.reportedAt')}</dt>
      <dd>{clockWords(new Date(reportedAt), 'dayMinutes', i18n.language)}</dd>
      <Fact name={t('report.description')} words={of.description} />
      <Fact name={t('cases.condition')} words={standard?.condition} />
      <Fact name={t('cases.closeCondition')} words={standard?.closeCondition} />
      <Fact name={t('cases.feedbackNote')} words={of.feedbackNote} />
    </dl>
  );
}

function Fact({ name, words }: { name: string; words: string | null | undefined }) {
  if (!words) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  );
}

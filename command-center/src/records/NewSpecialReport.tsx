import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SpecialReportDraftDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { currentLanguage } from '#words/i18n.ts';
import { forgetAsked, recordsAsked } from './records-asked.ts';
import { ReportForm } from './ReportForm.tsx';
import { wordsOf } from './report-words.ts';
import styles from './Records.module.css';

/** The template: filled from the cases that were chosen at the desk, else empty. */
export function NewSpecialReport({ onWritten }: { onWritten: (id: string) => void }) {
  const { t } = useTranslation('records');
  const [incidentIds] = useState<readonly string[]>(() => recordsAsked().newOf ?? []);
  const { data, error, refetch } = useQuery(SpecialReportDraftDocument, {
    variables: { incidentIds: [...incidentIds], language: currentLanguage() },
    fetchPolicy: 'network-only',
    skip: incidentIds.length === 0,
  });
  useEffect(forgetAsked, []);
  const empty = { title: '', cause: '', course: '', disposal: '' };
  const value = incidentIds.length === 0 ? empty : data?.specialReportDraft;
  const retry = () => void refetch();
  return (
    <PanelFaces of={faceOf({ value, error, retry })} emptyWords={t('gone')}>
      {(words) => (
        <article className={styles.sheet} aria-label={t('report.new')}>
          <h3>{t('report.new')}</h3>
          <p className={styles.quiet}>{t('report.ofCases', { count: incidentIds.length })}</p>
          <ReportForm
            words={wordsOf(words)}
            seen={null}
            incidentIds={incidentIds}
            onWritten={({ id }) => onWritten(id)}
          />
        </article>
      )}
    </PanelFaces>
  );
}

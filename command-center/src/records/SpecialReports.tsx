import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { specialReportStates } from 'grid-data';
import { SpecialReportDocument, SpecialReportsDocument } from '#gis/generated/graphql.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { useJournalRefresh } from '#register/use-journal-refresh.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { NewSpecialReport } from './NewSpecialReport.tsx';
import { SpecialReportSheet } from './SpecialReportSheet.tsx';
import { recordsAsked } from './records-asked.ts';
import styles from './Records.module.css';

type SpecialReportsProps = { viewer: Viewer; onCase: (incidentId: string) => void };

const tellsOfReports = ({ kind }: { kind: string }) => kind.startsWith('special-report.');

/** 专报: found at the left by words or state, read and written beside. */
export function SpecialReports({ viewer, onCase }: SpecialReportsProps) {
  const { t, i18n } = useTranslation('records');
  const [text, setText] = useState('');
  const [state, setState] = useState('');
  const [chosen, setChosen] = useState<string | null>(() =>
    recordsAsked().newOf === null ? null : 'new',
  );
  const { data, error, refetch } = useQuery(SpecialReportsDocument, {
    variables: { text: text.trim() || null, state: state || null },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({ concerns: tellsOfReports, refresh: () => refetch() });
  const face = faceOf({
    value: data?.specialReports,
    error,
    retry: () => void refetch(),
    ...known,
  });
  const shown = chosen ?? data?.specialReports[0]?.id ?? null;
  return (
    <div className={styles.columns}>
      <nav className={styles.choices} aria-label={t('tab.special-reports')}>
        <div className={styles.find}>
          <input
            type="search"
            aria-label={t('report.find')}
            placeholder={t('report.find')}
            maxLength={100}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <select
            aria-label={t('report.state')}
            value={state}
            onChange={({ target }) => setState(target.value)}
          >
            <option value="">{t('report.allStates')}</option>
            {specialReportStates.map((each) => (
              <option key={each} value={each}>
                {t(`report.states.${each}`)}
              </option>
            ))}
          </select>
          <Button look="solid" data-new-report onClick={() => setChosen('new')}>
            {t('report.new')}
          </Button>
        </div>
        <PanelFaces of={face} emptyWords={t('report.none')} isEmpty={(all) => all.length === 0}>
          {(all) => (
            <ul className={styles.list}>
              {all.map((report) => (
                <li key={report.id}>
                  <button
                    type="button"
                    className={styles.choice}
                    aria-current={report.id === shown}
                    data-report={report.id}
                    onClick={() => setChosen(report.id)}
                  >
                    <span>
                      {report.number ? `${report.number} ` : ''}
                      {report.title}
                    </span>
                    <span className={report.mayDecide ? styles.waits : styles.quiet}>
                      {t(`report.states.${report.state}`)} · {report.author} ·{' '}
                      {clockWords(new Date(report.writtenAt), 'dayMinutes', i18n.language)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </PanelFaces>
      </nav>
      {shown === 'new' ? (
        <NewSpecialReport onWritten={setChosen} />
      ) : shown ? (
        <Report
          key={shown}
          id={shown}
          mayTake={viewer.permissions.includes('data.export')}
          onCase={onCase}
        />
      ) : (
        <p className={styles.sheet}>{t('report.howTo')}</p>
      )}
    </div>
  );
}

type ReportProps = { id: string; mayTake: boolean; onCase: (incidentId: string) => void };

function Report({ id, mayTake, onCase }: ReportProps) {
  const { t } = useTranslation('records');
  const { data, error, refetch } = useQuery(SpecialReportDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const known = useJournalRefresh({
    concerns: (entry) => tellsOfReports(entry) && entry.subjectId === id,
    refresh: () => refetch(),
  });
  const retry = () => void refetch();
  return (
    <PanelFaces
      of={faceOf({ value: data?.specialReport, error, retry, ...known })}
      emptyWords={t('gone')}
    >
      {(report) => <SpecialReportSheet of={report} mayTake={mayTake} onCase={onCase} />}
    </PanelFaces>
  );
}

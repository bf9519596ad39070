import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { specialReportParts } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  DecideSpecialReportDocument,
  MakeSpecialReportFileDocument,
  SpecialReportsDocument,
  SubmitSpecialReportDocument,
  type SpecialReportInFullFragment,
} from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import { Button } from '#ui/Button.tsx';
import { clockWords } from '#ui/clock-words.ts';
import { currentLanguage } from '#words/i18n.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import { OnPaper } from './OnPaper.tsx';
import { ReportForm } from './ReportForm.tsx';
import { wordsOf } from './report-words.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import styles from './Records.module.css';

type SheetProps = {
  of: SpecialReportInFullFragment;
  mayTake: boolean;
  onCase: (incidentId: string) => void;
};

/** One special report: written in while it is a draft, decided on by a leader, then read only. */
export function SpecialReportSheet({ of: report, mayTake, onCase }: SheetProps) {
  const { t, i18n } = useTranslation('records');
  const titleOf = useIncidentTitle();
  const { id, version, title, number, state, author, writtenAt, decidedAt } = report;
  const time = (at: string) => clockWords(new Date(at), 'dayMinutes', i18n.language);
  return (
    <article
      className={styles.sheet}
      data-report-sheet={id}
      data-state={state}
      aria-label={title}
      tabIndex={0}
    >
      <header className={styles.head}>
        <h3>
          {number ? `${number} ` : ''}
          {title}
        </h3>
        {mayTake ? <OnPaper make={(format) => makeFile(id, format)} /> : null}
      </header>
      <p className={styles.quiet}>
        {t(`report.states.${state}`)} · {report.area.name} · {author} · {time(writtenAt)}
        {decidedAt
          ? ` · ${t(state === 'approved' ? 'report.approved' : 'report.cameBack', {
              name: report.decidedBy ?? '',
              at: time(decidedAt),
            })}`
          : ''}
      </p>
      {report.decisionNote ? <p className={styles.words}>{report.decisionNote}</p> : null}
      {report.incidents.length > 0 ? (
        <p className={styles.buttons}>
          {report.incidents.map((each) => (
            <Button key={each.id} look="plain" onClick={() => onCase(each.id)}>
              {each.caseNo ?? titleOf(each.title)}
            </Button>
          ))}
        </p>
      ) : null}
      {report.mayWrite ? (
        <ReportForm
          words={wordsOf(report)}
          incidentIds={report.incidents.map((each) => each.id)}
          seen={{ id, version }}
          renderNext={(unsaved) => <Submit of={report} unsaved={unsaved} />}
        />
      ) : (
        specialReportParts.map((part) => (
          <section key={part}>
            <h4>{t(`report.parts.${part}`)}</h4>
            <p className={styles.words}>{report[part] ?? '—'}</p>
          </section>
        ))
      )}
      {report.mayDecide ? <Decide of={report} /> : null}
    </article>
  );
}

type SubmitProps = { of: SpecialReportInFullFragment; unsaved: boolean };

function Submit({ of: { id, version }, unsaved }: SubmitProps) {
  const { t } = useTranslation('records');
  const refusalWords = useRefusalWords();
  const commandId = useCommandId();
  const [submit, { loading, error }] = useMutation(SubmitSpecialReportDocument, {
    refetchQueries: [SpecialReportsDocument],
  });
  return (
    <p className={styles.buttons}>
      <Button
        disabled={loading || unsaved}
        data-submit-report
        onClick={() => {
          const seen = { id, version };
          // The refusal is shown from the hook's own error.
          submit({ variables: { ...seen, commandId: commandId.of(seen) } }).catch(() => {});
        }}
      >
        {t('report.submit')}
      </Button>
      <span className={styles.quiet}>{t('report.submitMeans')}</span>
      {error ? (
        <span className={styles.refused} role="alert">
          {refusalWords(error)}
        </span>
      ) : null}
    </p>
  );
}

function Decide({ of: { id, version } }: { of: SpecialReportInFullFragment }) {
  const { t } = useTranslation('records');
  const refusalWords = useRefusalWords();
  const commandId = useCommandId();
  const [note, setNote] = useState('');
  const [decide, { loading, error }] = useMutation(DecideSpecialReportDocument, {
    refetchQueries: [SpecialReportsDocument],
  });
  const say = (approved: boolean): void => {
    const words = { id, version, approved, note: note || null };
    // The refusal is shown from the hook's own error.
    decide({ variables: { ...words, commandId: commandId.of(words) } }).catch(() => {});
  };
  return (
    <div className={styles.form} data-decide>
      <label>
        {t('report.note')}{' '}
        <input maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <div className={styles.buttons}>
        <Button look="solid" disabled={loading} data-approve onClick={() => say(true)}>
          {t('report.approve')}
        </Button>
        <Button disabled={loading} onClick={() => say(false)}>
          {t('report.sendBack')}
        </Button>
      </div>
      {error ? (
        <p className={styles.refused} role="alert">
          {refusalWords(error)}
        </p>
      ) : null}
    </div>
  );
}

async function makeFile(id: string, format: string) {
  const { data } = await gisClient.mutate({
    mutation: MakeSpecialReportFileDocument,
    variables: { commandId: newCommandId(), id, format, language: currentLanguage() },
  });
  return data?.makeSpecialReportFile ?? null;
}

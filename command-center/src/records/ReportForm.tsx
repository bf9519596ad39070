import { useId, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { longestReportPart, longestReportTitle, specialReportParts } from 'grid-data';
import {
  SpecialReportsDocument,
  WriteSpecialReportDocument,
  type SpecialReportInFullFragment,
} from '#gis/generated/graphql.ts';
import { useCommandId } from '#gis/use-command-id.ts';
import { Button } from '#ui/Button.tsx';
import { wordsOf, type ReportWords } from './report-words.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import { useReportDraft } from './use-report-draft.ts';
import styles from './Records.module.css';

type ReportFormProps = {
  words: ReportWords;
  incidentIds: readonly string[];
  /** What the house has of it; null for a new one. */
  seen: { id: string; version: number } | null;
  onWritten?: (report: SpecialReportInFullFragment) => void;
  /** What may be done with the words once they are kept. */
  renderNext?: (unsaved: boolean) => ReactNode;
};

/** 标题、事由、经过、处置、建议: what is kept stays a draft until it is submitted. */
export function ReportForm({ words, incidentIds, seen, onWritten, renderNext }: ReportFormProps) {
  const { t } = useTranslation('records');
  const id = useId();
  const refusalWords = useRefusalWords();
  const commandId = useCommandId();
  const place = `report.${seen?.id ?? ['new', ...incidentIds].join('.')}`;
  const draft = useReportDraft(place, { words, version: seen?.version ?? null });
  const { text, unsaved, overtaken } = draft;
  const [write, { loading, error }] = useMutation(WriteSpecialReportDocument, {
    refetchQueries: [SpecialReportsDocument],
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const upon = seen === null ? {} : { id: seen.id, version: draft.version };
    const input = { ...upon, ...text, incidentIds: [...incidentIds] };
    write({ variables: { input: { ...input, commandId: commandId.of(input) } } }).then(
      ({ data }) => {
        if (!data) return;
        const report = data.writeSpecialReport;
        commandId.done();
        draft.sent(text, { words: wordsOf(report), version: report.version });
        onWritten?.(report);
      },
      () => undefined, // Said below, with all that was written.
    );
  };
  const theirs = (part: keyof ReportWords): ReactNode =>
    overtaken && text[part] !== words[part] ? (
      <p className={styles.words} data-theirs={part}>
        <span className={styles.quiet}>{t('report.theirs')}</span> {words[part] || '—'}
      </p>
    ) : null;
  return (
    <>
      <form className={styles.form} data-report-form data-unsaved={unsaved} onSubmit={submit}>
        <label htmlFor={`${id}-title`}>{t('report.title')}</label>
        <input
          id={`${id}-title`}
          name="title"
          required
          maxLength={longestReportTitle}
          value={text.title}
          onChange={({ target }) => draft.change({ ...text, title: target.value })}
        />
        {theirs('title')}
        {specialReportParts.map((part) => (
          <div key={part} className={styles.part}>
            <label htmlFor={`${id}-${part}`}>{t(`report.parts.${part}`)}</label>
            <textarea
              id={`${id}-${part}`}
              name={part}
              rows={part === 'course' ? 8 : 4}
              maxLength={longestReportPart}
              value={text[part]}
              onChange={({ target }) => draft.change({ ...text, [part]: target.value })}
            />
            {theirs(part)}
          </div>
        ))}
        <div className={styles.buttons}>
          <Button look="solid" type="submit" disabled={loading || overtaken}>
            {t('report.keep')}
          </Button>
        </div>
        {overtaken ? (
          <div role="alert" data-overtaken>
            <p className={styles.refused}>{t('report.overtaken')}</p>
            <div className={styles.buttons}>
              <Button onClick={draft.keepMine}>{t('report.keepMine')}</Button>
              <Button onClick={draft.takeTheirs}>{t('report.takeTheirs')}</Button>
            </div>
          </div>
        ) : error ? (
          <p className={styles.refused} role="alert">
            {refusalWords(error)}
          </p>
        ) : null}
      </form>
      {renderNext?.(unsaved)}
    </>
  );
}

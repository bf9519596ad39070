import { useId, useState, type FormEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  longestReportPart,
  longestReportTitle,
  specialReportParts,
  type SpecialReportPart,
} from 'grid-data';
import { newCommandId } from '#gis/command-id.ts';
import {
  SpecialReportsDocument,
  WriteSpecialReportDocument,
  type SpecialReportInFullFragment,
} from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { useRefusalWords } from './use-refusal-words.ts';
import styles from './Records.module.css';

type Words = Record<SpecialReportPart, string> & { title: string };
type ReportFormProps = {
  words: Words;
  incidentIds: readonly string[];
  /** What it was when this form was filled; null for a new one. */
  seen?: { id: string; version: number };
  onWritten?: (report: SpecialReportInFullFragment) => void;
};

/** 标题、事由、经过、处置、建议: what is kept stays a draft until it is submitted. */
export function ReportForm({ words, incidentIds, seen, onWritten }: ReportFormProps) {
  const { t } = useTranslation('records');
  const id = useId();
  const refusalWords = useRefusalWords();
  const [text, setText] = useState(words);
  const [write, { loading, error }] = useMutation(WriteSpecialReportDocument, {
    refetchQueries: [SpecialReportsDocument],
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = { commandId: newCommandId(), ...seen, ...text, incidentIds: [...incidentIds] };
    write({ variables: { input } }).then(
      ({ data }) => (data ? onWritten?.(data.writeSpecialReport) : undefined),
      () => undefined, // Said below, with all that was written.
    );
  };
  return (
    <form className={styles.form} data-report-form onSubmit={submit}>
      <label htmlFor={`${id}-title`}>{t('report.title')}</label>
      <input
        id={`${id}-title`}
        name="title"
        required
        maxLength={longestReportTitle}
        value={text.title}
        onChange={({ target }) => setText({ ...text, title: target.value })}
      />
      {specialReportParts.map((part) => (
        <div key={part} className={styles.part}>
          <label htmlFor={`${id}-${part}`}>{t(`report.parts.${part}`)}</label>
          <textarea
            id={`${id}-${part}`}
            name={part}
            rows={part === 'course' ? 8 : 4}
            maxLength={longestReportPart}
            value={text[part]}
            onChange={({ target }) => setText({ ...text, [part]: target.value })}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button look="solid" type="submit" disabled={loading}>
          {t('report.keep')}
        </Button>
      </div>
      {error ? (
        <p className={styles.refused} role="alert">
          {refusalWords(error)}
        </p>
      ) : null}
    </form>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentClassesDocument } from '#gis/generated/graphql.ts';
import { useClassName } from '#words/use-class-name.ts';
import styles from './HistoryList.module.css';

type Change = { field: string; from: string | number | null; to: string | number | null };

/** What a correction has put right, from what to what. */
export function CorrectedWords({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('journal');
  const nameOf = useClassName();
  const { data } = useQuery(IncidentClassesDocument);
  const words = (field: string, value: Change['from']): string => {
    if (value === null) return '—';
    if (field === 'grade') return t(`incidents:grade.${value}`);
    const named =
      field === 'classCode' ? data?.incidentClasses.find(({ code }) => code === value) : undefined;
    return named ? nameOf(named) : String(value);
  };
  return changes.map(({ field, from, to }) => (
    <q key={field} className={styles.note} data-corrected={field}>
      {t(`corrected.${field}`)} {words(field, from)} → {words(field, to)}
    </q>
  ));
}

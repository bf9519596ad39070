import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { useTranslation } from 'react-i18next';
import { gradeLook } from '#incidents/incident-looks.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { Mark } from '#ui/Mark.tsx';
import { OpeningRow } from '#ui/OpeningRow.tsx';
import { RowsPanel } from '#ui/RowsPanel.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './Evaluation.module.css';

type CaseListProps = {
  title: string;
  /** What of: a figure's key, or a spot's. */
  behind: string;
  rows: { total: number; nodes: readonly IncidentLineFragment[] } | undefined;
  error: unknown;
  refetch: () => unknown;
  onCase: (incident: IncidentLineFragment) => void;
  onClose: () => void;
};

/** The cases behind a number, as many as it says. */
export function CaseList({ behind, onCase, ...asked }: CaseListProps) {
  const { t } = useTranslation('evaluation');
  return (
    <RowsPanel
      {...asked}
      className={styles.cases}
      words={{
        counted: (count) => t('cases', { count }),
        none: t('noCases'),
        shownOf: (shown) => t('firstOf', shown),
      }}
    >
      {({ nodes, total }) => (
        <ul data-cases-behind={behind} data-total={total}>
          {nodes.map((incident) => (
            <li key={incident.id}>
              <CaseRow incident={incident} onOpen={() => onCase(incident)} />
            </li>
          ))}
        </ul>
      )}
    </RowsPanel>
  );
}

function CaseRow({ incident, onOpen }: { incident: IncidentLineFragment; onOpen: () => void }) {
  const { t } = useTranslation('incidents');
  const titleOf = useIncidentTitle();
  return (
    <OpeningRow className={styles.case} data-case={incident.id} onOpen={onOpen}>
      <Mark {...gradeLook(incident.grade)} label={t(`grade.${incident.grade}`)} />
      <span>{titleOf(incident.title)}</span>
      <span className={styles.quiet}>{t(`state.${incident.state}`)}</span>
      <span className={styles.quiet}>{incident.caseNo ?? ''}</span>
      <span className={styles.quiet}>{incident.address ?? incident.area.name}</span>
      <span className={styles.quiet}>
        <ClockTime at={new Date(incident.reportedAt)} />
      </span>
    </OpeningRow>
  );
}

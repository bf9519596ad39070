import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { useTranslation } from 'react-i18next';
import { gradeLook } from '#incidents/incident-looks.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import type { faceOf } from '#ui/face.ts';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './Evaluation.module.css';

type Cases = { total: number; nodes: readonly IncidentLineFragment[] };

type CaseListProps = {
  title: string;
  /** What of: a figure's key, or a spot's. */
  behind: string;
  of: ReturnType<typeof faceOf<Cases>>;
  total: number | null;
  onCase: (incident: IncidentLineFragment) => void;
  onClose: () => void;
};

/** The cases behind a number, as many as it says. */
export function CaseList({ title, behind, of, total: counted, onCase, onClose }: CaseListProps) {
  const { t } = useTranslation('evaluation');
  return (
    <Panel
      className={styles.cases}
      title={title}
      aside={counted === null ? null : t('cases', { count: counted })}
      onClose={onClose}
    >
      <PanelFaces of={of} emptyWords={t('noCases')} isEmpty={({ total }) => total === 0}>
        {({ nodes, total }) => (
          <>
            <ul data-cases-behind={behind} data-total={total}>
              {nodes.map((incident) => (
                <li key={incident.id}>
                  <CaseRow incident={incident} onOpen={() => onCase(incident)} />
                </li>
              ))}
            </ul>
            {total > nodes.length ? (
              <p className={styles.quiet}>{t('firstOf', { shown: nodes.length, total })}</p>
            ) : null}
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

function CaseRow({ incident, onOpen }: { incident: IncidentLineFragment; onOpen: () => void }) {
  const { t } = useTranslation('incidents');
  const titleOf = useIncidentTitle();
  return (
    <button type="button" className={styles.case} data-case={incident.id} onClick={onOpen}>
      <Mark {...gradeLook(incident.grade)} label={t(`grade.${incident.grade}`)} />
      <span>{titleOf(incident.title)}</span>
      <span className={styles.quiet}>{t(`state.${incident.state}`)}</span>
      <span className={styles.quiet}>{incident.caseNo ?? ''}</span>
      <span className={styles.quiet}>{incident.address ?? incident.area.name}</span>
      <span className={styles.quiet}>
        <ClockTime at={new Date(incident.reportedAt)} />
      </span>
    </button>
  );
}

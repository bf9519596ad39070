import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EvaluationRowsDocument, type IncidentLineFragment } from '#gis/generated/graphql.ts';
import { gradeLook } from '#incidents/incident-looks.ts';
import { ClockTime } from '#ui/ClockTime.tsx';
import { faceOf } from '#ui/face.ts';
import { Mark } from '#ui/Mark.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useIncidentTitle } from '#words/incident-title.ts';
import type { OpenedFigure } from './opened-figure.ts';
import type { Stretch } from './use-stretch.ts';
import styles from './Evaluation.module.css';

type CasesBehindProps = {
  opened: OpenedFigure;
  stretch: Stretch;
  onCase: (incident: IncidentLineFragment) => void;
  onClose: () => void;
};

/** The cases of one figure, as many as it says. */
export function CasesBehind({ opened, stretch, onCase, onClose }: CasesBehindProps) {
  const { t } = useTranslation('evaluation');
  const { key, counted, by, group, title } = opened;
  const { data, error, refetch } = useQuery(EvaluationRowsDocument, {
    variables: { ...stretch, key, counted, by, group },
    fetchPolicy: 'cache-and-network',
  });
  const rows = data?.evaluationRows;
  const face = faceOf({ value: rows, error, retry: () => void refetch() });
  return (
    <Panel
      className={styles.cases}
      title={title}
      aside={rows ? t('cases', { count: rows.total }) : null}
      onClose={onClose}
    >
      <PanelFaces of={face} emptyWords={t('noCases')} isEmpty={({ total }) => total === 0}>
        {({ nodes, total }) => (
          <>
            <ul data-cases-behind={key} data-total={total}>
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

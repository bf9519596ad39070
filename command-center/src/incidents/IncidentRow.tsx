import { useTranslation } from 'react-i18next';
import type { IncidentLineFragment } from '#gis/generated/graphql.ts';
import { select, useMapModel } from '#map/map-model.ts';
import { dragThing } from '#map/dragged-thing.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Age } from '#ui/Age.tsx';
import { Mark } from '#ui/Mark.tsx';
import { gradeLook } from './incident-looks.ts';
import { useIncidentTitle } from '#words/incident-title.ts';
import styles from './IncidentRow.module.css';

type IncidentRowProps = { incident: IncidentLineFragment; alarming?: boolean };

export function IncidentRow({ incident, alarming = false }: IncidentRowProps) {
  const { t } = useTranslation('incidents');
  const titleOf = useIncidentTitle();
  const chosen = useMapModel(
    ({ selection }) => selection?.kind === 'incident' && selection.id === incident.id,
  );
  const { longitude, latitude } = incident.position;
  const open = (): void => {
    select({ kind: 'incident', id: incident.id, position: [longitude, latitude] });
    flyToPlace([longitude, latitude]);
  };
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={chosen}
      data-alarming={alarming}
      data-resting={incident.state === 'suspended'}
      data-incident={incident.id}
      draggable
      onDragStart={({ dataTransfer }) =>
        dragThing(dataTransfer, { kind: 'incident', incidentId: incident.id })
      }
      onClick={open}
    >
      <Mark {...gradeLook(incident.grade)} label={t(`grade.${incident.grade}`)} />
      <span className={styles.title}>{titleOf(incident.title)}</span>
      <span className={styles.age} data-overdue={incident.overdue}>
        <Age since={new Date(incident.reportedAt)} />
      </span>
      <span className={styles.place}>{incident.address ?? incident.area.name}</span>
      <span className={styles.state}>
        {incident.overdue ? t('overdue') : t(`state.${incident.state}`)}
      </span>
    </button>
  );
}

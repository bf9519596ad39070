import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { UnitAdviceDocument } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { flyToPlace } from '#map/map-host.ts';
import { Button } from '#ui/Button.tsx';
import styles from './AdvisedUnits.module.css';

type AdvisedUnitsProps = {
  incidentId: string;
  /** As if this department held the case; null: the one that does. */
  departmentCode: string | null;
  /** Puts a unit on the case; without it a press shows the unit on the map. */
  onChoose?: (name: string) => void;
  chosen?: string;
};

/** Who could go: by skill, duty, what is in hand and time on the road, best first. */
export function AdvisedUnits(props: AdvisedUnitsProps) {
  const { incidentId, departmentCode, onChoose, chosen } = props;
  const { t } = useTranslation('desk');
  const { viewer } = useViewer();
  const { data } = useQuery(UnitAdviceDocument, {
    variables: { id: incidentId, departmentCode },
    fetchPolicy: 'cache-and-network',
    skip: viewer?.permissions.includes('unit.read') !== true,
  });
  const advised = data?.incident?.unitAdvice ?? [];
  if (!data) return null;
  if (advised.length === 0) return <p className={styles.none}>{t('units.none')}</p>;
  return (
    <ol className={styles.units} aria-label={t('units.title')} data-advised-units={advised.length}>
      {advised.map(({ unit, skill, onDuty, load, travelSeconds }) => (
        <li key={unit.id}>
          <Button
            look="plain"
            className={styles.unit}
            aria-pressed={onChoose ? chosen === unit.name : undefined}
            data-unit={unit.id}
            onClick={() => {
              if (onChoose) onChoose(unit.name);
              else if (unit.position) {
                flyToPlace([unit.position.longitude, unit.position.latitude]);
              }
            }}
          >
            <span>{unit.name}</span>
            <span className={styles.facts} data-skill={skill}>
              {[
                t(`units.skill.${skill}`),
                t(onDuty ? 'units.onDuty' : 'units.offDuty'),
                t('units.load', { count: load }),
                travelSeconds === null || travelSeconds === undefined
                  ? t('units.noRoad')
                  : t('units.minutes', { minutes: Math.max(1, Math.round(travelSeconds / 60)) }),
              ].join(' · ')}
            </span>
          </Button>
        </li>
      ))}
    </ol>
  );
}

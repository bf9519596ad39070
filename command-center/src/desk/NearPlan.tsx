import { useTranslation } from 'react-i18next';
import { nearMark, planReach } from './near-plan.ts';
import styles from './Duplicates.module.css';

type Position = { longitude: number; latitude: number };
type NearPlanProps = {
  position: Position;
  circleMeters: number;
  others: readonly { id: string; position: Position }[];
  chosen: string;
};

/** A small plan, north up: this case in the middle, the circle of suspicion, the others by their numbers. */
export function NearPlan({ position, circleMeters, others, chosen }: NearPlanProps) {
  const { t } = useTranslation('desk');
  const reach = planReach(circleMeters);
  const unit = reach / 50;
  return (
    <svg
      className={styles.plan}
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      role="img"
      aria-label={t('duplicates.plan', { count: others.length, meters: circleMeters })}
      data-near-plan={others.length}
    >
      <circle className={styles.circle} r={circleMeters} strokeWidth={unit * 0.6} />
      <path
        className={styles.cross}
        strokeWidth={unit * 0.9}
        d={`M${-3 * unit} 0H${3 * unit}M0 ${-3 * unit}V${3 * unit}`}
      />
      {others.map((other, index) => {
        const { east, north } = nearMark(position, other.position);
        return (
          <g
            key={other.id}
            className={styles.other}
            data-chosen={other.id === chosen}
            transform={`translate(${east} ${-north})`}
          >
            <circle r={unit * 5.6} />
            <text fontSize={unit * 8} dy={unit * 2.9} textAnchor="middle">
              {index + 1}
            </text>
          </g>
        );
      })}
      <text
        className={styles.scale}
        fontSize={unit * 7.4}
        x={-reach + unit * 2}
        y={reach - unit * 3}
      >
        {t('duplicates.scale', { meters: circleMeters })}
      </text>
      <text
        className={styles.scale}
        fontSize={unit * 7.4}
        x={reach - unit * 2}
        y={-reach + unit * 8.5}
        textAnchor="end"
      >
        {t('duplicates.north')}
      </text>
    </svg>
  );
}

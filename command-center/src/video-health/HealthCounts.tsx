import { worstHealthsFirst } from 'grid-data';
import { useTranslation } from 'react-i18next';
import type { VideoHealthQuery } from '#gis/generated/graphql.ts';
import { showList } from '#map/list-request.ts';
import { Button } from '#ui/Button.tsx';
import styles from './VideoHealthPanel.module.css';

type HealthCountsProps = {
  areaCode: string;
  counts: VideoHealthQuery['videoHealth']['byHealth'];
};

const order = [...worstHealthsFirst, 'live', 'unchecked'];

/** What pulls and checks found, worst first; each number opens its cameras. */
export function HealthCounts({ areaCode, counts }: HealthCountsProps) {
  const { t } = useTranslation('video-health');
  const named = counts.map(({ health, count }) => ({ health: health ?? 'unchecked', count }));
  const sorted = named.toSorted((a, b) => order.indexOf(a.health) - order.indexOf(b.health));
  return (
    <ul className={styles.counts} aria-label={t('byHealth')}>
      {sorted.map(({ health, count }) => (
        <li key={health}>
          <Button
            look="plain"
            data-health={health}
            data-value={count}
            onClick={() => showList({ kind: 'cameras', areaCode, healths: [health] })}
          >
            <span className={styles.count}>{count}</span> {t(`health.${health}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { ageBands } from 'grid-data';
import { flyToBox } from '#map/map-host.ts';
import { selectArea } from '#map/map-model.ts';
import { Button } from '#ui/Button.tsx';
import { BarLines, CountButton } from '../CountButton.tsx';
import { PanelCard } from '../PanelCard.tsx';
import { openRows } from '../situation-state.ts';
import { countOf } from '../use-situation.ts';
import type { CardProps } from './card-props.ts';
import styles from '../Panels.module.css';

const gradeTones = ['state-alarm', 'state-high', 'state-middle', 'state-low'] as const;

export function GradesCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  return (
    <PanelCard
      panel="grades"
      source={t('source.incidents')}
      asOf={asOf}
      action={{ words: t('action.unacknowledged'), run: () => openRows('unacknowledged') }}
    >
      <CountButton
        figure="open"
        count={countOf(situation, 'open')}
        words={t('open')}
        size="headline"
      />
      <BarLines
        lines={gradeTones.map((tone, index) => ({
          figure: `open-grade-${index + 1}`,
          count: countOf(situation, `open-grade-${index + 1}`),
          words: t(`incidents:grade.${index + 1}`),
          tone,
        }))}
      />
    </PanelCard>
  );
}

export function AgesCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  return (
    <PanelCard
      panel="ages"
      source={t('source.incidents')}
      asOf={asOf}
      action={{ words: t('action.oldest'), run: () => openRows('age-older') }}
    >
      <BarLines
        lines={ageBands.map(({ id }) => ({
          figure: id,
          count: countOf(situation, id),
          words: t(`age.${id}`),
          ...(id === 'age-older' ? { tone: 'state-high' } : {}),
        }))}
      />
    </PanelCard>
  );
}

export function LimitsCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const met = countOf(situation, 'limit-met');
  const missed = countOf(situation, 'limit-missed');
  const share = met + missed === 0 ? null : met / (met + missed);
  return (
    <PanelCard
      panel="limits"
      source={t('source.incidents')}
      asOf={asOf}
      action={{ words: t('action.overdue'), run: () => openRows('overdue') }}
    >
      <p className={styles.share}>
        <span className={styles.headline}>
          {share === null ? '—' : `${Math.round(share * 100)}%`}
        </span>
        <span className={styles.words}>{t('limitShare')}</span>
      </p>
      <div className={styles.figures}>
        <CountButton figure="limit-met" count={met} words={t('limitMet')} />
        <CountButton
          figure="limit-missed"
          count={missed}
          words={t('limitMissed')}
          tone="state-high"
        />
        <CountButton
          figure="overdue"
          count={countOf(situation, 'overdue')}
          words={t('overdue')}
          tone="state-alarm"
        />
        <CountButton
          figure="due-soon"
          count={countOf(situation, 'due-soon')}
          words={t('dueSoon')}
          tone="state-middle"
        />
      </div>
    </PanelCard>
  );
}

const mostAreas = 8;

export function AreasCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const areas = situation.openByArea.slice(0, mostAreas);
  const [first] = areas;
  return (
    <PanelCard
      panel="areas"
      source={t('source.incidents')}
      asOf={asOf}
      action={{
        words: first ? t('action.focus', { name: first.area.name }) : t('action.open'),
        run: () => (first ? focus(first.area) : openRows('open')),
      }}
    >
      {areas.length === 0 ? <p className={styles.words}>{t('noAreas')}</p> : null}
      <ul className={styles.areas}>
        {areas.map(({ area, count }) => (
          <li key={area.code}>
            <Button
              look="plain"
              data-area={area.code}
              title={t('action.focus', { name: area.name })}
              onClick={() => focus(area)}
            >
              {area.name}
            </Button>
            <CountButton figure={`area:${area.code}`} count={count} words="" size="small" />
          </li>
        ))}
      </ul>
    </PanelCard>
  );
}

/** Panels and map alike are about this area from now on. */
function focus({ code, bbox }: { code: string; bbox: readonly number[] }): void {
  selectArea(code);
  flyToBox(bbox);
}

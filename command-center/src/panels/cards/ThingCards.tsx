import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { componentThemes } from 'grid-data';
import { DutyDialog } from '#duty/DutyDialog.tsx';
import { useViewer } from '#gis/use-viewer.ts';
import { toggleLayer, useMapModel } from '#map/map-model.ts';
import { BarLines, CountButton } from '../CountButton.tsx';
import { PanelCard } from '../PanelCard.tsx';
import { openRows } from '../situation-state.ts';
import { countOf } from '../use-situation.ts';
import type { CardProps } from './card-props.ts';
import styles from '../Panels.module.css';

export function CamerasCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const online = countOf(situation, 'cameras-online');
  const offline = countOf(situation, 'cameras-offline');
  const unknown = countOf(situation, 'cameras-unknown');
  const all = online + offline + unknown;
  return (
    <PanelCard
      panel="cameras"
      source={t('source.cameras')}
      asOf={asOf}
      action={{ words: t('action.offline'), run: () => openRows('cameras-offline') }}
    >
      <p className={styles.share}>
        <span className={styles.headline}>
          {all === 0 ? '—' : `${((online / all) * 100).toFixed(1)}%`}
        </span>
        <span className={styles.words}>{t('onlineShare')}</span>
      </p>
      <div className={styles.figures}>
        <CountButton figure="cameras-online" count={online} words={t('online')} />
        <CountButton
          figure="cameras-offline"
          count={offline}
          words={t('offline')}
          tone="state-high"
        />
        <CountButton figure="cameras-unknown" count={unknown} words={t('unknown')} />
      </div>
    </PanelCard>
  );
}

/** Shows the layer that the numbers are about, or takes it away again. */
function useLayerAction(layerId: string) {
  const { t } = useTranslation('panels');
  const isShown = useMapModel(({ shownLayers }) => shownLayers.includes(layerId));
  return {
    words: t(isShown ? 'action.hideOnMap' : 'action.showOnMap'),
    run: () => toggleLayer(layerId),
  };
}

export function UnitsCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const action = useLayerAction('units');
  return (
    <PanelCard panel="units" source={t('source.units')} asOf={asOf} action={action}>
      <div className={styles.figures}>
        <CountButton
          figure="units-on-duty"
          count={countOf(situation, 'units-on-duty')}
          words={t('onDuty')}
          size="headline"
        />
        <CountButton
          figure="units-silent"
          count={countOf(situation, 'units-silent')}
          words={t('silent')}
        />
      </div>
    </PanelCard>
  );
}

export function ThemesCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const action = useLayerAction('city-components');
  return (
    <PanelCard panel="themes" source={t('source.cityComponents')} asOf={asOf} action={action}>
      <BarLines
        lines={componentThemes.map((theme) => ({
          figure: `components-${theme}`,
          count: countOf(situation, `components-${theme}`),
          words: t(`theme.${theme}`),
        }))}
      />
    </PanelCard>
  );
}

export function DutyCard({ situation, asOf }: CardProps) {
  const { t } = useTranslation('panels');
  const { viewer } = useViewer();
  const [open, setOpen] = useState(false);
  const maySign = viewer?.permissions.includes('duty.sign-in') ?? false;
  return (
    <PanelCard
      panel="duty"
      source={t('source.duties')}
      asOf={asOf}
      action={
        maySign
          ? { words: t('action.duty'), run: () => setOpen(true) }
          : { words: t('action.whoIsOnDuty'), run: () => openRows('duty-shift-leader') }
      }
    >
      <div className={styles.figures}>
        <CountButton
          figure="duty-leader"
          count={countOf(situation, 'duty-leader')}
          words={t('duty:post.LEADER')}
        />
        <CountButton
          figure="duty-shift-leader"
          count={countOf(situation, 'duty-shift-leader')}
          words={t('duty:post.SHIFT_LEADER')}
        />
      </div>
      {open ? <DutyDialog onClose={() => setOpen(false)} /> : null}
    </PanelCard>
  );
}

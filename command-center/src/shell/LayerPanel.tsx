import { useTranslation } from 'react-i18next';
import { allLayers } from '#map/layers/all-layers.ts';
import { LegendMark } from '#map/LegendMark.tsx';
import { toggleLayer, useMapModel } from '#map/map-model.ts';
import { ThemeLayerList } from '#outside/ThemeLayerList.tsx';
import { Panel } from '#ui/Panel.tsx';
import { DrawnLayerList } from '#within/layers/DrawnLayerList.tsx';
import { toggleEvenLight, usePreferences } from './preferences.ts';
import styles from './LayerPanel.module.css';

/** Which layers are drawn, and what their marks mean. */
export function LayerPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('map');
  const shown = useMapModel(({ shownLayers }) => shownLayers);
  const isEvenlyLit = usePreferences(({ evenLight }) => evenLight);
  const engineKind = useMapModel((model) => model.engineKind);
  return (
    <Panel raised title={t('layers')} onClose={onClose} className={styles.panel}>
      <ul className={styles.layers}>
        {allLayers.toReversed().map((layer) => {
          const drawn = layer.engines.includes(engineKind);
          return (
            <li key={layer.id}>
              <label className={styles.layer}>
                <input
                  type="checkbox"
                  checked={shown.includes(layer.id)}
                  disabled={!drawn}
                  onChange={() => toggleLayer(layer.id)}
                />
                {t(`layer.${layer.id}`)}
                {drawn ? null : <span className={styles.note}>{t('notOnThisMap')}</span>}
              </label>
              {shown.includes(layer.id) && drawn ? (
                <ul className={styles.legend}>
                  {layer.legend.map(({ words, ...look }) => (
                    <li key={words}>
                      <LegendMark {...look} /> {t(words)}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
      <label className={styles.layer}>
        <input
          type="checkbox"
          data-sun-and-night
          checked={!isEvenlyLit}
          onChange={toggleEvenLight}
        />
        {t('sunAndNight')}
      </label>
      <ThemeLayerList />
      <DrawnLayerList />
    </Panel>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  CityThemeFaultsDocument,
  CityThemesDocument,
  type CityThemesQuery,
} from '#gis/generated/graphql.ts';
import { useStore } from '#ui/create-store.ts';
import { SectionTitle } from '#ui/SectionTitle.tsx';
import { shownThemeLayers, themeLayerId, toggleThemeLayer } from './theme-layers.ts';
import { ThemeRejects } from './ThemeRejects.tsx';
import { ThemeSource } from './ThemeSource.tsx';
import styles from './ThemeLayerList.module.css';

type Theme = CityThemesQuery['cityThemes'][number];

/** Which places of other systems are on the map; nothing where no system is connected. */
export function ThemeLayerList() {
  const { t } = useTranslation('outside');
  const { data } = useQuery(CityThemesDocument, { fetchPolicy: 'cache-and-network' });
  const themes = data?.cityThemes ?? [];
  const faults = useQuery(CityThemeFaultsDocument, { fetchPolicy: 'cache-and-network' }).data;
  const amiss = faults?.cityThemeFaults ?? [];
  if (themes.length + amiss.length === 0) return null;
  return (
    <div className={styles.list} data-theme-layers>
      <SectionTitle>{t('themes.layers')}</SectionTitle>
      {themes.map((theme) => (
        <ThemeLayers key={theme.code} theme={theme} />
      ))}
      {amiss.map(({ number, failure, rejected, rejects }) => (
        <section key={number} data-theme-fault={number}>
          <p className={styles.trouble}>{t(`themes.fault.${failure}`, { number })}</p>
          <ThemeRejects rejected={rejected} rejects={rejects} />
        </section>
      ))}
    </div>
  );
}

function ThemeLayers({ theme }: { theme: Theme }) {
  const shown = useStore(shownThemeLayers, ({ ids }) => ids);
  return (
    <section aria-label={theme.name}>
      <b>{theme.name}</b> <ThemeSource theme={theme} />
      <ThemeRejects rejected={theme.rejected} rejects={theme.rejects} />
      <ul>
        {theme.indicators
          .filter(({ places }) => places)
          .map(({ code, name }) => {
            const layer = { theme: theme.code, indicator: code };
            const id = themeLayerId(layer);
            return (
              <li key={code}>
                <label className={styles.layer}>
                  <input
                    type="checkbox"
                    checked={shown.includes(id)}
                    data-theme-layer={id}
                    onChange={() => void toggleThemeLayer(layer)}
                  />
                  {name}
                </label>
              </li>
            );
          })}
      </ul>
    </section>
  );
}

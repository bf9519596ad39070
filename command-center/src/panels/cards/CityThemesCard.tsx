import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CityThemesDocument, type CityThemesQuery } from '#gis/generated/graphql.ts';
import { shownThemeLayers, themeLayerId, toggleThemeLayer } from '#outside/theme-layers.ts';
import { ThemeSource } from '#outside/ThemeSource.tsx';
import { useStore } from '#ui/create-store.ts';
import { CountButton } from '../CountButton.tsx';
import { PanelCard } from '../PanelCard.tsx';
import { openRows } from '../situation-state.ts';
import type { CardProps } from './card-props.ts';
import { themeFigure } from './theme-figure.ts';
import styles from '../Panels.module.css';

type Theme = CityThemesQuery['cityThemes'][number];

export const themesEveryMs = 60_000;

/** What other systems of the city count, a card each; none where none is connected. */
export function CityThemesCard({ scope }: CardProps) {
  const { data } = useQuery(CityThemesDocument, {
    variables: { areaCode: scope.areaCode },
    pollInterval: themesEveryMs,
  });
  // Other systems count by area: beside numbers of the ground round an incident theirs are of another ground.
  const isWider = scope.incidentId !== null;
  return data?.cityThemes.map((theme) => <ThemeCard key={theme.code} {...{ theme, isWider }} />);
}

export function ThemeCard({ theme, isWider = false }: { theme: Theme; isWider?: boolean }) {
  const { t } = useTranslation('outside');
  const [first] = theme.indicators.filter(({ places }) => places);
  const layer = { theme: theme.code, indicator: first?.code ?? '' };
  const isShown = useStore(shownThemeLayers, ({ ids }) => ids.includes(themeLayerId(layer)));
  const action = first
    ? {
        words: t(isShown ? 'themes.offMap' : 'themes.onMap'),
        run: () => void toggleThemeLayer(layer),
      }
    : {
        words: t('panels:action.open'),
        run: () => openRows(themeFigure(theme.code, theme.indicators[0]!.code)),
      };
  return (
    <PanelCard
      panel="city-themes"
      title={theme.name}
      source={<ThemeSource theme={theme} />}
      action={action}
    >
      <div className={styles.figures}>
        {theme.indicators.map(({ code, name, unit, value }) => (
          <CountButton
            key={code}
            figure={themeFigure(theme.code, code)}
            count={value ?? null}
            words={unit ? `${name}（${unit}）` : name}
          />
        ))}
      </div>
      {isWider ? (
        <p className={styles.source} data-wider>
          {t('panels:ofWholeArea')}
        </p>
      ) : null}
    </PanelCard>
  );
}

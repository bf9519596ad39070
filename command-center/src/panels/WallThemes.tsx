import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CityThemesDocument } from '#gis/generated/graphql.ts';
import { faceOf } from '#ui/face.ts';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { ThemeCard, themesEveryMs } from './cards/CityThemesCard.tsx';
import styles from './Panels.module.css';

/** What other systems of the city count, as a screen of the wall shows it: a cell each, or that there is none. */
export function WallThemes({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('outside');
  const { data, error, refetch } = useQuery(CityThemesDocument, {
    variables: { areaCode },
    pollInterval: themesEveryMs,
  });
  const face = faceOf({ value: data?.cityThemes, error, retry: () => void refetch() });
  return (
    <div className={styles.wallThemes} data-wall-card="city-themes">
      <PanelFaces of={face} emptyWords={t('themes.none')} isEmpty={({ length }) => length === 0}>
        {(themes) => (
          <div className={styles.themeCells}>
            {themes.map((theme) => (
              <div key={theme.code} className={styles.wallCard}>
                <ThemeCard theme={theme} />
              </div>
            ))}
          </div>
        )}
      </PanelFaces>
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CityThemeRowsDocument, type CityThemeRowsQuery } from '#gis/generated/graphql.ts';
import { useViewer } from '#gis/use-viewer.ts';
import { askNewCase } from '#intake/asked-case.ts';
import { mayTakeDown } from '#intake/may-take-down.ts';
import lists from '#lists/lists.module.css';
import { flyToBox, flyToPlace } from '#map/map-host.ts';
import { Button } from '#ui/Button.tsx';
import { faceOf } from '#ui/face.ts';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { caseOfRow } from './case-of-row.ts';
import { closeRows } from './situation-state.ts';
import styles from './Panels.module.css';

type Row = CityThemeRowsQuery['cityThemeRows']['rows'][number];
type ThemeRowsProps = { theme: string; indicator: string; areaCode: string };

/** What a number of another system counts: places, or areas with their number. */
export function ThemeRows({ theme, indicator, areaCode }: ThemeRowsProps) {
  const { t } = useTranslation('outside');
  const { data, error, refetch } = useQuery(CityThemeRowsDocument, {
    variables: { theme, indicator, areaCode },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data?.cityThemeRows;
  const face = faceOf({ value: shown, error, retry: () => void refetch() });
  return (
    <Panel
      raised
      title={shown ? t('themes.rows', { what: shown.name, count: shown.rows.length }) : '…'}
      onClose={closeRows}
      className={styles.rows}
    >
      <PanelFaces
        of={face}
        emptyWords={t('panels:noRows')}
        isEmpty={({ rows }) => rows.length === 0}
      >
        {({ rows, unit, sensitive }) => (
          <>
            {sensitive ? <p className={styles.hint}>{t('themes.withheldMeans')}</p> : null}
            <ul data-theme-rows={`${theme}:${indicator}`}>
              {rows.map((row) => (
                <li key={row.id}>
                  <ThemeRow row={row} unit={unit} of={{ theme, indicator }} />
                </li>
              ))}
            </ul>
          </>
        )}
      </PanelFaces>
    </Panel>
  );
}

type ThemeRowProps = { row: Row; unit: string; of: Pick<ThemeRowsProps, 'theme' | 'indicator'> };

function ThemeRow({ row, unit, of }: ThemeRowProps) {
  const { t } = useTranslation('outside');
  const { viewer } = useViewer();
  const asked = mayTakeDown(viewer) ? caseOfRow(of, row) : null;
  const { id, name, area, position, value } = row;
  const show = (): void =>
    position ? flyToPlace([position.longitude, position.latitude]) : flyToBox(area.bbox);
  const line = (
    <Button look="plain" className={lists.camera} data-row={id} onClick={show}>
      <span className={lists.name}>{name ?? area.name}</span>
      <span className={lists.aside}>
        {position ? area.name : value == null ? t('themes.withheld') : `${value} ${unit}`}
      </span>
    </Button>
  );
  if (asked === null) return line;
  return (
    <div className={styles.rowWithAct}>
      {line}
      <Button data-make-case={id} onClick={() => askNewCase(asked)}>
        {t('themes.makeCase')}
      </Button>
    </div>
  );
}

import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CoverageDocument } from '#gis/generated/graphql.ts';
import { Button } from '#ui/Button.tsx';
import { ClockTime } from '#ui/ClockTime.tsx';
import { faceOf } from '#ui/face.ts';
import { Figure } from '#ui/Figure.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PanelFaces } from '#ui/PanelFaces.tsx';
import { useCoverageShapes, type Covered } from './blind-spot-shapes.ts';
import {
  blindSpotRows,
  closeBlindSpots,
  showBlindSpotRows,
  useBlindSpots,
} from './blind-spots-state.ts';
import { CoverageRows } from './CoverageRows.tsx';
import { HoursOfDay } from './HoursOfDay.tsx';
import { SiteSuggestions } from './SiteSuggestions.tsx';
import toolStyles from '#ui/ToolPanel.module.css';
import styles from './blind-spots.module.css';

/** Online states change, and with them what is dark. */
const askedAnewMs = 120_000;

/** 覆盖盲区: how much of the chosen area's roads and key places is seen, where not, and what would help. */
export function BlindSpotsPanel({ areaCode }: { areaCode: string }) {
  const open = useBlindSpots((state) => state.open);
  return open ? <BlindSpots key={areaCode} areaCode={areaCode} /> : null;
}

function BlindSpots({ areaCode }: { areaCode: string }) {
  const { t } = useTranslation('blind-spots');
  const rows = useBlindSpots((state) => state.rows);
  const { data, error, refetch } = useQuery(CoverageDocument, {
    variables: { areaCode },
    fetchPolicy: 'cache-and-network',
    pollInterval: askedAnewMs,
  });
  const covered = data?.coverage ?? null;
  useCoverageShapes(covered);
  const face = faceOf({ value: covered, error, retry: () => void refetch() });
  return (
    <Panel
      title={t('title', { area: covered?.area.name ?? '' })}
      aside={covered ? <ClockTime at={new Date(covered.asOf)} /> : null}
      onClose={closeBlindSpots}
      className={toolStyles.panel}
    >
      <PanelFaces
        of={face}
        emptyWords={t('noRoads')}
        isEmpty={({ roads }) => roads.meters === 0}
        skeletonRows={8}
      >
        {(known) => (
          <div className={toolStyles.body} data-coverage={known.area.code}>
            <Figures covered={known} />
            <HoursOfDay shares={known.byHour} />
            <div className={styles.tabs} role="tablist">
              {blindSpotRows.map((each) => (
                <Button
                  key={each}
                  look="plain"
                  role="tab"
                  aria-selected={rows === each}
                  data-rows={each}
                  onClick={() => showBlindSpotRows(each)}
                >
                  {t(`rows.${each}`)}
                </Button>
              ))}
            </div>
            {rows === 'sites' ? (
              <SiteSuggestions areaCode={areaCode} />
            ) : (
              <CoverageRows covered={known} rows={rows} />
            )}
            <p className={toolStyles.quiet}>
              {t('method', { meters: Math.round(known.stepMeters) })}
              {known.camerasUnknown > 0 ? ` ${t('unknown', { count: known.camerasUnknown })}` : ''}
            </p>
          </div>
        )}
      </PanelFaces>
    </Panel>
  );
}

function Figures({ covered: { roads, places } }: { covered: Covered }) {
  const { t } = useTranslation('blind-spots');
  const percent = (part: number): number => Math.round((part / roads.meters) * 100);
  return (
    <div className={toolStyles.figures}>
      <Figure
        name="roads-online"
        value={percent(roads.onlineMeters)}
        words={t('roadsOnline')}
        onOpen={() => showBlindSpotRows('areas')}
      />
      <Figure
        name="roads-unseen"
        value={percent(roads.meters - roads.seenMeters)}
        words={t('roadsUnseen')}
        tone="state-high"
        onOpen={() => showBlindSpotRows('roads')}
      />
      <Figure
        name="places-unseen"
        value={places.count - places.online}
        words={t('placesUnseen', { of: places.count })}
        tone="state-high"
        onOpen={() => showBlindSpotRows('places')}
      />
    </div>
  );
}

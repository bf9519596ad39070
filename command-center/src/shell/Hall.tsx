import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangesCard } from '#absence/ChangesCard.tsx';
import { AlarmPanel } from '#incidents/AlarmPanel.tsx';
import { IncidentColumn } from '#incidents/IncidentColumn.tsx';
import { useIncidentPoints } from '#incidents/use-incident-points.ts';
import { AreaCountsPanel } from '#areas/AreaCountsPanel.tsx';
import { useAreaOutline } from '#areas/use-area-outline.ts';
import { useAreaSummary } from '#areas/use-area-summary.ts';
import { useViewer, type Viewer } from '#gis/use-viewer.ts';
import { DutyCard } from '#duty/DutyCard.tsx';
import { GuestHall } from '#guests/GuestHall.tsx';
import { GuestMark } from '#guests/GuestMark.tsx';
import { useGuests } from '#guests/guests-state.ts';
import { InstructionStrip } from '#instructions/InstructionStrip.tsx';
import { InstructPanel } from '#instructions/InstructPanel.tsx';
import { useStore } from '#ui/create-store.ts';
import { Guarded } from '#ui/Guarded.tsx';
import { journalState } from '#journal/journal-state.ts';
import { FiringNotices } from '#linkage/hall/FiringNotices.tsx';
import { showFiringsOf } from '#linkage/page/linkage-page.ts';
import { ListPanel } from '#lists/ListPanel.tsx';
import { MeasurePanel } from '#measure/MeasurePanel.tsx';
import { ConeNote } from '#map/ConeNote.tsx';
import { MapView } from '#map/MapView.tsx';
import { select, selectArea, useMapModel } from '#map/map-model.ts';
import { LookHere } from '#ptz/LookHere.tsx';
import { PastCaseCard } from '#replay/past/PastCaseCard.tsx';
import { PastCases } from '#replay/past/PastCases.tsx';
import { PastClock, PastDuty } from '#replay/past/PastDuty.tsx';
import { ReplayFrame } from '#replay/ReplayFrame.tsx';
import { replayState } from '#replay/replay-state.ts';
import { useReplay } from '#replay/use-replay.ts';
import { FollowWindow } from '#sights/follow/FollowWindow.tsx';
import { BlindSpotsPanel } from '#blind-spots/BlindSpotsPanel.tsx';
import { RoutePanel } from '#sights/RoutePanel.tsx';
import { PictureReportPanel } from '#picture-report/PictureReportPanel.tsx';
import { CalibratePanel } from '#sights/calibrate/CalibratePanel.tsx';
import { PlaceCamerasPanel } from '#sights/place/PlaceCamerasPanel.tsx';
import { SurveyPanel } from '#sights/survey/SurveyPanel.tsx';
import { SearchPalette } from '#search/SearchPalette.tsx';
import { TourPanel } from '#tours/TourPanel.tsx';
import { useMovingUnits } from '#units/use-moving-units.ts';
import { PlotPanel } from '#plots/PlotPanel.tsx';
import { WithinPanel } from '#within/WithinPanel.tsx';
import { WithinRows } from '#within/rows/WithinRows.tsx';
import { BottomBar } from './BottomBar.tsx';
import { CameraColumn } from './CameraColumn.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Crosshair } from './Crosshair.tsx';
import { DetailCard } from './DetailCard.tsx';
import { KeySheet } from './KeySheet.tsx';
import { LayerPanel } from './LayerPanel.tsx';
import { MapMarks } from './MapMarks.tsx';
import { NoCity, NoMap } from './NoMap.tsx';
import { openHit } from './open-hit.ts';
import { RegisterHome } from './RegisterHome.tsx';
import { currentPath, designerPath, goTo, onPathChange } from './path.ts';
import { useCovered } from './use-covered.ts';
import { hallPanels, showPanel } from './hall-panels.ts';
import { playTourHere, TourInHall } from './TourInHall.tsx';
import { TopBar } from './TopBar.tsx';
import { lookHereInstead, rankInstead } from './map-menu.ts';
import { useHall } from './use-hall.ts';
import { useHallKeys } from './hall-keys.ts';
import { paletteCommands } from './palette-commands.ts';
import styles from './Hall.module.css';

const VideoHealthPanel = lazy(() =>
  import('#video-health/VideoHealthPanel.tsx').then((module) => ({
    default: module.VideoHealthPanel,
  })),
);

const SituationBoard = lazy(() =>
  import('#panels/SituationBoard.tsx').then((module) => ({ default: module.SituationBoard })),
);

const WallDesk = lazy(() =>
  import('#wall/desk/WallDesk.tsx').then((module) => ({ default: module.WallDesk })),
);

function openFirings(ruleId: string | null): void {
  showFiringsOf(ruleId);
  goTo('/linkage');
}

/** The wall: the map is the screen, panels float at its edges and leave when they have nothing to say. */
export function Hall() {
  const { viewer } = useViewer();
  if (!viewer) return null;
  if (!viewer.permissions.includes('map.read')) {
    const audits = viewer.permissions.includes('audit.read');
    return audits ? <RegisterHome viewer={viewer} /> : <NoMap viewer={viewer} />;
  }
  // An empty installation has a root without a code.
  if (viewer.area.code === '') return <NoCity viewer={viewer} />;
  return <HallOf viewer={viewer} />;
}

function HallOf({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('shell');
  // Before the hall opens: what a page covers draws no map.
  const covered = useCovered();
  useHall(viewer);
  useHallKeys();
  const chosenArea = useMapModel(({ areaCode }) => areaCode);
  const areaCode = chosenArea ?? viewer.area.code;
  const { face: summary, missing } = useAreaSummary(areaCode);
  useEffect(() => {
    if (missing) selectArea(null);
  }, [missing]);
  useAreaOutline(chosenArea);
  useMovingUnits(viewer.area.code, viewer.permissions.includes('unit.read'));
  useIncidentPoints(areaCode);
  const lost = useStore(journalState, ({ status }) => status === 'lost');
  const heardAt = useStore(journalState, (state) => state.heardAt);
  const panel = useStore(hallPanels, (state) => state.open);
  const replaying = useStore(replayState, ({ at }) => at !== null);
  const caseId = useMapModel(({ selection }) =>
    selection?.kind === 'incident' ? selection.id : null,
  );
  useReplay(areaCode);
  const atDesk = useSyncExternalStore(onPathChange, currentPath) === '/desk';
  const close = (): void => showPanel(null);
  const mayUseWall = viewer.permissions.some((each) => each.startsWith('wall.'));
  const guests = useGuests(({ here }) => here);
  if (guests) {
    return (
      <main className={styles.hall} inert={covered} data-covered={covered}>
        <MapView label={t('map')} />
        <GuestHall areaName={viewer.area.name} />
      </main>
    );
  }
  return (
    <main className={styles.hall} inert={covered} data-covered={covered}>
      <MapView label={t('map')} />
      <Guarded>
        <ConeNote />
      </Guarded>
      <Guarded>
        <Crosshair />
      </Guarded>
      {replaying ? null : (
        <Guarded>
          <MapMarks />
        </Guarded>
      )}
      <div className={styles.left} inert={atDesk} data-covered={atDesk}>
        <TopBar
          viewer={viewer}
          area={summary}
          {...(replaying ? { clock: <PastClock />, duty: <PastDuty /> } : {})}
        />
        <div className={styles.incidents}>
          {replaying ? (
            <PastCases />
          ) : (
            <>
              <AreaCountsPanel of={summary} stale={lost} />
              <IncidentColumn
                key={areaCode}
                areaCode={areaCode}
                stale={lost}
                asOf={heardAt === null ? null : new Date(heardAt)}
              />
            </>
          )}
        </div>
      </div>
      <div className={styles.middle}>
        <Guarded>
          <ConnectionBanner />
        </Guarded>
        <GuestMark viewer={viewer} />
        <InstructionStrip viewer={viewer} />
        <div className={styles.cards}>
          <ChangesCard
            areaCode={areaCode}
            onOpenWall={mayUseWall ? () => showPanel('wall') : null}
          />
          <Guarded>
            <ListPanel />
          </Guarded>
          {replaying && caseId !== null ? (
            <PastCaseCard key={caseId} id={caseId} onClose={() => select(null)} />
          ) : atDesk ? null : (
            <DetailCard />
          )}
          <Guarded>
            <DutyCard />
          </Guarded>
          {replaying || atDesk ? null : (
            <Guarded>
              <PlotPanel />
            </Guarded>
          )}
          <Guarded>
            <WithinPanel />
          </Guarded>
          <Guarded>
            <WithinRows />
          </Guarded>
          <RoutePanel onPlay={playTourHere} />
          <Guarded>
            <SurveyPanel />
          </Guarded>
          <Guarded>
            <MeasurePanel />
          </Guarded>
          <BlindSpotsPanel areaCode={areaCode} />
          <Guarded>
            <PlaceCamerasPanel
              onLookHere={viewer.permissions.includes('camera.ptz') ? lookHereInstead : null}
            />
          </Guarded>
          <Guarded>
            <LookHere onRank={rankInstead} />
          </Guarded>
        </div>
      </div>
      <div className={styles.right} inert={atDesk} data-covered={atDesk}>
        <Guarded>
          <AlarmPanel />
        </Guarded>
        <FiringNotices onOpen={openFirings} />
        <Guarded>
          <TourInHall />
        </Guarded>
        <Guarded>
          <FollowWindow />
        </Guarded>
        {/* At the desk a picture lies beside its case, and is not looked at twice. */}
        {atDesk ? null : (
          <Guarded>
            <CameraColumn />
          </Guarded>
        )}
      </div>
      <Guarded>
        <CalibratePanel />
      </Guarded>
      <Guarded>
        <PictureReportPanel />
      </Guarded>
      {panel === 'layers' ? <LayerPanel onClose={close} /> : null}
      {panel === 'video-health' ? (
        <Suspense>
          <VideoHealthPanel areaCode={areaCode} onClose={close} />
        </Suspense>
      ) : null}
      {panel === 'tours' ? <TourPanel onPlay={playTourHere} onClose={close} /> : null}
      {panel === 'situation' ? (
        <Suspense>
          <SituationBoard
            viewer={viewer}
            onOpenRequests={() => goTo('/recordings')}
            onClose={close}
          />
        </Suspense>
      ) : null}
      <InstructPanel viewer={viewer} />
      {panel === 'wall' ? (
        <Suspense>
          <WallDesk viewer={viewer} onClose={close} onDesign={() => goTo(designerPath)} />
        </Suspense>
      ) : null}
      {panel === 'keys' ? <KeySheet onClose={close} /> : null}
      {panel === 'search' ? (
        <SearchPalette commands={paletteCommands(viewer, t)} onHit={openHit} onClose={close} />
      ) : null}
      <ReplayFrame />
      <Guarded>
        <BottomBar areaCode={areaCode} />
      </Guarded>
    </main>
  );
}

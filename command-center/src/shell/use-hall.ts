/** What begins when the hall opens and ends when it closes: journal, map, alarms, what rules do, address. */
import { useEffect } from 'react';
import { drawState } from '#draw/draw-state.ts';
import { watchPresence } from '#absence/watch-presence.ts';
import { watchPointer } from '#draw/map-pointer.ts';
import type { Viewer } from '#gis/use-viewer.ts';
import { journalNow } from '#journal/journal-state.ts';
import { alarmState, isUnseen } from '#incidents/alarms.ts';
import { alarmSounds, soundingGrade } from '#incidents/alarm-sounds.ts';
import { unseenIncidents } from '#incidents/unseen-incidents.ts';
import { watchAlarms } from '#incidents/watch-alarms.ts';
import { reconnectJournal, startJournal } from '#journal/start-journal.ts';
import { obeyFirings } from '#linkage/hall/obey-firings.ts';
import { followDaylight } from '#map/daylight/follow-daylight.ts';
import { closeMap, flyToPlace, onMap, setMapPadding, showEngine } from '#map/map-host.ts';
import { showList } from '#map/list-request.ts';
import { mapModel } from '#map/map-model.ts';
import { useClassSymbols } from '#map/use-class-symbols.ts';
import { useMapFeed } from '#map/use-map-feed.ts';
import { viewOfBox } from '#map/view-of-box.ts';
import { drawLiveCones } from '#ptz/live-cones.ts';
import { startPtzNews } from '#ptz/ptz-news.ts';
import { watchPlotInHand } from '#plots/plot-in-hand.ts';
import { replayState } from '#replay/replay-state.ts';
import { closeMeasure } from '#measure/measure-state.ts';
import { closeBlindSpots } from '#blind-spots/blind-spots-state.ts';
import { closeRoute } from '#sights/route-state.ts';
import { endCalibration } from '#sights/calibrate/calibrate-state.ts';
import { hideThemeLayers } from '#outside/theme-layers.ts';
import { watchHandles } from '#sights/survey/pose-grips.ts';
import { endSurvey } from '#sights/survey/survey-state.ts';
import { remPx } from '#ui/rem-px.ts';
import { closeAsk } from '#within/question.ts';
import { followAddress } from './address.ts';
import { chime, waitForFirstTouch } from './chime.ts';
import { openClick } from './open-hit.ts';
import { openFirstPanel } from './first-panel.ts';
import { offerMapMenu } from './map-menu.ts';
import { preferences } from './preferences.ts';

export function useHall(viewer: Viewer): void {
  useEffect(() => {
    const { view, engineKind } = mapModel.get();
    if (view === null) openFirstPanel(viewer);
    const whole = viewOfBox(viewer.area.bbox);
    void showEngine(engineKind, view ?? whole);
    const stops = [
      startJournal(),
      watchAlarms(() => unseenIncidents(viewer.area.code)),
      obeyFirings({
        areaCode: viewer.area.code,
        sound: (grade, classCode) => {
          const heard = { grade, classCode, now: Date.now() };
          const sounding = soundingGrade(alarmSounds.get(), heard);
          if (sounding !== null) chime(sounding);
        },
        fly: flyToPlace,
        mayMove: () => replayState.get().at === null && drawState.get().tool === null,
        isUnseen,
      }),
      followAddress(),
      waitForFirstTouch(),
      followDaylight({
        place: [whole.longitude, whole.latitude],
        momentMs: () => replayState.get().at ?? journalNow(),
        wanted: () => !preferences.get().evenLight,
        changes: [replayState, preferences],
      }),
      onMap('click', openClick),
      watchPointer(),
      watchHandles(),
      watchPlotInHand(),
      // No hand comes to a wall.
      ...(viewer.role === 'wall' ? [] : [watchPresence(viewer.userId)]),
      startPtzNews(),
      drawLiveCones(),
      offerMapMenu(viewer.permissions.includes('camera.ptz')),
    ];
    addEventListener('online', reconnectJournal);
    addEventListener('resize', applyPadding);
    applyPadding();
    return () => {
      for (const stop of stops) stop();
      forgetScreen();
      removeEventListener('online', reconnectJournal);
      removeEventListener('resize', applyPadding);
    };
    // The viewer is another only after signing in again, which mounts the hall anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [viewer.userId]);
  useMapFeed();
  useClassSymbols();
}

/** Area and view stay, for signing in again leads back to them; what was seen there does not. */
function forgetScreen(): void {
  closeMap();
  closeAsk();
  closeRoute();
  endSurvey();
  endCalibration();
  closeBlindSpots();
  closeMeasure();
  hideThemeLayers();
  showList(null);
  alarmState.set({ alarms: [], refused: null });
  mapModel.set({ openCameras: [], broughtForward: null, shapes: [] });
}

/** Flights centre what panels leave free: the columns are 23 and 24 rem wide. */
function applyPadding(): void {
  const rem = remPx();
  setMapPadding({ top: 2 * rem, right: 26 * rem, bottom: 5 * rem, left: 26 * rem });
}

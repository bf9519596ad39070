/** What the keyboard does in the hall; the key sheet and the search palette read the same list. */
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { closeAbsence } from '#absence/watch-presence.ts';
import { closeDutyCard } from '#duty/duty-card-state.ts';
import { setCornerInTheMiddle } from '#draw/crosshair.ts';
import { drawState, finishDrawing, removeLastCorner } from '#draw/draw-state.ts';
import { acknowledgeIncident } from '#incidents/acknowledge.ts';
import { toggleGuests } from '#guests/guests-state.ts';
import { closeInstruct, instructForemost, isInstructing } from '#instructions/instruct-state.ts';
import { alarmState, foremostAlarm } from '#incidents/alarms.ts';
import { closeCamera, mapModel, select, selectArea, switchEngine } from '#map/map-model.ts';
import { flyToPlace, mapHost } from '#map/map-host.ts';
import { showList } from '#map/list-request.ts';
import { closeMeasure, measureState, openMeasure } from '#measure/measure-state.ts';
import { closeBlindSpots, toggleBlindSpots } from '#blind-spots/blind-spots-state.ts';
import { closeRoute, openRoute, routeState } from '#sights/route-state.ts';
import { endCalibration } from '#sights/calibrate/calibrate-state.ts';
import { unmark } from '#sights/picture/picture-places.ts';
import { closePlaceCameras, togglePlaceCameras } from '#sights/place/place-cameras.ts';
import { endSurvey } from '#sights/survey/survey-state.ts';
import { putDownPlot } from '#plots/plot-in-hand.ts';
import { closeRows } from '#panels/situation-state.ts';
import { closeLookHere, lookHereState, toggleLookHere } from '#ptz/look-here.ts';
import { closeAsk, stepBackFromAsk, toggleAsk } from '#within/question.ts';
import { jumpToReport } from '#replay/line/jump-to-report.ts';
import { backToLive, replayState, togglePlay } from '#replay/replay-state.ts';
import { switchLanguage } from '#words/i18n.ts';
import { hallPanels, showPanel, togglePanel } from './hall-panels.ts';
import { openWallOfPictures } from './open-wall.ts';
import { goTo, hallIsCovered } from './path.ts';
import { toggleFace, toggleMuted } from './preferences.ts';
import { showWholeArea } from './whole-area.ts';

export type HallCommand = { id: string; key: string; run: () => void };

/** What changes the whole screen, and the search, which leads back to the hall. */
const alsoUnderPages = ['search', 'mute', 'language', 'face'];

const panPx = 120;

export function hallCommands(): readonly HallCommand[] {
  return [
    { id: 'search', key: '/', run: () => showPanel('search') },
    { id: 'acknowledge', key: 'a', run: acknowledgeForemost },
    { id: 'locate', key: 'f', run: locate },
    { id: 'home', key: 'h', run: showWholeArea },
    { id: 'areas', key: 'q', run: () => togglePanel('areas') },
    { id: 'within', key: 'c', run: toggleAskAlone },
    { id: 'route', key: 'k', run: toggleRoute },
    { id: 'measure', key: 'j', run: toggleMeasure },
    { id: 'blind-spots', key: 'b', run: toggleBlindSpots },
    { id: 'place-cameras', key: 'n', run: togglePlaceCamerasAlone },
    { id: 'look-here', key: 'e', run: toggleLookHereAlone },
    { id: 'layers', key: 'y', run: () => togglePanel('layers') },
    { id: 'video-health', key: 'd', run: () => togglePanel('video-health') },
    { id: 'tours', key: 'r', run: () => togglePanel('tours') },
    { id: 'wall', key: 'w', run: () => togglePanel('wall') },
    { id: 'situation', key: 's', run: () => togglePanel('situation') },
    { id: 'instruct', key: 'i', run: instructForemost },
    { id: 'guests', key: 'x', run: toggleGuests },
    { id: 'replay', key: 'p', run: togglePlay },
    { id: 'report-before', key: '[', run: () => void jumpToReport(false) },
    { id: 'next-report', key: ']', run: () => void jumpToReport(true) },
    { id: 'mute', key: 'm', run: toggleMuted },
    { id: 'globe', key: 'g', run: switchEngine },
    { id: 'language', key: 'l', run: () => void switchLanguage() },
    { id: 'face', key: 't', run: toggleFace },
    { id: 'pictures', key: 'v', run: openWallOfPictures },
    { id: 'keys', key: '?', run: () => togglePanel('keys') },
  ];
}

/** The commands of a hall that can be seen, and from a page that fills the screen back to it first. */
export function chosenCommand({ id, run }: HallCommand): () => void {
  return () => {
    if (hallIsCovered() && !alsoUnderPages.includes(id)) goTo('/');
    run();
  };
}

export function useHallKeys(): void {
  useEffect(() => {
    const byKey = Object.fromEntries(
      hallCommands().map(({ id, key, run }) => [
        key === '?' ? 'Shift+?' : key,
        alsoUnderPages.includes(id) ? unlessTyping(run) : inHall(run),
      ]),
    );
    return tinykeys(window, {
      ...byKey,
      '$mod+k': (event) => {
        event.preventDefault();
        showPanel('search');
      },
      Escape: inHall(stepBack),
      Enter: whileDrawing(finishDrawing),
      Backspace: whileDrawing(removeLastCorner),
      Space: whileDrawing(setCornerInTheMiddle),
      ArrowLeft: inHall(() => pan(-panPx, 0)),
      ArrowRight: inHall(() => pan(panPx, 0)),
      ArrowUp: inHall(() => pan(0, -panPx)),
      ArrowDown: inHall(() => pan(0, panPx)),
      '+': inHall(() => zoom(0.5)),
      '=': inHall(() => zoom(0.5)),
      '-': inHall(() => zoom(2)),
    });
  }, []);
}

function unlessTyping(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement | null;
    const typing = target?.closest('input, textarea, select, [contenteditable], [role="dialog"]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    run();
  };
}

/** Under a page that fills the screen nothing is acknowledged, moved or closed that its person cannot see. */
function inHall(run: () => void): (event: KeyboardEvent) => void {
  const guarded = unlessTyping(run);
  return (event) => {
    if (!hallIsCovered()) guarded(event);
  };
}

/** These keys are the page's own but for a drawing in hand. */
function whileDrawing(run: () => void): (event: KeyboardEvent) => void {
  const guarded = inHall(run);
  return (event) => {
    const onButton = (event.target as HTMLElement | null)?.closest('button');
    if (drawState.get().tool !== null && !onButton) guarded(event);
  };
}

/** Esc closes what was opened last: panel, list, card, camera, area. */
function stepBack(): void {
  const { selection, openCameras, areaCode } = mapModel.get();
  if (isInstructing()) closeInstruct();
  else if (hallPanels.get().open === 'situation' && closeRows()) return;
  else if (hallPanels.get().open) showPanel(null);
  else if (replayState.get().at !== null) backToLive();
  else if (endCalibration()) return;
  else if (putDownPlot()) return;
  else if (stepBackFromAsk()) return;
  else if (endSurvey()) return;
  else if (closeMeasure()) return;
  else if (closeRoute()) return;
  else if (closeBlindSpots()) return;
  else if (lookHereState.get().point) closeLookHere();
  else if (closePlaceCameras()) return;
  else if (unmark()) return;
  else if (closeDutyCard()) return;
  else if (selection) select(null);
  else if (showList(null)) return;
  else if (closeAbsence()) return;
  else if (openCameras.length > 0) closeCamera(openCameras.at(-1)?.cameraId ?? '');
  else if (areaCode) selectArea(null);
}

/** One pencil draws for all: whoever takes it ends what another was drawing. */
function toggleAskAlone(): void {
  endCalibration();
  closeRoute();
  closeMeasure();
  toggleAsk();
}

/** One question about one place: the other takes its leave. */
function togglePlaceCamerasAlone(): void {
  closeLookHere();
  togglePlaceCameras();
}

function toggleLookHereAlone(): void {
  closePlaceCameras();
  toggleLookHere();
}

function toggleMeasure(): void {
  endCalibration();
  closeAsk();
  closeRoute();
  if (measureState.get().open) closeMeasure();
  else openMeasure();
}

function toggleRoute(): void {
  endCalibration();
  closeAsk();
  closeMeasure();
  if (routeState.get().open) closeRoute();
  else openRoute();
}

function acknowledgeForemost(): void {
  const { selection } = mapModel.get();
  const alarm = foremostAlarm(alarmState.get().alarms);
  const incidentId = alarm?.incidentId ?? (selection?.kind === 'incident' ? selection.id : null);
  if (incidentId) void acknowledgeIncident(incidentId);
}

/** Its key, as that of the acknowledgement, is the alarm's for as long as one stands. */
function locate(): void {
  const alarm = foremostAlarm(alarmState.get().alarms);
  const { selection } = mapModel.get();
  if (alarm) {
    select({ kind: 'incident', id: alarm.incidentId, position: alarm.position });
    flyToPlace(alarm.position);
  } else if (selection?.position) flyToPlace(selection.position);
}

function pan(x: number, y: number): void {
  const { engine } = mapHost.get();
  const middle = engine?.project([engine.view().longitude, engine.view().latitude]);
  const ground = middle && engine?.unproject({ x: middle.x + x, y: middle.y + y });
  if (engine && ground)
    engine.setView({ ...engine.view(), longitude: ground[0], latitude: ground[1] });
}

function zoom(factor: number): void {
  const { engine } = mapHost.get();
  if (!engine) return;
  const view = engine.view();
  engine.setView({ ...view, metersPerPixel: view.metersPerPixel * factor });
}

/** Keeps the address in step with the screen, so that it can be sent, kept and opened again. */
import i18next from 'i18next';
import { journalNow } from '#journal/journal-state.ts';
import { layersAtStart } from '#map/layers/all-layers.ts';
import { mapModel } from '#map/map-model.ts';
import { stateOfUrl, urlOf, type UrlState } from '#map/url-state.ts';
import { replayState } from '#replay/replay-state.ts';
import { currentLanguage } from '#words/i18n.ts';
import { createThrottle } from '#ui/throttle.ts';
import { hallPanels, showPanel } from './hall-panels.ts';
import { preferences } from './preferences.ts';

/** Browsers refuse more than a hundred changes of the address in ten seconds. */
const writeEveryMs = 250;

export function readAddress(): UrlState {
  const state = stateOfUrl(location.search);
  const { selection } = state;
  mapModel.set({
    view: state.view,
    engineKind: state.engineKind,
    areaCode: state.areaCode,
    selection: selection ? { ...selection, position: null } : null,
    shownLayers: state.layers ?? layersAtStart,
  });
  // The hall shows it once somebody is in it.
  if (state.situation) showPanel('situation');
  if (state.moment !== null && state.moment < journalNow()) replayState.set({ at: state.moment });
  return state;
}

export function followAddress(): () => void {
  const throttle = createThrottle(writeAddress, writeEveryMs);
  const stops = [mapModel, preferences, replayState, hallPanels].map((store) =>
    store.subscribe(throttle.call),
  );
  i18next.on('languageChanged', throttle.call);
  throttle.call();
  return () => {
    for (const stop of stops) stop();
    i18next.off('languageChanged', throttle.call);
    throttle.cancel();
  };
}

function writeAddress(): void {
  const { view, engineKind, areaCode, selection, shownLayers } = mapModel.get();
  const usual =
    shownLayers.length === layersAtStart.length &&
    layersAtStart.every((id) => shownLayers.includes(id));
  const language = currentLanguage();
  const query = urlOf({
    view,
    engineKind,
    areaCode,
    moment: replayState.get().at,
    selection: selection ? { kind: selection.kind, id: selection.id } : null,
    layers: usual ? null : shownLayers,
    language: language === 'zh-CN' ? null : language,
    face: preferences.get().face,
    situation: hallPanels.get().open === 'situation',
  });
  history.replaceState(history.state, '', `${location.pathname}${query === '?' ? '' : query}`);
}

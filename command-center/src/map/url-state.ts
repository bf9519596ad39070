/** What the address says of the screen: state → URL → state is the same state. */
import {
  engineKinds,
  thingKinds,
  type EngineKind,
  type ThingKind,
  type ViewState,
} from './engine.ts';

export type UrlState = {
  view: ViewState | null;
  engineKind: EngineKind;
  areaCode: string | null;
  /** The moment of the past that is shown, Unix milliseconds; null is now. */
  moment: number | null;
  selection: { kind: ThingKind; id: string } | null;
  /** Null where the address names none: then those shown at the start. */
  layers: readonly string[] | null;
  language: string | null;
  face: 'wall' | 'desk';
  /** Whether the numbers of the situation stand open. */
  situation: boolean;
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function urlOf(state: UrlState): string {
  const query = new URLSearchParams();
  if (state.view) {
    const { longitude, latitude, metersPerPixel, bearingDeg, pitchDeg } = state.view;
    query.set('at', `${round(longitude, 6)},${round(latitude, 6)}`);
    query.set('mpp', String(Number(metersPerPixel.toPrecision(5))));
    if (round(bearingDeg, 1) !== 0) query.set('bearing', String(round(bearingDeg, 1)));
    if (round(pitchDeg, 1) !== 0) query.set('pitch', String(round(pitchDeg, 1)));
  }
  if (state.engineKind !== 'flat') query.set('engine', state.engineKind);
  if (state.areaCode) query.set('area', state.areaCode);
  if (state.moment !== null)
    query.set('t', `${new Date(state.moment).toISOString().slice(0, 19)}Z`);
  if (state.selection) query.set('sel', `${state.selection.kind}:${state.selection.id}`);
  if (state.layers) query.set('layers', state.layers.join(','));
  if (state.language) query.set('lang', state.language);
  if (state.face !== 'wall') query.set('face', state.face);
  if (state.situation) query.set('board', 'situation');
  // Commas and colons may stand in a query as they are: the address stays readable.
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

/** Whatever in the address makes no sense is left out, never thrown at the person who opened it. */
export function stateOfUrl(search: string): UrlState {
  const query = new URLSearchParams(search);
  const layers = query.get('layers');
  return {
    view: viewOf(query),
    engineKind: engineKinds.find((kind) => kind === query.get('engine')) ?? 'flat',
    areaCode: /^\d{6}(\d{3}){0,2}$/.exec(query.get('area') ?? '')?.[0] ?? null,
    moment: momentOf(query.get('t')),
    selection: selectionOf(query.get('sel')),
    layers: layers === null ? null : layers.split(',').filter(Boolean),
    language: query.get('lang'),
    face: query.get('face') === 'desk' ? 'desk' : 'wall',
    situation: query.get('board') === 'situation',
  };
}

function viewOf(query: URLSearchParams): ViewState | null {
  const [longitude, latitude] = (query.get('at') ?? '').split(',').map(Number);
  const metersPerPixel = Number(query.get('mpp'));
  if (longitude === undefined || latitude === undefined) return null;
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 85)) return null;
  if (!(metersPerPixel > 0.01) || metersPerPixel > 100_000) return null;
  const bearingDeg = Number(query.get('bearing') ?? 0);
  const pitchDeg = Number(query.get('pitch') ?? 0);
  if (!Number.isFinite(bearingDeg) || !(pitchDeg >= 0 && pitchDeg <= 90)) return null;
  return { longitude, latitude, metersPerPixel, bearingDeg, pitchDeg };
}

function momentOf(text: string | null): number | null {
  const moment = Date.parse(text ?? '');
  return moment > 0 ? moment : null;
}

function selectionOf(text: string | null): UrlState['selection'] {
  const [, kind, id] = /^([a-z-]+):(.{1,100})$/.exec(text ?? '') ?? [];
  const known = thingKinds.find((each) => each === kind);
  return known && id ? { kind: known, id } : null;
}

/** One place, seen at once on the map and in every calibrated picture: where the pointer is, and what was marked. */
import { isInsidePicture, pictureOfGround, type LonLat, type PictureGround } from 'grid-data';
import { drawState } from '#draw/draw-state.ts';
import { flyToPlace, mapContainer, mapHost, onMap } from '#map/map-host.ts';
import { setShape } from '#map/map-model.ts';
import { createStore } from '#ui/create-store.ts';

type Places = {
  /** Under the pointer, in a picture or on the map. */
  pointed: LonLat | null;
  marked: LonLat | null;
};

export const picturePlaces = createStore<Places>({ pointed: null, marked: null });

const pointedId = 'picture-pointed';
const markedId = 'picture-marked';
/** Calibrated pictures that are open. */
const pictures = new Set<PictureGround>();

export function pointFromPicture(pointed: LonLat | null): void {
  picturePlaces.set({ pointed });
  setShape(
    pointedId,
    pointed && {
      geometry: { type: 'Point', coordinates: [...pointed] },
      symbols: [
        { kind: 'dot', color: 'map-halo', radiusPx: 7, opacity: 0.9 },
        { kind: 'dot', color: 'accent', radiusPx: 5, opacity: 1 },
      ],
    },
  );
}

/** Seen on the map too, wherever that looks just now. */
export function markFromPicture(marked: LonLat): void {
  mark(marked);
  const { engine } = mapHost.get();
  if (!engine) return;
  const at = engine.project(marked);
  const { clientWidth, clientHeight } = mapContainer;
  const shown = at !== null && at.x > 0 && at.y > 0 && at.x < clientWidth && at.y < clientHeight;
  if (!shown) flyToPlace(marked);
}

export function unmark(): boolean {
  const { marked } = picturePlaces.get();
  mark(null);
  return marked !== null;
}

function mark(marked: LonLat | null): void {
  picturePlaces.set({ marked });
  setShape(
    markedId,
    marked && {
      geometry: { type: 'Point', coordinates: [...marked] },
      symbols: [
        { kind: 'dot', color: 'map-halo', radiusPx: 10, opacity: 1 },
        { kind: 'dot', color: 'state-high', radiusPx: 7, opacity: 1 },
        { kind: 'dot', color: 'map-halo', radiusPx: 2.5, opacity: 1 },
      ],
    },
  );
}

/** As long as one is open the pointer on the map is followed: it costs nothing where nobody looks. */
export function joinPictures(picture: PictureGround): () => void {
  if (pictures.size === 0) begin();
  pictures.add(picture);
  return () => {
    pictures.delete(picture);
    if (pictures.size === 0) end();
  };
}

let stops: (() => void)[] = [];
let asked = 0;

function begin(): void {
  const move = (event: PointerEvent): void => {
    if (event.buttons !== 0) return;
    const { left, top } = mapContainer.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      const place = mapHost.get().engine?.unproject(at) ?? null;
      picturePlaces.set({ pointed: place !== null && isShown(place) ? place : null });
    });
  };
  const leave = (): void => picturePlaces.set({ pointed: null });
  mapContainer.addEventListener('pointermove', move);
  mapContainer.addEventListener('pointerleave', leave);
  stops = [
    () => mapContainer.removeEventListener('pointermove', move),
    () => mapContainer.removeEventListener('pointerleave', leave),
    onMap('click', ({ position }) => {
      if (drawState.get().tool === null && isShown(position)) mark(position);
    }),
  ];
}

function end(): void {
  cancelAnimationFrame(asked);
  asked = 0;
  for (const stop of stops) stop();
  stops = [];
  pointFromPicture(null);
  mark(null);
}

function isShown(place: LonLat): boolean {
  return [...pictures].some((picture) => {
    const point = pictureOfGround(picture, place);
    return point !== null && isInsidePicture(point);
  });
}

/** A camera whose picture is being matched to the map: a picture that stands still, its points, and what they tell. */
import {
  coneRing,
  type CameraPose,
  type FoundCamera,
  type LonLat,
  type PicturePoint,
  type SolvedCalibration,
} from 'grid-data';
import { startDrawing, stopDrawing } from '#draw/draw-state.ts';
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  CalibrateCameraDocument,
  CalibrationOfCameraDocument,
  RemoveCameraCalibrationDocument,
  SurveyCameraDocument,
  type CalibrationOfCameraQuery,
} from '#gis/generated/graphql.ts';
import { flyToBox, mapHost } from '#map/map-host.ts';
import { refusalOf, type Refusal } from '#session/refusal.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { drawCalibration } from './calibrate-shapes.ts';
import { matchedOf, offerOf, solvedOf, withGround, withPicture, type Pair } from './pairs.ts';

type Camera = { id: string; name: string; version: number; pose: CameraPose };

export type CalibrateState = {
  camera: Camera | null;
  /** The version that a save replaces; 0 where there is none yet. */
  version: number;
  /** Why what is kept is not to be relied on now. */
  stale: string | null;
  picture: HTMLCanvasElement | null;
  /** The look that the picture was taken from: its mark lies over it. */
  viewId: string | null;
  pairs: readonly Pair[];
  /** What stood before each change: the way back. */
  before: readonly (readonly Pair[])[];
  kept: readonly Pair[];
  solved: SolvedCalibration | null;
  /** The camera behind the points, where they tell it. */
  offer: FoundCamera | null;
  /** Whether a save writes the offer down as the camera's pose too. */
  adopts: boolean;
  saving: boolean;
  saved: boolean;
  refusal: Refusal | null;
};

const nothing: CalibrateState = {
  camera: null,
  version: 0,
  stale: null,
  picture: null,
  viewId: null,
  pairs: [],
  before: [],
  kept: [],
  solved: null,
  offer: null,
  adopts: false,
  saving: false,
  saved: false,
  refusal: null,
};
export const calibrateState = createStore<CalibrateState>({ ...nothing });

export function useCalibrate<Part>(select: (state: CalibrateState) => Part): Part {
  return useStore(calibrateState, select);
}

type Begun = { cameraId: string; picture: HTMLCanvasElement; viewId: string | null };

export async function beginCalibration({ cameraId, picture, viewId }: Begun): Promise<void> {
  endCalibration();
  const found = await ask(cameraId);
  if (!found) return;
  calibrateState.set({ ...nothing, ...knownOf(found), picture, viewId });
  change(calibrateState.get().kept, []);
  showBeside(calibrateState.get().camera!.pose);
}

/** The panel covers the left half of the map: the ground of the camera is brought to the right of it. */
function showBeside(pose: CameraPose): void {
  const ring = coneRing({ ...pose, rangeMeters: Math.min(pose.rangeMeters ?? 60, 150) });
  const [longitudes, latitudes] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const side = Math.max(east - west, north - south);
  flyToBox([west - side, south, east, north]);
}

/** Answers whether one was in hand. */
export function endCalibration(): boolean {
  const { camera } = calibrateState.get();
  if (camera === null) return false;
  stopDrawing();
  calibrateState.set({ ...nothing });
  drawCalibration(calibrateState.get());
  return true;
}

export function setPicturePoint(point: PicturePoint): void {
  const { pairs, before } = calibrateState.get();
  change(withPicture(pairs, point), [...before, pairs]);
}

function setGroundPoint(place: LonLat): void {
  const { pairs, before } = calibrateState.get();
  change(withGround(pairs, place), [...before, pairs]);
}

/** For who has no pointer: the map's middle is moved to the place. */
export function takeMapMiddle(): void {
  const view = mapHost.get().engine?.view();
  if (view) setGroundPoint([view.longitude, view.latitude]);
}

export function removePair(index: number): void {
  const { pairs, before } = calibrateState.get();
  change(
    pairs.filter((_, at) => at !== index),
    [...before, pairs],
  );
}

export function undoPoint(): void {
  const { before } = calibrateState.get();
  const last = before.at(-1);
  if (last) change(last, before.slice(0, -1));
}

export function adoptOffer(adopts: boolean): void {
  calibrateState.set({ adopts });
}

function change(pairs: readonly Pair[], before: CalibrateState['before']): void {
  const { picture } = calibrateState.get();
  const solved = solvedOf(pairs);
  const offer = picture ? offerOf(solved, pairs, picture.width / picture.height) : null;
  const adopts = offer !== null && calibrateState.get().adopts;
  calibrateState.set({ pairs, before, solved, offer, adopts, refusal: null, saved: false });
  drawCalibration(calibrateState.get());
  listen();
}

/** Clicks on the map are the points' as long as the panel stands, with the pencil that all who draw there share. */
function listen(): void {
  if (calibrateState.get().camera === null) return;
  startDrawing('point', (drawn) => {
    if (drawn.kind === 'point') setGroundPoint(drawn.position);
  });
}

export function isWhole({ solved, pairs, kept }: CalibrateState): boolean {
  const whole = pairs.every(({ picture, ground }) => picture !== null && ground !== null);
  return solved?.solved === true && whole && (pairs !== kept || pairs.length > 0);
}

export async function saveCalibration(): Promise<void> {
  const { camera, picture, pairs, version, offer, adopts } = calibrateState.get();
  if (camera === null || picture === null) return;
  await asking(camera.id, async () => {
    // First: what is kept of the points counts from how the camera is known to stand then.
    if (adopts && offer !== null) await writeDown(camera, offer);
    await gisClient.mutate({
      mutation: CalibrateCameraDocument,
      variables: {
        input: {
          commandId: newCommandId(),
          cameraId: camera.id,
          version,
          aspect: picture.width / picture.height,
          points: matchedOf(pairs).map(({ picture: [x, y], ground: [longitude, latitude] }) => ({
            ...{ x, y },
            position: { longitude, latitude },
          })),
        },
      },
    });
  });
}

export async function removeCalibration(): Promise<void> {
  const { camera, version } = calibrateState.get();
  if (camera === null) return;
  await asking(camera.id, async () => {
    await gisClient.mutate({
      mutation: RemoveCameraCalibrationDocument,
      variables: { commandId: newCommandId(), cameraId: camera.id, version },
    });
  });
}

async function writeDown({ id, version, pose }: Camera, offer: FoundCamera): Promise<void> {
  const [longitude, latitude] = offer.position;
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  await gisClient.mutate({
    mutation: SurveyCameraDocument,
    variables: {
      input: {
        ...{ commandId: newCommandId(), id, version, rangeMeters: pose.rangeMeters },
        position: { longitude, latitude },
        bearingDeg: tenth(offer.bearingDeg) % 360,
        widthDeg: tenth(offer.widthDeg),
        heightMeters: tenth(offer.heightMeters),
      },
    },
  });
}

/** Whatever came of it, what is kept now is asked for; the points in hand stay as they are. */
async function asking(cameraId: string, work: () => Promise<void>): Promise<void> {
  calibrateState.set({ saving: true, refusal: null });
  const refusal = await work().then(
    () => null,
    (error: unknown) => refusalOf(error),
  );
  const found = await ask(cameraId);
  if (calibrateState.get().camera?.id !== cameraId) return;
  if (found) calibrateState.set(knownOf(found));
  calibrateState.set({ saving: false, refusal, saved: refusal === null });
  if (refusal === null) change(calibrateState.get().kept, []);
  calibrateState.set({ refusal, saved: refusal === null });
}

type Found = NonNullable<CalibrationOfCameraQuery['camera']>;

async function ask(id: string): Promise<Found | null> {
  const answer = await gisClient
    .query({ query: CalibrationOfCameraDocument, variables: { id }, fetchPolicy: 'network-only' })
    .catch(() => null);
  return answer?.data?.camera ?? null;
}

function knownOf({ calibration, ...camera }: Found) {
  const { id, name, version, position } = camera;
  const pose: CameraPose = {
    longitude: position.longitude,
    latitude: position.latitude,
    bearingDeg: camera.bearingDeg ?? null,
    widthDeg: camera.widthDeg ?? null,
    rangeMeters: camera.rangeMeters ?? null,
    heightMeters: camera.heightMeters ?? null,
  };
  const kept = (calibration?.points ?? []).map((point): Pair => ({
    picture: [point.x, point.y],
    ground: [point.position.longitude, point.position.latitude],
  }));
  return {
    camera: { id, name, version, pose },
    version: calibration?.version ?? 0,
    stale: calibration?.stale ?? null,
    kept,
  };
}

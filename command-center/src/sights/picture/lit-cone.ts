/** The cone of the camera whose window is pointed at, lit on the map: which of many windows looks where. */
import { sightOf } from '#map/camera-sights.ts';
import { setShape } from '#map/map-model.ts';
import { isTurned } from '#map/turned-cameras.ts';
import { seenGround } from '#map/view-cones.ts';

const shapeId = 'lit-cone';

type LitCamera = {
  id: string;
  position: { longitude: number; latitude: number };
  bearingDeg?: number | null;
  widthDeg?: number | null;
  rangeMeters?: number | null;
};

let litId: string | null = null;

/** A turned camera's cone is drawn as it looks now: nothing is lit over it that it does not see. */
export function lightCone(camera: LitCamera | null): void {
  if (camera === null || isTurned(camera.id)) return dimCone(litId);
  const { longitude, latitude } = camera.position;
  const ground = seenGround([longitude, latitude], camera, sightOf(camera.id));
  litId = camera.id;
  setShape(
    shapeId,
    ground && {
      geometry: ground.geometry,
      symbols: [
        { kind: 'fill', color: 'accent', opacity: 0.3 },
        { kind: 'line', color: 'accent', opacity: 1, widthPx: 2 },
      ],
    },
  );
}

/** Only by whom it was lit: the pointer may be in the next window already. */
export function dimCone(cameraId: string | null): void {
  if (cameraId === null || litId !== cameraId) return;
  litId = null;
  setShape(shapeId, null);
}

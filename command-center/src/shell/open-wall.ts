/** From the hall to the wall of pictures and back: what is open goes along. */
import { showOnWall, wallModel, type WallModel } from '#cameras/wall/wall-model.ts';
import { mapModel, type OpenCamera } from '#map/map-model.ts';
import { goTo } from './path.ts';

export const wallPath = '/wall';

export function openWallOfPictures(): void {
  const { openCameras } = mapModel.get();
  if (openCameras.length > 0) {
    showOnWall(
      openCameras.map(({ cameraId, basis }) => ({ cameraId, basis })),
      null,
    );
  }
  goTo(wallPath);
}

export function leaveWallOfPictures(): void {
  mapModel.set({ openCameras: windowsOf(wallModel.get()) });
  showOnWall([], null);
  goTo('/');
}

/** As many as stand above each other beside the map and can be read. */
const mostWindowsFromWall = 3;

/** What returns to the hall: the picture in focus before the others. */
export function windowsOf({ cameras, purpose, focus }: WallModel): OpenCamera[] {
  const basisOfWall = purpose === null ? null : { dutyPurpose: purpose };
  const focused = cameras.filter(({ cameraId }) => cameraId === focus);
  const others = cameras.filter(({ cameraId }) => cameraId !== focus);
  return [...focused, ...others].slice(0, mostWindowsFromWall).map(({ cameraId, basis }) => ({
    cameraId,
    basis: basis ?? basisOfWall,
    reason: null,
    position: null,
    draggedTo: null,
  }));
}

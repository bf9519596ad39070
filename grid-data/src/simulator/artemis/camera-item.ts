import type { CameraKind, CameraState } from '#domain/camera.ts';
import { fromCgcs2000 } from '#domain/coordinate-systems.ts';
import { platformIdOf } from '../cameras/camera-register.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';

const typeByKind: Record<CameraKind, readonly [number, string]> = {
  fixed: [0, '枪机'],
  dome: [1, '半球'],
  ptz: [2, '快球'],
  'high-point': [3, '带云台枪机'],
  mobile: [0, '枪机'],
};
const statusByState: Record<CameraState, number> = { unknown: 0, online: 1, offline: 2 };
const installedAt = '2024-05-20T09:00:00.000+08:00';

/** A camera as the platform lists it: positions as strings and in GCJ-02. */
export function cameraItem(camera: SimulatedCamera, state: CameraState): Record<string, unknown> {
  const [longitude, latitude] = fromCgcs2000('gcj02', [camera.longitude, camera.latitude]);
  const [cameraType, cameraTypeName] = typeByKind[camera.kind];
  const turns = camera.kind === 'ptz' || camera.kind === 'high-point';
  return {
    cameraIndexCode: platformIdOf(camera),
    cameraName: camera.name,
    cameraType,
    cameraTypeName,
    gbIndexCode: camera.gbCode,
    externalIndexCode: camera.gbCode,
    longitude: longitude.toFixed(6),
    latitude: latitude.toFixed(6),
    altitude: null,
    pixel: 1,
    ptz: turns ? 1 : 4,
    capabilitySet: turns ? '@preview@record@ptz@' : '@preview@record@',
    channelNo: '1',
    encodeDevIndexCode: `nvr-${platformIdOf(camera)}`,
    installLocation: null,
    recordLocation: '0',
    regionIndexCode: 'root000000',
    status: statusByState[state],
    transType: 1,
    treatyType: 'hiksdk_net',
    viewshed: null,
    createTime: installedAt,
    updateTime: installedAt,
  };
}

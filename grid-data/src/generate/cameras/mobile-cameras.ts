import type { CameraOwner, PlaceClass } from '#domain/camera.ts';
import { uuidOf } from '../random.ts';
import type { CameraRow } from '../rows.ts';
import { industryByOwner, platformOf, purposesByOwner, sceneOf } from './camera-owners.ts';
import type { City } from '../things/city.ts';

type Mobile = { name: string; owner: CameraOwner; placeClass: PlaceClass };

/** Cameras that send their picture themselves (RTMP): drones, carry-on balls and recorders. */
const mobiles: Mobile[] = [
  { name: '无人机巡查1号(河道)', owner: 'water', placeClass: 'river' },
  { name: '无人机巡查2号(林区)', owner: 'forestry', placeClass: 'forest-lookout' },
  { name: '布控球1号', owner: 'public-security', placeClass: 'square' },
  { name: '布控球2号', owner: 'public-security', placeClass: 'station' },
  { name: '城管执法记录仪1号', owner: 'city-management', placeClass: 'market' },
  { name: '城管执法记录仪2号', owner: 'city-management', placeClass: 'street' },
];

export const mobileCameraCount = mobiles.length;

/** Each starts where a fixed camera of its kind of place stands; which way it looks nobody knows. */
export function mobileCameras(city: City, fixed: CameraRow[]): CameraRow[] {
  return mobiles.map(({ name, owner, placeClass }, i) => {
    const number = fixed.length + i;
    const start = fixed.find((camera) => camera.placeClass === placeClass) ?? fixed[0]!;
    const serial = String(number + 1).padStart(6, '0');
    return {
      ...{ areaCode: start.areaCode, longitude: start.longitude, latitude: start.latitude },
      id: uuidOf('camera', number, city.seed),
      platform: platformOf(owner),
      platformCameraId: `mobile-${i + 1}`,
      gbCode: `43138200${industryByOwner[owner]}1380${serial}`,
      ...{
        name,
        owner,
        placeClass,
        kind: 'mobile',
        clip: null,
        calibration: null,
        state: 'online',
      },
      ...{ bearingDeg: null, widthDeg: null, rangeMeters: 120, heightMeters: null },
      purposes: [...purposesByOwner[owner]],
      noticePosted: true,
      filingNo: `湘公视备431382-2025-${serial}`,
      sceneKind: sceneOf(placeClass),
      address: start.address,
    };
  });
}

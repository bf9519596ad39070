/** What a camera is, who owns it and what it may be looked through for (decree 799, PIPL art. 26). */
export const cameraKinds = ['fixed', 'dome', 'ptz', 'high-point', 'mobile'] as const;
export type CameraKind = (typeof cameraKinds)[number];

export const cameraStates = ['online', 'offline', 'unknown'] as const;
export type CameraState = (typeof cameraStates)[number];

/** Why a camera is in its state where its platform's own list says so, and no pull found it out. */
export const platformListReason = 'platform-list';

export const longestPlatformId = 64;
export const longestPlatformCameraId = 128;
/** What a platform lists is known here as `platform:camera`. */
export const longestCameraId = longestPlatformId + 1 + longestPlatformCameraId;

export const cameraOwners = [
  'public-security', // 公安天网
  'township-xueliang', // 乡镇雪亮工程
  'city-management', // 城管
  'traffic', // 交通
  'school', // 学校
  'water', // 水利
  'forestry', // 林业
  'other', // 其他单位
] as const;
export type CameraOwner = (typeof cameraOwners)[number];

/** Purposes (用途) that an owner files for a camera, and that each look must state one of. */
export const cameraPurposes = [
  'public-security', // 治安防控
  'traffic', // 交通管理
  'city-management', // 城市管理
  'campus-safety', // 校园安全
  'flood-control', // 防汛
  'forest-fire', // 森林防火
  'emergency', // 应急处置
] as const;
export type CameraPurpose = (typeof cameraPurposes)[number];

export const placeClasses = [
  'street',
  'crossing',
  'square',
  'station',
  'school-gate',
  'hospital-gate',
  'market',
  'park',
  'scenic-area',
  'river',
  'government-gate',
  'residential-gate',
  'industrial-site',
  'forest-lookout',
] as const;
export type PlaceClass = (typeof placeClasses)[number];

/** Where decree 799 forbids image collection: refused on import, whoever asks. */
export const forbiddenPlaceClasses = [
  'hotel-room',
  'private-dining-room',
  'dormitory-room',
  'public-bath',
  'toilet',
  'changing-room',
  'fitting-room',
  'nursing-room',
] as const;
export type ForbiddenPlaceClass = (typeof forbiddenPlaceClasses)[number];

/** Where a camera looks. Any of the angles may be unknown: then a ring is drawn, never an invented cone. */
export type CameraPose = {
  longitude: number;
  latitude: number;
  /** Compass degrees the picture's middle looks to, 0 north, clockwise. */
  bearingDeg: number | null;
  /** Horizontal angle of view, degrees. */
  widthDeg: number | null;
  /** Distance at which a person is still made out, metres. */
  rangeMeters: number | null;
  /** Height of the lens above ground, metres. */
  heightMeters: number | null;
};

/** Whether a camera of this kind can be turned. */
export function canTurn(kind: CameraKind): boolean {
  return kind === 'ptz' || kind === 'high-point';
}

import type {
  CameraHealth,
  CameraKind,
  CameraOwner,
  CameraPose,
  CameraPurpose,
  CameraState,
  PlaceClass,
} from 'grid-data';

/** A camera as the graph knows it: never the address it streams from. */
export type CameraRecord = CameraPose & {
  id: string;
  name: string;
  kind: CameraKind;
  gbCode: string | null;
  areaCode: string;
  unitGridCode: string | null;
  state: CameraState;
  stateReason: string | null;
  stateSince: Date | null;
  health: CameraHealth | null;
  healthReason: string | null;
  healthSince: Date | null;
  healthCheckedAt: Date | null;
  owner: CameraOwner;
  placeClass: PlaceClass;
  purposes: CameraPurpose[];
  noticePosted: boolean;
  filingNo: string | null;
  address: string | null;
  illustrative: boolean;
  /** When its platform stopped listing it. */
  goneAt: Date | null;
  version: number;
};

export const sightReasons = [
  'clear',
  'turned-away',
  'building',
  'hill',
  'out-of-range',
  'bearing-unknown',
  'terrain-missing', // seen, were the ground level
  'height-unknown', // by its cone alone, for nobody knows from where it looks
  'unchecked', // by its cone alone, for its sight is still being worked out
] as const;
export type SightReason = (typeof sightReasons)[number];

/** A camera offered for a point, with what it can do for it. */
export type RankedCameraRecord = {
  camera: CameraRecord;
  relation: 'sees' | 'can-turn' | 'near';
  /** What stands behind the relation, or in its way. */
  reason: SightReason;
  distanceMeters: number;
  permitted: boolean;
  refusal: string | null;
};

export type CameraViewRecord = {
  id: string;
  cameraId: string;
  chargedTo: string;
  openedByRule: boolean;
  linkageFiringId: string | null;
  purpose: string;
  incidentId: string | null;
  breakGlassReason: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  reviewNote: string | null;
  transport: string | null;
  requestedAt: Date;
  openedAt: Date | null;
  firstFrameAt: Date | null;
  closedAt: Date | null;
  endReason: string | null;
};

/** The rows the demo city is made of. All coordinates are CGCS2000 (EPSG:4490), longitude first. */
import type { AreaLevel } from '#domain/area.ts';
import type {
  CameraKind,
  CameraOwner,
  CameraPurpose,
  CameraState,
  PlaceClass,
} from '#domain/camera.ts';
import type { CityComponentClass, CityComponentState } from '#domain/city-component.ts';
import type { KeyUnitKind } from '#domain/field/key-unit.ts';
import type { GridSystem } from '#domain/grid-cell.ts';
import type { IncidentGrade, IncidentState, LimitUnit } from '#domain/incident.ts';
import type { IncidentSource } from '#domain/incident-source.ts';
import type { CallBackOutcome } from '#domain/reporter.ts';
import type { Role } from '#domain/roles.ts';

export type Position = [longitude: number, latitude: number];
export type LineString = { type: 'LineString'; coordinates: Position[] };
export type Polygon = { type: 'Polygon'; coordinates: Position[][] };
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] };
export type ShapeGeometry = LineString | Polygon | MultiPolygon;

export type AreaRow = {
  code: string;
  name: string;
  level: AreaLevel;
  parentCode: string;
  pinyin: string;
  pinyinInitials: string;
  center: Position;
  polygon: Polygon | MultiPolygon;
  population: number | null;
  areaKm2: number;
  /** The shape is computed, not surveyed: label it 示意. */
  derived: true;
};

export type GridCellRow = {
  gridSystem: GridSystem;
  /** 15 digits: 12 of the village, 3 of the sequence inside it. */
  code: string;
  name: string;
  areaCode: string;
  polygon: Polygon | MultiPolygon;
  areaM2: number;
  landUse: string;
};

export type Relief = {
  west: number;
  south: number;
  east: number;
  north: number;
  columns: number;
  rows: number;
  /** Row 0 is the northern edge; values stand at cell centres. */
  heightsM: Float32Array;
};

export type BaseFeatureLayer = 'road' | 'river' | 'lake' | 'land-use' | 'building';

export type BaseFeatureRow = {
  id: number;
  layer: BaseFeatureLayer;
  /** Road class, waterway size, land use or building use. */
  kind: string;
  name: string | null;
  geometry: ShapeGeometry;
  heightM: number | null;
};

export type CityComponentClassRow = CityComponentClass;

export type IncidentClassRow = {
  /** C + component class or E + event class, such as C0102 and E0102. */
  code: string;
  kind: 'component' | 'event';
  nameZh: string;
  nameEn: string;
  defaultGrade: IncidentGrade;
  limitValue: number;
  limitUnit: LimitUnit;
  /** Purposes that a look through a camera for such an incident may state. */
  purposes: CameraPurpose[];
  departmentCode: string;
  icon: string;
};

export type CityComponentRow = {
  /** 16 digits: 6 county, 2 big class, 2 sub-class, 6 serial. */
  code16: string;
  classCode: string;
  name: string;
  areaCode: string;
  unitGridCode: string | null;
  state: CityComponentState;
  competentDepartment: string;
  ownerDepartment: string;
  maintainDepartment: string;
  /** ISO date, no time. */
  initialDate: string;
  changeDate: string;
  dataSource: string;
  address: string;
  longitude: number;
  latitude: number;
};

export const placeKinds = [
  'school',
  'hospital',
  'square',
  'station',
  'government',
  'market',
  'park',
  'scenic',
  'police',
  'fire-station',
  'factory',
  'reservoir',
  'door-plate',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export type PlaceRow = {
  id: string;
  kind: PlaceKind;
  name: string;
  address: string;
  areaCode: string;
  longitude: number;
  latitude: number;
  capacity: number | null;
};

export const sceneKinds = ['street', 'square', 'river', 'school-gate', 'hills'] as const;
export type SceneKind = (typeof sceneKinds)[number];

/** What the platform speaks that a camera hangs on. */
export type DemoPlatform = 'artemis' | 'icc' | 'signed-get';

/** A point of a picture, shares from its left upper corner, and the place that it shows. */
export type CalibrationPointRow = { x: number; y: number; longitude: number; latitude: number };

export type CameraRow = {
  id: string;
  platform: DemoPlatform;
  platformCameraId: string;
  /** 20 digits of GB/T 28181. */
  gbCode: string;
  name: string;
  kind: CameraKind;
  areaCode: string;
  longitude: number;
  latitude: number;
  /** Unknown on purpose for some: a ring is drawn for them, never an invented cone. */
  bearingDeg: number | null;
  widthDeg: number | null;
  rangeMeters: number | null;
  heightMeters: number | null;
  owner: CameraOwner;
  placeClass: PlaceClass;
  purposes: CameraPurpose[];
  noticePosted: boolean;
  filingNo: string;
  state: CameraState;
  sceneKind: SceneKind;
  /** hero-01 … hero-24 for the cameras with a clip of their own; else the simulator picks by scene. */
  clip: string | null;
  /** Which places its picture shows, of cameras whose picture was drawn from the city. */
  calibration: CalibrationPointRow[] | null;
  address: string;
};

export type DepartmentRow = { code: string; nameZh: string; nameEn: string; areaCode: string };

export const unitKinds = [
  'police-patrol',
  'city-management',
  'fire',
  'medical',
  'grid-team',
  'sanitation',
  'traffic',
  'water',
  'forestry',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export type UnitRow = {
  id: string;
  kind: UnitKind;
  name: string;
  areaCode: string;
  departmentCode: string;
  callSign: string;
  home: Position;
  /** A closed loop or there-and-back along roads: its last point is its first. */
  beat: LineString;
};

/** 重点单位, with the family name of who answers for it. */
export type KeyUnitRow = {
  id: string;
  kind: KeyUnitKind;
  name: string;
  address: string;
  areaCode: string;
  longitude: number;
  latitude: number;
  personInCharge: string;
};

export type GridWorkerRow = {
  accountName: string;
  displayName: string;
  areaCode: string;
  assignments: { gridSystem: GridSystem; gridCode: string; post: 'A' | 'B' }[];
};

export type DemoAccountRow = {
  name: string;
  displayName: string;
  role: Role;
  areaCode: string;
  departmentCode: string | null;
};

export type IncidentHistoryRow = {
  state: IncidentState;
  at: Date;
  /** Name of a demo account or of a grid worker's account; null where a device reported. */
  actorAccount: string | null;
  note: string | null;
};

export type CallBackRow = { at: Date; outcome: CallBackOutcome; answer: string };

export type IncidentRow = {
  id: string;
  classCode: string;
  title: string;
  description: string;
  state: IncidentState;
  grade: IncidentGrade;
  areaCode: string;
  unitGridCode: string | null;
  governanceGridCode: string | null;
  source: IncidentSource;
  address: string;
  longitude: number;
  latitude: number;
  /** code16 of the city component it is about, for component classes. */
  componentCode: string | null;
  /** The key unit that it is about. */
  keyUnitId: string | null;
  departmentCode: string | null;
  reporterAccount: string | null;
  /** Who called, made up; null where nobody did. */
  caller: { name: string; telephone: string } | null;
  /** 回访, once it is closed. */
  callBack: CallBackRow | null;
  reportedAt: Date;
  /** From `reported` to `state`, in order. */
  history: IncidentHistoryRow[];
  dueAt: Date | null;
  closedAt: Date | null;
  /** Given at 立案: 6 county, 8 date, 5 serial. */
  caseNo: string | null;
};

export type DemoCityOptions = {
  seed?: number;
  /** 1 gives 60,000 components and 600 cameras; 17 and more 1,000,000 and 10,000 upwards. */
  scale?: number;
  now: Date;
};

export type DemoCity = {
  areas: AreaRow[];
  gridCells: GridCellRow[];
  relief: Relief;
  baseFeatures: BaseFeatureRow[];
  cityComponentClasses: CityComponentClassRow[];
  incidentClasses: IncidentClassRow[];
  /** Streamed: each iteration makes the same rows again, none is held. */
  cityComponents: Iterable<CityComponentRow>;
  places: PlaceRow[];
  cameras: CameraRow[];
  departments: DepartmentRow[];
  units: UnitRow[];
  keyUnits: KeyUnitRow[];
  gridWorkers: GridWorkerRow[];
  accounts: DemoAccountRow[];
  incidents: Iterable<IncidentRow>;
};

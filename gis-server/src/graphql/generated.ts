import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRow } from '../access/account-queries.ts';
import type { AreaRecord, GridCellRecord, RoadRecord } from '../areas/area-record.ts';
import type { BulletinRecord, BulletinAnswerRecord } from '../bulletins/bulletin-queries.ts';
import type { CameraRecord, CameraViewRecord, RankedCameraRecord } from '../cameras/camera-record.ts';
import type { CalibrationRecord } from '../calibrations/queries.ts';
import type { AreaCountsRecord } from '../statistics/service.ts';
import type { ConditionRow } from '../video-health/condition-queries.ts';
import type { VideoHealthRecord } from '../video-health/resolvers.ts';
import type { PlatformRow, GatewayRow } from '../video-health/health-queries.ts';
import type { TourRecord } from '../camera-tours/tour-queries.ts';
import type { TourStopOfTour } from '../camera-tours/resolvers.ts';
import type { CityComponentRecord, ClassCountRecord } from '../city-components/city-component-record.ts';
import type { CameraHeadRecord } from '../ptz/ptz-record.ts';
import type { BulkMoveRecord } from '../cases/bulk-commands.ts';
import type { ShiftNoteRecord } from '../shift-notes/queries.ts';
import type { ShiftRecord } from '../duty-log/shift-queries.ts';
import type { SpecialReportRecord } from '../special-reports/queries.ts';
import type { LineOfShift } from '../duty-log/line-queries.ts';
import type { DispatchRuleRecord } from '../dispatch/queries.ts';
import type { DutyRow } from '../access/duties.ts';
import type { ArrangementRecord } from '../statistics/situation/panel-arrangements.ts';
import type { InstructionRecord } from '../instructions/instruction-queries.ts';
import type { SituationRecord, AreaFigureRecord } from '../statistics/situation/situation-service.ts';
import type { KeyUnitRecord } from '../key-units/key-unit-queries.ts';
import type { RegulationRecord } from '../key-units/regulation-queries.ts';
import type { CheckListRecord } from '../patrols/check-list-queries.ts';
import type { CheckResultRecord } from '../patrols/resolvers.ts';
import type { PatrolRecord, PatrolTaskRecord } from '../patrols/patrol-queries.ts';
import type { LeaveRecord } from '../field-leaves/leave-queries.ts';
import type { FieldPhotoRecord } from '../field-photos/field-photos.ts';
import type { FieldDutyRecord } from '../field-duty/duty-queries.ts';
import type { DocumentRecord } from '../documents/document-queries.ts';
import type { FigureRecord } from '../evaluation/figure-record.ts';
import type { KeptEvaluationRecord } from '../evaluation/kept-evaluations.ts';
import type { IncidentRecord, IncidentClassRecord } from '../incidents/incident-record.ts';
import type { FeedEntry } from '../live/journal-feed.ts';
import type { RuleRecord, StoppedRule, FiringRecord, NoticeRecord, TriggerRecord } from '../linkage/linkage-record.ts';
import type { DryFiring } from '../linkage/dry-run.ts';
import type { EffectOutcome, OfferedCamera } from 'grid-data';
import type { DrawnLayerRecord } from '../drawn-layers/layer-queries.ts';
import type { ThemeRowRecord } from '../outside-sources/service.ts';
import type { PlotRecord } from '../plots/plot-queries.ts';
import type { StandardRecord } from '../case-standards/standard-queries.ts';
import type { PhotoRecord } from '../photos/photo-record.ts';
import type { CasePlaceRecord } from '../case-places/queries.ts';
import type { PictureReportRecord } from '../picture-reports/queries.ts';
import type { PlaceRecord } from '../places/place-record.ts';
import type { CameraSightRecord } from '../cameras/queries.ts';
import type { CoverageRecord, AreaCoverageRecord } from '../blind-spots/service.ts';
import type { RouteCameraRecord } from '../cameras/along/route-cameras.ts';
import type { UnitRecord } from '../units/unit-record.ts';
import type { RecordingDepthRecord, RecordingFloorRecord } from '../recordings/recording-floor.ts';
import type { RecordingExportRecord } from '../recordings/export-record.ts';
import type { BookmarkRecord, ViewRequestRecord, ViewRequestCameraRecord } from '../recordings/view-request-record.ts';
import type { ChangedThings } from '../replay/changes-since.ts';
import type { IncidentCountRow } from '../within/ground-counts.ts';
import type { PopulationCellRecord } from '../within/service.ts';
import type { Viewer as ViewerRecord } from '../access/viewer.ts';
import type { GuestsRecord } from '../wall-screens/guests.ts';
import type { WallSceneRecord, WallScreenRecord, WallShowingRecord } from '../wall-screens/wall-records.ts';
import type { RequestContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment, RFC 3339 with offset; always UTC on the wire. */
  DateTime: { input: Date; output: Date; }
  /** GeoJSON geometry (RFC 7946), longitude before latitude, degrees, CGCS2000 (EPSG:4490). At most 2,000 vertices as input. */
  Geometry: { input: import('grid-data').Shape; output: object; }
  /** A JSON object whose shape the field's description names. */
  JSON: { input: unknown; output: unknown; }
  /** The words of a rule: when, where, during, quiet, effects; its shape is linkageRuleShape in grid-data/src/domain/linkage. */
  LinkageRuleWords: { input: unknown; output: import('grid-data').LinkageRule; }
  /** What stands on a wall: tiles with their places in millimetres, as in grid-data/src/domain/wall/wall-content.ts. */
  WallContent: { input: import('grid-data').WallContent; output: import('grid-data').WallContent; }
};

/** An account, for administrators and, by name only, for journals. */
export type Account = {
  __typename?: 'Account';
  area: Area;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  departmentCode?: Maybe<Scalars['String']['output']>;
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  role: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type AccountPage = {
  __typename?: 'AccountPage';
  nodes: Array<Account>;
  pageInfo: PageInfo;
};

export type AnswerBulletinInput = {
  /** When the phone kept it; by default now. */
  answeredAt?: InputMaybe<Scalars['DateTime']['input']>;
  commandId: Scalars['ID']['input'];
  /** `found` or `not-found`: of an assist order it has to be said. */
  finding?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** Sent before, at most 9. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** WGS-84 longitude and latitude as CGCS2000. */
  position?: InputMaybe<PositionInput>;
  /** At most 2,000 letters; of a notice it has to be said. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** County, township/street or village/community. */
export type Area = {
  __typename?: 'Area';
  areaKm2?: Maybe<Scalars['Float']['output']>;
  /** [west, south, east, north], degrees. */
  bbox: Array<Scalars['Float']['output']>;
  center: Position;
  children: Array<Area>;
  code: Scalars['ID']['output'];
  /** Counts of what lies in this area now; each opens as the list of the same name. */
  counts: AreaCounts;
  /** Whether the outline is derived and not surveyed (示意). */
  illustrative: Scalars['Boolean']['output'];
  /** county, township or village. */
  level: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** MultiPolygon, simplified for display. */
  outline: Scalars['Geometry']['output'];
  parent?: Maybe<Area>;
  population?: Maybe<Scalars['Int']['output']>;
};

export type AreaCounts = {
  __typename?: 'AreaCounts';
  asOf: Scalars['DateTime']['output'];
  cameras: Scalars['Int']['output'];
  /** Known to give no picture, apart from those whose state nobody knows; as in video health. */
  camerasOffline: Scalars['Int']['output'];
  camerasOnline: Scalars['Int']['output'];
  camerasUnknown: Scalars['Int']['output'];
  cityComponents: Scalars['Int']['output'];
  cityComponentsNotIntact: Scalars['Int']['output'];
  /** Closed since local midnight (Asia/Shanghai). */
  closedToday: Scalars['Int']['output'];
  gridCells: Scalars['Int']['output'];
  incidentsByState: Array<StateCount>;
  /** Reported since local midnight (Asia/Shanghai). */
  incidentsToday: Scalars['Int']['output'];
  openIncidents: Scalars['Int']['output'];
  openIncidentsByGrade: Array<GradeCount>;
  overdueIncidents: Scalars['Int']['output'];
  units: Scalars['Int']['output'];
  unitsMoving: Scalars['Int']['output'];
};

export type AreaCoverage = {
  __typename?: 'AreaCoverage';
  area: Area;
  roads: CoveredLength;
};

export type AreaFigure = {
  __typename?: 'AreaFigure';
  area: Area;
  count: Scalars['Int']['output'];
};

export type BulkCase = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

/** Many cases moved at once, or taken back. */
export type BulkMove = {
  __typename?: 'BulkMove';
  id: Scalars['ID']['output'];
  moved: Array<Incident>;
  /** Those that the table did not let go, or that somebody moved meanwhile. */
  refused: Array<BulkRefusal>;
  /** Until when who did it may take it back; null once it is. */
  undoUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type BulkRefusal = {
  __typename?: 'BulkRefusal';
  id: Scalars['ID']['output'];
  /** As moveIncident refuses, such as step-not-in-loop or version-conflict. */
  reason: Scalars['String']['output'];
};

/**
 * 协查、通知公告: what a center says to all who have certain roles in an area. It stands on their phones until it is ended;
 * each tells when it was read, and an assist order is answered as often as there is something to say.
 */
export type Bulletin = {
  __typename?: 'Bulletin';
  /** All answers in the viewer's scope, newest first, at most 200. Permission bulletin.issue. */
  answers: Array<BulletinAnswer>;
  areaCode: Scalars['String']['output'];
  areaName: Scalars['String']['output'];
  /** Of those in the viewer's scope. Permission bulletin.issue. */
  counts: BulletinCounts;
  /** Until when an answer is awaited; a later one is taken too. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ended, it is on no phone any more. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  issuedAt: Scalars['DateTime']['output'];
  issuedBy: Scalars['String']['output'];
  /** `assist` asks to look out for something and to answer; `notice` asks to be read. */
  kind: Scalars['String']['output'];
  /** What the viewer answered, oldest first. */
  myAnswers: Array<BulletinAnswer>;
  photos: Array<FieldPhoto>;
  /** When the viewer read it; null before. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Those in the viewer's scope whom it is for now, and those who read it and have moved on since; who has not read it comes
   * first; at most 500. Permission bulletin.issue.
   */
  recipients: Array<BulletinRecipient>;
  roles: Array<Scalars['String']['output']>;
  text: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

export type BulletinAnswer = {
  __typename?: 'BulletinAnswer';
  /** By the phone; no later than it arrived. */
  answeredAt: Scalars['DateTime']['output'];
  areaCode: Scalars['String']['output'];
  by: Scalars['String']['output'];
  /** `found` or `not-found`, where it was said. */
  finding?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  photos: Array<FieldPhoto>;
  position?: Maybe<Position>;
  text?: Maybe<Scalars['String']['output']>;
};

export type BulletinCounts = {
  __typename?: 'BulletinCounts';
  addressed: Scalars['Int']['output'];
  /** How many persons answered. */
  answered: Scalars['Int']['output'];
  read: Scalars['Int']['output'];
};

export type BulletinRecipient = {
  __typename?: 'BulletinRecipient';
  /** The last answer's time. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  areaCode: Scalars['String']['output'];
  areaName: Scalars['String']['output'];
  displayName: Scalars['String']['output'];
  readAt?: Maybe<Scalars['DateTime']['output']>;
  role: Scalars['String']['output'];
  userId: Scalars['ID']['output'];
};

export type CalendarDay = {
  __typename?: 'CalendarDay';
  date: Scalars['String']['output'];
  name: Scalars['String']['output'];
  sessions: Array<Array<Scalars['String']['output']>>;
};

export type CalendarDayInput = {
  date: Scalars['String']['input'];
  name: Scalars['String']['input'];
  sessions: Array<Array<Scalars['String']['input']>>;
};

export type CalibrationPoint = {
  __typename?: 'CalibrationPoint';
  position: Position;
  /** Shares of the picture's width and height from its left upper corner, 0 to 1. */
  x: Scalars['Float']['output'];
  y: Scalars['Float']['output'];
};

export type CalibrationPointInput = {
  position: PositionInput;
  x: Scalars['Float']['input'];
  y: Scalars['Float']['input'];
};

/** 回访: an answer given to whoever told of a case. */
export type CallBack = {
  __typename?: 'CallBack';
  answer: Scalars['String']['output'];
  calledAt: Scalars['DateTime']['output'];
  calledBy: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** satisfied, not-satisfied or not-reached. */
  outcome: Scalars['String']['output'];
};

/** A camera, its place, what it sees and what it may be looked through for. */
export type Camera = {
  __typename?: 'Camera';
  address?: Maybe<Scalars['String']['output']>;
  area: Area;
  /** Compass degrees; null where unknown: then no cone is drawn. */
  bearingDeg?: Maybe<Scalars['Float']['output']>;
  /** Null where nobody has matched its picture to the map. */
  calibration?: Maybe<CameraCalibration>;
  filingNo?: Maybe<Scalars['String']['output']>;
  gbCode?: Maybe<Scalars['String']['output']>;
  gridCell?: Maybe<GridCell>;
  /** live, stalled, frozen, black, clock-skew, no-auth, unreachable or codec-not-playable, as the last pull or check found it; null where none was made. */
  health?: Maybe<Scalars['String']['output']>;
  /** When a pull of a viewer or a check of the sweep last showed it. */
  healthCheckedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Such as no-frames, picture-black, camera-auth-refused. */
  healthReason?: Maybe<Scalars['String']['output']>;
  healthSince?: Maybe<Scalars['DateTime']['output']>;
  heightMeters?: Maybe<Scalars['Float']['output']>;
  history: Array<JournalEntry>;
  id: Scalars['ID']['output'];
  /** Whether its picture is a stand-in of the demo city (示意). */
  illustrative: Scalars['Boolean']['output'];
  /** fixed, dome, ptz, high-point or mobile. */
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  noticePosted: Scalars['Boolean']['output'];
  owner: Scalars['String']['output'];
  /** Whether the viewer may look through it for at least one purpose now, else why not. */
  permitted: Scalars['Boolean']['output'];
  placeClass: Scalars['String']['output'];
  position: Position;
  /** Purposes its owner filed. */
  purposes: Array<Scalars['String']['output']>;
  rangeMeters?: Maybe<Scalars['Float']['output']>;
  refusal?: Maybe<Scalars['String']['output']>;
  /** online, offline or unknown, as of stateSince. */
  state: Scalars['String']['output'];
  stateReason?: Maybe<Scalars['String']['output']>;
  stateSince?: Maybe<Scalars['DateTime']['output']>;
  version: Scalars['Int']['output'];
  widthDeg?: Maybe<Scalars['Float']['output']>;
};

/** 画面标定: which point of a camera's picture shows which place, from points that somebody matched. */
export type CameraCalibration = {
  __typename?: 'CameraCalibration';
  /** Width over height of the picture in which they were matched. */
  aspect: Scalars['Float']['output'];
  calibratedAt: Scalars['DateTime']['output'];
  calibratedBy: Scalars['String']['output'];
  cameraId: Scalars['ID']['output'];
  points: Array<CalibrationPoint>;
  /** How far the points lie from where the picture says, root of the mean square; null with four, which always fit. */
  residualMeters?: Maybe<Scalars['Float']['output']>;
  /**
   * Why it is not to be relied on now: moved (the camera stands or looks other than it was known to when its points were
   * matched), turned (its head has left the preset they were matched at); null where it holds.
   */
  stale?: Maybe<Scalars['String']['output']>;
  /**
   * How far its camera looked down from the horizon, degrees, as the points tell; above it, negative. No survey measures it:
   * null where the points do not tell it well.
   */
  tiltDeg?: Maybe<Scalars['Float']['output']>;
  version: Scalars['Int']['output'];
};

export type CameraCalibrationInput = {
  aspect: Scalars['Float']['input'];
  cameraId: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  /** Four to sixteen, on the ground. */
  points: Array<CalibrationPointInput>;
  /** The version that is replaced; 0 for the first. */
  version: Scalars['Int']['input'];
};

/** What a camera was like at a moment. */
export type CameraCondition = {
  __typename?: 'CameraCondition';
  /** Null where it has left the viewer's scope since. */
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  health?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  since: Scalars['DateTime']['output'];
  state: Scalars['String']['output'];
};

export type CameraConditionPage = {
  __typename?: 'CameraConditionPage';
  /** The last moment at or before the one asked for at which it was looked; null where there is none. */
  at?: Maybe<Scalars['DateTime']['output']>;
  nodes: Array<CameraCondition>;
  pageInfo: PageInfo;
};

/** Where a camera that was turned looks now; what is not known is null, and then no direction is drawn. */
export type CameraHead = {
  __typename?: 'CameraHead';
  at: Scalars['DateTime']['output'];
  bearingDeg?: Maybe<Scalars['Float']['output']>;
  cameraId: Scalars['ID']['output'];
  position: Position;
  rangeMeters?: Maybe<Scalars['Float']['output']>;
  tiltDeg?: Maybe<Scalars['Float']['output']>;
  /** Angle of view across at this zoom. */
  widthDeg?: Maybe<Scalars['Float']['output']>;
  zoom?: Maybe<Scalars['Float']['output']>;
};

export type CameraPage = {
  __typename?: 'CameraPage';
  nodes: Array<Camera>;
  pageInfo: PageInfo;
};

/** How a camera would stand and look; null says that it is not known. */
export type CameraPoseInput = {
  bearingDeg?: InputMaybe<Scalars['Float']['input']>;
  heightMeters?: InputMaybe<Scalars['Float']['input']>;
  position: PositionInput;
  rangeMeters?: InputMaybe<Scalars['Float']['input']>;
  widthDeg?: InputMaybe<Scalars['Float']['input']>;
};

/** 可视域: the ground that a camera sees, cut by houses and hills; for a target 1.5 m above the ground. */
export type CameraSight = {
  __typename?: 'CameraSight';
  cameraId: Scalars['ID']['output'];
  computedAt: Scalars['DateTime']['output'];
  /** Whether it hangs on a house: that house hides nothing from it. */
  insideBuilding: Scalars['Boolean']['output'];
  /** What it could see by turning; of a camera with unknown bearing, all around; else what it sees. */
  reach?: Maybe<Scalars['Geometry']['output']>;
  /** As it was surveyed to look. Null where too little is known or nothing is seen. */
  seen?: Maybe<Scalars['Geometry']['output']>;
  /** False where no heights of the ground are known there: it was taken as level. */
  terrainKnown: Scalars['Boolean']['output'];
  /** What nobody knows of its pose: height, range, bearing, width or place. */
  unknown: Array<Scalars['String']['output']>;
  /** Of the ground in its reach, how much is not hidden, 0 to 1. */
  visibleShare?: Maybe<Scalars['Float']['output']>;
};

export type CameraSurveyInput = {
  bearingDeg?: InputMaybe<Scalars['Float']['input']>;
  commandId: Scalars['ID']['input'];
  heightMeters?: InputMaybe<Scalars['Float']['input']>;
  id: Scalars['ID']['input'];
  position?: InputMaybe<PositionInput>;
  rangeMeters?: InputMaybe<Scalars['Float']['input']>;
  version: Scalars['Int']['input'];
  widthDeg?: InputMaybe<Scalars['Float']['input']>;
};

/** A signed permission to start one live picture once, within 30 s. Send it in the first message, never in a URL. */
export type CameraTicket = {
  __typename?: 'CameraTicket';
  /** Who answers for this look; on a wall and for a rule, the duty person signed in. */
  chargedTo: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  maxViewSeconds: Scalars['Int']['output'];
  /** The purpose that carries it. */
  purpose: Scalars['String']['output'];
  ticket: Scalars['String']['output'];
  viewId: Scalars['ID']['output'];
};

/** 视频轮巡: cameras shown one after the other, each for its time. */
export type CameraTour = {
  __typename?: 'CameraTour';
  area: Area;
  changedAt: Scalars['DateTime']['output'];
  changedBy: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What its looks are for; a camera not filed for it is left out, and so is one that the viewer may not see. */
  purpose: Scalars['String']['output'];
  stops: Array<TourStop>;
  /** How many are shown at a time: 1 in a window, more on the wall. */
  tiles: Scalars['Int']['output'];
  version: Scalars['Int']['output'];
};

export type CameraTourInput = {
  commandId: Scalars['ID']['input'];
  /** Absent for a new tour. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  purpose: Scalars['String']['input'];
  /** 1 to 200, all in the viewer's scope. */
  stops: Array<TourStopInput>;
  tiles: Scalars['Int']['input'];
  /** Of the tour that is changed. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type CameraUse = {
  __typename?: 'CameraUse';
  groups: Array<CameraUseGroup>;
  whole: CameraUseGroup;
};

/** Cameras of one area or platform and how they were used, as counts: who looked stands in the register of looks alone. */
export type CameraUseGroup = {
  __typename?: 'CameraUseGroup';
  /** That hang there now. */
  cameras: Scalars['Int']['output'];
  /** Code of the area or id of the platform; null for what lies in no lower area, or belongs to no platform. */
  key?: Maybe<Scalars['String']['output']>;
  looks: Scalars['Int']['output'];
  minutes: Scalars['Float']['output'];
  /** Null where nothing is named. */
  name?: Maybe<Scalars['String']['output']>;
  /** The most looks first. */
  purposes: Array<PurposeUse>;
  /** Of these, nobody looked through them in the period. */
  unwatched: Scalars['Int']['output'];
};

/** Looks behind a count. */
export type CameraUseLooks = {
  __typename?: 'CameraUseLooks';
  nodes: Array<CameraView>;
  /** How many there are; the nodes are the newest of them. */
  total: Scalars['Int']['output'];
};

/** A row of the register of looks. */
export type CameraView = {
  __typename?: 'CameraView';
  /** The reason written where the glass was broken (破窗查看); null for all others. */
  breakGlassReason?: Maybe<Scalars['String']['output']>;
  /** Null where the camera has left the viewer's scope since. */
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  /** Who answers for it: who looked, or the duty person where a wall showed it or a rule opened it. */
  chargedTo: Scalars['String']['output'];
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  endReason?: Maybe<Scalars['String']['output']>;
  firstFrameAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Null where it was opened for a duty, and where the incident lies outside the viewer's scope. */
  incident?: Maybe<Incident>;
  incidentId?: Maybe<Scalars['ID']['output']>;
  /** The firing of a rule that opened it; null where a person did. */
  linkageFiring?: Maybe<LinkageFiring>;
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a rule opened it for its incident. */
  openedByRule: Scalars['Boolean']['output'];
  purpose: Scalars['String']['output'];
  requestedAt: Scalars['DateTime']['output'];
  reviewNote?: Maybe<Scalars['String']['output']>;
  /** When an auditor read it, and who; null until then. */
  reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  reviewedBy?: Maybe<Scalars['String']['output']>;
  transport?: Maybe<Scalars['String']['output']>;
};

export type CameraViewPage = {
  __typename?: 'CameraViewPage';
  nodes: Array<CameraView>;
  pageInfo: PageInfo;
};

/** The limit of a case and how it runs. */
export type CaseClock = {
  __typename?: 'CaseClock';
  /** From when on less than a fifth is left. */
  amberAt: Scalars['DateTime']['output'];
  /** For closing: with the limits of the stages after disposal. */
  closeDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** green, amber, red or standing. */
  colour: Scalars['String']['output'];
  /** For disposal. */
  dueAt: Scalars['DateTime']['output'];
  /** What was given at first and by each extension, in the unit. */
  given: Array<Scalars['Float']['output']>;
  /** What is left by the clock's own measure, in minutes; negative once overdue. */
  leftMinutes: Scalars['Int']['output'];
  /** Whether it runs now; it stands while deferred (缓办), suspended (挂账) and after the feedback. */
  running: Scalars['Boolean']['output'];
  startedAt: Scalars['DateTime']['output'];
  /** urgent-hour and natural-day run day and night; work-hour and work-day in working sessions only. */
  unit: Scalars['String']['output'];
};

/** A move of the loop, as the table in grid-data/src/domain/case/moves.ts has it for the state of a case. */
export type CaseMove = {
  __typename?: 'CaseMove';
  /** Such as accept, register, dispatch, sign, feed-back, close. */
  move: Scalars['String']['output'];
  /** What it asks for: note, department, verdict, limit-value, handler, main-case, area, closing-condition, photo, correction; standard where the class has several. */
  needs: Array<Scalars['String']['output']>;
  permitted: Scalars['Boolean']['output'];
  /** What pictures that come with it show: before or after the disposal. Null where it is no move to show something by. */
  photo?: Maybe<Scalars['String']['output']>;
  /** Why not: permission-missing, or the guard that does not hold, such as verified or check-failed. */
  refusal?: Maybe<Scalars['String']['output']>;
  /** The state it leads to; the case's own where it stays. */
  to: Scalars['String']['output'];
};

/** One spot at which cases came up: a square of the ground (heat), or where the same class came up again (recurrence). */
export type CasePlace = {
  __typename?: 'CasePlace';
  /** As many as casesAtPlace opens. */
  cases: Scalars['Int']['output'];
  /** Of recurrence; null where cases of all classes are counted together. */
  class?: Maybe<IncidentClass>;
  firstAt: Scalars['DateTime']['output'];
  /** Names the spot for casesAtPlace, as long as area, period and class are the same. */
  key: Scalars['ID']['output'];
  lastAt: Scalars['DateTime']['output'];
  /** The middle of its cases. */
  position: Position;
};

/** Where cases came up in a stretch of time. */
export type CasePlaces = {
  __typename?: 'CasePlaces';
  /** How far first and last of a recurrence lie apart at least: what is nearer in time is one thing told twice. */
  hours: Scalars['Int']['output'];
  /** How near two cases of a recurrence lie, or how wide a square of heat is. */
  meters: Scalars['Int']['output'];
  nodes: Array<CasePlace>;
  /** How many spots there are; the nodes are the first 300, the most cases first. */
  total: Scalars['Int']['output'];
};

/** What a department asks the centre for. */
export type CaseRequest = {
  __typename?: 'CaseRequest';
  askedAt: Scalars['DateTime']['output'];
  /** extension (延期) or deferral (缓办). */
  kind: Scalars['String']['output'];
  note: Scalars['String']['output'];
  /** More time, in the unit of the limit; null for a deferral. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** When a city works, and what it has decided about the loop. */
export type CaseRules = {
  __typename?: 'CaseRules';
  calendar: WorkCalendar;
  /** Open cases are still being worked out anew after a change. */
  recomputing: Scalars['Boolean']['output'];
  settings: CaseSettings;
};

export type CaseSettings = {
  __typename?: 'CaseSettings';
  acceptorRegisters: Scalars['Boolean']['output'];
  /** dispatch or registration. */
  clockStartsAt: Scalars['String']['output'];
  duplicateHours: Scalars['Float']['output'];
  duplicateMeters: Scalars['Float']['output'];
  escalation: EscalationRota;
  /** From which score on A, B, C and D are given, falling; below is E. */
  gradeFloors: Array<Scalars['Float']['output']>;
  /** Moves that are not made without a picture; of those that the table of moves names a side of: feed-back by default. */
  photoMoves: Array<Scalars['String']['output']>;
  /** 成绩单: the rates that make the score, and how much each weighs in their mean. */
  scoreWeights: Array<ScoreWeight>;
  stageLimits: Array<StageLimit>;
  /** Sources whose reports are verified (核实) before they are accepted. */
  verifySources: Array<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
};

export type CaseSettingsInput = {
  acceptorRegisters: Scalars['Boolean']['input'];
  clockStartsAt: Scalars['String']['input'];
  duplicateHours: Scalars['Float']['input'];
  duplicateMeters: Scalars['Float']['input'];
  escalation: EscalationRotaInput;
  /** Four, falling, of 0 to 100. */
  gradeFloors: Array<Scalars['Float']['input']>;
  photoMoves: Array<Scalars['String']['input']>;
  /** Not negative, and not all 0. */
  scoreWeights: Array<ScoreWeightInput>;
  stageLimits: Array<StageLimitInput>;
  verifySources: Array<Scalars['String']['input']>;
  /** The version that was seen; another is a conflict. */
  version: Scalars['Int']['input'];
};

/** A stay of a case in a state; the last one of each state is kept. */
export type CaseStage = {
  __typename?: 'CaseStage';
  due?: Maybe<Scalars['DateTime']['output']>;
  from: Scalars['DateTime']['output'];
  state: Scalars['String']['output'];
  to?: Maybe<Scalars['DateTime']['output']>;
};

/** 立案条件: a condition of a class with its limit, and when a case of it may be closed. */
export type CaseStandard = {
  __typename?: 'CaseStandard';
  classCode: Scalars['ID']['output'];
  closeCondition: Scalars['String']['output'];
  condition: Scalars['String']['output'];
  /** Where cases of it go, before the department of the class; null where the class decides. */
  departmentCode?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  /** urgent-hour, work-hour, work-day or natural-day. */
  limitUnit: Scalars['String']['output'];
  limitValue: Scalars['Float']['output'];
  /** It takes no new case any more; those that stand on it go on. */
  retiredAt?: Maybe<Scalars['DateTime']['output']>;
  version: Scalars['Int']['output'];
};

export type CaseStandardInput = {
  classCode: Scalars['ID']['input'];
  closeCondition: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  condition: Scalars['String']['input'];
  /** Open; absent where the class decides. */
  departmentCode?: InputMaybe<Scalars['ID']['input']>;
  /** Absent for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  limitUnit: Scalars['String']['input'];
  limitValue: Scalars['Float']['input'];
  /** The version that was seen, where one is changed. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type ChangedCameras = {
  __typename?: 'ChangedCameras';
  cameras: Array<Camera>;
  count: Scalars['Int']['output'];
};

/** How many, and the newest 50 of them. */
export type ChangedIncidents = {
  __typename?: 'ChangedIncidents';
  count: Scalars['Int']['output'];
  incidents: Array<Incident>;
};

export type ChangedScreens = {
  __typename?: 'ChangedScreens';
  count: Scalars['Int']['output'];
  screens: Array<WallScreen>;
};

export type ChangesSince = {
  __typename?: 'ChangesSince';
  asOf: Scalars['DateTime']['output'];
  /** Cameras that were lost meanwhile and are so still. */
  camerasLost: ChangedCameras;
  closed: ChangedIncidents;
  /** Whose limit passed meanwhile and who are still open. */
  overdue: ChangedIncidents;
  reported: ChangedIncidents;
  /** Screens whose showing changed. */
  scenesChanged: ChangedScreens;
  since: Scalars['DateTime']['output'];
};

export type CheckItem = {
  __typename?: 'CheckItem';
  /** The class that a report of it mostly is. */
  classCode?: Maybe<Scalars['String']['output']>;
  code: Scalars['ID']['output'];
  nameEn: Scalars['String']['output'];
  /** Said so that `ok` is good. */
  nameZh: Scalars['String']['output'];
};

export type CheckItemInput = {
  classCode?: InputMaybe<Scalars['String']['input']>;
  code: Scalars['ID']['input'];
  /** By default as in Chinese. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  nameZh: Scalars['String']['input'];
};

/** 巡查、走访的清单: what is looked at on a round or a visit. The city's own; a new version takes the place of the one before. */
export type CheckList = {
  __typename?: 'CheckList';
  /** Small letters, digits and -, at most 40. */
  code: Scalars['ID']['output'];
  items: Array<CheckItem>;
  /** `patrol` of streets and places, `visit` to households and units. */
  kind: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
  /** It takes no new round; those under way are taken. */
  retiredAt?: Maybe<Scalars['DateTime']['output']>;
  version: Scalars['Int']['output'];
};

export type CheckResult = {
  __typename?: 'CheckResult';
  code: Scalars['ID']['output'];
  /** `ok`, `not-ok`, or `not-there` where it does not apply. */
  finding: Scalars['String']['output'];
  /** The report that was made of it, in the viewer's scope. */
  incident?: Maybe<Incident>;
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
  note?: Maybe<Scalars['String']['output']>;
  photos: Array<FieldPhoto>;
};

export type CheckResultInput = {
  code: Scalars['ID']['input'];
  finding: Scalars['String']['input'];
  /** A report of one's own that was made of it before. */
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 500 letters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Sent before, at most 9. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type CircleInput = {
  center: PositionInput;
  /** Metres, 1 to 50,000. */
  radiusMeters: Scalars['Float']['input'];
};

/** A city component (部件) and where it stands. */
export type CityComponent = {
  __typename?: 'CityComponent';
  address?: Maybe<Scalars['String']['output']>;
  area: Area;
  changeDate?: Maybe<Scalars['DateTime']['output']>;
  class: CityComponentClass;
  /** 16 digits: county 6, big class 2, sub-class 2, serial 6. */
  code: Scalars['ID']['output'];
  competentDepartment?: Maybe<Scalars['String']['output']>;
  dataSource?: Maybe<Scalars['String']['output']>;
  gridCell?: Maybe<GridCell>;
  history: Array<JournalEntry>;
  /** Incidents about this component, newest first. */
  incidents: Array<Incident>;
  initialDate?: Maybe<Scalars['DateTime']['output']>;
  maintainDepartment?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  ownerDepartment?: Maybe<Scalars['String']['output']>;
  position: Position;
  /** intact, damaged, lost or abandoned. */
  state: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};


/** A city component (部件) and where it stands. */
export type CityComponentIncidentsArgs = {
  first?: Scalars['Int']['input'];
};

export type CityComponentClass = {
  __typename?: 'CityComponentClass';
  code: Scalars['ID']['output'];
  icon: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
};

export type CityComponentPage = {
  __typename?: 'CityComponentPage';
  nodes: Array<CityComponent>;
  pageInfo: PageInfo;
};

/** Numbers of another system of the city (民政, 市场监管 …), counted for an area. */
export type CityTheme = {
  __typename?: 'CityTheme';
  asOf: Scalars['DateTime']['output'];
  code: Scalars['ID']['output'];
  failure?: Maybe<Scalars['String']['output']>;
  illustrative: Scalars['Boolean']['output'];
  indicators: Array<ThemeIndicator>;
  name: Scalars['String']['output'];
  /** How many rows of the newest table could not be taken; the others are told. */
  rejected: Scalars['Int']['output'];
  /** The first twenty of them. */
  rejects: Array<ThemeReject>;
  source: Scalars['String']['output'];
  /** Older than its source says it is good for. */
  stale: Scalars['Boolean']['output'];
};

export type ClassCount = {
  __typename?: 'ClassCount';
  class: CityComponentClass;
  count: Scalars['Int']['output'];
};

/** What a case that was taken down wrongly should say; what is absent stays as it is. */
export type CorrectionInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  /** A class that takes new cases. The limit follows: a clock that runs goes on by that of the new class. */
  classCode?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 4. */
  grade?: InputMaybe<Scalars['Int']['input']>;
  /** In the viewer's area; the area and the grid cells follow. */
  position?: InputMaybe<PositionInput>;
};

/** 覆盖: how much of an area's roads and key places its cameras see, by what has been worked out of their sights. */
export type Coverage = {
  __typename?: 'Coverage';
  area: Area;
  /** The areas directly below; the area itself where there is none. */
  areas: Array<AreaCoverage>;
  asOf: Scalars['DateTime']['output'];
  /**
   * Share of the roads that was seen in each hour of the day (Asia/Shanghai), 0 to 1: by a camera that was online for at
   * least half of that hour in the last seven days. Null for hours of which nobody knows whether cameras were online.
   */
  byHour: Array<Maybe<Scalars['Float']['output']>>;
  /** Cameras of which no sight could be worked out, for too little is known of them. */
  camerasUnknown: Scalars['Int']['output'];
  /** MultiLineString of the stretches that would be seen, were their cameras online. */
  dark: Scalars['Geometry']['output'];
  places: CoveredCount;
  roads: CoveredLength;
  /** Roads are weighed in steps of this length. */
  stepMeters: Scalars['Float']['output'];
  /** MultiLineString of the stretches that no camera sees, whether online or not. */
  unseen: Scalars['Geometry']['output'];
  /** Key places that no online camera sees, at most 100. */
  unseenPlaces: Array<Place>;
  /** Roads by what of them nobody sees, longest first, at most 100. */
  unseenRoads: Array<UnseenRoad>;
};

export type CoveredCount = {
  __typename?: 'CoveredCount';
  count: Scalars['Int']['output'];
  online: Scalars['Int']['output'];
  seen: Scalars['Int']['output'];
};

/** Metres in all, seen by any camera, and seen by one that is online now. */
export type CoveredLength = {
  __typename?: 'CoveredLength';
  meters: Scalars['Float']['output'];
  onlineMeters: Scalars['Float']['output'];
  seenMeters: Scalars['Float']['output'];
};

export type CreateAccountInput = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  displayName: Scalars['String']['input'];
  /** 3 to 40 of a-z, 0-9, '.', '-', '_'. */
  name: Scalars['String']['input'];
  /** At least 12 characters. */
  password: Scalars['String']['input'];
  role: Scalars['String']['input'];
};

/** An office that cases go to. */
export type Department = {
  __typename?: 'Department';
  /** It gets no case any more. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  code: Scalars['ID']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
};

/** A filter of the desk's lists that somebody has given a name, for themselves. */
export type DeskFilter = {
  __typename?: 'DeskFilter';
  areaCode?: Maybe<Scalars['String']['output']>;
  classCodes: Array<Scalars['String']['output']>;
  departmentCode?: Maybe<Scalars['String']['output']>;
  grades: Array<Scalars['Int']['output']>;
  name: Scalars['String']['output'];
  sources: Array<Scalars['String']['output']>;
};

/** Where a dispatch would go by rule. */
export type DispatchAdvice = {
  __typename?: 'DispatchAdvice';
  department: Department;
  /** The rule of the city that decided. */
  dispatchRule?: Maybe<DispatchRule>;
  /** What it has in hand or to sign now. */
  openCases: Scalars['Int']['output'];
  /** How often it returned cases of this class in the last 30 days. */
  returned: Scalars['Int']['output'];
  /** component-owner, component-maintainer, component-competent, dispatch-rule, standard (the condition it was registered against) or class. */
  rule: Scalars['String']['output'];
};

/** 派遣规则: where cases of a class, an area and a time go, where no component answers for itself. */
export type DispatchRule = {
  __typename?: 'DispatchRule';
  /** Null where it is above the viewer's own. */
  area?: Maybe<Area>;
  /** Holds in this area and below. */
  areaCode: Scalars['String']['output'];
  changedAt: Scalars['DateTime']['output'];
  changedBy: Scalars['String']['output'];
  /** Null: of any class. */
  class?: Maybe<IncidentClass>;
  department: Department;
  /** By the work calendar: always, work-time or off-time (nights and holidays). */
  during: Scalars['String']['output'];
  id: Scalars['ID']['output'];
};

export type DispatchRuleInput = {
  areaCode: Scalars['String']['input'];
  classCode?: InputMaybe<Scalars['String']['input']>;
  commandId: Scalars['ID']['input'];
  departmentCode: Scalars['String']['input'];
  /** always, work-time or off-time. */
  during: Scalars['String']['input'];
};

/** 文书: a file that the house has made and keeps as it was made. Its content is at /documents/{id}. */
export type Document = {
  __typename?: 'Document';
  area: Area;
  bytes: Scalars['Int']['output'];
  fileName: Scalars['String']['output'];
  /** xlsx, pdf or docx. */
  format: Scalars['String']['output'];
  from?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** evaluation, case-file, daily-report, monthly-report, duty-log or special-report. */
  kind: Scalars['String']['output'];
  language: Scalars['String']['output'];
  madeAt: Scalars['DateTime']['output'];
  madeBy: Scalars['String']['output'];
  sha256: Scalars['String']['output'];
  title: Scalars['String']['output'];
  to?: Maybe<Scalars['DateTime']['output']>;
};

/** A shape that somebody keeps under a name, to ask about it again. */
export type DrawnLayer = {
  __typename?: 'DrawnLayer';
  area: Area;
  changedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Whether the viewer made it: only then may it be changed. */
  mine: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  owner: Scalars['String']['output'];
  removed: Scalars['Boolean']['output'];
  shape: Scalars['Geometry']['output'];
  /** Seen by all at its area and above; else by its owner alone. */
  shared: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
};

export type DrawnLayerInput = {
  commandId: Scalars['ID']['input'];
  /** Absent for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  /** Polygon, MultiPolygon or LineString; needed for a new one, absent where only the name changes. */
  shape?: InputMaybe<Scalars['Geometry']['input']>;
  shared: Scalars['Boolean']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type DuplicateRule = {
  __typename?: 'DuplicateRule';
  hours: Scalars['Float']['output'];
  meters: Scalars['Float']['output'];
};

/** Who answers at a center: 带班领导 (leader) or 值班长 (shift leader), from sign-in to sign-out. */
export type Duty = {
  __typename?: 'Duty';
  /** Code of the area whose center this is. */
  area: Area;
  /** Shown by name; the account's id is the actor in the journal. */
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  post: DutyPost;
  signedInAt: Scalars['DateTime']['output'];
  signedOutAt?: Maybe<Scalars['DateTime']['output']>;
  userId: Scalars['ID']['output'];
};

/** A line of the log: an entry of a person, or what the journal told by itself. */
export type DutyLogLine = {
  __typename?: 'DutyLogLine';
  at: Scalars['DateTime']['output'];
  by?: Maybe<Scalars['String']['output']>;
  /** Its number, else its title, as it was known. */
  caseName?: Maybe<Scalars['String']['output']>;
  grade?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  incidentId?: Maybe<Scalars['ID']['output']>;
  /** entry, or a kind such as incident.reported, incident.closed, incident.instructed, duty.signed-in. */
  kind: Scalars['String']['output'];
  /** Whether the viewer may strike it: their own, while the shift lasts. */
  mayStrike: Scalars['Boolean']['output'];
  /** leader or shift-leader, where somebody signed in or out. */
  post?: Maybe<Scalars['String']['output']>;
  /** Struck out: it is read on, with who struck it and why. */
  struckAt?: Maybe<Scalars['DateTime']['output']>;
  struckBy?: Maybe<Scalars['String']['output']>;
  struckFor?: Maybe<Scalars['String']['output']>;
  /** Of an entry, an instruction or a note. */
  text?: Maybe<Scalars['String']['output']>;
};

export type DutyPost =
  /** 带班领导 */
  | 'LEADER'
  /** 值班长 */
  | 'SHIFT_LEADER';

/** 值班日志: what one shift of a center did; handed over, nothing of it changes. */
export type DutyShift = {
  __typename?: 'DutyShift';
  area: Area;
  begunAt: Scalars['DateTime']['output'];
  /** 值班信息: who was on duty in it. */
  duties: Array<ShiftDuty>;
  /** 交班; null while it lasts. */
  handedOverAt?: Maybe<Scalars['DateTime']['output']>;
  handedOverBy?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Oldest first; of more than 2,000 the newest. */
  lines: Array<DutyLogLine>;
  /** How many older ones there are beside them: they are signed like all others, and the log on paper has them. */
  linesLeftOut: Scalars['Int']['output'];
  /** Whether the viewer may write in it now. */
  mayEnter: Scalars['Boolean']['output'];
  /** Whether the viewer may hand it over now: whoever is on duty at the center. */
  mayHandOver: Scalars['Boolean']['output'];
  /** Whether the viewer may sign for it: nobody takes over from themselves. */
  mayTakeOver: Scalars['Boolean']['output'];
  /** Of all its lines as they stood when it was handed over. */
  sha256?: Maybe<Scalars['String']['output']>;
  /** What is to be said of the whole. */
  summary?: Maybe<Scalars['String']['output']>;
  /** 接班; null while nobody has signed for it. */
  takenOverAt?: Maybe<Scalars['DateTime']['output']>;
  takenOverBy?: Maybe<Scalars['String']['output']>;
};

/** Whom the rota names at each level: department, dispatcher, shift-leader, leader. */
export type EscalationRota = {
  __typename?: 'EscalationRota';
  /** The limit of the case draws near. */
  amber: Array<Scalars['String']['output']>;
  /** It stays missed. */
  late: Array<Scalars['String']['output']>;
  /** For how long, in hours by the wall clock, until it is late. */
  lateAfterHours: Scalars['Float']['output'];
  /** It is missed. */
  red: Array<Scalars['String']['output']>;
  /** The limit of a stage is missed. */
  stage: Array<Scalars['String']['output']>;
};

export type EscalationRotaInput = {
  amber: Array<Scalars['String']['input']>;
  late: Array<Scalars['String']['input']>;
  lateAfterHours: Scalars['Float']['input'];
  red: Array<Scalars['String']['input']>;
  stage: Array<Scalars['String']['input']>;
};

/** How long a camera was online of the time in which it was looked. */
export type EvaluatedCamera = {
  __typename?: 'EvaluatedCamera';
  /** Null where it has left the viewer's scope since. */
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  onlineMinutes: Scalars['Int']['output'];
  plannedMinutes: Scalars['Int']['output'];
};

/** The cameras behind a figure. */
export type EvaluatedCameras = {
  __typename?: 'EvaluatedCameras';
  nodes: Array<EvaluatedCamera>;
  /** How many there are; the nodes are the first of them, the seldomest online first. */
  total: Scalars['Int']['output'];
};

/** The city components behind a figure. */
export type EvaluatedComponents = {
  __typename?: 'EvaluatedComponents';
  nodes: Array<CityComponent>;
  /** How many there are; the nodes are the first of them, what is not intact first. */
  total: Scalars['Int']['output'];
};

export type EvaluationDocumentInput = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  /** xlsx, pdf or docx. */
  format: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  /** zh-CN or en. */
  language: Scalars['String']['input'];
  to: Scalars['DateTime']['input'];
};

/** One figure of 综合评价 over a stretch of time, with the formula it was worked out by. */
export type EvaluationFigure = {
  __typename?: 'EvaluationFigure';
  denominator: Scalars['Float']['output'];
  /** Such as dispose-rate, in-time-close-rate. */
  key: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
  numerator: Scalars['Float']['output'];
  /** Whose work it measures: supervisor, acceptor, shift-leader, dispatcher, department or center. */
  post: Scalars['String']['output'];
  /** As many as the denominator opens: its cases, its components, its cameras (whose minutes it counts). */
  rows: Scalars['Int']['output'];
  /**
   * What is behind it: incident (open them by evaluationRows), city-component (evaluatedComponents) or camera
   * (evaluatedCameras).
   */
  rowsAre: Scalars['String']['output'];
  textEn: Scalars['String']['output'];
  textZh: Scalars['String']['output'];
  /** percent, count or minutes. */
  unit: Scalars['String']['output'];
  /** Two decimals; null where there are no rows. */
  value?: Maybe<Scalars['Float']['output']>;
  /** Of the formula: a changed one gets the next. */
  version: Scalars['Int']['output'];
};

/** The figures of one area, department or person. */
export type EvaluationGroup = {
  __typename?: 'EvaluationGroup';
  figures: Array<EvaluationFigure>;
  /** Area or department code, or the id of a person; null for cases that nobody answers for yet. */
  key?: Maybe<Scalars['String']['output']>;
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
};

/** The cases behind a figure. */
export type EvaluationRows = {
  __typename?: 'EvaluationRows';
  nodes: Array<Incident>;
  /** How many there are; the nodes are the first of them, reported last first. */
  total: Scalars['Int']['output'];
};

/** A grid cell that a worker is assigned to, or stands in for. */
export type FieldCharge = {
  __typename?: 'FieldCharge';
  code: Scalars['ID']['output'];
  gridSystem: Scalars['String']['output'];
  /** Whether what happens there is the viewer's now: A as long as not away; who stands in meanwhile. */
  inCharge: Scalars['Boolean']['output'];
  /** `A` in charge, `B` the substitute; null where the viewer stands in by a leave alone. */
  post?: Maybe<Scalars['String']['output']>;
  /** For whom, while one stands in. */
  standsInFor?: Maybe<Scalars['String']['output']>;
};

/**
 * 上岗: the stretch in which a grid worker lets the phone say where it is. Outside of it no position is taken; it begins and
 * ends by the worker's own hand, at the latest after twelve hours, and its way is forgotten after seven days.
 */
export type FieldDuty = {
  __typename?: 'FieldDuty';
  /** When it ends by itself. */
  endsAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  startedAt: Scalars['DateTime']['output'];
  /** The worker's mark among the units of the map. */
  unitId: Scalars['ID']['output'];
};

/** 请假: a worker of the field is away for a stretch, and another stands in (AB岗). */
export type FieldLeave = {
  __typename?: 'FieldLeave';
  areaCode: Scalars['String']['output'];
  askedAt: Scalars['DateTime']['output'];
  by: Scalars['String']['output'];
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<Scalars['String']['output']>;
  fromAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  /** Told to the worker and to who decides; null to who stands in. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Whether the viewer is the one who stands in. */
  standsIn: Scalars['Boolean']['output'];
  /** `asked`, `granted`, `refused` or `withdrawn`. */
  state: Scalars['String']['output'];
  substitute: Scalars['String']['output'];
  toAt: Scalars['DateTime']['output'];
};

/** A picture of the field that belongs to no case; at /photos/{id} and /photos/{id}/preview. */
export type FieldPhoto = {
  __typename?: 'FieldPhoto';
  height: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  width: Scalars['Int']['output'];
};

export type FieldPositionInput = {
  at: Scalars['DateTime']['input'];
  headingDeg?: InputMaybe<Scalars['Float']['input']>;
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  speedMps?: InputMaybe<Scalars['Float']['input']>;
};

export type FieldSubstitute = {
  __typename?: 'FieldSubstitute';
  displayName: Scalars['String']['output'];
  /** Whether both are assigned to the same grid cell. */
  sameCell: Scalars['Boolean']['output'];
  userId: Scalars['ID']['output'];
};

export type GradeCount = {
  __typename?: 'GradeCount';
  count: Scalars['Int']['output'];
  grade: Scalars['Int']['output'];
};

/** 单元网格 (unit) or 综治网格 (governance). */
export type GridCell = {
  __typename?: 'GridCell';
  area: Area;
  areaM2: Scalars['Float']['output'];
  code: Scalars['ID']['output'];
  gridSystem: Scalars['String']['output'];
  landUse?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  outline: Scalars['Geometry']['output'];
  /** Grid workers in charge: post A first, then B (AB岗). */
  workers: Array<GridCellWorker>;
};

export type GridCellWorker = {
  __typename?: 'GridCellWorker';
  displayName: Scalars['String']['output'];
  post: Scalars['String']['output'];
};

/**
 * What lies within a part of the ground, counted in one snapshot by the rules of the lists: each count opens as the rows of
 * the list of the same name.
 */
export type GroundCounts = {
  __typename?: 'GroundCounts';
  asOf: Scalars['DateTime']['output'];
  cameras: Array<StateCount>;
  cityComponents: Array<ClassCount>;
  incidents: Array<IncidentClassCount>;
  places: Array<KindCount>;
  /** Null where nobody has brought in how many people live here. */
  population?: Maybe<PopulationCount>;
  /** The units that were counted, at most 500 by id: asked again a moment later others would stand there. */
  units?: Maybe<Array<Unit>>;
  /** Units heard of in the last ten minutes; null without permission unit.read. */
  unitsOnDuty?: Maybe<Array<KindCount>>;
};

/** Where a case can be handed down to. */
export type HandDownLevel = {
  __typename?: 'HandDownLevel';
  areaCode: Scalars['ID']['output'];
  /** Whether anybody with an account there may register a case; null where the viewer does not see it. */
  mayRegister?: Maybe<Scalars['Boolean']['output']>;
};

export type HealthCount = {
  __typename?: 'HealthCount';
  count: Scalars['Int']['output'];
  health?: Maybe<Scalars['String']['output']>;
};

/** Something that happened or broke (问题/事件): one row from report to archive. */
export type Incident = {
  __typename?: 'Incident';
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  acknowledgedBy?: Maybe<Scalars['String']['output']>;
  address?: Maybe<Scalars['String']['output']>;
  area: Area;
  /** Oldest first. */
  callBacks: Array<CallBack>;
  /** Cameras for this place with the reason on each, permitted ones first. */
  cameras: Array<RankedCamera>;
  /** Given at 立案. */
  caseNo?: Maybe<Scalars['String']['output']>;
  /** The 核查 found the disposal wanting, and it is not sent again yet. */
  checkFailed: Scalars['Boolean']['output'];
  cityComponent?: Maybe<CityComponent>;
  class: IncidentClass;
  clock?: Maybe<CaseClock>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The department that holds it. */
  department?: Maybe<Department>;
  departmentCode?: Maybe<Scalars['String']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  dispatchAdvice?: Maybe<DispatchAdvice>;
  dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the department must be done: the limit of the class by the work calendar, pauses and extensions counted. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  feedbackAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the department wrote with its last 反馈. */
  feedbackNote?: Maybe<Scalars['String']['output']>;
  governanceGridCell?: Maybe<GridCell>;
  /** 1 特别重大 to 4 一般. */
  grade: Scalars['Int']['output'];
  /** The township and the village that it can be handed down to (下派). */
  handDownLevels: Array<HandDownLevel>;
  /** The lower area it was handed down to (下派); null while it is the centre's. */
  handledByArea?: Maybe<Scalars['String']['output']>;
  /** Whom the department has put on it. */
  handlerName?: Maybe<Scalars['String']['output']>;
  /** Who did what when, oldest first. */
  history: Array<JournalEntry>;
  id: Scalars['ID']['output'];
  /** The unit that whoever reported it said it is about. */
  keyUnit?: Maybe<KeyUnit>;
  /** What was merged into this one, each with its own number, reporter and clock; oldest first, at most 100. */
  mergedCases: Array<Incident>;
  /** The case that this one was merged into. */
  mergedInto?: Maybe<Scalars['ID']['output']>;
  open: Scalars['Boolean']['output'];
  order?: Maybe<IntakeOrder>;
  overdue: Scalars['Boolean']['output'];
  /** What leads on from its state, for the viewer, in the order of the table. */
  permittedMoves: Array<CaseMove>;
  /** Oldest first. */
  photos: Array<Photo>;
  /** Null where it was not reported from a picture. */
  pictureReport?: Maybe<PictureReport>;
  position: Position;
  registeredAt?: Maybe<Scalars['DateTime']['output']>;
  reopenCount: Scalars['Int']['output'];
  reportedAt: Scalars['DateTime']['output'];
  /** Null where nobody outside the house told it. */
  reporter?: Maybe<Reporter>;
  request?: Maybe<CaseRequest>;
  returnCount: Scalars['Int']['output'];
  reworkCount: Scalars['Int']['output'];
  source: Scalars['String']['output'];
  /** report, register, dispatch, dispose, feedback or close. */
  stage: Scalars['String']['output'];
  /** How it stands against that: green, amber with less than a fifth left, or red. Null where the stage has no limit. */
  stageColour?: Maybe<Scalars['String']['output']>;
  /** When its present stage should end. */
  stageDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Oldest first. */
  stages: Array<CaseStage>;
  /** What it was registered against; null where the limit of the class holds. */
  standard?: Maybe<CaseStandard>;
  /** What it could be registered against. */
  standardChoices: Array<CaseStandard>;
  /** One of the states of GLOSSARY.md. */
  state: Scalars['String']['output'];
  supervisedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the same class, within 50 m and 24 h (settings of the city), nearest first. */
  suspectedDuplicates: Array<Incident>;
  title: Scalars['String']['output'];
  /**
   * Best first, at most six: who is on duty before who is not, then skill, then time on the road with 20 minutes for each
   * case in hand. A department is advised of its own units. `departmentCode`: as if it held the case.
   */
  unitAdvice: Array<UnitAdvice>;
  unitGridCell?: Maybe<GridCell>;
  /** What the 核实 found: confirmed, not-confirmed or unable. */
  verdict?: Maybe<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
};


/** Something that happened or broke (问题/事件): one row from report to archive. */
export type IncidentCamerasArgs = {
  first?: Scalars['Int']['input'];
};


/** Something that happened or broke (问题/事件): one row from report to archive. */
export type IncidentUnitAdviceArgs = {
  departmentCode?: InputMaybe<Scalars['String']['input']>;
};

export type IncidentClass = {
  __typename?: 'IncidentClass';
  code: Scalars['ID']['output'];
  defaultGrade: Scalars['Int']['output'];
  icon: Scalars['String']['output'];
  /** Pinyin initials of its Chinese name, such as bllj for 暴露垃圾. */
  initials: Scalars['String']['output'];
  /** component or event. */
  kind: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
  /** Purposes under which cameras may be opened for it. */
  purposes: Array<Scalars['String']['output']>;
  /** It takes no new case any more; those of it go on. */
  retiredAt?: Maybe<Scalars['DateTime']['output']>;
};

export type IncidentClassCount = {
  __typename?: 'IncidentClassCount';
  class: IncidentClass;
  count: Scalars['Int']['output'];
  open: Scalars['Boolean']['output'];
  state: Scalars['String']['output'];
};

export type IncidentPage = {
  __typename?: 'IncidentPage';
  nodes: Array<Incident>;
  pageInfo: PageInfo;
};

/** 批示、交办: what a leader says to a case; it waits until somebody has taken it. */
export type Instruction = {
  __typename?: 'Instruction';
  /** The department that it goes to; null: the center. */
  departmentCode?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  incident: Incident;
  issuedAt: Scalars['DateTime']['output'];
  issuedBy: Scalars['String']['output'];
  /** comment (批示) or assignment (交办). */
  kind: Scalars['String']['output'];
  /** Whether the viewer is one who may take it. */
  receivable: Scalars['Boolean']['output'];
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it waits. */
  receivedBy?: Maybe<Scalars['String']['output']>;
  reply?: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
};

export type InstructionInput = {
  commandId: Scalars['ID']['input'];
  /** Absent: the department that holds the case where one does, for an assignment; else the center. */
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  incidentId: Scalars['ID']['input'];
  /** comment or assignment. */
  kind: Scalars['String']['input'];
  /** At most 500 letters. */
  text: Scalars['String']['input'];
};

/** The number that another system, such as the 12345 line, gave the report. */
export type IntakeOrder = {
  __typename?: 'IntakeOrder';
  externalId: Scalars['String']['output'];
  /** The newest that has come. */
  revision: Scalars['Int']['output'];
};

export type IntakeOrderInput = {
  /** The number of the report in its own system. */
  externalId: Scalars['ID']['input'];
  /** For a person at a seat: refuses, with order-known or order-ended, what would change nothing, so that no words are lost unseen. */
  refuseKnown?: Scalars['Boolean']['input'];
  /** Grows with each change there: a newer one changes what may still be changed, an older or equal one nothing. */
  revision?: Scalars['Int']['input'];
};

export type IssueBulletinInput = {
  /** In the viewer's scope. */
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  /** Of an assist order; in the future. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  kind: Scalars['String']['input'];
  /** Sent before, at most 9. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One or more of grid-worker, village-officer, town-monitor. */
  roles: Array<Scalars['String']['input']>;
  /** At most 2,000 letters. */
  text: Scalars['String']['input'];
  /** At most 80 letters. */
  title: Scalars['String']['input'];
};

/** One row of the journal: what changed in the city, in order. */
export type JournalEntry = {
  __typename?: 'JournalEntry';
  actorName?: Maybe<Scalars['String']['output']>;
  areaCode?: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  /** The camera a row is about, as it is now. */
  camera?: Maybe<Camera>;
  /** The city component a row is about, as it is now. */
  cityComponent?: Maybe<CityComponent>;
  /** The incident a row is about, as it is now. */
  incident?: Maybe<Incident>;
  /** Such as incident.reported, incident.moved, incident.left-department, city-component.state-set, camera.state-changed, camera-view.opened, duty.signed-in, heartbeat, reload. */
  kind: Scalars['String']['output'];
  /** Shape by kind and version, as in grid-data/src/domain/journal-kinds.ts. */
  payload: Scalars['JSON']['output'];
  position?: Maybe<Position>;
  /** Order of the journal; exact up to 2^53. */
  seq: Scalars['Float']['output'];
  subjectId?: Maybe<Scalars['ID']['output']>;
  subjectKind?: Maybe<Scalars['String']['output']>;
};

/** Figures as somebody kept them: they stay as they were, whatever becomes of cases and formulas. */
export type KeptEvaluation = {
  __typename?: 'KeptEvaluation';
  area: Area;
  figures: Array<EvaluationFigure>;
  from: Scalars['DateTime']['output'];
  /** By area or department. */
  groups: Array<EvaluationGroup>;
  id: Scalars['ID']['output'];
  keptAt: Scalars['DateTime']['output'];
  keptBy: Scalars['String']['output'];
  to: Scalars['DateTime']['output'];
};


/** Figures as somebody kept them: they stay as they were, whatever becomes of cases and formulas. */
export type KeptEvaluationGroupsArgs = {
  by: Scalars['String']['input'];
};

/** 重点单位/监管对象: a shop, a stall, an illegal building or another unit that the field keeps an eye on. */
export type KeyUnit = {
  __typename?: 'KeyUnit';
  address?: Maybe<Scalars['String']['output']>;
  area: Area;
  id: Scalars['ID']['output'];
  /** Pinyin initials of its name and address, by which a phone without a line finds it. */
  initials: Scalars['String']['output'];
  /** One of grid-data/src/domain/field/key-unit.ts, such as shop, stall or illegal-building. */
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** The family name alone, as in 张**: no more of it is kept. */
  personInCharge?: Maybe<Scalars['String']['output']>;
  position: Position;
  /** How many of them there are in all. */
  violationCount: Scalars['Int']['output'];
  /**
   * Cases about it that were registered (立案) and not voided, newest first, in the viewer's scope, at most 20: what
   * nobody has verified accuses nobody.
   */
  violations: Array<Incident>;
};


/** 重点单位/监管对象: a shop, a stall, an illegal building or another unit that the field keeps an eye on. */
export type KeyUnitViolationsArgs = {
  first?: Scalars['Int']['input'];
};

export type KeyUnitPage = {
  __typename?: 'KeyUnitPage';
  nodes: Array<KeyUnit>;
  pageInfo: PageInfo;
};

export type KindCount = {
  __typename?: 'KindCount';
  count: Scalars['Int']['output'];
  kind: Scalars['String']['output'];
};

/** What has become of an order of another system. */
export type KnownOrder = {
  __typename?: 'KnownOrder';
  /** Null where it lies outside the viewer's area. */
  incident?: Maybe<Incident>;
  /** The newest that has come. */
  revision: Scalars['Int']['output'];
};

export type LegalClause = {
  __typename?: 'LegalClause';
  article?: Maybe<Scalars['Int']['output']>;
  law: Scalars['String']['output'];
};

export type LinkageCamera = {
  __typename?: 'LinkageCamera';
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  distanceMeters: Scalars['Float']['output'];
  refusal?: Maybe<Scalars['String']['output']>;
  relation: Scalars['String']['output'];
};

export type LinkageDryFiring = {
  __typename?: 'LinkageDryFiring';
  areaCode: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  /** Those that would open, and those that could not with the reason: as cameras and duties are now. */
  cameras: Array<LinkageCamera>;
  count: Scalars['Int']['output'];
  /** As it is now; null where none, or outside the viewer's scope. */
  incident?: Maybe<Incident>;
  incidentId?: Maybe<Scalars['ID']['output']>;
  kind: Scalars['String']['output'];
  /** The rows that would have been merged into it, oldest first; at most 200. */
  merged: Array<LinkageTriggerRow>;
  position?: Maybe<Position>;
  /** Whether the hall would have been left in peace. */
  quiet: Scalars['Boolean']['output'];
  title?: Maybe<Scalars['String']['output']>;
  /** Number of the journal's row that would have set it off; of moments of the day, which no row tells, their order. */
  triggerSeq: Scalars['Float']['output'];
};

/** What a rule would have done on a day gone by: nothing is carried out. */
export type LinkageDryRun = {
  __typename?: 'LinkageDryRun';
  firingCount: Scalars['Int']['output'];
  /** The newest 200. */
  firings: Array<LinkageDryFiring>;
  from: Scalars['DateTime']['output'];
  /** Rows that were judged, and whether there were more than could be. */
  judged: Scalars['Int']['output'];
  to: Scalars['DateTime']['output'];
  triggers: Scalars['Int']['output'];
  truncated: Scalars['Boolean']['output'];
  /** Why the journal cannot tell: unit-positions where the rule waits for units; null where it can. */
  unknowable?: Maybe<Scalars['String']['output']>;
};

/** One time that a rule acted, with its cause. More of the same within its time are counted in, each with its row. */
export type LinkageFiring = {
  __typename?: 'LinkageFiring';
  area?: Maybe<Area>;
  count: Scalars['Int']['output'];
  firedAt: Scalars['DateTime']['output'];
  grade?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  incident?: Maybe<Incident>;
  incidentId?: Maybe<Scalars['ID']['output']>;
  lastSeq: Scalars['Float']['output'];
  outcomes: Array<LinkageOutcome>;
  /** Code of the area of the rule; empty for the root. */
  ruleAreaCode: Scalars['String']['output'];
  ruleId: Scalars['ID']['output'];
  ruleName: Scalars['String']['output'];
  ruleVersion: Scalars['Int']['output'];
  title?: Maybe<Scalars['String']['output']>;
  /** Such as incident.reported, camera.black, noticed.time. */
  triggerKind: Scalars['String']['output'];
  /** Number of the journal's row that set it off first, and last. */
  triggerSeq: Scalars['Float']['output'];
  /** The rows behind the count, oldest first; at most 200 at a time. */
  triggers: Array<LinkageTriggerRow>;
};


/** One time that a rule acted, with its cause. More of the same within its time are counted in, each with its row. */
export type LinkageFiringTriggersArgs = {
  afterSeq?: Scalars['Float']['input'];
  first?: Scalars['Int']['input'];
};

/** What a rule tells somebody; it stands until it is acknowledged, or for an hour where it need not be. */
export type LinkageNotice = {
  __typename?: 'LinkageNotice';
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  acknowledgedBy?: Maybe<Scalars['String']['output']>;
  firing: LinkageFiring;
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  mustAcknowledge: Scalars['Boolean']['output'];
  role: Scalars['String']['output'];
};

export type LinkageOutcome = {
  __typename?: 'LinkageOutcome';
  cameras: Array<LinkageCamera>;
  /** focus, open-cameras, turn-cameras, show-scene, sound, notify, request-recording or raise-incident. */
  kind: Scalars['String']['output'];
  /** Why not: quiet-hours, too-late, muted, nobody-on-duty, purpose-not-filed, no-camera, no-place … */
  refusal?: Maybe<Scalars['String']['output']>;
  /** done, refused or pending. */
  state: Scalars['String']['output'];
  subjectId?: Maybe<Scalars['String']['output']>;
  told: Array<Scalars['String']['output']>;
};

/** 联动: when this happens, only while that holds, do these things. A rule acts on what happens in its area alone. */
export type LinkageRule = {
  __typename?: 'LinkageRule';
  area?: Maybe<Area>;
  changedAt: Scalars['DateTime']['output'];
  changedBy: Scalars['String']['output'];
  enabled: Scalars['Boolean']['output'];
  /** What it did last, newest first. */
  firings: Array<LinkageFiring>;
  id: Scalars['ID']['output'];
  /** Empty for the first rule, which every county has. */
  name: Scalars['String']['output'];
  rule: Scalars['LinkageRuleWords']['output'];
  /** Why the engine stopped it: sets-itself-off or chain-too-long; null while it runs. Saving it lets it loose again. */
  stopped?: Maybe<LinkageStop>;
  version: Scalars['Int']['output'];
};


/** 联动: when this happens, only while that holds, do these things. A rule acts on what happens in its area alone. */
export type LinkageRuleFiringsArgs = {
  first?: Scalars['Int']['input'];
};

export type LinkageRuleInput = {
  commandId: Scalars['ID']['input'];
  enabled: Scalars['Boolean']['input'];
  /** Absent for a new rule. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  rule: Scalars['LinkageRuleWords']['input'];
  /** Of the rule that is changed. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type LinkageStop = {
  __typename?: 'LinkageStop';
  at: Scalars['DateTime']['output'];
  /** Ids of the rules that led to each other, this one last. */
  chain: Array<Scalars['String']['output']>;
  reason: Scalars['String']['output'];
};

export type LinkageTriggerRow = {
  __typename?: 'LinkageTriggerRow';
  areaCode: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  kind: Scalars['String']['output'];
  seq: Scalars['Float']['output'];
  subjectId: Scalars['ID']['output'];
  title?: Maybe<Scalars['String']['output']>;
};

/** What became of one camera that was asked to look at a place. */
export type LookHereResult = {
  __typename?: 'LookHereResult';
  /** From the camera to the place. */
  bearingDeg: Scalars['Float']['output'];
  camera: Camera;
  distanceMeters: Scalars['Float']['output'];
  /** How far the preset looks past it. */
  offDeg?: Maybe<Scalars['Float']['output']>;
  presetName?: Maybe<Scalars['String']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  /** point: turned to it; point-preset: by the preset that shows it; null: not turned. */
  turn?: Maybe<Scalars['String']['output']>;
};

export type MoveIncidentInput = {
  /** For hand-down: a township or village that the case lies in. */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  /** For close: somebody has ticked that the closing condition is met. */
  closingConditionMet?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made by the client: the same id again has the same effect, once. */
  commandId: Scalars['ID']['input'];
  /** For correct: at least one field that differs from what the case says. */
  correction?: InputMaybe<CorrectionInput>;
  /** For dispatch; where absent a rule picks it. */
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  /** For assign. */
  handlerName?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** For ask-extension: more than 0 and at most 400, in the unit of the limit. */
  limitValue?: InputMaybe<Scalars['Float']['input']>;
  /** For merge: of the same class. */
  mainIncidentId?: InputMaybe<Scalars['ID']['input']>;
  /** A row of the table of moves. */
  move: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  /** Photos that were sent by POST /photos before and wait; at most 9. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** For register: a condition of the class (立案条件); where absent the only one, else the limit of the class. */
  standardId?: InputMaybe<Scalars['ID']['input']>;
  /** For verify: confirmed, not-confirmed or unable. */
  verdict?: InputMaybe<Scalars['String']['input']>;
  /** The version that was seen; another is a conflict that tells what it is now and who made it so. */
  version: Scalars['Int']['input'];
};

export type MoveIncidentsInput = {
  /** 1 to 100, each with the version that was seen. */
  cases: Array<BulkCase>;
  closingConditionMet?: InputMaybe<Scalars['Boolean']['input']>;
  commandId: Scalars['ID']['input'];
  /** For dispatch; where absent each goes by its rule. */
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  handlerName?: InputMaybe<Scalars['String']['input']>;
  /** A row of the table that asks for nothing, or for what holds for all of them: note, department, handler, closing-condition. */
  move: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Says that somebody has seen the alarm: its marker stops pulsing everywhere. Permission incident.accept. */
  acknowledgeIncident: Incident;
  acknowledgeLinkageNotice: LinkageNotice;
  /** Taken from whom it was for, also after it was ended: what was written without a line is not lost. */
  answerBulletin: BulletinAnswer;
  /** Arranges the panels of a role at the viewer's center; version 0 where nobody has yet. Permission wall.arrange. */
  arrangePanels: PanelArrangement;
  /**
   * Asks for it: at most 180 days, not in the past; `unknown-substitute` where nobody of that id may stand in, `overlapping`
   * where it meets another leave of the viewer or the substitute is away then. Permission incident.report.
   */
  askLeave: FieldLeave;
  /**
   * Keeps what was matched, after working it out anew. Points that cannot be are refused by name: points-too-few,
   * points-too-many, points-coincide, points-collinear, points-crossed, picture-mirrored, with their numbers; a camera whose
   * head is turned away: camera-turned. Permission camera.edit.
   */
  calibrateCamera: CameraCalibration;
  /** Writes a call-back down. Permission incident.accept. */
  callBackReporter: Incident;
  callPtzPreset: Scalars['Boolean']['output'];
  /** Shows a published scene on all screens that it touches; refused as a conflict where one of `seen` has changed. Permission wall.drive. */
  callWallScene: Array<WallShowing>;
  /** Has the gateway check these cameras now, without showing a picture: at most 20. Permission camera.view. */
  checkCameras: Scalars['DateTime']['output'];
  /** Closes an account for good and ends its sessions; its rows in the journal stay. */
  closeAccount: Account;
  createAccount: Account;
  /** Permission bulletin.issue, not about oneself; `already-decided` for who comes second. */
  decideLeave: FieldLeave;
  /** Permission recording.approve; never by who asked. */
  decideRecordingExport: RecordingExport;
  /** Permission incident.instruct, not by its author; sent back it needs a note. */
  decideSpecialReport: SpecialReport;
  /** Permission recording.approve; never by who asked. Approves or refuses, with a reason where it refuses. */
  decideViewRequest: ViewRequest;
  /** Deletes a copy whose purpose is met, unless it is held. By who asked or who may decide; leaves a proof. */
  deleteRecordingExport: RecordingExport;
  dropDeskFilter: Array<DeskFilter>;
  dropRecordingBookmark: Scalars['Boolean']['output'];
  /** Whoever may issue one there ends it; ended twice it stays as it is. */
  endBulletin: Bulletin;
  /** Ends it: the mark leaves the map. Where none runs nothing happens. */
  endFieldDuty: Scalars['Boolean']['output'];
  /** Takes it back; what was recorded for it stays. */
  endPatrolTask: Scalars['Boolean']['output'];
  /** Permission duty.sign-in. The first entry of a center begins its first shift. */
  enterInDutyLog: DutyShift;
  /** Permission data.export. At most 5,000 rows; who did it with permission audit.read. */
  exportReplay: ReplayExport;
  /** Permission data.export. At most 5,000 rows; their names, places and states, never who or where from. */
  exportRows: RowExport;
  /**
   * A leader's act outside the table: puts a case into a state, with a reason that the auditor reads. Permission
   * case.force. The archive stays as it is, and no case goes to a department's states without a department
   * (conflict, reason no-department). Put among the disposed or closed it counts so from then on; taken back, no longer.
   */
  forceIncident: Incident;
  framePtz: Scalars['Boolean']['output'];
  /** Permission incident.instruct. */
  giveInstruction: Instruction;
  /** By who is on duty there; the next shift begins at the same moment. */
  handOverShift: DutyShift;
  /**
   * Takes the camera, or a place in the queue; said every 3 s it keeps either, unsaid for 8 s both are lost. Permission
   * camera.ptz, through a running look.
   */
  holdPtz: PtzLease;
  /** Holds the copy as evidence, or lets it go. Permission recording.approve. */
  holdRecordingExport: RecordingExport;
  /** Permission bulletin.issue. Answers the bulletin; `unknown-code` where the area is not in scope, `out-of-range` where it is due in the past. */
  issueBulletin: Bulletin;
  /** Permission bulletin.issue; the area in scope, at most 80 letters, due in the future. */
  issuePatrolTask: PatrolTask;
  /** Keeps a filter under a name of at most 40 letters, or another one under the same; at most 30. */
  keepDeskFilter: Array<DeskFilter>;
  /** Keeps the figures as they stand now, with the versions of their formulas. Permission evaluation.keep. */
  keepEvaluation: KeptEvaluation;
  keepRecordingBookmark: RecordingBookmark;
  /** Turns every camera that may be looked through for this reason and reaches the place; says why not the others. */
  lookHere: Array<LookHereResult>;
  /** One case on paper (PDF) with its clock, place, photos and story. Permission data.export. */
  makeCaseFile: Document;
  /** The log of a shift as pdf or docx, in zh-CN or en. Permission data.export. */
  makeDutyLog: Document;
  /** All figures of an area, by department and lower area too, and the use of its cameras, as a file. Permission data.export. */
  makeEvaluationDocument: Document;
  /** As pdf or docx, in zh-CN or en; before its approval it says that it is a draft. Permission data.export. */
  makeSpecialReportFile: Document;
  /** Gives an account another area, role or department; its running pictures and subscriptions are re-checked at once. */
  moveAccount: Account;
  /** One move of the loop. What is permitted to whom stands in grid-data/src/domain/case/moves.ts. */
  moveIncident: Incident;
  /** Each by the table for itself: what is refused leaves the others alone. */
  moveIncidents: BulkMove;
  /** The first word starts a move, each further one with the same id keeps it going; unsaid for 2 s the camera stops. `speed` is a share of the fastest. */
  movePtz: Scalars['Boolean']['output'];
  /** Moves a map of the wall on every screen that shows a part of it, on all at one moment. Permission wall.drive. */
  moveWallView: Array<WallShowing>;
  /** Checks role, area, camera state and that the purpose is one the camera's owner filed; each refusal says which. */
  openCameraView: CameraTicket;
  /** Only for who asked, while the request grants it. Each look is a row of the register. */
  openRecording: RecordingTicket;
  /** Makes the device that shows this code the screen. Permission wall.arrange. */
  pairWallScreen: WallScreen;
  /** The second approval: that nothing is hidden. Never by who asked nor by who approved the copy; with a reason. */
  permitUnmaskedExport: RecordingExport;
  /** Keeps the connection's session alive and tells the server's time. */
  ping: Scalars['DateTime']['output'];
  /** From now on a call shows the draft of this version. Permission wall.drive. */
  publishWallScene: WallScene;
  /** Refused as a conflict, with what is there now and who put it, where the screen has changed since it was seen. Permission wall.drive. */
  pushToWallScreen: WallShowing;
  /** The viewer has read it; the first time counts. `readAt` is the phone's word and no later than now. */
  readBulletin: Scalars['Boolean']['output'];
  /** 签收: takes the instruction, once; a second one is answered who was first. For the department that it goes to, or the center's staff. */
  receiveInstruction: Instruction;
  /**
   * Writes a round or visit down, with each item answered: `incomplete` otherwise; `unknown-list` where there is no such
   * version. Permission incident.report.
   */
  recordPatrol: Patrol;
  releasePtz: PtzLease;
  /** Has the screen's page begin anew; it comes back with what it shows. Permission wall.drive. */
  reloadWallScreen: WallScreen;
  /** Permission camera.edit. */
  removeCameraCalibration: Scalars['ID']['output'];
  removeCameraTour: Scalars['ID']['output'];
  removeDispatchRule: Array<DispatchRule>;
  removeDrawnLayer: Scalars['ID']['output'];
  removeLinkageRule: Scalars['ID']['output'];
  removePlot: Scalars['ID']['output'];
  removeWallScene: Scalars['ID']['output'];
  /** Takes a screen away; its device's session ends. Permission wall.arrange. */
  removeWallScreen: Scalars['ID']['output'];
  /**
   * Where the viewer was, oldest first, at most 200; outside of a duty refused. Answers how many were taken: those of other
   * times than the duty's are left out.
   */
  reportFieldPositions: Scalars['Int']['output'];
  /** Reports an incident in the viewer's area. Permission incident.report. */
  reportIncident: Incident;
  requestRecordingExport: RecordingExport;
  /** Permission recording.request. */
  requestView: ViewRequest;
  /** Sets a new password and ends the account's sessions. */
  resetAccount: Account;
  restoreDrawnLayer: DrawnLayer;
  restorePlot: Plot;
  retireCaseStandard: CaseStandard;
  /** As saveCheckList; or takes it into use again. */
  retireCheckList: CheckList;
  /** An auditor has read why the glass was broken. Once. Permission audit.read. */
  reviewBrokenGlass: CameraView;
  /** Opens the recording that a copy would show, for who decides on it. Each look is a row of the register. */
  reviewRecordingExport: RecordingTicket;
  /** Takes a request or its approval back; running pictures end at once. By who asked, or who may decide. */
  revokeViewRequest: ViewRequest;
  /** Permission camera.view, and a purpose of the viewer's own duty. */
  saveCameraTour: CameraTour;
  /** As saveWorkCalendar. */
  saveCaseSettings: CaseRules;
  /** Permission case.configure. Cases under way keep the limit that they were registered with. */
  saveCaseStandard: CaseStandard;
  /** Permission case.configure, for the whole city. */
  saveCheckList: CheckList;
  /** Permission incident.register. One rule for one area, class and time. */
  saveDispatchRule: Array<DispatchRule>;
  /** Permission plot.draw. */
  saveDrawnLayer: DrawnLayer;
  /** Permission linkage.edit. Each fault names its field: effects.1 needs-incident, effects.0.sceneId unknown-scene. */
  saveLinkageRule: LinkageRule;
  /** Permission plot.draw. Nothing is overwritten: a change of an older version is kept as a copy beside the newer one. */
  savePlot: PlotSaved;
  /** Keeps where the camera looks now. Permission camera.edit besides; the bearing counts where its platform tells none. */
  savePtzPreset: Array<PtzPreset>;
  /** Permission case.configure, for the whole city. What was due before stays due; what is off is not made later. */
  saveReportSchedule: ReportSchedule;
  /** Saves the draft. Permission wall.drive. */
  saveWallScene: WallScene;
  /** Permission wall.arrange. */
  saveWallScreen: WallScreen;
  /** Permission case.configure, for the whole city. Open cases get their due times anew, each change with a row of its own. */
  saveWorkCalendar: CaseRules;
  /** Has a scene called at a time of the city's day. Permission wall.drive. */
  scheduleWallScene: WallScene;
  /** Records that a component is damaged, lost, intact again … */
  setCityComponentState: CityComponent;
  /** Permission case.configure. */
  setClassRetired: IncidentClass;
  /** Permission case.configure. Refused while the department holds cases: none of them may be lost. */
  setDepartmentClosed: Department;
  /** Permission camera.edit. */
  setPtzSettings: PtzSettings;
  /** Guests have come to the hall of the viewer's center, or left it. Permission wall.drive. */
  setWallGuests?: Maybe<WallGuests>;
  /** Signs the viewer in for a post at the center of the viewer's area; who held the post before is signed off it. */
  signInForDuty: Duty;
  signOutOfDuty: Duty;
  /** Begins the viewer's duty, or answers the one that runs. The number says which notice about positions was read. `on-leave` while one is away. Permission incident.report. */
  startFieldDuty: FieldDuty;
  stopPtz: Scalars['Boolean']['output'];
  strikeDutyLogLine: DutyShift;
  submitSpecialReport: SpecialReport;
  /** Records what a survey found. Permission camera.edit. */
  surveyCamera: Camera;
  /** By somebody else than who handed it over. */
  takeOverShift: DutyShift;
  takePtzOver: PtzLease;
  /** Hands the copy to who asked; its row is written in the same transaction. */
  takeRecordingExport: RecordingExportTicket;
  /** Writes down that a picture is taken out; without the row the page takes none. */
  takeRecordingSnapshot: RecordingSnapshot;
  takeShiftNote: Array<ShiftNote>;
  /** Takes back one's own within ten minutes: each case stands as before, unless somebody has moved it since. Numbers that were given stay. */
  undoMoveIncidents: BulkMove;
  /** Shows who told of a case, for a reason that the auditor reads. Permission incident.accept. */
  unmaskReporter: Reporter;
  /** Ends the session of the screen's device. Permission wall.arrange. */
  unpairWallScreen: WallScreen;
  unscheduleWallScene: WallScene;
  /** The viewer takes it back, or is back early. One that is decided against or over stays as it is. */
  withdrawLeave: FieldLeave;
  /** For whoever works at a desk; at most 2,000 letters and 20 cases. */
  writeShiftNote: Array<ShiftNote>;
  /** At the viewer's own center, for whoever works at its desk; while it is a draft. */
  writeSpecialReport: SpecialReport;
};


export type MutationAcknowledgeIncidentArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAcknowledgeLinkageNoticeArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAnswerBulletinArgs = {
  input: AnswerBulletinInput;
};


export type MutationArrangePanelsArgs = {
  commandId: Scalars['ID']['input'];
  panels: Array<Scalars['String']['input']>;
  role: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationAskLeaveArgs = {
  commandId: Scalars['ID']['input'];
  fromAt: Scalars['DateTime']['input'];
  reason: Scalars['String']['input'];
  substituteId: Scalars['ID']['input'];
  toAt: Scalars['DateTime']['input'];
};


export type MutationCalibrateCameraArgs = {
  input: CameraCalibrationInput;
};


export type MutationCallBackReporterArgs = {
  answer: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  incidentId: Scalars['ID']['input'];
  outcome: Scalars['String']['input'];
};


export type MutationCallPtzPresetArgs = {
  number: Scalars['Int']['input'];
  viewId: Scalars['ID']['input'];
};


export type MutationCallWallSceneArgs = {
  commandId: Scalars['ID']['input'];
  sceneId: Scalars['ID']['input'];
  seen: Array<SeenShowingInput>;
};


export type MutationCheckCamerasArgs = {
  cameraIds: Array<Scalars['ID']['input']>;
  commandId: Scalars['ID']['input'];
};


export type MutationCloseAccountArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};


export type MutationDecideLeaveArgs = {
  commandId: Scalars['ID']['input'];
  granted: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDecideRecordingExportArgs = {
  approve: Scalars['Boolean']['input'];
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


export type MutationDecideSpecialReportArgs = {
  approved: Scalars['Boolean']['input'];
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


export type MutationDecideViewRequestArgs = {
  approve: Scalars['Boolean']['input'];
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  version: Scalars['Int']['input'];
};


export type MutationDeleteRecordingExportArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationDropDeskFilterArgs = {
  commandId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationDropRecordingBookmarkArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationEndBulletinArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationEndFieldDutyArgs = {
  commandId: Scalars['ID']['input'];
};


export type MutationEndPatrolTaskArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationEnterInDutyLogArgs = {
  commandId: Scalars['ID']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


export type MutationExportReplayArgs = {
  input: ReplayExportInput;
};


export type MutationExportRowsArgs = {
  input: RowExportInput;
};


export type MutationForceIncidentArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationFramePtzArgs = {
  box: PictureBoxInput;
  viewId: Scalars['ID']['input'];
};


export type MutationGiveInstructionArgs = {
  input: InstructionInput;
};


export type MutationHandOverShiftArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  summary?: InputMaybe<Scalars['String']['input']>;
};


export type MutationHoldPtzArgs = {
  viewId: Scalars['ID']['input'];
};


export type MutationHoldRecordingExportArgs = {
  commandId: Scalars['ID']['input'];
  hold: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationIssueBulletinArgs = {
  input: IssueBulletinInput;
};


export type MutationIssuePatrolTaskArgs = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  listCode: Scalars['ID']['input'];
  place: Scalars['String']['input'];
};


export type MutationKeepDeskFilterArgs = {
  commandId: Scalars['ID']['input'];
  filter: WorklistFilterInput;
  name: Scalars['String']['input'];
};


export type MutationKeepEvaluationArgs = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type MutationKeepRecordingBookmarkArgs = {
  at: Scalars['DateTime']['input'];
  cameraId?: InputMaybe<Scalars['ID']['input']>;
  commandId: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  requestId: Scalars['ID']['input'];
};


export type MutationLookHereArgs = {
  basis: ViewBasisInput;
  position: PositionInput;
  withinMeters?: Scalars['Float']['input'];
};


export type MutationMakeCaseFileArgs = {
  commandId: Scalars['ID']['input'];
  incidentId: Scalars['ID']['input'];
  language: Scalars['String']['input'];
};


export type MutationMakeDutyLogArgs = {
  commandId: Scalars['ID']['input'];
  format: Scalars['String']['input'];
  language: Scalars['String']['input'];
  shiftId: Scalars['ID']['input'];
};


export type MutationMakeEvaluationDocumentArgs = {
  input: EvaluationDocumentInput;
};


export type MutationMakeSpecialReportFileArgs = {
  commandId: Scalars['ID']['input'];
  format: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  language: Scalars['String']['input'];
};


export type MutationMoveAccountArgs = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  role: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationMoveIncidentArgs = {
  input: MoveIncidentInput;
};


export type MutationMoveIncidentsArgs = {
  input: MoveIncidentsInput;
};


export type MutationMovePtzArgs = {
  command: Scalars['String']['input'];
  moveId: Scalars['ID']['input'];
  speed?: Scalars['Float']['input'];
  viewId: Scalars['ID']['input'];
};


export type MutationMoveWallViewArgs = {
  commandId: Scalars['ID']['input'];
  durationMs?: Scalars['Int']['input'];
  screenId: Scalars['ID']['input'];
  tileId: Scalars['ID']['input'];
  view: WallViewInput;
};


export type MutationOpenCameraViewArgs = {
  basis: ViewBasisInput;
  cameraId: Scalars['ID']['input'];
  profile?: Scalars['String']['input'];
};


export type MutationOpenRecordingArgs = {
  cameraId: Scalars['ID']['input'];
  requestId: Scalars['ID']['input'];
};


export type MutationPairWallScreenArgs = {
  code: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationPermitUnmaskedExportArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationPublishWallSceneArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationPushToWallScreenArgs = {
  input: WallPushInput;
};


export type MutationReadBulletinArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  readAt?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationReceiveInstructionArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  reply?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordPatrolArgs = {
  input: RecordPatrolInput;
};


export type MutationReleasePtzArgs = {
  viewId: Scalars['ID']['input'];
};


export type MutationReloadWallScreenArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRemoveCameraCalibrationArgs = {
  cameraId: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveCameraTourArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveDispatchRuleArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRemoveDrawnLayerArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveLinkageRuleArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemovePlotArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRemoveWallSceneArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRemoveWallScreenArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationReportFieldPositionsArgs = {
  positions: Array<FieldPositionInput>;
};


export type MutationReportIncidentArgs = {
  input: ReportIncidentInput;
};


export type MutationRequestRecordingExportArgs = {
  input: RecordingExportInput;
};


export type MutationRequestViewArgs = {
  input: ViewRequestInput;
};


export type MutationResetAccountArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  password: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRestoreDrawnLayerArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRestorePlotArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationRetireCaseStandardArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRetireCheckListArgs = {
  code: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  retired: Scalars['Boolean']['input'];
  version: Scalars['Int']['input'];
};


export type MutationReviewBrokenGlassArgs = {
  commandId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  viewId: Scalars['ID']['input'];
};


export type MutationReviewRecordingExportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeViewRequestArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationSaveCameraTourArgs = {
  input: CameraTourInput;
};


export type MutationSaveCaseSettingsArgs = {
  commandId: Scalars['ID']['input'];
  settings: CaseSettingsInput;
};


export type MutationSaveCaseStandardArgs = {
  input: CaseStandardInput;
};


export type MutationSaveCheckListArgs = {
  input: SaveCheckListInput;
};


export type MutationSaveDispatchRuleArgs = {
  input: DispatchRuleInput;
};


export type MutationSaveDrawnLayerArgs = {
  input: DrawnLayerInput;
};


export type MutationSaveLinkageRuleArgs = {
  input: LinkageRuleInput;
};


export type MutationSavePlotArgs = {
  input: PlotInput;
};


export type MutationSavePtzPresetArgs = {
  bearingDeg?: InputMaybe<Scalars['Float']['input']>;
  name: Scalars['String']['input'];
  number: Scalars['Int']['input'];
  viewId: Scalars['ID']['input'];
};


export type MutationSaveReportScheduleArgs = {
  commandId: Scalars['ID']['input'];
  schedule: ReportScheduleInput;
};


export type MutationSaveWallSceneArgs = {
  input: WallSceneInput;
};


export type MutationSaveWallScreenArgs = {
  input: WallScreenInput;
};


export type MutationSaveWorkCalendarArgs = {
  calendar: WorkCalendarInput;
  commandId: Scalars['ID']['input'];
};


export type MutationScheduleWallSceneArgs = {
  commandId: Scalars['ID']['input'];
  days: Array<Scalars['Int']['input']>;
  minuteOfDay: Scalars['Int']['input'];
  sceneId: Scalars['ID']['input'];
};


export type MutationSetCityComponentStateArgs = {
  code: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  state: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationSetClassRetiredArgs = {
  code: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  retired: Scalars['Boolean']['input'];
};


export type MutationSetDepartmentClosedArgs = {
  closed: Scalars['Boolean']['input'];
  code: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
};


export type MutationSetPtzSettingsArgs = {
  input: PtzSettingsInput;
};


export type MutationSetWallGuestsArgs = {
  commandId: Scalars['ID']['input'];
  present: Scalars['Boolean']['input'];
};


export type MutationSignInForDutyArgs = {
  commandId: Scalars['ID']['input'];
  post: DutyPost;
};


export type MutationSignOutOfDutyArgs = {
  commandId: Scalars['ID']['input'];
  dutyId: Scalars['ID']['input'];
};


export type MutationStartFieldDutyArgs = {
  commandId: Scalars['ID']['input'];
  noticeRead: Scalars['Int']['input'];
};


export type MutationStopPtzArgs = {
  moveId: Scalars['ID']['input'];
};


export type MutationStrikeDutyLogLineArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSubmitSpecialReportArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationSurveyCameraArgs = {
  input: CameraSurveyInput;
};


export type MutationTakeOverShiftArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationTakePtzOverArgs = {
  viewId: Scalars['ID']['input'];
};


export type MutationTakeRecordingExportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTakeRecordingSnapshotArgs = {
  at: Scalars['DateTime']['input'];
  cameraId: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  requestId: Scalars['ID']['input'];
};


export type MutationTakeShiftNoteArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationUndoMoveIncidentsArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationUnmaskReporterArgs = {
  commandId: Scalars['ID']['input'];
  incidentId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUnpairWallScreenArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationUnscheduleWallSceneArgs = {
  commandId: Scalars['ID']['input'];
  scheduleId: Scalars['ID']['input'];
};


export type MutationWithdrawLeaveArgs = {
  commandId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationWriteShiftNoteArgs = {
  commandId: Scalars['ID']['input'];
  incidentIds: Array<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


export type MutationWriteSpecialReportArgs = {
  input: SpecialReportInput;
};

/** Cameras online over time, a point for each moment at which it was looked. */
export type OnlineRate = {
  __typename?: 'OnlineRate';
  asOf: Scalars['DateTime']['output'];
  points: Array<OnlineRatePoint>;
};

/** Each count opens as cameraConditions of the same moment, area and platform. */
export type OnlineRatePoint = {
  __typename?: 'OnlineRatePoint';
  at: Scalars['DateTime']['output'];
  cameras: Scalars['Int']['output'];
  offline: Scalars['Int']['output'];
  online: Scalars['Int']['output'];
  unknown: Scalars['Int']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** Which panels a role sees at a center, in their order. */
export type PanelArrangement = {
  __typename?: 'PanelArrangement';
  changedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it is the one that the role comes with. */
  changedBy?: Maybe<Scalars['String']['output']>;
  panels: Array<Scalars['String']['output']>;
  role: Scalars['String']['output'];
  /** 0 while it is the one that the role comes with. */
  version: Scalars['Int']['output'];
};

/** A round or a visit as it was found. */
export type Patrol = {
  __typename?: 'Patrol';
  areaCode: Scalars['String']['output'];
  beganAt: Scalars['DateTime']['output'];
  by: Scalars['String']['output'];
  endedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** In the version by which it was filled in. */
  list: CheckList;
  notOk: Scalars['Int']['output'];
  place: Scalars['String']['output'];
  position?: Maybe<Position>;
  results: Array<CheckResult>;
  taskId?: Maybe<Scalars['ID']['output']>;
};

/** A round or a visit that a center asks for: whoever works in the area does it, once. */
export type PatrolTask = {
  __typename?: 'PatrolTask';
  areaCode: Scalars['String']['output'];
  areaName: Scalars['String']['output'];
  /** When and by whom it was done first, as far as the viewer sees it; null before. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  doneBy?: Maybe<Scalars['String']['output']>;
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  issuedAt: Scalars['DateTime']['output'];
  issuedBy: Scalars['String']['output'];
  list: CheckList;
  /** Where or whom, in words. */
  place: Scalars['String']['output'];
};

/**
 * A picture of a case. The file is sent before: POST /photos?sha256=&size=&offset= with bytes as the body answers
 * {received, id}, where id is null until all of it is here; GET /photos/received?sha256= tells from where to go on after a
 * break. JPEG, PNG, WebP or AVIF, at most 20 MiB and 60 million pixels; it is kept as a JPEG of at most 1,920 pixels a
 * side, without the place and time of the camera's own writing. What no case takes is forgotten after seven days.
 */
export type Photo = {
  __typename?: 'Photo';
  addedAt: Scalars['DateTime']['output'];
  addedBy?: Maybe<Scalars['String']['output']>;
  height: Scalars['Int']['output'];
  /** GET /photos/{id} is the picture, /photos/{id}/preview a small one. */
  id: Scalars['ID']['output'];
  /** The move that it was added with, such as feed-back, or report. */
  move: Scalars['String']['output'];
  width: Scalars['Int']['output'];
};

/** Part of a picture, in shares of its width and height; without extent a click. */
export type PictureBoxInput = {
  bottom: Scalars['Float']['input'];
  left: Scalars['Float']['input'];
  right: Scalars['Float']['input'];
  top: Scalars['Float']['input'];
};

/** Part of a picture, in shares of its width and height. */
export type PictureRegion = {
  __typename?: 'PictureRegion';
  bottom: Scalars['Float']['output'];
  left: Scalars['Float']['output'];
  right: Scalars['Float']['output'];
  top: Scalars['Float']['output'];
};

export type PictureRegionInput = {
  bottom: Scalars['Float']['input'];
  left: Scalars['Float']['input'];
  right: Scalars['Float']['input'];
  top: Scalars['Float']['input'];
};

/** 视频巡查: that a case was reported from the live picture of a camera. */
export type PictureReport = {
  __typename?: 'PictureReport';
  /** Null where it does not lie in the viewer's scope. */
  camera?: Maybe<Camera>;
  /** What the place comes from: ground under the mark (画面标定), camera where the camera hangs, hand of who reported. */
  placedBy: Scalars['String']['output'];
  /** When the picture stood so. */
  takenAt: Scalars['DateTime']['output'];
};

/** A key place, a door plate or another named place. */
export type Place = {
  __typename?: 'Place';
  address?: Maybe<Scalars['String']['output']>;
  area: Area;
  capacity?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  position: Position;
};

export type PlacePage = {
  __typename?: 'PlacePage';
  nodes: Array<Place>;
  pageInfo: PageInfo;
};

export type PlatformFailure = {
  __typename?: 'PlatformFailure';
  at: Scalars['DateTime']['output'];
  /** In the platform's words, without secrets. */
  message: Scalars['String']['output'];
  reason: Scalars['String']['output'];
};

/** 标绘: a mark, arrow, zone, line or text that people draw on the map of an incident. */
export type Plot = {
  __typename?: 'Plot';
  changedAt: Scalars['DateTime']['output'];
  changedBy: Scalars['String']['output'];
  color: Scalars['String']['output'];
  /** Set where two changed the same one at once: then this is one of both. */
  copyOf?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  incidentId: Scalars['ID']['output'];
  /** symbol, arrow, attack-arrow, line, zone or text. */
  kind: Scalars['String']['output'];
  label?: Maybe<Scalars['String']['output']>;
  madeBy: Scalars['String']['output'];
  removed: Scalars['Boolean']['output'];
  shape: Scalars['Geometry']['output'];
  symbol?: Maybe<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
};

export type PlotInput = {
  color: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  /** A UUID made by the client, so that a drawing has its name before the server has heard of it. */
  id: Scalars['ID']['input'];
  incidentId: Scalars['ID']['input'];
  kind: Scalars['String']['input'];
  label?: InputMaybe<Scalars['String']['input']>;
  shape: Scalars['Geometry']['input'];
  symbol?: InputMaybe<Scalars['String']['input']>;
  /** 0 for a new one, else the version that was changed. */
  version: Scalars['Int']['input'];
};

/** What became of a change: where somebody else was quicker, both are kept and this says so. */
export type PlotSaved = {
  __typename?: 'PlotSaved';
  /** The other's version, beside which this one was kept as a copy. */
  keptBeside?: Maybe<Plot>;
  plot: Plot;
};

export type PopulationCell = {
  __typename?: 'PopulationCell';
  cell?: Maybe<GridCell>;
  /** Null where it is below 5. */
  people?: Maybe<Scalars['Int']['output']>;
};

/** People who live there: cells that are cut count by their share of ground. No figure below 5 is told. */
export type PopulationCount = {
  __typename?: 'PopulationCount';
  asOf: Scalars['DateTime']['output'];
  /** The cells it was summed from, largest first. */
  cells: Array<PopulationCell>;
  /** Made for the demo, not counted (示意). */
  illustrative: Scalars['Boolean']['output'];
  /** Null where it is below 5. */
  people?: Maybe<Scalars['Int']['output']>;
  source: Scalars['String']['output'];
};

/** A point on the ground, CGCS2000 degrees. */
export type Position = {
  __typename?: 'Position';
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
};

export type PositionInput = {
  /** Degrees, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** Somebody who turns a camera or waits to. Others are told by name alone. */
export type PtzClaim = {
  __typename?: 'PtzClaim';
  holderName: Scalars['String']['output'];
  own: Scalars['Boolean']['output'];
  /** routine, case, command or emergency-command: higher ones wait further in front. */
  rank: Scalars['String']['output'];
};

/** Who may turn a camera now, as all who look through it see it. */
export type PtzLease = {
  __typename?: 'PtzLease';
  cameraId: Scalars['ID']['output'];
  holder?: Maybe<PtzClaim>;
  /** Whether the viewer, waiting, may take over: a command in an emergency. */
  mayTakeOver: Scalars['Boolean']['output'];
  notice?: Maybe<PtzLeaseNotice>;
  queue: Array<PtzClaim>;
};

/** What happened to a lease last. */
export type PtzLeaseNotice = {
  __typename?: 'PtzLeaseNotice';
  at: Scalars['DateTime']['output'];
  /** taken, taken-over, released, expired or passed-on. */
  change: Scalars['String']['output'];
  formerName?: Maybe<Scalars['String']['output']>;
  holderName?: Maybe<Scalars['String']['output']>;
};

/** One of the two. */
export type PtzNews = {
  __typename?: 'PtzNews';
  head?: Maybe<CameraHead>;
  lease?: Maybe<PtzLease>;
};

/** What the viewer may do with the camera of a running look. */
export type PtzPanel = {
  __typename?: 'PtzPanel';
  /** Whether it can be told degrees, and tells them. */
  aims: Scalars['Boolean']['output'];
  cameraId: Scalars['ID']['output'];
  /** Whether a part of the picture can be brought to its middle. */
  frames: Scalars['Boolean']['output'];
  head?: Maybe<CameraHead>;
  lease: PtzLease;
  position: Position;
  presets: Array<PtzPreset>;
  rangeMeters?: Maybe<Scalars['Float']['output']>;
  /** Why it is not to be turned: permission-missing, not-turnable, platform-cannot-turn, gateway-away or the platform's own word. */
  reason?: Maybe<Scalars['String']['output']>;
  settings: PtzSettings;
  turns: Scalars['Boolean']['output'];
};

export type PtzPreset = {
  __typename?: 'PtzPreset';
  /** Compass degrees; null where neither its platform told nor anybody measured it. */
  bearingDeg?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  number: Scalars['Int']['output'];
  tiltDeg?: Maybe<Scalars['Float']['output']>;
  zoom?: Maybe<Scalars['Float']['output']>;
};

export type PtzSettings = {
  __typename?: 'PtzSettings';
  /** How long it is left turned away. */
  homeAfterSeconds: Scalars['Int']['output'];
  homePreset: Scalars['Int']['output'];
  /** Compass degrees that its head calls 0. */
  zeroBearingDeg?: Maybe<Scalars['Float']['output']>;
};

export type PtzSettingsInput = {
  cameraId: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  homeAfterSeconds: Scalars['Int']['input'];
  homePreset: Scalars['Int']['input'];
  zeroBearingDeg?: InputMaybe<Scalars['Float']['input']>;
};

/** Looks of one purpose. */
export type PurposeUse = {
  __typename?: 'PurposeUse';
  looks: Scalars['Int']['output'];
  minutes: Scalars['Float']['output'];
  /** As a look states it: traffic, city-management, … or break-glass. */
  purpose: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Accounts within the viewer's area. Permission account.manage. */
  accounts: AccountPage;
  /** The root of the viewer's tree, or one area in it. */
  area?: Maybe<Area>;
  /** One of them; null where there is none in the viewer's scope nor from above. Permission bulletin.issue. */
  bulletin?: Maybe<Bulletin>;
  /** What was said to areas in the viewer's scope and from above, newest first, at most 100. Permission bulletin.issue. */
  bulletins: Array<Bulletin>;
  camera?: Maybe<Camera>;
  /** The rows behind a point of onlineRate. */
  cameraConditions: CameraConditionPage;
  /** Cameras in the viewer's scope that do not look as surveyed now. */
  cameraHeads: Array<CameraHead>;
  /** What these cameras, at most 200, see; left out where it has not been worked out yet. */
  cameraSights: Array<CameraSight>;
  /** Tours of the viewer's area and those below it, by name. */
  cameraTours: Array<CameraTour>;
  /**
   * 摄像机使用: live looks that began in a stretch of at most 125 days, and the minutes they lasted; by `area` (the next
   * level) or `platform`. Permission evaluation.read or audit.read.
   */
  cameraUse: CameraUse;
  /**
   * The rows of the register behind a count: of a purpose, and with `by` those of one group; no `group` then means those
   * that belong to none. Permission audit.read.
   */
  cameraUseLooks: CameraUseLooks;
  /** Looks through cameras in the viewer's scope, newest first. Permission audit.read. */
  cameraViews: CameraViewPage;
  /** Of `healths`, unchecked stands for those that no pull or check has shown. */
  cameras: CameraPage;
  /**
   * Cameras along a road or a drawn line: those that see it from wherever they stand, and those at most so far beside it
   * with the reason why they do not. For an incident, its purposes decide what is permitted.
   */
  camerasAlong: RouteCameraPage;
  /**
   * Where cases were reported in an area and a stretch of at most 125 days, by `heat` (squares of the ground) or by
   * `recurrence` (the same class within the metres that the city takes for duplicates, hours and more apart). Voided,
   * rejected and merged reports are left out. Permission evaluation.read; a department is told of its own cases.
   */
  casePlaces: CasePlaces;
  caseRules: CaseRules;
  /** Those in force first; of one class, or all. */
  caseStandards: Array<CaseStandard>;
  /** The cases of one spot, reported last first; asked with the same words as the spots. */
  casesAtPlace: EvaluationRows;
  /** What has changed since the viewer was last here; at most 31 days back. */
  changesSince: ChangesSince;
  /** The newest version of each list, those in use first. */
  checkLists: Array<CheckList>;
  cityComponent?: Maybe<CityComponent>;
  cityComponentClasses: Array<CityComponentClass>;
  /** How many of each class, by the same rule as the list. */
  cityComponentCounts: Array<ClassCount>;
  /** Things of a place, ordered by code; at most 500 a page. */
  cityComponents: CityComponentPage;
  /** Sources that are configured and have never been understood: for who keeps them. */
  cityThemeFaults: Array<ThemeFault>;
  /** What an indicator counts: places, or areas with their number. */
  cityThemeRows: ThemeRows;
  /** Of an area in scope, the viewer's own where none is given. Empty where no source is configured. */
  cityThemes: Array<CityTheme>;
  coverage: Coverage;
  departments: Array<Department>;
  /** The viewer's own, by name. */
  deskFilters: Array<DeskFilter>;
  /** Those of the viewer's area and below, and of the areas above, which hold below as well. */
  dispatchRules: Array<DispatchRule>;
  /** The newest first; with `incidentId` those of one case. Permission evaluation.read. */
  documents: Array<Document>;
  /** The viewer's own layers and those shared in the viewer's scope, by name; with `removed` the viewer's own trash. */
  drawnLayers: Array<DrawnLayer>;
  /**
   * Permission linkage.edit. Plays a day of the viewer's journal through a rule, saved or not: a day of the city's clock
   * such as 2026-11-25, the last 24 hours where none is named.
   */
  dryRunLinkageRule: LinkageDryRun;
  /** How near and how soon a report of the same class may be the same case (settings of the city). */
  duplicateRule: DuplicateRule;
  /** What may be the same as a report that is about to be written: of this class, so near to this place, nearest first. */
  duplicatesAt: Array<Incident>;
  /** Who is on duty now at the center of an area (the viewer's own where none is given). */
  duties: Array<Duty>;
  dutyShift?: Maybe<DutyShift>;
  /** Of the viewer's own center, newest first; `before` the beginning of the last one seen. For whoever works at its desk. */
  dutyShifts: Array<DutyShift>;
  /** The cameras that camera-online-rate is about, in the same way. */
  evaluatedCameras: EvaluatedCameras;
  /**
   * The components that component-intact-rate is about, as they stand now, or with `counted` those that are intact. With
   * `byArea` those of one area of the next level; no `group` then means those that lie in none.
   */
  evaluatedComponents: EvaluatedComponents;
  /**
   * All figures of an area for a stretch of at most 125 days, as they stand now. A department is told of its own cases.
   * Figures about components and cameras stand at the end; by department and by person there are none of them.
   * Permission evaluation.read.
   */
  evaluation: Array<EvaluationFigure>;
  /** The same by `area` (the next level), `department` or `person` (who did the act that the figure measures). */
  evaluationGroups: Array<EvaluationGroup>;
  /**
   * The cases that a figure is about (its denominator), or with `counted` those that it counts. With `by` those of one
   * group; no `group` then means those that nobody answers for yet.
   */
  evaluationRows: EvaluationRows;
  /** Leaves in the viewer's scope, those to decide first; at most 100. Permission bulletin.issue. */
  fieldLeaves: Array<FieldLeave>;
  gridCell?: Maybe<GridCell>;
  /** The cells of both systems that hold a point. */
  gridCellsAt: Array<GridCell>;
  groundCounts: GroundCounts;
  incident?: Maybe<Incident>;
  incidentClasses: Array<IncidentClass>;
  /** How many of each state, by the same rule as the list. */
  incidentCounts: Array<StateCount>;
  /** Newest first; at most 200 a page. Today begins at local midnight (Asia/Shanghai), as it does for the counts of an area. */
  incidents: IncidentPage;
  /** Newest first; at most 100. */
  instructions: Array<Instruction>;
  /** The journal of the viewer's scope, newest first. Permission audit.read for rows about people's acts. */
  journal: Array<JournalEntry>;
  /** Newest seq now. */
  journalHead: Scalars['Float']['output'];
  /** The newest first. A department sees none: they tell of all. */
  keptEvaluations: Array<KeptEvaluation>;
  /** Null where there is none in the viewer's scope. */
  keyUnit?: Maybe<KeyUnit>;
  /** Those in the viewer's scope that have not closed down, by area and name; at most 500 a page. */
  keyUnits: KeyUnitPage;
  /** Null where no such order has come. Permission incident.report. */
  knownOrder?: Maybe<KnownOrder>;
  linkageFiring?: Maybe<LinkageFiring>;
  /** What rules did in the viewer's scope, newest first. */
  linkageFirings: Array<LinkageFiring>;
  /** Those for the viewer's role at the viewer's center that still stand. */
  linkageNotices: Array<LinkageNotice>;
  /** Rules of the viewer's area and those below it. */
  linkageRules: Array<LinkageRule>;
  /** What is said to the viewer now, newest first, at most 100. */
  myBulletins: Array<Bulletin>;
  /** The viewer's own cells and those of whom the viewer stands in for. */
  myCharges: Array<FieldCharge>;
  /** The viewer's own duty now; null while there is none. */
  myFieldDuty?: Maybe<FieldDuty>;
  /** The viewer's own leaves and those in which the viewer stands in, that are not over, latest first; at most 50. */
  myLeaves: Array<FieldLeave>;
  /** What is to be done in the viewer's own area, undone first by due time, and what was done or ended in the last day is gone; at most 100. */
  myPatrolTasks: Array<PatrolTask>;
  /** The viewer's own rounds and visits, newest first, at most 30. */
  myPatrols: Array<Patrol>;
  /** What the viewer reported, newest first, with what became of it; at most 200 a page. */
  myReports: IncidentPage;
  /** Who may stand in for the viewer: of the same area and role, those of the same cells first; at most 100. */
  mySubstitutes: Array<FieldSubstitute>;
  /** Cameras for a point, best first: sees it, can turn to it, near. For an incident, its purposes decide what is permitted. */
  nearestCameras: Array<RankedCamera>;
  /** At most 31 days; more than 400 moments are thinned to the last of each stretch. */
  onlineRate: OnlineRate;
  /** What the rota has told of limits in the last 7 days and still holds: the newest row of each case in scope, oldest first; at most 200. */
  openEscalations: Array<JournalEntry>;
  /** How the panels of a role (the viewer's own where none is given) are arranged at the viewer's center. */
  panelArrangement: PanelArrangement;
  /** One of them; null where there is none in the viewer's scope. Permission bulletin.issue. */
  patrol?: Maybe<Patrol>;
  /** What was asked for in the viewer's scope, open ones first, at most 100. Permission bulletin.issue. */
  patrolTasks: Array<PatrolTask>;
  /** Rounds and visits in the viewer's scope, newest first, at most 100. Permission bulletin.issue. */
  patrols: Array<Patrol>;
  place?: Maybe<Place>;
  places: PlacePage;
  /** What is drawn on an incident's map, oldest first; with `removed` what lies in its trash. */
  plots: Array<Plot>;
  /** Of a running look of the viewer's own. */
  ptzPanel: PtzPanel;
  /** Kept with a request, in the order of the recordings. */
  recordingBookmarks: Array<RecordingBookmark>;
  /** As for view requests: one's own, and those in scope of who approves or audits. Newest first. */
  recordingExports: RecordingExportPage;
  /** For an area in scope; by default the viewer's own. For who asks for recordings, approves or audits. */
  recordingFloor: RecordingFloor;
  /** All that the city has brought in. */
  regulations: Array<Regulation>;
  /** At most 24 hours, not older than the journal keeps. */
  replay: ReplayStretch;
  /** The report next after a moment, or next before it; null where there is none within 31 days. */
  reportBeside?: Maybe<ReportMoment>;
  /** Reports by equal stretches of time; at most 400 bins and 31 days. */
  reportBins: Array<ReportBin>;
  /** Permission evaluation.read or case.configure. */
  reportSchedule: ReportSchedule;
  /** Roads near a point, nearest first. */
  roadsNear: Array<Road>;
  /** By area or department, for a month of the city's calendar such as 2026-11. */
  scorecard: Scorecard;
  /** By name, code, address or part of a case number, in Chinese, by pinyin initials or in full pinyin; best first, at most 50. */
  search: Array<SearchHit>;
  /** At the viewer's own center: those that wait first, then the newest; at most 30. */
  shiftNotes: Array<ShiftNote>;
  /** From 0.5 to 500 m over the ground, 20 to 3,000 m far. */
  sightArea: SightArea;
  /** What a camera would see if it stood and looked so, cut by houses and hills; nothing is kept. Permission camera.edit. */
  sightPreview: CameraSight;
  /**
   * Up to 20 places beside unseen roads, best first, for a camera that looks all around from such a height so far: a greedy
   * choice of those tried, not the best of all that there could be.
   */
  siteSuggestions: Array<SuggestedSite>;
  /** Of an area (the viewer's own where none is given), or within 1,000 m round an incident. */
  situation: Situation;
  /** A hundred rows a page. `figure` as in `situation`, or area:<code> for the open incidents of one area. */
  situationRows: SituationRows;
  specialReport?: Maybe<SpecialReport>;
  /** In zh-CN or en. */
  specialReportDraft: SpecialReportDraft;
  /** Of the viewer's area, newest first; `text` is looked for in number, title, author and all parts. For desks and leaders. */
  specialReports: Array<SpecialReport>;
  /** In 1 to 30 minutes; refused where no road lies within 300 m. */
  travelRing: TravelRing;
  unit?: Maybe<Unit>;
  units: Array<Unit>;
  /** By name, at most 200; none for whoever does not stand at the root of the areas. */
  unplacedCameras: Array<UnplacedCamera>;
  /** The cameras that nobody looked through, in the same way. Permission evaluation.read or audit.read. */
  unwatchedCameras: UnwatchedCameras;
  videoHealth: VideoHealth;
  viewRequest?: Maybe<ViewRequest>;
  /**
   * The viewer's own requests; those in scope where the viewer approves or audits. Newest first. `mine` leaves only one's
   * own, `cameraId` those for one camera.
   */
  viewRequests: ViewRequestPage;
  /** Who is signed in, or null. */
  viewer?: Maybe<Viewer>;
  /** Null while no guests stand in the hall of the viewer's center. */
  wallGuests?: Maybe<WallGuests>;
  /** Scenes of the viewer's area and those below it, by name. */
  wallScenes: Array<WallScene>;
  /** Screens of the viewer's area and those below it, from left to right. */
  wallScreens: Array<WallScreen>;
  /** Null where no source is configured. */
  weather?: Maybe<Weather>;
  /** The most urgent first; at most 200 a page. */
  worklist: IncidentPage;
  /** The lists of the viewer's rights, in the order of the loop, counted in one snapshot. */
  worklists: Array<Worklist>;
};


export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAreaArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBulletinArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBulletinsArgs = {
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCameraArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCameraConditionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  areaCode?: InputMaybe<Scalars['String']['input']>;
  at: Scalars['DateTime']['input'];
  first?: Scalars['Int']['input'];
  platformId?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type QueryCameraSightsArgs = {
  cameraIds: Array<Scalars['ID']['input']>;
};


export type QueryCameraUseArgs = {
  areaCode: Scalars['String']['input'];
  by: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryCameraUseLooksArgs = {
  areaCode: Scalars['String']['input'];
  by?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryCameraViewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  brokenGlass?: Scalars['Boolean']['input'];
  cameraId?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryCamerasArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  healths?: InputMaybe<Array<Scalars['String']['input']>>;
  owners?: InputMaybe<Array<Scalars['String']['input']>>;
  platformId?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  within: WithinInput;
};


export type QueryCamerasAlongArgs = {
  first?: Scalars['Int']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  route: RouteInput;
  withinMeters?: Scalars['Float']['input'];
};


export type QueryCasePlacesArgs = {
  areaCode: Scalars['String']['input'];
  by: Scalars['String']['input'];
  classCode?: InputMaybe<Scalars['ID']['input']>;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryCaseStandardsArgs = {
  classCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCasesAtPlaceArgs = {
  areaCode: Scalars['String']['input'];
  by: Scalars['String']['input'];
  classCode?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  key: Scalars['ID']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryChangesSinceArgs = {
  areaCode: Scalars['String']['input'];
  since: Scalars['DateTime']['input'];
};


export type QueryCityComponentArgs = {
  code: Scalars['ID']['input'];
};


export type QueryCityComponentCountsArgs = {
  within: WithinInput;
};


export type QueryCityComponentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  classCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  first?: Scalars['Int']['input'];
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  within: WithinInput;
};


export type QueryCityThemeRowsArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
  indicator: Scalars['ID']['input'];
  theme: Scalars['ID']['input'];
};


export type QueryCityThemesArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCoverageArgs = {
  areaCode: Scalars['String']['input'];
};


export type QueryDocumentsArgs = {
  areaCode: Scalars['String']['input'];
  first?: Scalars['Int']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDrawnLayersArgs = {
  removed?: Scalars['Boolean']['input'];
};


export type QueryDryRunLinkageRuleArgs = {
  day?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  rule: Scalars['LinkageRuleWords']['input'];
};


export type QueryDuplicatesAtArgs = {
  classCode: Scalars['ID']['input'];
  position: PositionInput;
};


export type QueryDutiesArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDutyShiftArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDutyShiftsArgs = {
  before?: InputMaybe<Scalars['DateTime']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryEvaluatedCamerasArgs = {
  areaCode: Scalars['String']['input'];
  byArea?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryEvaluatedComponentsArgs = {
  areaCode: Scalars['String']['input'];
  byArea?: Scalars['Boolean']['input'];
  counted?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEvaluationArgs = {
  areaCode: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryEvaluationGroupsArgs = {
  areaCode: Scalars['String']['input'];
  by: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryEvaluationRowsArgs = {
  areaCode: Scalars['String']['input'];
  by?: InputMaybe<Scalars['String']['input']>;
  counted?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
  key: Scalars['String']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryGridCellArgs = {
  code: Scalars['ID']['input'];
  gridSystem: Scalars['String']['input'];
};


export type QueryGridCellsAtArgs = {
  position: PositionInput;
};


export type QueryGroundCountsArgs = {
  within: WithinInput;
};


export type QueryIncidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIncidentCountsArgs = {
  within: WithinInput;
};


export type QueryIncidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  closedToday?: InputMaybe<Scalars['Boolean']['input']>;
  first?: Scalars['Int']['input'];
  grades?: InputMaybe<Array<Scalars['Int']['input']>>;
  openOnly?: InputMaybe<Scalars['Boolean']['input']>;
  overdueOnly?: InputMaybe<Scalars['Boolean']['input']>;
  reportedToday?: InputMaybe<Scalars['Boolean']['input']>;
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  within: WithinInput;
};


export type QueryInstructionsArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  waitingOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryJournalArgs = {
  afterSeq?: InputMaybe<Scalars['Float']['input']>;
  beforeSeq?: InputMaybe<Scalars['Float']['input']>;
  first?: Scalars['Int']['input'];
  subjectId?: InputMaybe<Scalars['ID']['input']>;
  subjectKind?: InputMaybe<Scalars['String']['input']>;
};


export type QueryKeptEvaluationsArgs = {
  areaCode: Scalars['String']['input'];
  first?: Scalars['Int']['input'];
};


export type QueryKeyUnitArgs = {
  id: Scalars['ID']['input'];
};


export type QueryKeyUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kind?: InputMaybe<Scalars['String']['input']>;
};


export type QueryKnownOrderArgs = {
  externalId: Scalars['String']['input'];
  source: Scalars['String']['input'];
};


export type QueryLinkageFiringArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLinkageFiringsArgs = {
  beforeSeq?: InputMaybe<Scalars['Float']['input']>;
  first?: Scalars['Int']['input'];
  ruleId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMyReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryNearestCamerasArgs = {
  first?: Scalars['Int']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  position: PositionInput;
  withinMeters?: Scalars['Float']['input'];
};


export type QueryOnlineRateArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['DateTime']['input'];
  platformId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryPanelArrangementArgs = {
  role?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPatrolArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPatrolsArgs = {
  first?: Scalars['Int']['input'];
  notOkOnly?: Scalars['Boolean']['input'];
};


export type QueryPlaceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  within: WithinInput;
};


export type QueryPlotsArgs = {
  incidentId: Scalars['ID']['input'];
  removed?: Scalars['Boolean']['input'];
};


export type QueryPtzPanelArgs = {
  viewId: Scalars['ID']['input'];
};


export type QueryRecordingBookmarksArgs = {
  requestId: Scalars['ID']['input'];
};


export type QueryRecordingExportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRecordingFloorArgs = {
  areaCode?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReplayArgs = {
  areaCode: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryReportBesideArgs = {
  areaCode: Scalars['String']['input'];
  at: Scalars['DateTime']['input'];
  later: Scalars['Boolean']['input'];
};


export type QueryReportBinsArgs = {
  areaCode: Scalars['String']['input'];
  bins: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryRoadsNearArgs = {
  position: PositionInput;
  withinMeters?: Scalars['Float']['input'];
};


export type QueryScorecardArgs = {
  areaCode: Scalars['String']['input'];
  by: Scalars['String']['input'];
  month: Scalars['String']['input'];
};


export type QuerySearchArgs = {
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  text: Scalars['String']['input'];
};


export type QuerySightAreaArgs = {
  from: PositionInput;
  heightMeters: Scalars['Float']['input'];
  rangeMeters: Scalars['Float']['input'];
};


export type QuerySightPreviewArgs = {
  cameraId: Scalars['ID']['input'];
  pose: CameraPoseInput;
};


export type QuerySiteSuggestionsArgs = {
  areaCode: Scalars['String']['input'];
  count?: Scalars['Int']['input'];
  heightMeters?: Scalars['Float']['input'];
  rangeMeters?: Scalars['Float']['input'];
};


export type QuerySituationArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
  incidentId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySituationRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  areaCode?: InputMaybe<Scalars['String']['input']>;
  figure: Scalars['ID']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySpecialReportArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySpecialReportDraftArgs = {
  incidentIds: Array<Scalars['ID']['input']>;
  language: Scalars['String']['input'];
};


export type QuerySpecialReportsArgs = {
  first?: Scalars['Int']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTravelRingArgs = {
  from: PositionInput;
  minutes: Scalars['Float']['input'];
};


export type QueryUnitArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUnitsArgs = {
  first?: Scalars['Int']['input'];
  onDutyOnly?: InputMaybe<Scalars['Boolean']['input']>;
  within: WithinInput;
};


export type QueryUnplacedCamerasArgs = {
  first?: Scalars['Int']['input'];
  platformId: Scalars['ID']['input'];
};


export type QueryUnwatchedCamerasArgs = {
  areaCode: Scalars['String']['input'];
  by?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  group?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryVideoHealthArgs = {
  areaCode?: InputMaybe<Scalars['String']['input']>;
};


export type QueryViewRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryViewRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  cameraId?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  mine?: Scalars['Boolean']['input'];
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  states?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type QueryWorklistArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  areaCode: Scalars['String']['input'];
  filter?: InputMaybe<WorklistFilterInput>;
  first?: Scalars['Int']['input'];
  key: Scalars['String']['input'];
};


export type QueryWorklistsArgs = {
  areaCode: Scalars['String']['input'];
  filter?: InputMaybe<WorklistFilterInput>;
};

/** A camera offered for a point, with the reason. */
export type RankedCamera = {
  __typename?: 'RankedCamera';
  camera: Camera;
  distanceMeters: Scalars['Float']['output'];
  permitted: Scalars['Boolean']['output'];
  /**
   * Why so: clear, turned-away, building or hill (in the way), out-of-range, bearing-unknown; terrain-missing (ground taken
   * as level), height-unknown and unchecked (by its cone alone).
   */
  reason: Scalars['String']['output'];
  /** Why it may not be opened: purpose-not-filed, camera-offline, nobody-on-duty …; null where it may. */
  refusal?: Maybe<Scalars['String']['output']>;
  /**
   * sees, can-turn or near; houses and hills weighed, unless the reason says that they could not be. One that was turned
   * is judged by where it looks now, as far as its platform tells.
   */
  relation: Scalars['String']['output'];
};

export type RecordPatrolInput = {
  beganAt: Scalars['DateTime']['input'];
  commandId: Scalars['ID']['input'];
  endedAt: Scalars['DateTime']['input'];
  listCode: Scalars['ID']['input'];
  listVersion: Scalars['Int']['input'];
  /** Where or whom, at most 80 letters. */
  place: Scalars['String']['input'];
  position?: InputMaybe<PositionInput>;
  /** One for each item of the list. */
  results: Array<CheckResultInput>;
  taskId?: InputMaybe<Scalars['ID']['input']>;
};

export type RecordingBookmark = {
  __typename?: 'RecordingBookmark';
  at: Scalars['DateTime']['output'];
  /** Null where it is for all cameras of the request. */
  cameraId?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  madeBy: Scalars['String']['output'];
  note: Scalars['String']['output'];
};

export type RecordingDepth = {
  __typename?: 'RecordingDepth';
  askedAt: Scalars['DateTime']['output'];
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  /** Why there is no answer. */
  failure?: Maybe<Scalars['String']['output']>;
  /** The oldest recording found; null where none was, or no answer came. */
  oldestAt?: Maybe<Scalars['DateTime']['output']>;
};

/** 录像导出: a copy of granted recordings, let out by two persons. */
export type RecordingExport = {
  __typename?: 'RecordingExport';
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  approvedBy?: Maybe<Scalars['String']['output']>;
  bytes?: Maybe<Scalars['Float']['output']>;
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  caseNo: Scalars['String']['output'];
  /** Whether the viewer may decide on it now. */
  decidable: Scalars['Boolean']['output'];
  decisionNote?: Maybe<Scalars['String']['output']>;
  deleteAfter?: Maybe<Scalars['DateTime']['output']>;
  deleteReason?: Maybe<Scalars['String']['output']>;
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it could not be written; masking-unavailable: the gateway has no ffmpeg, a second approval without masking is needed; picture-unavailable: without it no picture can be made. */
  failure?: Maybe<Scalars['String']['output']>;
  /** movie, or picture where its window is shorter than a second. */
  form: Scalars['String']['output'];
  heldAt?: Maybe<Scalars['DateTime']['output']>;
  /** Evidence hold: while it stands, nothing deletes the file. */
  heldBy?: Maybe<Scalars['String']['output']>;
  holdReason?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  legalBasis: Scalars['String']['output'];
  /** Camera, window, gaps, tool, requester, approver and hash, as written beside the file. */
  manifest?: Maybe<Scalars['JSON']['output']>;
  /** whole-picture, regions or none; none needs a second approval. */
  masking: Scalars['String']['output'];
  mine: Scalars['Boolean']['output'];
  /** Share of what was recorded that is written, 0 to 1, while it is being written. */
  progress?: Maybe<Scalars['Float']['output']>;
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is hidden where masking is regions. */
  regions: Array<PictureRegion>;
  requestId: Scalars['ID']['output'];
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: Scalars['String']['output'];
  /** Whether the viewer may look at what it would show: who decides, while parts or nothing of it is to be hidden. */
  reviewable: Scalars['Boolean']['output'];
  sha256?: Maybe<Scalars['String']['output']>;
  /** Whether the sound goes with it: its request grants it, and nothing is hidden. */
  sound: Scalars['Boolean']['output'];
  /** requested, approved, refused, writing, ready, failed or deleted. */
  state: Scalars['String']['output'];
  /** Whether its second approval is awaited from somebody like the viewer, who has not given the first. */
  unmaskable: Scalars['Boolean']['output'];
  /** Who permitted, in a second approval, that nothing is hidden. */
  unmaskedBy?: Maybe<Scalars['String']['output']>;
  version: Scalars['Int']['output'];
  windowFrom: Scalars['DateTime']['output'];
  windowTo: Scalars['DateTime']['output'];
};

export type RecordingExportInput = {
  cameraId: Scalars['ID']['input'];
  caseNo: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  legalBasis: Scalars['String']['input'];
  masking?: Scalars['String']['input'];
  /** In shares of the picture's width and height; for masking regions. */
  regions?: InputMaybe<Array<PictureRegionInput>>;
  /** A request of the viewer's own that grants the camera and the window. */
  requestId: Scalars['ID']['input'];
  windowFrom: Scalars['DateTime']['input'];
  /** At most 6 hours after windowFrom; less than a second after it, and the copy is the one picture of that moment. */
  windowTo: Scalars['DateTime']['input'];
};

export type RecordingExportPage = {
  __typename?: 'RecordingExportPage';
  nodes: Array<RecordingExport>;
  pageInfo: PageInfo;
};

/** Opens the written copy once, within 30 s. Send it in the body of POST /video/exports, never in a URL. */
export type RecordingExportTicket = {
  __typename?: 'RecordingExportTicket';
  expiresAt: Scalars['DateTime']['output'];
  ticket: Scalars['String']['output'];
};

/**
 * How far back recordings reach, as their platforms answer when they are asked, at a low rate: the floor of 30 days
 * (decree 799) is watched and reported, not claimed.
 */
export type RecordingFloor = {
  __typename?: 'RecordingFloor';
  area: Area;
  /** Cameras of platforms that have been asked. */
  asked: Scalars['Int']['output'];
  below: Scalars['Int']['output'];
  floorDays: Scalars['Int']['output'];
  /** When the longest unasked of them was asked. */
  oldestAskedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Those with recordings from the first day of the floor. */
  reaching: Scalars['Int']['output'];
  /** The shortest first, at most 50. */
  shortest: Array<RecordingDepth>;
  /** Those whose platform gave no answer. */
  unanswered: Scalars['Int']['output'];
};

/**
 * A picture taken out of recorded video by one's own hand: the page hides all of it and draws its watermark, the register
 * keeps the row. What shows more is a copy of one picture, let out like any copy.
 */
export type RecordingSnapshot = {
  __typename?: 'RecordingSnapshot';
  /** Written into the picture, so that it leads back to its row. */
  code: Scalars['String']['output'];
  takenAt: Scalars['DateTime']['output'];
  takenBy: Scalars['String']['output'];
};

/** A signed permission to play one camera's recordings once, within 30 s. Send it in the first message, never in a URL. */
export type RecordingTicket = {
  __typename?: 'RecordingTicket';
  expiresAt: Scalars['DateTime']['output'];
  maxViewSeconds: Scalars['Int']['output'];
  ticket: Scalars['String']['output'];
  viewId: Scalars['ID']['output'];
  windowFrom: Scalars['DateTime']['output'];
  windowTo: Scalars['DateTime']['output'];
};

/** 法规条款: an article of a law or regulation. */
export type Regulation = {
  __typename?: 'Regulation';
  article: Scalars['String']['output'];
  /** Classes of cases that it applies to. */
  classes: Array<IncidentClass>;
  code: Scalars['ID']['output'];
  /** Pinyin initials of law, article and classes. */
  initials: Scalars['String']['output'];
  /** With its marks, as in 《城市市容和环境卫生管理条例》. */
  law: Scalars['String']['output'];
  /** Who gave the law, and in which version. */
  source: Scalars['String']['output'];
  /** True where the text says it in other words than the law's own: it must not be quoted. */
  summary: Scalars['Boolean']['output'];
  text: Scalars['String']['output'];
};

/** What was done in a stretch of time as CSV, and beside it who took it out when, what is in it and its SHA-256. */
export type ReplayExport = {
  __typename?: 'ReplayExport';
  fileName: Scalars['String']['output'];
  /** JSON. */
  manifest: Scalars['String']['output'];
  manifestName: Scalars['String']['output'];
  rows: Scalars['Int']['output'];
  sha256: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type ReplayExportInput = {
  areaCode: Scalars['String']['input'];
  commandId: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  /** At most 24 hours after from. */
  to: Scalars['DateTime']['input'];
};

/**
 * What was so between two moments, as columns: arrays of equal length, times in milliseconds since 1970, a toAt of null
 * still holds. A stretch from one moment to the same is the picture of that moment.
 */
export type ReplayStretch = {
  __typename?: 'ReplayStretch';
  /** What was done: seq, at, kind, actorName, subjectKind, subjectId; rows about people's acts with permission audit.read. */
  acts: Scalars['JSON']['output'];
  /** Cameras that were not well: id, state, health, longitude, latitude, fromAt, toAt. */
  cameras: Scalars['JSON']['output'];
  /** Parts of which there was more than is told. */
  cut: Array<Scalars['String']['output']>;
  /** Who was signed in for duty: id, name, post, fromAt, toAt. */
  duty: Scalars['JSON']['output'];
  from: Scalars['DateTime']['output'];
  /** Open cases as they stood: id, classCode, title, grade, state, acknowledged, dueAt, longitude, latitude, fromAt, toAt. */
  incidents: Scalars['JSON']['output'];
  /**
   * What stood drawn on the maps of the cases open then: id, incidentId, kind, symbol, label, color, shape, changedBy,
   * fromAt, toAt.
   */
  plots: Scalars['JSON']['output'];
  to: Scalars['DateTime']['output'];
  /** Where units were heard of: id, name, kind, longitude, latitude, headingDeg, at. Empty without permission unit.read. */
  units: Scalars['JSON']['output'];
  /**
   * What each screen of the halls showed: screenId, screenName, leftMm, topMm, widthMm, heightMm, content, sceneName,
   * shownByName, cause, fromAt, toAt.
   */
  wall: Scalars['JSON']['output'];
};

export type ReportBin = {
  __typename?: 'ReportBin';
  /** Of grade 1, 2, 3 and 4. */
  byGrade: Array<Scalars['Int']['output']>;
  from: Scalars['DateTime']['output'];
  reports: Scalars['Int']['output'];
};

export type ReportIncidentInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  cityComponentCode?: InputMaybe<Scalars['String']['input']>;
  classCode: Scalars['String']['input'];
  /** Made by the client: the same id again has the same effect, once. */
  commandId: Scalars['ID']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4; the class's own where absent. */
  grade?: InputMaybe<Scalars['Int']['input']>;
  /** The key unit that it is about, one in the viewer's scope. */
  keyUnitId?: InputMaybe<Scalars['ID']['input']>;
  /** The number of another system: the same order comes in once, whoever sends it and however often. */
  order?: InputMaybe<IntakeOrderInput>;
  /** Photos that were sent by POST /photos before and wait; at most 9. */
  photoIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The live picture that it is reported from, with source video-patrol; its frame is the first photo. */
  picture?: InputMaybe<ReportPictureInput>;
  position: PositionInput;
  reporter?: InputMaybe<ReporterInput>;
  /** When it was seen; now where absent, never in the future. */
  seenAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the word came from, a source of grid-data/src/domain/incident-source.ts; grid-worker where absent. */
  source?: InputMaybe<Scalars['String']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type ReportMoment = {
  __typename?: 'ReportMoment';
  at: Scalars['DateTime']['output'];
  grade: Scalars['Int']['output'];
  incidentId: Scalars['ID']['output'];
  title: Scalars['String']['output'];
};

export type ReportPictureInput = {
  /** ground, camera or hand. */
  placedBy: Scalars['String']['input'];
  /** One picture of one look is one case, however often it is sent. */
  takenAt: Scalars['DateTime']['input'];
  /** The reporter's own live look, begun, and over for an hour at most; of a camera filed for city-management. */
  viewId: Scalars['ID']['input'];
};

/** When the house writes its daily and monthly reports (日报、月报) by itself, for each county, as PDF and DOCX. */
export type ReportSchedule = {
  __typename?: 'ReportSchedule';
  /** Of the day that has ended. */
  daily: ReportTime;
  /** Of the month that has ended, on the first day of the next. */
  monthly: ReportTime;
  version: Scalars['Int']['output'];
};

export type ReportScheduleInput = {
  daily: ReportTimeInput;
  monthly: ReportTimeInput;
  /** The version that was seen; another is a conflict. */
  version: Scalars['Int']['input'];
};

export type ReportTime = {
  __typename?: 'ReportTime';
  /** HH:MM in the time of Asia/Shanghai. */
  at: Scalars['String']['output'];
  isOn: Scalars['Boolean']['output'];
};

export type ReportTimeInput = {
  /** HH:MM in the time of Asia/Shanghai. */
  at: Scalars['String']['input'];
  isOn: Scalars['Boolean']['input'];
};

/**
 * Who told of a case, kept apart from it. Masked for everybody; `unmaskReporter` shows it in the clear and writes a row of
 * the register.
 */
export type Reporter = {
  __typename?: 'Reporter';
  home?: Maybe<Scalars['String']['output']>;
  /** 张** unless unmasked. */
  name?: Maybe<Scalars['String']['output']>;
  /** 138****5678 unless unmasked. */
  telephone?: Maybe<Scalars['String']['output']>;
  wantsCallBack: Scalars['Boolean']['output'];
};

export type ReporterInput = {
  home?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  telephone?: InputMaybe<Scalars['String']['input']>;
  wantsCallBack?: Scalars['Boolean']['input'];
};

/** A road of the base map. */
export type Road = {
  __typename?: 'Road';
  id: Scalars['ID']['output'];
  line: Scalars['Geometry']['output'];
  name?: Maybe<Scalars['String']['output']>;
  roadClass: Scalars['String']['output'];
};

export type RoadBufferInput = {
  /** LineString. */
  line?: InputMaybe<Scalars['Geometry']['input']>;
  /** Metres to each side, 1 to 5,000. */
  meters: Scalars['Float']['input'];
  /** Id of a road of the base map; or draw a line. */
  roadId?: InputMaybe<Scalars['ID']['input']>;
};

export type RoadSpeed = {
  __typename?: 'RoadSpeed';
  kmh: Scalars['Float']['output'];
  roadClass: Scalars['String']['output'];
};

/** A camera of a route, at the place of the route for which it does most. */
export type RouteCamera = {
  __typename?: 'RouteCamera';
  /** Where one stands then, metres from the beginning. */
  alongMeters: Scalars['Float']['output'];
  camera: Camera;
  /** From the camera to that place. */
  distanceMeters: Scalars['Float']['output'];
  /** The way one goes there, compass degrees. */
  headingDeg: Scalars['Float']['output'];
  /** Whether it looks along, against or across the way; null where its bearing is unknown. */
  look?: Maybe<Scalars['String']['output']>;
  permitted: Scalars['Boolean']['output'];
  position: Position;
  /** As of RankedCamera. */
  reason: Scalars['String']['output'];
  refusal?: Maybe<Scalars['String']['output']>;
  /** sees, can-turn or near, as of RankedCamera. */
  relation: Scalars['String']['output'];
  /** left or right of one who goes along, or on the route. */
  side: Scalars['String']['output'];
  /** What of the route it sees, or could see by turning; empty where it is only near. */
  stretches: Array<RouteStretch>;
};

/** Cameras along a route in the order in which one passes them, and what of it is in sight now. */
export type RouteCameraPage = {
  __typename?: 'RouteCameraPage';
  cameras: Array<RouteCamera>;
  /** Cameras beyond the number asked for: those farthest off the route are left out. */
  leftOut: Scalars['Int']['output'];
  lengthMeters: Scalars['Float']['output'];
  /** LineString, in the direction in which it is followed. */
  line: Scalars['Geometry']['output'];
  /** Seen now by a camera that is not offline and that the viewer may open. */
  seen: Array<RouteStretch>;
  seenMeters: Scalars['Float']['output'];
  /** Length of the steps in which it was looked at. */
  stepMeters: Scalars['Float']['output'];
};

/** 沿路看: a road or a drawn line to be followed. */
export type RouteInput = {
  /** LineString, at most 300 km. */
  line?: InputMaybe<Scalars['Geometry']['input']>;
  /** Followed from its end to its beginning. */
  reversed?: Scalars['Boolean']['input'];
  /** Id of a road of the base map, followed through all its pieces of the same name; or draw a line. */
  roadId?: InputMaybe<Scalars['ID']['input']>;
};

/** Metres from the beginning of the route. */
export type RouteStretch = {
  __typename?: 'RouteStretch';
  fromMeters: Scalars['Float']['output'];
  toMeters: Scalars['Float']['output'];
};

export type RowExport = {
  __typename?: 'RowExport';
  fileName: Scalars['String']['output'];
  mediaType: Scalars['String']['output'];
  rows: Scalars['Int']['output'];
  sha256: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

export type RowExportInput = {
  classCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  commandId: Scalars['ID']['input'];
  /** csv (UTF-8 with a mark that spreadsheets know it by) or geojson. */
  format: Scalars['String']['input'];
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** cameras, cityComponents, incidents, places or units. */
  list: Scalars['String']['input'];
  openOnly?: InputMaybe<Scalars['Boolean']['input']>;
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  within: WithinInput;
};

export type SaveCheckListInput = {
  code: Scalars['ID']['input'];
  commandId: Scalars['ID']['input'];
  /** 1 to 40, each code once. */
  items: Array<CheckItemInput>;
  kind: Scalars['String']['input'];
  /** By default as in Chinese. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  nameZh: Scalars['String']['input'];
  /** The version that was seen, 0 for a new list; another is a conflict. */
  version: Scalars['Int']['input'];
};

export type ScoreOfMonth = {
  __typename?: 'ScoreOfMonth';
  /** As 2026-11. */
  month: Scalars['String']['output'];
  /** Null where no rate has cases. */
  score?: Maybe<Scalars['Float']['output']>;
};

export type ScoreWeight = {
  __typename?: 'ScoreWeight';
  /** Of a formula that is a rate. */
  key: Scalars['String']['output'];
  lessIsBetter: Scalars['Boolean']['output'];
  weight: Scalars['Float']['output'];
};

export type ScoreWeightInput = {
  key: Scalars['String']['input'];
  lessIsBetter: Scalars['Boolean']['input'];
  weight: Scalars['Float']['input'];
};

/** 成绩单: areas or departments of one month, the best first. */
export type Scorecard = {
  __typename?: 'Scorecard';
  month: Scalars['String']['output'];
  rows: Array<ScorecardRow>;
  textEn: Scalars['String']['output'];
  textZh: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};

export type ScorecardRow = {
  __typename?: 'ScorecardRow';
  /** The rates that the score weighs. */
  figures: Array<EvaluationFigure>;
  /** A to E. */
  grade?: Maybe<Scalars['String']['output']>;
  key: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  nameZh: Scalars['String']['output'];
  /** The best is 1, equals share one; null without a score. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** In the month before. */
  rankBefore?: Maybe<Scalars['Int']['output']>;
  score?: Maybe<Scalars['Float']['output']>;
  /** Six months, the asked one last. */
  trend: Array<ScoreOfMonth>;
};

/**
 * One hit of a search. `kind` says which query opens it: area, grid-cell, city-component, incident, camera, place or unit;
 * a road or a water lies on the base map alone. The id of a grid cell is `<gridSystem>:<code>`. A person is somebody on duty
 * now: `duty:<areaCode>:<post>` at the desk of a center, opened by `duties`, or `unit:<id>` in the field; units and persons
 * are found with the permission unit.read alone.
 */
export type SearchHit = {
  __typename?: 'SearchHit';
  detail?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  position?: Maybe<Position>;
  /** Of a person alone: leader, shift-leader or grid-worker. */
  post?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
};

export type SeenShowingInput = {
  screenId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type ShiftDuty = {
  __typename?: 'ShiftDuty';
  displayName: Scalars['String']['output'];
  /** leader or shift-leader. */
  post: Scalars['String']['output'];
  signedInAt: Scalars['DateTime']['output'];
  /** Null while it lasts. */
  signedOutAt?: Maybe<Scalars['DateTime']['output']>;
};

/** 交接班: what one shift leaves to the next at a center. */
export type ShiftNote = {
  __typename?: 'ShiftNote';
  id: Scalars['ID']['output'];
  /** The cases it is about, as they are now; those that have left the viewer's scope are missing. */
  incidents: Array<Incident>;
  /** Whether the viewer may take it: nobody takes over from themselves. */
  takeable: Scalars['Boolean']['output'];
  takenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it waits for somebody of the next shift. */
  takenBy?: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
  writtenAt: Scalars['DateTime']['output'];
  writtenBy: Scalars['String']['output'];
};

/** 通视: the ground seen from a height over a place, by the method of the cameras' sights: relief, houses, the earth's curve. */
export type SightArea = {
  __typename?: 'SightArea';
  heightMeters: Scalars['Float']['output'];
  rangeMeters: Scalars['Float']['output'];
  /** A Polygon or MultiPolygon of at most 1,900 corners. */
  shape: Scalars['Geometry']['output'];
  /** How high over the ground something must stand to count as seen. */
  targetHeightMeters: Scalars['Float']['output'];
  /** False where no heights are known: then the ground was taken as flat. */
  terrainKnown: Scalars['Boolean']['output'];
  /** Of the ground within the range. */
  visibleShare?: Maybe<Scalars['Float']['output']>;
};

/** 态势: numbers of one moment, each counted by the very condition by which its rows are found. */
export type Situation = {
  __typename?: 'Situation';
  /** The area they are about; null where they are about the ground round an incident. */
  area?: Maybe<Area>;
  asOf: Scalars['DateTime']['output'];
  /** The last number of the journal that the counts have seen. */
  asOfSeq: Scalars['Float']['output'];
  figures: Array<SituationFigure>;
  /** The incident whose surroundings they are about. */
  incident?: Maybe<Incident>;
  /** Open incidents of each area next below, the most first; none round an incident. */
  openByArea: Array<AreaFigure>;
  /** How far round the incident, in metres. */
  radiusMeters?: Maybe<Scalars['Float']['output']>;
};

export type SituationFigure = {
  __typename?: 'SituationFigure';
  count: Scalars['Int']['output'];
  /** Such as open-grade-2, age-1d, limit-missed, cameras-online; the list stands in grid-data/src/domain/situation.ts. */
  id: Scalars['ID']['output'];
  /** incidents, cameras, units, cityComponents or duties: what its rows are. */
  subject: Scalars['String']['output'];
};

/** The rows behind one number, in the same snapshot as all the numbers of `situation`. */
export type SituationRows = {
  __typename?: 'SituationRows';
  cameras: Array<Camera>;
  cityComponents: Array<CityComponent>;
  count: Scalars['Int']['output'];
  duties: Array<Duty>;
  figure: Scalars['ID']['output'];
  incidents: Array<Incident>;
  pageInfo: PageInfo;
  situation: Situation;
  subject: Scalars['String']['output'];
  units: Array<Unit>;
};

/** 专报: what a center tells its leaders of one case or several; approved, it stays as it was signed. */
export type SpecialReport = {
  __typename?: 'SpecialReport';
  /** 建议 */
  advice?: Maybe<Scalars['String']['output']>;
  area: Area;
  author: Scalars['String']['output'];
  /** 事由 */
  cause?: Maybe<Scalars['String']['output']>;
  changedAt: Scalars['DateTime']['output'];
  /** 经过 */
  course?: Maybe<Scalars['String']['output']>;
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** What the leader said with the approval, or why it came back. */
  decisionNote?: Maybe<Scalars['String']['output']>;
  /** 处置 */
  disposal?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** As they are now; those that have left the viewer's scope are missing. */
  incidents: Array<Incident>;
  /** Whether the viewer may approve it or send it back: a leader who is not its author. */
  mayDecide: Scalars['Boolean']['output'];
  /** Whether the viewer may write in it or submit it. */
  mayWrite: Scalars['Boolean']['output'];
  /** Given with the approval, such as 〔2026〕3号; each center counts for itself from the new year on. */
  number?: Maybe<Scalars['String']['output']>;
  /** draft, submitted or approved. */
  state: Scalars['String']['output'];
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  title: Scalars['String']['output'];
  version: Scalars['Int']['output'];
  writtenAt: Scalars['DateTime']['output'];
};

/** The template filled from cases: their words, their history and their disposal. */
export type SpecialReportDraft = {
  __typename?: 'SpecialReportDraft';
  cause: Scalars['String']['output'];
  course: Scalars['String']['output'];
  disposal: Scalars['String']['output'];
  title: Scalars['String']['output'];
};

export type SpecialReportInput = {
  advice?: InputMaybe<Scalars['String']['input']>;
  /** Each part at most 6,000 letters. */
  cause?: InputMaybe<Scalars['String']['input']>;
  commandId: Scalars['ID']['input'];
  course?: InputMaybe<Scalars['String']['input']>;
  disposal?: InputMaybe<Scalars['String']['input']>;
  /** Null for a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** At most 20. */
  incidentIds: Array<Scalars['ID']['input']>;
  /** At most 100 letters. */
  title: Scalars['String']['input'];
  /** The version that was seen; another is a conflict. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type StageLimit = {
  __typename?: 'StageLimit';
  state: Scalars['String']['output'];
  unit: Scalars['String']['output'];
  value: Scalars['Float']['output'];
};

export type StageLimitInput = {
  state: Scalars['String']['input'];
  unit: Scalars['String']['input'];
  value: Scalars['Float']['input'];
};

export type StateCount = {
  __typename?: 'StateCount';
  count: Scalars['Int']['output'];
  state: Scalars['String']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Everything that happens in the viewer's scope, in journal order. Give the last `seq` seen to receive what was
   * missed; without it the feed begins now. A `reload` entry says that the page must ask again: the gap is too long, or an
   * import has changed more than rows tell. Every 10 s a heartbeat entry carries the newest seq.
   */
  journal: JournalEntry;
  /** Who holds the cameras that this session looks through, and where cameras in its scope look. */
  ptz: PtzNews;
};


export type SubscriptionJournalArgs = {
  afterSeq?: InputMaybe<Scalars['Float']['input']>;
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Where another camera would see most of what nobody sees. */
export type SuggestedSite = {
  __typename?: 'SuggestedSite';
  /** Metres of road that it adds to those before it. */
  gainMeters: Scalars['Float']['output'];
  position: Position;
  roadName?: Maybe<Scalars['String']['output']>;
  /** What it would see, cut by houses and hills. */
  seen?: Maybe<Scalars['Geometry']['output']>;
  /** Share of the area's roads seen with it and those before it, 0 to 1. */
  seenShare: Scalars['Float']['output'];
};

/** A source of a theme of which nothing has been taken yet. */
export type ThemeFault = {
  __typename?: 'ThemeFault';
  /** unreachable or not-understood. */
  failure: Scalars['String']['output'];
  /** Its place in THEME_SOURCES, from 1. */
  number: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  /** The first twenty. */
  rejects: Array<ThemeReject>;
};

export type ThemeIndicator = {
  __typename?: 'ThemeIndicator';
  code: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** It counts places, which can be shown on the map; else numbers of areas are summed up. */
  places: Scalars['Boolean']['output'];
  /** About persons: numbers below five are not told, nor those from which one could be worked out. */
  sensitive: Scalars['Boolean']['output'];
  unit: Scalars['String']['output'];
  /** Null where it is not told. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A row of a theme's table that was not taken. */
export type ThemeReject = {
  __typename?: 'ThemeReject';
  /** The field and what stands there. */
  detail: Scalars['String']['output'];
  /** Line of the table, from 1. */
  line: Scalars['Int']['output'];
  /** invalid-field, twice, mixed, sensitive-place, another-theme, no-theme or no-table. */
  reason: Scalars['String']['output'];
};

export type ThemeRow = {
  __typename?: 'ThemeRow';
  area: Area;
  id: Scalars['ID']['output'];
  /** Of a place; an area's row has its area's. */
  name?: Maybe<Scalars['String']['output']>;
  position?: Maybe<Position>;
  /** Null where it is not told. */
  value?: Maybe<Scalars['Float']['output']>;
};

export type ThemeRows = {
  __typename?: 'ThemeRows';
  code: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  rows: Array<ThemeRow>;
  sensitive: Scalars['Boolean']['output'];
  unit: Scalars['String']['output'];
  value?: Maybe<Scalars['Float']['output']>;
};

export type TourStop = {
  __typename?: 'TourStop';
  /** Null where it has left the viewer's scope, or was never in it. */
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  dwellSeconds: Scalars['Int']['output'];
  /** Why the viewer may not look through it in this tour now; null where the viewer may. */
  refusal?: Maybe<Scalars['String']['output']>;
};

export type TourStopInput = {
  cameraId: Scalars['ID']['input'];
  /** 5 to 3600. */
  dwellSeconds: Scalars['Int']['input'];
};

/**
 * 到达圈: the ground that a car reaches from here by the roads of the base map, both ways on each, and on foot to their
 * sides for what time is left. Speeds are taken, not measured, and are told with it.
 */
export type TravelRing = {
  __typename?: 'TravelRing';
  /** How fine the ground was looked at. */
  cellMeters: Scalars['Float']['output'];
  /** Nobody walks farther off a road. */
  longestWalkMeters: Scalars['Float']['output'];
  minutes: Scalars['Float']['output'];
  /** From the place asked about to the nearest road, walked first. */
  offRoadMeters: Scalars['Float']['output'];
  /** On a road of another class. */
  otherKmh: Scalars['Float']['output'];
  /** A Polygon or MultiPolygon of at most 1,900 corners. */
  shape: Scalars['Geometry']['output'];
  speeds: Array<RoadSpeed>;
  walkKmh: Scalars['Float']['output'];
};

/** A patrol, team or vehicle. */
export type Unit = {
  __typename?: 'Unit';
  area: Area;
  /** LineString of its beat. */
  beat?: Maybe<Scalars['Geometry']['output']>;
  callSign?: Maybe<Scalars['String']['output']>;
  departmentCode?: Maybe<Scalars['String']['output']>;
  headingDeg?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Last reported place, null before the first report. */
  position?: Maybe<Position>;
  positionAt?: Maybe<Scalars['DateTime']['output']>;
  speedMps?: Maybe<Scalars['Float']['output']>;
};

/** A unit that could go to a case. */
export type UnitAdvice = {
  __typename?: 'UnitAdvice';
  /** Cases that it has in hand. */
  load: Scalars['Int']['output'];
  /** Heard of in the last ten minutes. */
  onDuty: Scalars['Boolean']['output'];
  /** own: of the department that holds the case; trade: its kind serves what the class is about; none. */
  skill: Scalars['String']['output'];
  /** By road from where it is, at the speeds of travelRing; null where no road leads there within two hours. */
  travelSeconds?: Maybe<Scalars['Int']['output']>;
  unit: Unit;
};

/** A camera that its platform lists and no map shows. */
export type UnplacedCamera = {
  __typename?: 'UnplacedCamera';
  gbCode?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  platformCameraId: Scalars['ID']['output'];
  /** no-position or outside. */
  reason: Scalars['String']['output'];
};

export type UnseenRoad = {
  __typename?: 'UnseenRoad';
  meters: Scalars['Float']['output'];
  name?: Maybe<Scalars['String']['output']>;
  /** A place of its longest unseen stretch. */
  position: Position;
  roadId: Scalars['ID']['output'];
  unseenMeters: Scalars['Float']['output'];
};

export type UnwatchedCameras = {
  __typename?: 'UnwatchedCameras';
  nodes: Array<Camera>;
  /** How many there are; the nodes are the first of them. */
  total: Scalars['Int']['output'];
};

export type VideoGatewayHealth = {
  __typename?: 'VideoGatewayHealth';
  checking: Scalars['Int']['output'];
  eventLoopP99Ms: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  memoryBytes: Scalars['Float']['output'];
  pulls: Scalars['Int']['output'];
  reconnects: Scalars['Int']['output'];
  reportedAt: Scalars['DateTime']['output'];
  /** Whether cameras that nobody watches are checked by turns. */
  sweeping: Scalars['Boolean']['output'];
  viewers: Scalars['Int']['output'];
};

/** How the city's video stands now: in the viewer's scope, or in one area of it. */
export type VideoHealth = {
  __typename?: 'VideoHealth';
  asOf: Scalars['DateTime']['output'];
  /** Each opens as the list of cameras of that health; a health of null counts those never checked. */
  byHealth: Array<HealthCount>;
  cameras: Scalars['Int']['output'];
  gateways: Array<VideoGatewayHealth>;
  offline: Scalars['Int']['output'];
  online: Scalars['Int']['output'];
  platforms: Array<VideoPlatformHealth>;
  unknown: Scalars['Int']['output'];
  /** Cameras with something wrong, what a person must mend first, longest first. */
  worst: Array<Camera>;
};


/** How the city's video stands now: in the viewer's scope, or in one area of it. */
export type VideoHealthWorstArgs = {
  first?: Scalars['Int']['input'];
};

export type VideoPlatformHealth = {
  __typename?: 'VideoPlatformHealth';
  /** Its cameras in the viewer's scope, and those online. */
  cameras: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  lastFailure?: Maybe<PlatformFailure>;
  /** Pulls its licence allows; null where nobody counts. */
  lines?: Maybe<Scalars['Int']['output']>;
  linesInUse?: Maybe<Scalars['Int']['output']>;
  linesWaiting?: Maybe<Scalars['Int']['output']>;
  /** Until when no login is tried, lest the platform lock the account. */
  loginPausedUntil?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  online: Scalars['Int']['output'];
  owner: Scalars['String']['output'];
  /** When the gateway last reported; the figures below are of that moment. */
  reportedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is spared after failures. */
  sparedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** reachable, unreachable or refused. */
  state: Scalars['String']['output'];
  stateReason?: Maybe<Scalars['String']['output']>;
  stateSince: Scalars['DateTime']['output'];
  /**
   * Cameras of its last listing that stand nowhere on the map: it tells no place of them, or one outside the city. Known to
   * whoever stands at the root of the areas; null to others, as nobody knows whose they are.
   */
  unplaced?: Maybe<Scalars['Int']['output']>;
};

/** Why somebody looks. Exactly one of incidentId, dutyPurpose and breakGlassReason is given. */
export type ViewBasisInput = {
  /**
   * 破窗查看: why a supervisor on duty must look where no filed purpose covers it, 10 to 500 letters. Ten minutes from the
   * first look with this reason; never where decree 799 forbids cameras. Permission camera.break-glass.
   */
  breakGlassReason?: InputMaybe<Scalars['String']['input']>;
  /** A purpose of the viewer's own duty, one of the camera's filed ones. */
  dutyPurpose?: InputMaybe<Scalars['String']['input']>;
  /** The incident (case) looked into: its class names the purposes. */
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Which firing of a rule (联动) opens the incident's camera, where no person's hand does: the register then names the rule,
   * and the duty person at the viewer's center answers for the look. Of this incident, in the viewer's scope.
   */
  linkageFiringId?: InputMaybe<Scalars['ID']['input']>;
};

/** 调阅申请: the permission to look at recorded video of some cameras in a window of time. */
export type ViewRequest = {
  __typename?: 'ViewRequest';
  /** officer, person-concerned or guardian; for the last two the approval is the manager's consent. */
  applicant: Scalars['String']['output'];
  /** Who asks where it is no officer. */
  applicantName?: Maybe<Scalars['String']['output']>;
  /** Until when an emergency must be approved; null where it is none. */
  approveBy?: Maybe<Scalars['DateTime']['output']>;
  area: Area;
  cameras: Array<ViewRequestCamera>;
  caseNo?: Maybe<Scalars['String']['output']>;
  /** The law's word, and its article where it is known; null means: see the official text. */
  clause: LegalClause;
  /** Whether the viewer may decide it: another than who asked, with the right in the cameras' area and of their owners. */
  decidable: Scalars['Boolean']['output'];
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  decidedBy?: Maybe<Scalars['String']['output']>;
  decisionNote?: Maybe<Scalars['String']['output']>;
  emergency: Scalars['Boolean']['output'];
  endReason?: Maybe<Scalars['String']['output']>;
  /** Whether its recordings may be looked at now: approved, or an emergency whose time for approval still runs. */
  grants: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  incidentId?: Maybe<Scalars['ID']['output']>;
  /** criminal-case, administrative-case, supervision-case, emergency-response, statutory-duty or person-concerned. */
  legalBasis: Scalars['String']['output'];
  /** Whether the viewer is who asked: nobody else looks on this request. */
  mine: Scalars['Boolean']['output'];
  /** An emergency that nobody approved in time: its grant has ended. */
  overdue: Scalars['Boolean']['output'];
  reason: Scalars['String']['output'];
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: Scalars['String']['output'];
  /** Whether the sound is asked for as well; it is heard once the request is approved. */
  sound: Scalars['Boolean']['output'];
  /** requested, approved, refused, expired or revoked. */
  state: Scalars['String']['output'];
  validUntil: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  windowFrom: Scalars['DateTime']['output'];
  windowTo: Scalars['DateTime']['output'];
};

export type ViewRequestCamera = {
  __typename?: 'ViewRequestCamera';
  /** Null where the camera has left the viewer's scope since. */
  camera?: Maybe<Camera>;
  cameraId: Scalars['ID']['output'];
  owner: Scalars['String']['output'];
};

export type ViewRequestInput = {
  applicant?: Scalars['String']['input'];
  applicantName?: InputMaybe<Scalars['String']['input']>;
  /** One to nine. */
  cameraIds: Array<Scalars['ID']['input']>;
  /** An officer gives a case number or an incident. */
  caseNo?: InputMaybe<Scalars['String']['input']>;
  commandId: Scalars['ID']['input'];
  /** Opens the recordings at once; must be approved within 24 hours. Needs an open incident. */
  emergency?: Scalars['Boolean']['input'];
  incidentId?: InputMaybe<Scalars['ID']['input']>;
  legalBasis: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  /** Whether the sound is needed as well: it is granted of its own, and never with an emergency alone. */
  sound?: Scalars['Boolean']['input'];
  windowFrom: Scalars['DateTime']['input'];
  /** At most 72 hours after windowFrom, and not in the future. */
  windowTo: Scalars['DateTime']['input'];
};

export type ViewRequestPage = {
  __typename?: 'ViewRequestPage';
  nodes: Array<ViewRequest>;
  pageInfo: PageInfo;
};

/** The person signed in. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The area the viewer stands at; everything answered lies in it. */
  area: Area;
  departmentCode?: Maybe<Scalars['String']['output']>;
  displayName: Scalars['String']['output'];
  /** The viewer's open duty at a center, if signed in for one. */
  duty?: Maybe<Duty>;
  /** Purposes of the viewer's own duty: what may be stated as dutyPurpose. */
  dutyPurposes: Array<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  permissions: Array<Scalars['String']['output']>;
  role: Scalars['String']['output'];
  userId: Scalars['ID']['output'];
  /** The screen that this session is the device of. */
  wallScreen?: Maybe<WallScreen>;
};

/** 参观模式: guests stand in the hall; its screens hide names, numbers and live pictures. */
export type WallGuests = {
  __typename?: 'WallGuests';
  setBy: Scalars['String']['output'];
  since: Scalars['DateTime']['output'];
};

export type WallPushInput = {
  commandId: Scalars['ID']['input'];
  content: Scalars['WallContent']['input'];
  screenId: Scalars['ID']['input'];
  /** Of the showing that was on the screen when the push was decided, 0 where it showed nothing. */
  seenVersion: Scalars['Int']['input'];
};

/** 场景: a named arrangement of tiles over the screens of a hall. */
export type WallScene = {
  __typename?: 'WallScene';
  area: Area;
  changedAt: Scalars['DateTime']['output'];
  changedBy: Scalars['String']['output'];
  /** As its designer left it. */
  draft: Scalars['WallContent']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** As a call shows it; null before it is published. */
  published?: Maybe<Scalars['WallContent']['output']>;
  /** The version that was published. */
  publishedVersion?: Maybe<Scalars['Int']['output']>;
  schedules: Array<WallSchedule>;
  version: Scalars['Int']['output'];
};

export type WallSceneInput = {
  commandId: Scalars['ID']['input'];
  draft: Scalars['WallContent']['input'];
  /** Absent for a new scene. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type WallSchedule = {
  __typename?: 'WallSchedule';
  /** 1 Monday to 7 Sunday. */
  days: Array<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  /** In the city's time. */
  minuteOfDay: Scalars['Int']['output'];
};

/** 屏: one screen of a hall. It reads and does nothing else; its pictures are charged to who is on duty at its center. */
export type WallScreen = {
  __typename?: 'WallScreen';
  /** The center whose hall it hangs in; it sees what lies there. */
  area: Area;
  /** Width of the frame round the picture. */
  bezelMm: Scalars['Float']['output'];
  /** What it showed before, newest first. */
  earlier: Array<WallShowing>;
  heightMm: Scalars['Float']['output'];
  heightPx: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** The lit picture in millimetres of the wall. */
  leftMm: Scalars['Float']['output'];
  name: Scalars['String']['output'];
  /** When a device was paired with it; null where none is. */
  pairedAt?: Maybe<Scalars['DateTime']['output']>;
  pairedBy?: Maybe<Scalars['String']['output']>;
  /** Null before anything was pushed. */
  showing?: Maybe<WallShowing>;
  topMm: Scalars['Float']['output'];
  version: Scalars['Int']['output'];
  widthMm: Scalars['Float']['output'];
  widthPx: Scalars['Int']['output'];
};


/** 屏: one screen of a hall. It reads and does nothing else; its pictures are charged to who is on duty at its center. */
export type WallScreenEarlierArgs = {
  first?: Scalars['Int']['input'];
};

export type WallScreenInput = {
  bezelMm: Scalars['Float']['input'];
  commandId: Scalars['ID']['input'];
  heightMm: Scalars['Float']['input'];
  heightPx: Scalars['Int']['input'];
  /** Absent for a new screen. */
  id?: InputMaybe<Scalars['ID']['input']>;
  leftMm: Scalars['Float']['input'];
  name: Scalars['String']['input'];
  topMm: Scalars['Float']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  widthMm: Scalars['Float']['input'];
  widthPx: Scalars['Int']['input'];
};

/** 上墙: what a screen shows, who put it there and why. */
export type WallShowing = {
  __typename?: 'WallShowing';
  /** kind person, rule (ruleName, incidentId) or schedule (scheduleId). */
  cause: Scalars['JSON']['output'];
  content: Scalars['WallContent']['output'];
  /** By the tile of a map: from, to, startsAtMs and durationMs by the server's clock. */
  motions: Scalars['JSON']['output'];
  sceneId?: Maybe<Scalars['ID']['output']>;
  sceneName?: Maybe<Scalars['String']['output']>;
  screenId: Scalars['ID']['output'];
  shownAt: Scalars['DateTime']['output'];
  shownByName: Scalars['String']['output'];
  /** Say it with the next push: if somebody else was quicker, both are shown to you and nothing is lost. */
  version: Scalars['Int']['output'];
};

export type WallViewInput = {
  bearingDeg: Scalars['Float']['input'];
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  /** Ground metres for a millimetre of wall. */
  metersPerMm: Scalars['Float']['input'];
  pitchDeg: Scalars['Float']['input'];
};

/** The weather as the configured source gives it. */
export type Weather = {
  __typename?: 'Weather';
  /** unreachable or not-understood, where the last question to the source failed. */
  failure?: Maybe<Scalars['String']['output']>;
  /** When the source last answered well; null where it never has. */
  heardAt?: Maybe<Scalars['DateTime']['output']>;
  report?: Maybe<WeatherReport>;
  /** The observation is older than two hours. */
  stale: Scalars['Boolean']['output'];
};

export type WeatherReport = {
  __typename?: 'WeatherReport';
  illustrative: Scalars['Boolean']['output'];
  observedAt: Scalars['DateTime']['output'];
  rainMmPerHour?: Maybe<Scalars['Float']['output']>;
  /** clear, cloudy, overcast, fog, rain, storm or snow. */
  sky: Scalars['String']['output'];
  source: Scalars['String']['output'];
  temperatureC: Scalars['Float']['output'];
  /** Those that still hold. */
  warnings: Array<WeatherWarning>;
  /** Where the wind comes from, compass degrees. */
  windFromDeg?: Maybe<Scalars['Float']['output']>;
  windMetersPerSecond: Scalars['Float']['output'];
};

export type WeatherWarning = {
  __typename?: 'WeatherWarning';
  /** blue, yellow, orange or red. */
  level: Scalars['String']['output'];
  title: Scalars['String']['output'];
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** Which things a question is about. Exactly one of its fields is set; the viewer's own scope always holds besides. */
export type WithinInput = {
  /** Code of an area: things lying in it. */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  /** Things at most so far from a point. */
  circle?: InputMaybe<CircleInput>;
  /** Polygon or MultiPolygon: things inside it. */
  polygon?: InputMaybe<Scalars['Geometry']['input']>;
  /** Things at most so far from a road or a drawn line. */
  roadBuffer?: InputMaybe<RoadBufferInput>;
};

export type WorkCalendar = {
  __typename?: 'WorkCalendar';
  /** What differs: no sessions is a holiday, sessions on a Sunday a make-up day (调休). */
  days: Array<CalendarDay>;
  holidaysKnownUntil: Scalars['String']['output'];
  /** Sessions of an ordinary day, such as ["08:00", "12:00"], in the time of Asia/Shanghai. */
  sessions: Array<Array<Scalars['String']['output']>>;
  version: Scalars['Int']['output'];
  /** 1 Monday to 7 Sunday. */
  weekdays: Array<Scalars['Int']['output']>;
};

export type WorkCalendarInput = {
  days: Array<CalendarDayInput>;
  holidaysKnownUntil: Scalars['String']['input'];
  sessions: Array<Array<Scalars['String']['input']>>;
  /** The version that was seen; another is a conflict. */
  version: Scalars['Int']['input'];
  weekdays: Array<Scalars['Int']['input']>;
};

/** What waits at the desk, such as to-accept, to-dispatch, in-hand, overdue, stage-overdue. */
export type Worklist = {
  __typename?: 'Worklist';
  /** As many as its rows. */
  count: Scalars['Int']['output'];
  key: Scalars['String']['output'];
};

/** What somebody wants to see of the lists; what is absent narrows nothing. */
export type WorklistFilterInput = {
  /** An area below the one asked about. */
  areaCode?: InputMaybe<Scalars['String']['input']>;
  classCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  departmentCode?: InputMaybe<Scalars['String']['input']>;
  grades?: InputMaybe<Array<Scalars['Int']['input']>>;
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountRow>;
  AccountPage: ResolverTypeWrapper<Omit<AccountPage, 'nodes'> & { nodes: Array<ResolversTypes['Account']> }>;
  AnswerBulletinInput: AnswerBulletinInput;
  Area: ResolverTypeWrapper<AreaRecord>;
  AreaCounts: ResolverTypeWrapper<AreaCountsRecord>;
  AreaCoverage: ResolverTypeWrapper<AreaCoverageRecord>;
  AreaFigure: ResolverTypeWrapper<AreaFigureRecord>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BulkCase: BulkCase;
  BulkMove: ResolverTypeWrapper<BulkMoveRecord>;
  BulkRefusal: ResolverTypeWrapper<BulkRefusal>;
  Bulletin: ResolverTypeWrapper<BulletinRecord>;
  BulletinAnswer: ResolverTypeWrapper<BulletinAnswerRecord>;
  BulletinCounts: ResolverTypeWrapper<BulletinCounts>;
  BulletinRecipient: ResolverTypeWrapper<BulletinRecipient>;
  CalendarDay: ResolverTypeWrapper<CalendarDay>;
  CalendarDayInput: CalendarDayInput;
  CalibrationPoint: ResolverTypeWrapper<CalibrationPoint>;
  CalibrationPointInput: CalibrationPointInput;
  CallBack: ResolverTypeWrapper<CallBack>;
  Camera: ResolverTypeWrapper<CameraRecord>;
  CameraCalibration: ResolverTypeWrapper<CalibrationRecord>;
  CameraCalibrationInput: CameraCalibrationInput;
  CameraCondition: ResolverTypeWrapper<ConditionRow>;
  CameraConditionPage: ResolverTypeWrapper<Omit<CameraConditionPage, 'nodes'> & { nodes: Array<ResolversTypes['CameraCondition']> }>;
  CameraHead: ResolverTypeWrapper<CameraHeadRecord>;
  CameraPage: ResolverTypeWrapper<Omit<CameraPage, 'nodes'> & { nodes: Array<ResolversTypes['Camera']> }>;
  CameraPoseInput: CameraPoseInput;
  CameraSight: ResolverTypeWrapper<CameraSightRecord>;
  CameraSurveyInput: CameraSurveyInput;
  CameraTicket: ResolverTypeWrapper<CameraTicket>;
  CameraTour: ResolverTypeWrapper<TourRecord>;
  CameraTourInput: CameraTourInput;
  CameraUse: ResolverTypeWrapper<CameraUse>;
  CameraUseGroup: ResolverTypeWrapper<CameraUseGroup>;
  CameraUseLooks: ResolverTypeWrapper<Omit<CameraUseLooks, 'nodes'> & { nodes: Array<ResolversTypes['CameraView']> }>;
  CameraView: ResolverTypeWrapper<CameraViewRecord>;
  CameraViewPage: ResolverTypeWrapper<Omit<CameraViewPage, 'nodes'> & { nodes: Array<ResolversTypes['CameraView']> }>;
  CaseClock: ResolverTypeWrapper<CaseClock>;
  CaseMove: ResolverTypeWrapper<CaseMove>;
  CasePlace: ResolverTypeWrapper<CasePlaceRecord>;
  CasePlaces: ResolverTypeWrapper<Omit<CasePlaces, 'nodes'> & { nodes: Array<ResolversTypes['CasePlace']> }>;
  CaseRequest: ResolverTypeWrapper<CaseRequest>;
  CaseRules: ResolverTypeWrapper<CaseRules>;
  CaseSettings: ResolverTypeWrapper<CaseSettings>;
  CaseSettingsInput: CaseSettingsInput;
  CaseStage: ResolverTypeWrapper<CaseStage>;
  CaseStandard: ResolverTypeWrapper<StandardRecord>;
  CaseStandardInput: CaseStandardInput;
  ChangedCameras: ResolverTypeWrapper<ChangedThings>;
  ChangedIncidents: ResolverTypeWrapper<ChangedThings>;
  ChangedScreens: ResolverTypeWrapper<ChangedThings>;
  ChangesSince: ResolverTypeWrapper<Omit<ChangesSince, 'camerasLost' | 'closed' | 'overdue' | 'reported' | 'scenesChanged'> & { camerasLost: ResolversTypes['ChangedCameras'], closed: ResolversTypes['ChangedIncidents'], overdue: ResolversTypes['ChangedIncidents'], reported: ResolversTypes['ChangedIncidents'], scenesChanged: ResolversTypes['ChangedScreens'] }>;
  CheckItem: ResolverTypeWrapper<CheckItem>;
  CheckItemInput: CheckItemInput;
  CheckList: ResolverTypeWrapper<CheckListRecord>;
  CheckResult: ResolverTypeWrapper<CheckResultRecord>;
  CheckResultInput: CheckResultInput;
  CircleInput: CircleInput;
  CityComponent: ResolverTypeWrapper<CityComponentRecord>;
  CityComponentClass: ResolverTypeWrapper<CityComponentClass>;
  CityComponentPage: ResolverTypeWrapper<Omit<CityComponentPage, 'nodes'> & { nodes: Array<ResolversTypes['CityComponent']> }>;
  CityTheme: ResolverTypeWrapper<CityTheme>;
  ClassCount: ResolverTypeWrapper<ClassCountRecord>;
  CorrectionInput: CorrectionInput;
  Coverage: ResolverTypeWrapper<CoverageRecord>;
  CoveredCount: ResolverTypeWrapper<CoveredCount>;
  CoveredLength: ResolverTypeWrapper<CoveredLength>;
  CreateAccountInput: CreateAccountInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Department: ResolverTypeWrapper<Department>;
  DeskFilter: ResolverTypeWrapper<DeskFilter>;
  DispatchAdvice: ResolverTypeWrapper<Omit<DispatchAdvice, 'dispatchRule'> & { dispatchRule?: Maybe<ResolversTypes['DispatchRule']> }>;
  DispatchRule: ResolverTypeWrapper<DispatchRuleRecord>;
  DispatchRuleInput: DispatchRuleInput;
  Document: ResolverTypeWrapper<DocumentRecord>;
  DrawnLayer: ResolverTypeWrapper<DrawnLayerRecord>;
  DrawnLayerInput: DrawnLayerInput;
  DuplicateRule: ResolverTypeWrapper<DuplicateRule>;
  Duty: ResolverTypeWrapper<DutyRow>;
  DutyLogLine: ResolverTypeWrapper<LineOfShift>;
  DutyPost: DutyPost;
  DutyShift: ResolverTypeWrapper<ShiftRecord>;
  EscalationRota: ResolverTypeWrapper<EscalationRota>;
  EscalationRotaInput: EscalationRotaInput;
  EvaluatedCamera: ResolverTypeWrapper<Omit<EvaluatedCamera, 'camera'> & { camera?: Maybe<ResolversTypes['Camera']> }>;
  EvaluatedCameras: ResolverTypeWrapper<Omit<EvaluatedCameras, 'nodes'> & { nodes: Array<ResolversTypes['EvaluatedCamera']> }>;
  EvaluatedComponents: ResolverTypeWrapper<Omit<EvaluatedComponents, 'nodes'> & { nodes: Array<ResolversTypes['CityComponent']> }>;
  EvaluationDocumentInput: EvaluationDocumentInput;
  EvaluationFigure: ResolverTypeWrapper<FigureRecord>;
  EvaluationGroup: ResolverTypeWrapper<Omit<EvaluationGroup, 'figures'> & { figures: Array<ResolversTypes['EvaluationFigure']> }>;
  EvaluationRows: ResolverTypeWrapper<Omit<EvaluationRows, 'nodes'> & { nodes: Array<ResolversTypes['Incident']> }>;
  FieldCharge: ResolverTypeWrapper<FieldCharge>;
  FieldDuty: ResolverTypeWrapper<FieldDutyRecord>;
  FieldLeave: ResolverTypeWrapper<LeaveRecord>;
  FieldPhoto: ResolverTypeWrapper<FieldPhotoRecord>;
  FieldPositionInput: FieldPositionInput;
  FieldSubstitute: ResolverTypeWrapper<FieldSubstitute>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Geometry: ResolverTypeWrapper<Scalars['Geometry']['output']>;
  GradeCount: ResolverTypeWrapper<GradeCount>;
  GridCell: ResolverTypeWrapper<GridCellRecord>;
  GridCellWorker: ResolverTypeWrapper<GridCellWorker>;
  GroundCounts: ResolverTypeWrapper<Omit<GroundCounts, 'cityComponents' | 'incidents' | 'population' | 'units'> & { cityComponents: Array<ResolversTypes['ClassCount']>, incidents: Array<ResolversTypes['IncidentClassCount']>, population?: Maybe<ResolversTypes['PopulationCount']>, units?: Maybe<Array<ResolversTypes['Unit']>> }>;
  HandDownLevel: ResolverTypeWrapper<HandDownLevel>;
  HealthCount: ResolverTypeWrapper<HealthCount>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Incident: ResolverTypeWrapper<IncidentRecord>;
  IncidentClass: ResolverTypeWrapper<IncidentClassRecord>;
  IncidentClassCount: ResolverTypeWrapper<IncidentCountRow>;
  IncidentPage: ResolverTypeWrapper<Omit<IncidentPage, 'nodes'> & { nodes: Array<ResolversTypes['Incident']> }>;
  Instruction: ResolverTypeWrapper<InstructionRecord>;
  InstructionInput: InstructionInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntakeOrder: ResolverTypeWrapper<IntakeOrder>;
  IntakeOrderInput: IntakeOrderInput;
  IssueBulletinInput: IssueBulletinInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JournalEntry: ResolverTypeWrapper<FeedEntry>;
  KeptEvaluation: ResolverTypeWrapper<KeptEvaluationRecord>;
  KeyUnit: ResolverTypeWrapper<KeyUnitRecord>;
  KeyUnitPage: ResolverTypeWrapper<Omit<KeyUnitPage, 'nodes'> & { nodes: Array<ResolversTypes['KeyUnit']> }>;
  KindCount: ResolverTypeWrapper<KindCount>;
  KnownOrder: ResolverTypeWrapper<Omit<KnownOrder, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  LegalClause: ResolverTypeWrapper<LegalClause>;
  LinkageCamera: ResolverTypeWrapper<OfferedCamera>;
  LinkageDryFiring: ResolverTypeWrapper<DryFiring>;
  LinkageDryRun: ResolverTypeWrapper<Omit<LinkageDryRun, 'firings'> & { firings: Array<ResolversTypes['LinkageDryFiring']> }>;
  LinkageFiring: ResolverTypeWrapper<FiringRecord>;
  LinkageNotice: ResolverTypeWrapper<NoticeRecord>;
  LinkageOutcome: ResolverTypeWrapper<EffectOutcome>;
  LinkageRule: ResolverTypeWrapper<RuleRecord>;
  LinkageRuleInput: LinkageRuleInput;
  LinkageRuleWords: ResolverTypeWrapper<Scalars['LinkageRuleWords']['output']>;
  LinkageStop: ResolverTypeWrapper<StoppedRule>;
  LinkageTriggerRow: ResolverTypeWrapper<TriggerRecord>;
  LookHereResult: ResolverTypeWrapper<Omit<LookHereResult, 'camera'> & { camera: ResolversTypes['Camera'] }>;
  MoveIncidentInput: MoveIncidentInput;
  MoveIncidentsInput: MoveIncidentsInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OnlineRate: ResolverTypeWrapper<OnlineRate>;
  OnlineRatePoint: ResolverTypeWrapper<OnlineRatePoint>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PanelArrangement: ResolverTypeWrapper<ArrangementRecord>;
  Patrol: ResolverTypeWrapper<PatrolRecord>;
  PatrolTask: ResolverTypeWrapper<PatrolTaskRecord>;
  Photo: ResolverTypeWrapper<PhotoRecord>;
  PictureBoxInput: PictureBoxInput;
  PictureRegion: ResolverTypeWrapper<PictureRegion>;
  PictureRegionInput: PictureRegionInput;
  PictureReport: ResolverTypeWrapper<PictureReportRecord>;
  Place: ResolverTypeWrapper<PlaceRecord>;
  PlacePage: ResolverTypeWrapper<Omit<PlacePage, 'nodes'> & { nodes: Array<ResolversTypes['Place']> }>;
  PlatformFailure: ResolverTypeWrapper<PlatformFailure>;
  Plot: ResolverTypeWrapper<PlotRecord>;
  PlotInput: PlotInput;
  PlotSaved: ResolverTypeWrapper<Omit<PlotSaved, 'keptBeside' | 'plot'> & { keptBeside?: Maybe<ResolversTypes['Plot']>, plot: ResolversTypes['Plot'] }>;
  PopulationCell: ResolverTypeWrapper<PopulationCellRecord>;
  PopulationCount: ResolverTypeWrapper<Omit<PopulationCount, 'cells'> & { cells: Array<ResolversTypes['PopulationCell']> }>;
  Position: ResolverTypeWrapper<Position>;
  PositionInput: PositionInput;
  PtzClaim: ResolverTypeWrapper<PtzClaim>;
  PtzLease: ResolverTypeWrapper<PtzLease>;
  PtzLeaseNotice: ResolverTypeWrapper<PtzLeaseNotice>;
  PtzNews: ResolverTypeWrapper<Omit<PtzNews, 'head'> & { head?: Maybe<ResolversTypes['CameraHead']> }>;
  PtzPanel: ResolverTypeWrapper<Omit<PtzPanel, 'head'> & { head?: Maybe<ResolversTypes['CameraHead']> }>;
  PtzPreset: ResolverTypeWrapper<PtzPreset>;
  PtzSettings: ResolverTypeWrapper<PtzSettings>;
  PtzSettingsInput: PtzSettingsInput;
  PurposeUse: ResolverTypeWrapper<PurposeUse>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankedCamera: ResolverTypeWrapper<RankedCameraRecord>;
  RecordPatrolInput: RecordPatrolInput;
  RecordingBookmark: ResolverTypeWrapper<BookmarkRecord>;
  RecordingDepth: ResolverTypeWrapper<RecordingDepthRecord>;
  RecordingExport: ResolverTypeWrapper<RecordingExportRecord>;
  RecordingExportInput: RecordingExportInput;
  RecordingExportPage: ResolverTypeWrapper<Omit<RecordingExportPage, 'nodes'> & { nodes: Array<ResolversTypes['RecordingExport']> }>;
  RecordingExportTicket: ResolverTypeWrapper<RecordingExportTicket>;
  RecordingFloor: ResolverTypeWrapper<RecordingFloorRecord>;
  RecordingSnapshot: ResolverTypeWrapper<RecordingSnapshot>;
  RecordingTicket: ResolverTypeWrapper<RecordingTicket>;
  Regulation: ResolverTypeWrapper<RegulationRecord>;
  ReplayExport: ResolverTypeWrapper<ReplayExport>;
  ReplayExportInput: ReplayExportInput;
  ReplayStretch: ResolverTypeWrapper<ReplayStretch>;
  ReportBin: ResolverTypeWrapper<ReportBin>;
  ReportIncidentInput: ReportIncidentInput;
  ReportMoment: ResolverTypeWrapper<ReportMoment>;
  ReportPictureInput: ReportPictureInput;
  ReportSchedule: ResolverTypeWrapper<ReportSchedule>;
  ReportScheduleInput: ReportScheduleInput;
  ReportTime: ResolverTypeWrapper<ReportTime>;
  ReportTimeInput: ReportTimeInput;
  Reporter: ResolverTypeWrapper<Reporter>;
  ReporterInput: ReporterInput;
  Road: ResolverTypeWrapper<RoadRecord>;
  RoadBufferInput: RoadBufferInput;
  RoadSpeed: ResolverTypeWrapper<RoadSpeed>;
  RouteCamera: ResolverTypeWrapper<RouteCameraRecord>;
  RouteCameraPage: ResolverTypeWrapper<Omit<RouteCameraPage, 'cameras'> & { cameras: Array<ResolversTypes['RouteCamera']> }>;
  RouteInput: RouteInput;
  RouteStretch: ResolverTypeWrapper<RouteStretch>;
  RowExport: ResolverTypeWrapper<RowExport>;
  RowExportInput: RowExportInput;
  SaveCheckListInput: SaveCheckListInput;
  ScoreOfMonth: ResolverTypeWrapper<ScoreOfMonth>;
  ScoreWeight: ResolverTypeWrapper<ScoreWeight>;
  ScoreWeightInput: ScoreWeightInput;
  Scorecard: ResolverTypeWrapper<Omit<Scorecard, 'rows'> & { rows: Array<ResolversTypes['ScorecardRow']> }>;
  ScorecardRow: ResolverTypeWrapper<Omit<ScorecardRow, 'figures'> & { figures: Array<ResolversTypes['EvaluationFigure']> }>;
  SearchHit: ResolverTypeWrapper<SearchHit>;
  SeenShowingInput: SeenShowingInput;
  ShiftDuty: ResolverTypeWrapper<ShiftDuty>;
  ShiftNote: ResolverTypeWrapper<ShiftNoteRecord>;
  SightArea: ResolverTypeWrapper<SightArea>;
  Situation: ResolverTypeWrapper<SituationRecord>;
  SituationFigure: ResolverTypeWrapper<SituationFigure>;
  SituationRows: ResolverTypeWrapper<Omit<SituationRows, 'cameras' | 'cityComponents' | 'duties' | 'incidents' | 'situation' | 'units'> & { cameras: Array<ResolversTypes['Camera']>, cityComponents: Array<ResolversTypes['CityComponent']>, duties: Array<ResolversTypes['Duty']>, incidents: Array<ResolversTypes['Incident']>, situation: ResolversTypes['Situation'], units: Array<ResolversTypes['Unit']> }>;
  SpecialReport: ResolverTypeWrapper<SpecialReportRecord>;
  SpecialReportDraft: ResolverTypeWrapper<SpecialReportDraft>;
  SpecialReportInput: SpecialReportInput;
  StageLimit: ResolverTypeWrapper<StageLimit>;
  StageLimitInput: StageLimitInput;
  StateCount: ResolverTypeWrapper<StateCount>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestedSite: ResolverTypeWrapper<SuggestedSite>;
  ThemeFault: ResolverTypeWrapper<ThemeFault>;
  ThemeIndicator: ResolverTypeWrapper<ThemeIndicator>;
  ThemeReject: ResolverTypeWrapper<ThemeReject>;
  ThemeRow: ResolverTypeWrapper<ThemeRowRecord>;
  ThemeRows: ResolverTypeWrapper<Omit<ThemeRows, 'rows'> & { rows: Array<ResolversTypes['ThemeRow']> }>;
  TourStop: ResolverTypeWrapper<TourStopOfTour>;
  TourStopInput: TourStopInput;
  TravelRing: ResolverTypeWrapper<TravelRing>;
  Unit: ResolverTypeWrapper<UnitRecord>;
  UnitAdvice: ResolverTypeWrapper<Omit<UnitAdvice, 'unit'> & { unit: ResolversTypes['Unit'] }>;
  UnplacedCamera: ResolverTypeWrapper<UnplacedCamera>;
  UnseenRoad: ResolverTypeWrapper<UnseenRoad>;
  UnwatchedCameras: ResolverTypeWrapper<Omit<UnwatchedCameras, 'nodes'> & { nodes: Array<ResolversTypes['Camera']> }>;
  VideoGatewayHealth: ResolverTypeWrapper<GatewayRow>;
  VideoHealth: ResolverTypeWrapper<VideoHealthRecord>;
  VideoPlatformHealth: ResolverTypeWrapper<PlatformRow>;
  ViewBasisInput: ViewBasisInput;
  ViewRequest: ResolverTypeWrapper<ViewRequestRecord>;
  ViewRequestCamera: ResolverTypeWrapper<ViewRequestCameraRecord>;
  ViewRequestInput: ViewRequestInput;
  ViewRequestPage: ResolverTypeWrapper<Omit<ViewRequestPage, 'nodes'> & { nodes: Array<ResolversTypes['ViewRequest']> }>;
  Viewer: ResolverTypeWrapper<ViewerRecord>;
  WallContent: ResolverTypeWrapper<Scalars['WallContent']['output']>;
  WallGuests: ResolverTypeWrapper<GuestsRecord>;
  WallPushInput: WallPushInput;
  WallScene: ResolverTypeWrapper<WallSceneRecord>;
  WallSceneInput: WallSceneInput;
  WallSchedule: ResolverTypeWrapper<WallSchedule>;
  WallScreen: ResolverTypeWrapper<WallScreenRecord>;
  WallScreenInput: WallScreenInput;
  WallShowing: ResolverTypeWrapper<WallShowingRecord>;
  WallViewInput: WallViewInput;
  Weather: ResolverTypeWrapper<Weather>;
  WeatherReport: ResolverTypeWrapper<WeatherReport>;
  WeatherWarning: ResolverTypeWrapper<WeatherWarning>;
  WithinInput: WithinInput;
  WorkCalendar: ResolverTypeWrapper<WorkCalendar>;
  WorkCalendarInput: WorkCalendarInput;
  Worklist: ResolverTypeWrapper<Worklist>;
  WorklistFilterInput: WorklistFilterInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountRow;
  AccountPage: Omit<AccountPage, 'nodes'> & { nodes: Array<ResolversParentTypes['Account']> };
  AnswerBulletinInput: AnswerBulletinInput;
  Area: AreaRecord;
  AreaCounts: AreaCountsRecord;
  AreaCoverage: AreaCoverageRecord;
  AreaFigure: AreaFigureRecord;
  Boolean: Scalars['Boolean']['output'];
  BulkCase: BulkCase;
  BulkMove: BulkMoveRecord;
  BulkRefusal: BulkRefusal;
  Bulletin: BulletinRecord;
  BulletinAnswer: BulletinAnswerRecord;
  BulletinCounts: BulletinCounts;
  BulletinRecipient: BulletinRecipient;
  CalendarDay: CalendarDay;
  CalendarDayInput: CalendarDayInput;
  CalibrationPoint: CalibrationPoint;
  CalibrationPointInput: CalibrationPointInput;
  CallBack: CallBack;
  Camera: CameraRecord;
  CameraCalibration: CalibrationRecord;
  CameraCalibrationInput: CameraCalibrationInput;
  CameraCondition: ConditionRow;
  CameraConditionPage: Omit<CameraConditionPage, 'nodes'> & { nodes: Array<ResolversParentTypes['CameraCondition']> };
  CameraHead: CameraHeadRecord;
  CameraPage: Omit<CameraPage, 'nodes'> & { nodes: Array<ResolversParentTypes['Camera']> };
  CameraPoseInput: CameraPoseInput;
  CameraSight: CameraSightRecord;
  CameraSurveyInput: CameraSurveyInput;
  CameraTicket: CameraTicket;
  CameraTour: TourRecord;
  CameraTourInput: CameraTourInput;
  CameraUse: CameraUse;
  CameraUseGroup: CameraUseGroup;
  CameraUseLooks: Omit<CameraUseLooks, 'nodes'> & { nodes: Array<ResolversParentTypes['CameraView']> };
  CameraView: CameraViewRecord;
  CameraViewPage: Omit<CameraViewPage, 'nodes'> & { nodes: Array<ResolversParentTypes['CameraView']> };
  CaseClock: CaseClock;
  CaseMove: CaseMove;
  CasePlace: CasePlaceRecord;
  CasePlaces: Omit<CasePlaces, 'nodes'> & { nodes: Array<ResolversParentTypes['CasePlace']> };
  CaseRequest: CaseRequest;
  CaseRules: CaseRules;
  CaseSettings: CaseSettings;
  CaseSettingsInput: CaseSettingsInput;
  CaseStage: CaseStage;
  CaseStandard: StandardRecord;
  CaseStandardInput: CaseStandardInput;
  ChangedCameras: ChangedThings;
  ChangedIncidents: ChangedThings;
  ChangedScreens: ChangedThings;
  ChangesSince: Omit<ChangesSince, 'camerasLost' | 'closed' | 'overdue' | 'reported' | 'scenesChanged'> & { camerasLost: ResolversParentTypes['ChangedCameras'], closed: ResolversParentTypes['ChangedIncidents'], overdue: ResolversParentTypes['ChangedIncidents'], reported: ResolversParentTypes['ChangedIncidents'], scenesChanged: ResolversParentTypes['ChangedScreens'] };
  CheckItem: CheckItem;
  CheckItemInput: CheckItemInput;
  CheckList: CheckListRecord;
  CheckResult: CheckResultRecord;
  CheckResultInput: CheckResultInput;
  CircleInput: CircleInput;
  CityComponent: CityComponentRecord;
  CityComponentClass: CityComponentClass;
  CityComponentPage: Omit<CityComponentPage, 'nodes'> & { nodes: Array<ResolversParentTypes['CityComponent']> };
  CityTheme: CityTheme;
  ClassCount: ClassCountRecord;
  CorrectionInput: CorrectionInput;
  Coverage: CoverageRecord;
  CoveredCount: CoveredCount;
  CoveredLength: CoveredLength;
  CreateAccountInput: CreateAccountInput;
  DateTime: Scalars['DateTime']['output'];
  Department: Department;
  DeskFilter: DeskFilter;
  DispatchAdvice: Omit<DispatchAdvice, 'dispatchRule'> & { dispatchRule?: Maybe<ResolversParentTypes['DispatchRule']> };
  DispatchRule: DispatchRuleRecord;
  DispatchRuleInput: DispatchRuleInput;
  Document: DocumentRecord;
  DrawnLayer: DrawnLayerRecord;
  DrawnLayerInput: DrawnLayerInput;
  DuplicateRule: DuplicateRule;
  Duty: DutyRow;
  DutyLogLine: LineOfShift;
  DutyShift: ShiftRecord;
  EscalationRota: EscalationRota;
  EscalationRotaInput: EscalationRotaInput;
  EvaluatedCamera: Omit<EvaluatedCamera, 'camera'> & { camera?: Maybe<ResolversParentTypes['Camera']> };
  EvaluatedCameras: Omit<EvaluatedCameras, 'nodes'> & { nodes: Array<ResolversParentTypes['EvaluatedCamera']> };
  EvaluatedComponents: Omit<EvaluatedComponents, 'nodes'> & { nodes: Array<ResolversParentTypes['CityComponent']> };
  EvaluationDocumentInput: EvaluationDocumentInput;
  EvaluationFigure: FigureRecord;
  EvaluationGroup: Omit<EvaluationGroup, 'figures'> & { figures: Array<ResolversParentTypes['EvaluationFigure']> };
  EvaluationRows: Omit<EvaluationRows, 'nodes'> & { nodes: Array<ResolversParentTypes['Incident']> };
  FieldCharge: FieldCharge;
  FieldDuty: FieldDutyRecord;
  FieldLeave: LeaveRecord;
  FieldPhoto: FieldPhotoRecord;
  FieldPositionInput: FieldPositionInput;
  FieldSubstitute: FieldSubstitute;
  Float: Scalars['Float']['output'];
  Geometry: Scalars['Geometry']['output'];
  GradeCount: GradeCount;
  GridCell: GridCellRecord;
  GridCellWorker: GridCellWorker;
  GroundCounts: Omit<GroundCounts, 'cityComponents' | 'incidents' | 'population' | 'units'> & { cityComponents: Array<ResolversParentTypes['ClassCount']>, incidents: Array<ResolversParentTypes['IncidentClassCount']>, population?: Maybe<ResolversParentTypes['PopulationCount']>, units?: Maybe<Array<ResolversParentTypes['Unit']>> };
  HandDownLevel: HandDownLevel;
  HealthCount: HealthCount;
  ID: Scalars['ID']['output'];
  Incident: IncidentRecord;
  IncidentClass: IncidentClassRecord;
  IncidentClassCount: IncidentCountRow;
  IncidentPage: Omit<IncidentPage, 'nodes'> & { nodes: Array<ResolversParentTypes['Incident']> };
  Instruction: InstructionRecord;
  InstructionInput: InstructionInput;
  Int: Scalars['Int']['output'];
  IntakeOrder: IntakeOrder;
  IntakeOrderInput: IntakeOrderInput;
  IssueBulletinInput: IssueBulletinInput;
  JSON: Scalars['JSON']['output'];
  JournalEntry: FeedEntry;
  KeptEvaluation: KeptEvaluationRecord;
  KeyUnit: KeyUnitRecord;
  KeyUnitPage: Omit<KeyUnitPage, 'nodes'> & { nodes: Array<ResolversParentTypes['KeyUnit']> };
  KindCount: KindCount;
  KnownOrder: Omit<KnownOrder, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  LegalClause: LegalClause;
  LinkageCamera: OfferedCamera;
  LinkageDryFiring: DryFiring;
  LinkageDryRun: Omit<LinkageDryRun, 'firings'> & { firings: Array<ResolversParentTypes['LinkageDryFiring']> };
  LinkageFiring: FiringRecord;
  LinkageNotice: NoticeRecord;
  LinkageOutcome: EffectOutcome;
  LinkageRule: RuleRecord;
  LinkageRuleInput: LinkageRuleInput;
  LinkageRuleWords: Scalars['LinkageRuleWords']['output'];
  LinkageStop: StoppedRule;
  LinkageTriggerRow: TriggerRecord;
  LookHereResult: Omit<LookHereResult, 'camera'> & { camera: ResolversParentTypes['Camera'] };
  MoveIncidentInput: MoveIncidentInput;
  MoveIncidentsInput: MoveIncidentsInput;
  Mutation: Record<PropertyKey, never>;
  OnlineRate: OnlineRate;
  OnlineRatePoint: OnlineRatePoint;
  PageInfo: PageInfo;
  PanelArrangement: ArrangementRecord;
  Patrol: PatrolRecord;
  PatrolTask: PatrolTaskRecord;
  Photo: PhotoRecord;
  PictureBoxInput: PictureBoxInput;
  PictureRegion: PictureRegion;
  PictureRegionInput: PictureRegionInput;
  PictureReport: PictureReportRecord;
  Place: PlaceRecord;
  PlacePage: Omit<PlacePage, 'nodes'> & { nodes: Array<ResolversParentTypes['Place']> };
  PlatformFailure: PlatformFailure;
  Plot: PlotRecord;
  PlotInput: PlotInput;
  PlotSaved: Omit<PlotSaved, 'keptBeside' | 'plot'> & { keptBeside?: Maybe<ResolversParentTypes['Plot']>, plot: ResolversParentTypes['Plot'] };
  PopulationCell: PopulationCellRecord;
  PopulationCount: Omit<PopulationCount, 'cells'> & { cells: Array<ResolversParentTypes['PopulationCell']> };
  Position: Position;
  PositionInput: PositionInput;
  PtzClaim: PtzClaim;
  PtzLease: PtzLease;
  PtzLeaseNotice: PtzLeaseNotice;
  PtzNews: Omit<PtzNews, 'head'> & { head?: Maybe<ResolversParentTypes['CameraHead']> };
  PtzPanel: Omit<PtzPanel, 'head'> & { head?: Maybe<ResolversParentTypes['CameraHead']> };
  PtzPreset: PtzPreset;
  PtzSettings: PtzSettings;
  PtzSettingsInput: PtzSettingsInput;
  PurposeUse: PurposeUse;
  Query: Record<PropertyKey, never>;
  RankedCamera: RankedCameraRecord;
  RecordPatrolInput: RecordPatrolInput;
  RecordingBookmark: BookmarkRecord;
  RecordingDepth: RecordingDepthRecord;
  RecordingExport: RecordingExportRecord;
  RecordingExportInput: RecordingExportInput;
  RecordingExportPage: Omit<RecordingExportPage, 'nodes'> & { nodes: Array<ResolversParentTypes['RecordingExport']> };
  RecordingExportTicket: RecordingExportTicket;
  RecordingFloor: RecordingFloorRecord;
  RecordingSnapshot: RecordingSnapshot;
  RecordingTicket: RecordingTicket;
  Regulation: RegulationRecord;
  ReplayExport: ReplayExport;
  ReplayExportInput: ReplayExportInput;
  ReplayStretch: ReplayStretch;
  ReportBin: ReportBin;
  ReportIncidentInput: ReportIncidentInput;
  ReportMoment: ReportMoment;
  ReportPictureInput: ReportPictureInput;
  ReportSchedule: ReportSchedule;
  ReportScheduleInput: ReportScheduleInput;
  ReportTime: ReportTime;
  ReportTimeInput: ReportTimeInput;
  Reporter: Reporter;
  ReporterInput: ReporterInput;
  Road: RoadRecord;
  RoadBufferInput: RoadBufferInput;
  RoadSpeed: RoadSpeed;
  RouteCamera: RouteCameraRecord;
  RouteCameraPage: Omit<RouteCameraPage, 'cameras'> & { cameras: Array<ResolversParentTypes['RouteCamera']> };
  RouteInput: RouteInput;
  RouteStretch: RouteStretch;
  RowExport: RowExport;
  RowExportInput: RowExportInput;
  SaveCheckListInput: SaveCheckListInput;
  ScoreOfMonth: ScoreOfMonth;
  ScoreWeight: ScoreWeight;
  ScoreWeightInput: ScoreWeightInput;
  Scorecard: Omit<Scorecard, 'rows'> & { rows: Array<ResolversParentTypes['ScorecardRow']> };
  ScorecardRow: Omit<ScorecardRow, 'figures'> & { figures: Array<ResolversParentTypes['EvaluationFigure']> };
  SearchHit: SearchHit;
  SeenShowingInput: SeenShowingInput;
  ShiftDuty: ShiftDuty;
  ShiftNote: ShiftNoteRecord;
  SightArea: SightArea;
  Situation: SituationRecord;
  SituationFigure: SituationFigure;
  SituationRows: Omit<SituationRows, 'cameras' | 'cityComponents' | 'duties' | 'incidents' | 'situation' | 'units'> & { cameras: Array<ResolversParentTypes['Camera']>, cityComponents: Array<ResolversParentTypes['CityComponent']>, duties: Array<ResolversParentTypes['Duty']>, incidents: Array<ResolversParentTypes['Incident']>, situation: ResolversParentTypes['Situation'], units: Array<ResolversParentTypes['Unit']> };
  SpecialReport: SpecialReportRecord;
  SpecialReportDraft: SpecialReportDraft;
  SpecialReportInput: SpecialReportInput;
  StageLimit: StageLimit;
  StageLimitInput: StageLimitInput;
  StateCount: StateCount;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SuggestedSite: SuggestedSite;
  ThemeFault: ThemeFault;
  ThemeIndicator: ThemeIndicator;
  ThemeReject: ThemeReject;
  ThemeRow: ThemeRowRecord;
  ThemeRows: Omit<ThemeRows, 'rows'> & { rows: Array<ResolversParentTypes['ThemeRow']> };
  TourStop: TourStopOfTour;
  TourStopInput: TourStopInput;
  TravelRing: TravelRing;
  Unit: UnitRecord;
  UnitAdvice: Omit<UnitAdvice, 'unit'> & { unit: ResolversParentTypes['Unit'] };
  UnplacedCamera: UnplacedCamera;
  UnseenRoad: UnseenRoad;
  UnwatchedCameras: Omit<UnwatchedCameras, 'nodes'> & { nodes: Array<ResolversParentTypes['Camera']> };
  VideoGatewayHealth: GatewayRow;
  VideoHealth: VideoHealthRecord;
  VideoPlatformHealth: PlatformRow;
  ViewBasisInput: ViewBasisInput;
  ViewRequest: ViewRequestRecord;
  ViewRequestCamera: ViewRequestCameraRecord;
  ViewRequestInput: ViewRequestInput;
  ViewRequestPage: Omit<ViewRequestPage, 'nodes'> & { nodes: Array<ResolversParentTypes['ViewRequest']> };
  Viewer: ViewerRecord;
  WallContent: Scalars['WallContent']['output'];
  WallGuests: GuestsRecord;
  WallPushInput: WallPushInput;
  WallScene: WallSceneRecord;
  WallSceneInput: WallSceneInput;
  WallSchedule: WallSchedule;
  WallScreen: WallScreenRecord;
  WallScreenInput: WallScreenInput;
  WallShowing: WallShowingRecord;
  WallViewInput: WallViewInput;
  Weather: Weather;
  WeatherReport: WeatherReport;
  WeatherWarning: WeatherWarning;
  WithinInput: WithinInput;
  WorkCalendar: WorkCalendar;
  WorkCalendarInput: WorkCalendarInput;
  Worklist: Worklist;
  WorklistFilterInput: WorklistFilterInput;
};

export type AccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSignInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountPage'] = ResolversParentTypes['AccountPage']> = {
  nodes?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  areaKm2?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bbox?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  center?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Area']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['AreaCounts'], ParentType, ContextType>;
  illustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outline?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AreaCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaCounts'] = ResolversParentTypes['AreaCounts']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cameras?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  camerasOffline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  camerasOnline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  camerasUnknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cityComponents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cityComponentsNotIntact?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closedToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gridCells?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidentsByState?: Resolver<Array<ResolversTypes['StateCount']>, ParentType, ContextType>;
  incidentsToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openIncidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openIncidentsByGrade?: Resolver<Array<ResolversTypes['GradeCount']>, ParentType, ContextType>;
  overdueIncidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitsMoving?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AreaCoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaCoverage'] = ResolversParentTypes['AreaCoverage']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  roads?: Resolver<ResolversTypes['CoveredLength'], ParentType, ContextType>;
};

export type AreaFigureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AreaFigure'] = ResolversParentTypes['AreaFigure']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BulkMoveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkMove'] = ResolversParentTypes['BulkMove']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moved?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  refused?: Resolver<Array<ResolversTypes['BulkRefusal']>, ParentType, ContextType>;
  undoUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BulkRefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkRefusal'] = ResolversParentTypes['BulkRefusal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BulletinResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bulletin'] = ResolversParentTypes['Bulletin']> = {
  answers?: Resolver<Array<ResolversTypes['BulletinAnswer']>, ParentType, ContextType>;
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['BulletinCounts'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  myAnswers?: Resolver<Array<ResolversTypes['BulletinAnswer']>, ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['FieldPhoto']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recipients?: Resolver<Array<ResolversTypes['BulletinRecipient']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BulletinAnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulletinAnswer'] = ResolversParentTypes['BulletinAnswer']> = {
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['FieldPhoto']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BulletinCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulletinCounts'] = ResolversParentTypes['BulletinCounts']> = {
  addressed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BulletinRecipientResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulletinRecipient'] = ResolversParentTypes['BulletinRecipient']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CalendarDayResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CalendarDay'] = ResolversParentTypes['CalendarDay']> = {
  date?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessions?: Resolver<Array<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type CalibrationPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CalibrationPoint'] = ResolversParentTypes['CalibrationPoint']> = {
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CallBackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CallBack'] = ResolversParentTypes['CallBack']> = {
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  calledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  calledBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Camera'] = ResolversParentTypes['Camera']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  bearingDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  calibration?: Resolver<Maybe<ResolversTypes['CameraCalibration']>, ParentType, ContextType>;
  filingNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gbCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gridCell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  healthCheckedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  healthReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  healthSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heightMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  illustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noticePosted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  placeClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  purposes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rangeMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widthDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CameraCalibrationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraCalibration'] = ResolversParentTypes['CameraCalibration']> = {
  aspect?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  calibratedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  calibratedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['CalibrationPoint']>, ParentType, ContextType>;
  residualMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tiltDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CameraConditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraCondition'] = ResolversParentTypes['CameraCondition']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CameraConditionPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraConditionPage'] = ResolversParentTypes['CameraConditionPage']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CameraCondition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CameraHeadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraHead'] = ResolversParentTypes['CameraHead']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bearingDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  rangeMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tiltDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  widthDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  zoom?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CameraPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraPage'] = ResolversParentTypes['CameraPage']> = {
  nodes?: Resolver<Array<ResolversTypes['Camera']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CameraSightResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraSight'] = ResolversParentTypes['CameraSight']> = {
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  insideBuilding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reach?: Resolver<Maybe<ResolversTypes['Geometry']>, ParentType, ContextType>;
  seen?: Resolver<Maybe<ResolversTypes['Geometry']>, ParentType, ContextType>;
  terrainKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unknown?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  visibleShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CameraTicketResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraTicket'] = ResolversParentTypes['CameraTicket']> = {
  chargedTo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maxViewSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ticket?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CameraTourResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraTour'] = ResolversParentTypes['CameraTour']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stops?: Resolver<Array<ResolversTypes['TourStop']>, ParentType, ContextType>;
  tiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CameraUseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraUse'] = ResolversParentTypes['CameraUse']> = {
  groups?: Resolver<Array<ResolversTypes['CameraUseGroup']>, ParentType, ContextType>;
  whole?: Resolver<ResolversTypes['CameraUseGroup'], ParentType, ContextType>;
};

export type CameraUseGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraUseGroup'] = ResolversParentTypes['CameraUseGroup']> = {
  cameras?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  looks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purposes?: Resolver<Array<ResolversTypes['PurposeUse']>, ParentType, ContextType>;
  unwatched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CameraUseLooksResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraUseLooks'] = ResolversParentTypes['CameraUseLooks']> = {
  nodes?: Resolver<Array<ResolversTypes['CameraView']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CameraViewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraView'] = ResolversParentTypes['CameraView']> = {
  breakGlassReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  chargedTo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstFrameAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  linkageFiring?: Resolver<Maybe<ResolversTypes['LinkageFiring']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedByRule?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reviewNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transport?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CameraViewPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CameraViewPage'] = ResolversParentTypes['CameraViewPage']> = {
  nodes?: Resolver<Array<ResolversTypes['CameraView']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseClockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseClock'] = ResolversParentTypes['CaseClock']> = {
  amberAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closeDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  colour?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  given?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  leftMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseMoveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseMove'] = ResolversParentTypes['CaseMove']> = {
  move?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CasePlaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CasePlace'] = ResolversParentTypes['CasePlace']> = {
  cases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['IncidentClass']>, ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
};

export type CasePlacesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CasePlaces'] = ResolversParentTypes['CasePlaces']> = {
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CasePlace']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseRequest'] = ResolversParentTypes['CaseRequest']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CaseRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseRules'] = ResolversParentTypes['CaseRules']> = {
  calendar?: Resolver<ResolversTypes['WorkCalendar'], ParentType, ContextType>;
  recomputing?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['CaseSettings'], ParentType, ContextType>;
};

export type CaseSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseSettings'] = ResolversParentTypes['CaseSettings']> = {
  acceptorRegisters?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  clockStartsAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duplicateHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  duplicateMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  escalation?: Resolver<ResolversTypes['EscalationRota'], ParentType, ContextType>;
  gradeFloors?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  photoMoves?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  scoreWeights?: Resolver<Array<ResolversTypes['ScoreWeight']>, ParentType, ContextType>;
  stageLimits?: Resolver<Array<ResolversTypes['StageLimit']>, ParentType, ContextType>;
  verifySources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseStageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseStage'] = ResolversParentTypes['CaseStage']> = {
  due?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CaseStandardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CaseStandard'] = ResolversParentTypes['CaseStandard']> = {
  classCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  closeCondition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  limitUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  limitValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangedCamerasResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangedCameras'] = ResolversParentTypes['ChangedCameras']> = {
  cameras?: Resolver<Array<ResolversTypes['Camera']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangedIncidentsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangedIncidents'] = ResolversParentTypes['ChangedIncidents']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
};

export type ChangedScreensResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangedScreens'] = ResolversParentTypes['ChangedScreens']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  screens?: Resolver<Array<ResolversTypes['WallScreen']>, ParentType, ContextType>;
};

export type ChangesSinceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangesSince'] = ResolversParentTypes['ChangesSince']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  camerasLost?: Resolver<ResolversTypes['ChangedCameras'], ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['ChangedIncidents'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['ChangedIncidents'], ParentType, ContextType>;
  reported?: Resolver<ResolversTypes['ChangedIncidents'], ParentType, ContextType>;
  scenesChanged?: Resolver<ResolversTypes['ChangedScreens'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CheckItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckItem'] = ResolversParentTypes['CheckItem']> = {
  classCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckList'] = ResolversParentTypes['CheckList']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['CheckItem']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CheckResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckResult'] = ResolversParentTypes['CheckResult']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  finding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['FieldPhoto']>, ParentType, ContextType>;
};

export type CityComponentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityComponent'] = ResolversParentTypes['CityComponent']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  changeDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  class?: Resolver<ResolversTypes['CityComponentClass'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  competentDepartment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gridCell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<CityComponentIncidentsArgs, 'first'>>;
  initialDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maintainDepartment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerDepartment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CityComponentClassResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityComponentClass'] = ResolversParentTypes['CityComponentClass']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  icon?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CityComponentPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityComponentPage'] = ResolversParentTypes['CityComponentPage']> = {
  nodes?: Resolver<Array<ResolversTypes['CityComponent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CityThemeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CityTheme'] = ResolversParentTypes['CityTheme']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  illustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['ThemeIndicator']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejects?: Resolver<Array<ResolversTypes['ThemeReject']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClassCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClassCount'] = ResolversParentTypes['ClassCount']> = {
  class?: Resolver<ResolversTypes['CityComponentClass'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  areas?: Resolver<Array<ResolversTypes['AreaCoverage']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byHour?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  camerasUnknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dark?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  places?: Resolver<ResolversTypes['CoveredCount'], ParentType, ContextType>;
  roads?: Resolver<ResolversTypes['CoveredLength'], ParentType, ContextType>;
  stepMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unseen?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  unseenPlaces?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  unseenRoads?: Resolver<Array<ResolversTypes['UnseenRoad']>, ParentType, ContextType>;
};

export type CoveredCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CoveredCount'] = ResolversParentTypes['CoveredCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CoveredLengthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CoveredLength'] = ResolversParentTypes['CoveredLength']> = {
  meters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  onlineMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  seenMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DepartmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeskFilterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeskFilter'] = ResolversParentTypes['DeskFilter']> = {
  areaCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  classCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grades?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DispatchAdviceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DispatchAdvice'] = ResolversParentTypes['DispatchAdvice']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  dispatchRule?: Resolver<Maybe<ResolversTypes['DispatchRule']>, ParentType, ContextType>;
  openCases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DispatchRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DispatchRule'] = ResolversParentTypes['DispatchRule']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  class?: Resolver<Maybe<ResolversTypes['IncidentClass']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  during?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DrawnLayerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DrawnLayer'] = ResolversParentTypes['DrawnLayer']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shape?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DuplicateRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DuplicateRule'] = ResolversParentTypes['DuplicateRule']> = {
  hours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DutyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Duty'] = ResolversParentTypes['Duty']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['DutyPost'], ParentType, ContextType>;
  signedInAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signedOutAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DutyLogLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DutyLogLine'] = ResolversParentTypes['DutyLogLine']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mayStrike?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  struckAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  struckBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  struckFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DutyShiftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DutyShift'] = ResolversParentTypes['DutyShift']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  begunAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  duties?: Resolver<Array<ResolversTypes['ShiftDuty']>, ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handedOverBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['DutyLogLine']>, ParentType, ContextType>;
  linesLeftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mayEnter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayHandOver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayTakeOver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  takenOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  takenOverBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EscalationRotaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EscalationRota'] = ResolversParentTypes['EscalationRota']> = {
  amber?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  late?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  lateAfterHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  red?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  stage?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EvaluatedCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluatedCamera'] = ResolversParentTypes['EvaluatedCamera']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  onlineMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluatedCamerasResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluatedCameras'] = ResolversParentTypes['EvaluatedCameras']> = {
  nodes?: Resolver<Array<ResolversTypes['EvaluatedCamera']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluatedComponentsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluatedComponents'] = ResolversParentTypes['EvaluatedComponents']> = {
  nodes?: Resolver<Array<ResolversTypes['CityComponent']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationFigureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluationFigure'] = ResolversParentTypes['EvaluationFigure']> = {
  denominator?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  numerator?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsAre?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluationGroup'] = ResolversParentTypes['EvaluationGroup']> = {
  figures?: Resolver<Array<ResolversTypes['EvaluationFigure']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvaluationRowsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluationRows'] = ResolversParentTypes['EvaluationRows']> = {
  nodes?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FieldChargeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldCharge'] = ResolversParentTypes['FieldCharge']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  gridSystem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inCharge?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standsInFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FieldDutyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldDuty'] = ResolversParentTypes['FieldDuty']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FieldLeaveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldLeave'] = ResolversParentTypes['FieldLeave']> = {
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standsIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  substitute?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  toAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FieldPhotoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldPhoto'] = ResolversParentTypes['FieldPhoto']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FieldSubstituteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldSubstitute'] = ResolversParentTypes['FieldSubstitute']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sameCell?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface GeometryScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Geometry'], any> {
  name: 'Geometry';
}

export type GradeCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GradeCount'] = ResolversParentTypes['GradeCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GridCellResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GridCell'] = ResolversParentTypes['GridCell']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  areaM2?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  gridSystem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  landUse?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outline?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  workers?: Resolver<Array<ResolversTypes['GridCellWorker']>, ParentType, ContextType>;
};

export type GridCellWorkerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GridCellWorker'] = ResolversParentTypes['GridCellWorker']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GroundCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GroundCounts'] = ResolversParentTypes['GroundCounts']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cameras?: Resolver<Array<ResolversTypes['StateCount']>, ParentType, ContextType>;
  cityComponents?: Resolver<Array<ResolversTypes['ClassCount']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['IncidentClassCount']>, ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['KindCount']>, ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['PopulationCount']>, ParentType, ContextType>;
  units?: Resolver<Maybe<Array<ResolversTypes['Unit']>>, ParentType, ContextType>;
  unitsOnDuty?: Resolver<Maybe<Array<ResolversTypes['KindCount']>>, ParentType, ContextType>;
};

export type HandDownLevelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandDownLevel'] = ResolversParentTypes['HandDownLevel']> = {
  areaCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mayRegister?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type HealthCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthCount'] = ResolversParentTypes['HealthCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  callBacks?: Resolver<Array<ResolversTypes['CallBack']>, ParentType, ContextType>;
  cameras?: Resolver<Array<ResolversTypes['RankedCamera']>, ParentType, ContextType, RequireFields<IncidentCamerasArgs, 'first'>>;
  caseNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkFailed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cityComponent?: Resolver<Maybe<ResolversTypes['CityComponent']>, ParentType, ContextType>;
  class?: Resolver<ResolversTypes['IncidentClass'], ParentType, ContextType>;
  clock?: Resolver<Maybe<ResolversTypes['CaseClock']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dispatchAdvice?: Resolver<Maybe<ResolversTypes['DispatchAdvice']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  feedbackAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  feedbackNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  governanceGridCell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handDownLevels?: Resolver<Array<ResolversTypes['HandDownLevel']>, ParentType, ContextType>;
  handledByArea?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handlerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyUnit?: Resolver<Maybe<ResolversTypes['KeyUnit']>, ParentType, ContextType>;
  mergedCases?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['IntakeOrder']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  permittedMoves?: Resolver<Array<ResolversTypes['CaseMove']>, ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['Photo']>, ParentType, ContextType>;
  pictureReport?: Resolver<Maybe<ResolversTypes['PictureReport']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reopenCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['Reporter']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['CaseRequest']>, ParentType, ContextType>;
  returnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reworkCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stageColour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stageDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['CaseStage']>, ParentType, ContextType>;
  standard?: Resolver<Maybe<ResolversTypes['CaseStandard']>, ParentType, ContextType>;
  standardChoices?: Resolver<Array<ResolversTypes['CaseStandard']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supervisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  suspectedDuplicates?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitAdvice?: Resolver<Array<ResolversTypes['UnitAdvice']>, ParentType, ContextType, Partial<IncidentUnitAdviceArgs>>;
  unitGridCell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IncidentClassResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IncidentClass'] = ResolversParentTypes['IncidentClass']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  defaultGrade?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  icon?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  initials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purposes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type IncidentClassCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IncidentClassCount'] = ResolversParentTypes['IncidentClassCount']> = {
  class?: Resolver<ResolversTypes['IncidentClass'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IncidentPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IncidentPage'] = ResolversParentTypes['IncidentPage']> = {
  nodes?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InstructionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Instruction'] = ResolversParentTypes['Instruction']> = {
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntakeOrderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IntakeOrder'] = ResolversParentTypes['IntakeOrder']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JournalEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JournalEntry'] = ResolversParentTypes['JournalEntry']> = {
  actorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  areaCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cityComponent?: Resolver<Maybe<ResolversTypes['CityComponent']>, ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  subjectKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KeptEvaluationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeptEvaluation'] = ResolversParentTypes['KeptEvaluation']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  figures?: Resolver<Array<ResolversTypes['EvaluationFigure']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['EvaluationGroup']>, ParentType, ContextType, RequireFields<KeptEvaluationGroupsArgs, 'by'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keptAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  keptBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type KeyUnitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyUnit'] = ResolversParentTypes['KeyUnit']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  personInCharge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  violationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  violations?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<KeyUnitViolationsArgs, 'first'>>;
};

export type KeyUnitPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyUnitPage'] = ResolversParentTypes['KeyUnitPage']> = {
  nodes?: Resolver<Array<ResolversTypes['KeyUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type KindCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KindCount'] = ResolversParentTypes['KindCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KnownOrderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KnownOrder'] = ResolversParentTypes['KnownOrder']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LegalClauseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LegalClause'] = ResolversParentTypes['LegalClause']> = {
  article?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  law?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkageCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageCamera'] = ResolversParentTypes['LinkageCamera']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  distanceMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkageDryFiringResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageDryFiring'] = ResolversParentTypes['LinkageDryFiring']> = {
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cameras?: Resolver<Array<ResolversTypes['LinkageCamera']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  merged?: Resolver<Array<ResolversTypes['LinkageTriggerRow']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  quiet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  triggerSeq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LinkageDryRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageDryRun'] = ResolversParentTypes['LinkageDryRun']> = {
  firingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firings?: Resolver<Array<ResolversTypes['LinkageDryFiring']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  triggers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unknowable?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkageFiringResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageFiring'] = ResolversParentTypes['LinkageFiring']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  outcomes?: Resolver<Array<ResolversTypes['LinkageOutcome']>, ParentType, ContextType>;
  ruleAreaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ruleName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  triggerKind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  triggerSeq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  triggers?: Resolver<Array<ResolversTypes['LinkageTriggerRow']>, ParentType, ContextType, RequireFields<LinkageFiringTriggersArgs, 'afterSeq' | 'first'>>;
};

export type LinkageNoticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageNotice'] = ResolversParentTypes['LinkageNotice']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firing?: Resolver<ResolversTypes['LinkageFiring'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mustAcknowledge?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkageOutcomeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageOutcome'] = ResolversParentTypes['LinkageOutcome']> = {
  cameras?: Resolver<Array<ResolversTypes['LinkageCamera']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  told?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkageRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageRule'] = ResolversParentTypes['LinkageRule']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firings?: Resolver<Array<ResolversTypes['LinkageFiring']>, ParentType, ContextType, RequireFields<LinkageRuleFiringsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['LinkageRuleWords'], ParentType, ContextType>;
  stopped?: Resolver<Maybe<ResolversTypes['LinkageStop']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LinkageRuleWordsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LinkageRuleWords'], any> {
  name: 'LinkageRuleWords';
}

export type LinkageStopResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageStop'] = ResolversParentTypes['LinkageStop']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  chain?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkageTriggerRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageTriggerRow'] = ResolversParentTypes['LinkageTriggerRow']> = {
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LookHereResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LookHereResult'] = ResolversParentTypes['LookHereResult']> = {
  bearingDeg?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  camera?: Resolver<ResolversTypes['Camera'], ParentType, ContextType>;
  distanceMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  offDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  presetName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  turn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeIncident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationAcknowledgeIncidentArgs, 'commandId' | 'id'>>;
  acknowledgeLinkageNotice?: Resolver<ResolversTypes['LinkageNotice'], ParentType, ContextType, RequireFields<MutationAcknowledgeLinkageNoticeArgs, 'commandId' | 'id'>>;
  answerBulletin?: Resolver<ResolversTypes['BulletinAnswer'], ParentType, ContextType, RequireFields<MutationAnswerBulletinArgs, 'input'>>;
  arrangePanels?: Resolver<ResolversTypes['PanelArrangement'], ParentType, ContextType, RequireFields<MutationArrangePanelsArgs, 'commandId' | 'panels' | 'role' | 'version'>>;
  askLeave?: Resolver<ResolversTypes['FieldLeave'], ParentType, ContextType, RequireFields<MutationAskLeaveArgs, 'commandId' | 'fromAt' | 'reason' | 'substituteId' | 'toAt'>>;
  calibrateCamera?: Resolver<ResolversTypes['CameraCalibration'], ParentType, ContextType, RequireFields<MutationCalibrateCameraArgs, 'input'>>;
  callBackReporter?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationCallBackReporterArgs, 'answer' | 'commandId' | 'incidentId' | 'outcome'>>;
  callPtzPreset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationCallPtzPresetArgs, 'number' | 'viewId'>>;
  callWallScene?: Resolver<Array<ResolversTypes['WallShowing']>, ParentType, ContextType, RequireFields<MutationCallWallSceneArgs, 'commandId' | 'sceneId' | 'seen'>>;
  checkCameras?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType, RequireFields<MutationCheckCamerasArgs, 'cameraIds' | 'commandId'>>;
  closeAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationCloseAccountArgs, 'commandId' | 'id' | 'version'>>;
  createAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationCreateAccountArgs, 'input'>>;
  decideLeave?: Resolver<ResolversTypes['FieldLeave'], ParentType, ContextType, RequireFields<MutationDecideLeaveArgs, 'commandId' | 'granted' | 'id'>>;
  decideRecordingExport?: Resolver<ResolversTypes['RecordingExport'], ParentType, ContextType, RequireFields<MutationDecideRecordingExportArgs, 'approve' | 'commandId' | 'id' | 'version'>>;
  decideSpecialReport?: Resolver<ResolversTypes['SpecialReport'], ParentType, ContextType, RequireFields<MutationDecideSpecialReportArgs, 'approved' | 'commandId' | 'id' | 'version'>>;
  decideViewRequest?: Resolver<ResolversTypes['ViewRequest'], ParentType, ContextType, RequireFields<MutationDecideViewRequestArgs, 'approve' | 'commandId' | 'id' | 'version'>>;
  deleteRecordingExport?: Resolver<ResolversTypes['RecordingExport'], ParentType, ContextType, RequireFields<MutationDeleteRecordingExportArgs, 'commandId' | 'id' | 'version'>>;
  dropDeskFilter?: Resolver<Array<ResolversTypes['DeskFilter']>, ParentType, ContextType, RequireFields<MutationDropDeskFilterArgs, 'commandId' | 'name'>>;
  dropRecordingBookmark?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDropRecordingBookmarkArgs, 'commandId' | 'id'>>;
  endBulletin?: Resolver<ResolversTypes['Bulletin'], ParentType, ContextType, RequireFields<MutationEndBulletinArgs, 'commandId' | 'id'>>;
  endFieldDuty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationEndFieldDutyArgs, 'commandId'>>;
  endPatrolTask?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationEndPatrolTaskArgs, 'commandId' | 'id'>>;
  enterInDutyLog?: Resolver<ResolversTypes['DutyShift'], ParentType, ContextType, RequireFields<MutationEnterInDutyLogArgs, 'commandId' | 'text'>>;
  exportReplay?: Resolver<ResolversTypes['ReplayExport'], ParentType, ContextType, RequireFields<MutationExportReplayArgs, 'input'>>;
  exportRows?: Resolver<ResolversTypes['RowExport'], ParentType, ContextType, RequireFields<MutationExportRowsArgs, 'input'>>;
  forceIncident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationForceIncidentArgs, 'commandId' | 'id' | 'note' | 'to' | 'version'>>;
  framePtz?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationFramePtzArgs, 'box' | 'viewId'>>;
  giveInstruction?: Resolver<ResolversTypes['Instruction'], ParentType, ContextType, RequireFields<MutationGiveInstructionArgs, 'input'>>;
  handOverShift?: Resolver<ResolversTypes['DutyShift'], ParentType, ContextType, RequireFields<MutationHandOverShiftArgs, 'commandId' | 'id'>>;
  holdPtz?: Resolver<ResolversTypes['PtzLease'], ParentType, ContextType, RequireFields<MutationHoldPtzArgs, 'viewId'>>;
  holdRecordingExport?: Resolver<ResolversTypes['RecordingExport'], ParentType, ContextType, RequireFields<MutationHoldRecordingExportArgs, 'commandId' | 'hold' | 'id' | 'note' | 'version'>>;
  issueBulletin?: Resolver<ResolversTypes['Bulletin'], ParentType, ContextType, RequireFields<MutationIssueBulletinArgs, 'input'>>;
  issuePatrolTask?: Resolver<ResolversTypes['PatrolTask'], ParentType, ContextType, RequireFields<MutationIssuePatrolTaskArgs, 'areaCode' | 'commandId' | 'listCode' | 'place'>>;
  keepDeskFilter?: Resolver<Array<ResolversTypes['DeskFilter']>, ParentType, ContextType, RequireFields<MutationKeepDeskFilterArgs, 'commandId' | 'filter' | 'name'>>;
  keepEvaluation?: Resolver<ResolversTypes['KeptEvaluation'], ParentType, ContextType, RequireFields<MutationKeepEvaluationArgs, 'areaCode' | 'commandId' | 'from' | 'to'>>;
  keepRecordingBookmark?: Resolver<ResolversTypes['RecordingBookmark'], ParentType, ContextType, RequireFields<MutationKeepRecordingBookmarkArgs, 'at' | 'commandId' | 'note' | 'requestId'>>;
  lookHere?: Resolver<Array<ResolversTypes['LookHereResult']>, ParentType, ContextType, RequireFields<MutationLookHereArgs, 'basis' | 'position' | 'withinMeters'>>;
  makeCaseFile?: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationMakeCaseFileArgs, 'commandId' | 'incidentId' | 'language'>>;
  makeDutyLog?: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationMakeDutyLogArgs, 'commandId' | 'format' | 'language' | 'shiftId'>>;
  makeEvaluationDocument?: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationMakeEvaluationDocumentArgs, 'input'>>;
  makeSpecialReportFile?: Resolver<ResolversTypes['Document'], ParentType, ContextType, RequireFields<MutationMakeSpecialReportFileArgs, 'commandId' | 'format' | 'id' | 'language'>>;
  moveAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationMoveAccountArgs, 'areaCode' | 'commandId' | 'id' | 'role' | 'version'>>;
  moveIncident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationMoveIncidentArgs, 'input'>>;
  moveIncidents?: Resolver<ResolversTypes['BulkMove'], ParentType, ContextType, RequireFields<MutationMoveIncidentsArgs, 'input'>>;
  movePtz?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationMovePtzArgs, 'command' | 'moveId' | 'speed' | 'viewId'>>;
  moveWallView?: Resolver<Array<ResolversTypes['WallShowing']>, ParentType, ContextType, RequireFields<MutationMoveWallViewArgs, 'commandId' | 'durationMs' | 'screenId' | 'tileId' | 'view'>>;
  openCameraView?: Resolver<ResolversTypes['CameraTicket'], ParentType, ContextType, RequireFields<MutationOpenCameraViewArgs, 'basis' | 'cameraId' | 'profile'>>;
  openRecording?: Resolver<ResolversTypes['RecordingTicket'], ParentType, ContextType, RequireFields<MutationOpenRecordingArgs, 'cameraId' | 'requestId'>>;
  pairWallScreen?: Resolver<ResolversTypes['WallScreen'], ParentType, ContextType, RequireFields<MutationPairWallScreenArgs, 'code' | 'commandId' | 'id'>>;
  permitUnmaskedExport?: Resolver<ResolversTypes['RecordingExport'], ParentType, ContextType, RequireFields<MutationPermitUnmaskedExportArgs, 'commandId' | 'id' | 'note' | 'version'>>;
  ping?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishWallScene?: Resolver<ResolversTypes['WallScene'], ParentType, ContextType, RequireFields<MutationPublishWallSceneArgs, 'commandId' | 'id' | 'version'>>;
  pushToWallScreen?: Resolver<ResolversTypes['WallShowing'], ParentType, ContextType, RequireFields<MutationPushToWallScreenArgs, 'input'>>;
  readBulletin?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReadBulletinArgs, 'commandId' | 'id'>>;
  receiveInstruction?: Resolver<ResolversTypes['Instruction'], ParentType, ContextType, RequireFields<MutationReceiveInstructionArgs, 'commandId' | 'id'>>;
  recordPatrol?: Resolver<ResolversTypes['Patrol'], ParentType, ContextType, RequireFields<MutationRecordPatrolArgs, 'input'>>;
  releasePtz?: Resolver<ResolversTypes['PtzLease'], ParentType, ContextType, RequireFields<MutationReleasePtzArgs, 'viewId'>>;
  reloadWallScreen?: Resolver<ResolversTypes['WallScreen'], ParentType, ContextType, RequireFields<MutationReloadWallScreenArgs, 'commandId' | 'id'>>;
  removeCameraCalibration?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveCameraCalibrationArgs, 'cameraId' | 'commandId' | 'version'>>;
  removeCameraTour?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveCameraTourArgs, 'commandId' | 'id' | 'version'>>;
  removeDispatchRule?: Resolver<Array<ResolversTypes['DispatchRule']>, ParentType, ContextType, RequireFields<MutationRemoveDispatchRuleArgs, 'commandId' | 'id'>>;
  removeDrawnLayer?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveDrawnLayerArgs, 'commandId' | 'id' | 'version'>>;
  removeLinkageRule?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveLinkageRuleArgs, 'commandId' | 'id' | 'version'>>;
  removePlot?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemovePlotArgs, 'commandId' | 'id'>>;
  removeWallScene?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveWallSceneArgs, 'commandId' | 'id' | 'version'>>;
  removeWallScreen?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRemoveWallScreenArgs, 'commandId' | 'id' | 'version'>>;
  reportFieldPositions?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationReportFieldPositionsArgs, 'positions'>>;
  reportIncident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationReportIncidentArgs, 'input'>>;
  requestRecordingExport?: Resolver<ResolversTypes['RecordingExport'], ParentType, ContextType, RequireFields<MutationRequestRecordingExportArgs, 'input'>>;
  requestView?: Resolver<ResolversTypes['ViewRequest'], ParentType, ContextType, RequireFields<MutationRequestViewArgs, 'input'>>;
  resetAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType, RequireFields<MutationResetAccountArgs, 'commandId' | 'id' | 'password' | 'version'>>;
  restoreDrawnLayer?: Resolver<ResolversTypes['DrawnLayer'], ParentType, ContextType, RequireFields<MutationRestoreDrawnLayerArgs, 'commandId' | 'id'>>;
  restorePlot?: Resolver<ResolversTypes['Plot'], ParentType, ContextType, RequireFields<MutationRestorePlotArgs, 'commandId' | 'id'>>;
  retireCaseStandard?: Resolver<ResolversTypes['CaseStandard'], ParentType, ContextType, RequireFields<MutationRetireCaseStandardArgs, 'commandId' | 'id' | 'version'>>;
  retireCheckList?: Resolver<ResolversTypes['CheckList'], ParentType, ContextType, RequireFields<MutationRetireCheckListArgs, 'code' | 'commandId' | 'retired' | 'version'>>;
  reviewBrokenGlass?: Resolver<ResolversTypes['CameraView'], ParentType, ContextType, RequireFields<MutationReviewBrokenGlassArgs, 'commandId' | 'viewId'>>;
  reviewRecordingExport?: Resolver<ResolversTypes['RecordingTicket'], ParentType, ContextType, RequireFields<MutationReviewRecordingExportArgs, 'id'>>;
  revokeViewRequest?: Resolver<ResolversTypes['ViewRequest'], ParentType, ContextType, RequireFields<MutationRevokeViewRequestArgs, 'commandId' | 'id' | 'note' | 'version'>>;
  saveCameraTour?: Resolver<ResolversTypes['CameraTour'], ParentType, ContextType, RequireFields<MutationSaveCameraTourArgs, 'input'>>;
  saveCaseSettings?: Resolver<ResolversTypes['CaseRules'], ParentType, ContextType, RequireFields<MutationSaveCaseSettingsArgs, 'commandId' | 'settings'>>;
  saveCaseStandard?: Resolver<ResolversTypes['CaseStandard'], ParentType, ContextType, RequireFields<MutationSaveCaseStandardArgs, 'input'>>;
  saveCheckList?: Resolver<ResolversTypes['CheckList'], ParentType, ContextType, RequireFields<MutationSaveCheckListArgs, 'input'>>;
  saveDispatchRule?: Resolver<Array<ResolversTypes['DispatchRule']>, ParentType, ContextType, RequireFields<MutationSaveDispatchRuleArgs, 'input'>>;
  saveDrawnLayer?: Resolver<ResolversTypes['DrawnLayer'], ParentType, ContextType, RequireFields<MutationSaveDrawnLayerArgs, 'input'>>;
  saveLinkageRule?: Resolver<ResolversTypes['LinkageRule'], ParentType, ContextType, RequireFields<MutationSaveLinkageRuleArgs, 'input'>>;
  savePlot?: Resolver<ResolversTypes['PlotSaved'], ParentType, ContextType, RequireFields<MutationSavePlotArgs, 'input'>>;
  savePtzPreset?: Resolver<Array<ResolversTypes['PtzPreset']>, ParentType, ContextType, RequireFields<MutationSavePtzPresetArgs, 'name' | 'number' | 'viewId'>>;
  saveReportSchedule?: Resolver<ResolversTypes['ReportSchedule'], ParentType, ContextType, RequireFields<MutationSaveReportScheduleArgs, 'commandId' | 'schedule'>>;
  saveWallScene?: Resolver<ResolversTypes['WallScene'], ParentType, ContextType, RequireFields<MutationSaveWallSceneArgs, 'input'>>;
  saveWallScreen?: Resolver<ResolversTypes['WallScreen'], ParentType, ContextType, RequireFields<MutationSaveWallScreenArgs, 'input'>>;
  saveWorkCalendar?: Resolver<ResolversTypes['CaseRules'], ParentType, ContextType, RequireFields<MutationSaveWorkCalendarArgs, 'calendar' | 'commandId'>>;
  scheduleWallScene?: Resolver<ResolversTypes['WallScene'], ParentType, ContextType, RequireFields<MutationScheduleWallSceneArgs, 'commandId' | 'days' | 'minuteOfDay' | 'sceneId'>>;
  setCityComponentState?: Resolver<ResolversTypes['CityComponent'], ParentType, ContextType, RequireFields<MutationSetCityComponentStateArgs, 'code' | 'commandId' | 'state' | 'version'>>;
  setClassRetired?: Resolver<ResolversTypes['IncidentClass'], ParentType, ContextType, RequireFields<MutationSetClassRetiredArgs, 'code' | 'commandId' | 'retired'>>;
  setDepartmentClosed?: Resolver<ResolversTypes['Department'], ParentType, ContextType, RequireFields<MutationSetDepartmentClosedArgs, 'closed' | 'code' | 'commandId'>>;
  setPtzSettings?: Resolver<ResolversTypes['PtzSettings'], ParentType, ContextType, RequireFields<MutationSetPtzSettingsArgs, 'input'>>;
  setWallGuests?: Resolver<Maybe<ResolversTypes['WallGuests']>, ParentType, ContextType, RequireFields<MutationSetWallGuestsArgs, 'commandId' | 'present'>>;
  signInForDuty?: Resolver<ResolversTypes['Duty'], ParentType, ContextType, RequireFields<MutationSignInForDutyArgs, 'commandId' | 'post'>>;
  signOutOfDuty?: Resolver<ResolversTypes['Duty'], ParentType, ContextType, RequireFields<MutationSignOutOfDutyArgs, 'commandId' | 'dutyId'>>;
  startFieldDuty?: Resolver<ResolversTypes['FieldDuty'], ParentType, ContextType, RequireFields<MutationStartFieldDutyArgs, 'commandId' | 'noticeRead'>>;
  stopPtz?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationStopPtzArgs, 'moveId'>>;
  strikeDutyLogLine?: Resolver<ResolversTypes['DutyShift'], ParentType, ContextType, RequireFields<MutationStrikeDutyLogLineArgs, 'commandId' | 'id' | 'reason'>>;
  submitSpecialReport?: Resolver<ResolversTypes['SpecialReport'], ParentType, ContextType, RequireFields<MutationSubmitSpecialReportArgs, 'commandId' | 'id' | 'version'>>;
  surveyCamera?: Resolver<ResolversTypes['Camera'], ParentType, ContextType, RequireFields<MutationSurveyCameraArgs, 'input'>>;
  takeOverShift?: Resolver<ResolversTypes['DutyShift'], ParentType, ContextType, RequireFields<MutationTakeOverShiftArgs, 'commandId' | 'id'>>;
  takePtzOver?: Resolver<ResolversTypes['PtzLease'], ParentType, ContextType, RequireFields<MutationTakePtzOverArgs, 'viewId'>>;
  takeRecordingExport?: Resolver<ResolversTypes['RecordingExportTicket'], ParentType, ContextType, RequireFields<MutationTakeRecordingExportArgs, 'id'>>;
  takeRecordingSnapshot?: Resolver<ResolversTypes['RecordingSnapshot'], ParentType, ContextType, RequireFields<MutationTakeRecordingSnapshotArgs, 'at' | 'cameraId' | 'commandId' | 'requestId'>>;
  takeShiftNote?: Resolver<Array<ResolversTypes['ShiftNote']>, ParentType, ContextType, RequireFields<MutationTakeShiftNoteArgs, 'commandId' | 'id'>>;
  undoMoveIncidents?: Resolver<ResolversTypes['BulkMove'], ParentType, ContextType, RequireFields<MutationUndoMoveIncidentsArgs, 'commandId' | 'id'>>;
  unmaskReporter?: Resolver<ResolversTypes['Reporter'], ParentType, ContextType, RequireFields<MutationUnmaskReporterArgs, 'commandId' | 'incidentId' | 'reason'>>;
  unpairWallScreen?: Resolver<ResolversTypes['WallScreen'], ParentType, ContextType, RequireFields<MutationUnpairWallScreenArgs, 'commandId' | 'id'>>;
  unscheduleWallScene?: Resolver<ResolversTypes['WallScene'], ParentType, ContextType, RequireFields<MutationUnscheduleWallSceneArgs, 'commandId' | 'scheduleId'>>;
  withdrawLeave?: Resolver<ResolversTypes['FieldLeave'], ParentType, ContextType, RequireFields<MutationWithdrawLeaveArgs, 'commandId' | 'id'>>;
  writeShiftNote?: Resolver<Array<ResolversTypes['ShiftNote']>, ParentType, ContextType, RequireFields<MutationWriteShiftNoteArgs, 'commandId' | 'incidentIds' | 'text'>>;
  writeSpecialReport?: Resolver<ResolversTypes['SpecialReport'], ParentType, ContextType, RequireFields<MutationWriteSpecialReportArgs, 'input'>>;
};

export type OnlineRateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OnlineRate'] = ResolversParentTypes['OnlineRate']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['OnlineRatePoint']>, ParentType, ContextType>;
};

export type OnlineRatePointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OnlineRatePoint'] = ResolversParentTypes['OnlineRatePoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cameras?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PanelArrangementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PanelArrangement'] = ResolversParentTypes['PanelArrangement']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  panels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PatrolResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Patrol'] = ResolversParentTypes['Patrol']> = {
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  beganAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['CheckList'], ParentType, ContextType>;
  notOk?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['CheckResult']>, ParentType, ContextType>;
  taskId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PatrolTaskResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PatrolTask'] = ResolversParentTypes['PatrolTask']> = {
  areaCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  doneBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['CheckList'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PhotoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  move?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PictureRegionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PictureRegion'] = ResolversParentTypes['PictureRegion']> = {
  bottom?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  top?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PictureReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PictureReport'] = ResolversParentTypes['PictureReport']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  placedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
};

export type PlacePageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlacePage'] = ResolversParentTypes['PlacePage']> = {
  nodes?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PlatformFailureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlatformFailure'] = ResolversParentTypes['PlatformFailure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Plot'] = ResolversParentTypes['Plot']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  color?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  copyOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  shape?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlotSavedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlotSaved'] = ResolversParentTypes['PlotSaved']> = {
  keptBeside?: Resolver<Maybe<ResolversTypes['Plot']>, ParentType, ContextType>;
  plot?: Resolver<ResolversTypes['Plot'], ParentType, ContextType>;
};

export type PopulationCellResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PopulationCell'] = ResolversParentTypes['PopulationCell']> = {
  cell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PopulationCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PopulationCount'] = ResolversParentTypes['PopulationCount']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['PopulationCell']>, ParentType, ContextType>;
  illustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PositionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Position'] = ResolversParentTypes['Position']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PtzClaimResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzClaim'] = ResolversParentTypes['PtzClaim']> = {
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PtzLeaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzLease'] = ResolversParentTypes['PtzLease']> = {
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['PtzClaim']>, ParentType, ContextType>;
  mayTakeOver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['PtzLeaseNotice']>, ParentType, ContextType>;
  queue?: Resolver<Array<ResolversTypes['PtzClaim']>, ParentType, ContextType>;
};

export type PtzLeaseNoticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzLeaseNotice'] = ResolversParentTypes['PtzLeaseNotice']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PtzNewsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzNews'] = ResolversParentTypes['PtzNews']> = {
  head?: Resolver<Maybe<ResolversTypes['CameraHead']>, ParentType, ContextType>;
  lease?: Resolver<Maybe<ResolversTypes['PtzLease']>, ParentType, ContextType>;
};

export type PtzPanelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzPanel'] = ResolversParentTypes['PtzPanel']> = {
  aims?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  frames?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['CameraHead']>, ParentType, ContextType>;
  lease?: Resolver<ResolversTypes['PtzLease'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  presets?: Resolver<Array<ResolversTypes['PtzPreset']>, ParentType, ContextType>;
  rangeMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['PtzSettings'], ParentType, ContextType>;
  turns?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PtzPresetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzPreset'] = ResolversParentTypes['PtzPreset']> = {
  bearingDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tiltDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  zoom?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PtzSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PtzSettings'] = ResolversParentTypes['PtzSettings']> = {
  homeAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  homePreset?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  zeroBearingDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PurposeUseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PurposeUse'] = ResolversParentTypes['PurposeUse']> = {
  looks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accounts?: Resolver<ResolversTypes['AccountPage'], ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType, Partial<QueryAreaArgs>>;
  bulletin?: Resolver<Maybe<ResolversTypes['Bulletin']>, ParentType, ContextType, RequireFields<QueryBulletinArgs, 'id'>>;
  bulletins?: Resolver<Array<ResolversTypes['Bulletin']>, ParentType, ContextType, RequireFields<QueryBulletinsArgs, 'first'>>;
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType, RequireFields<QueryCameraArgs, 'id'>>;
  cameraConditions?: Resolver<ResolversTypes['CameraConditionPage'], ParentType, ContextType, RequireFields<QueryCameraConditionsArgs, 'at' | 'first'>>;
  cameraHeads?: Resolver<Array<ResolversTypes['CameraHead']>, ParentType, ContextType>;
  cameraSights?: Resolver<Array<ResolversTypes['CameraSight']>, ParentType, ContextType, RequireFields<QueryCameraSightsArgs, 'cameraIds'>>;
  cameraTours?: Resolver<Array<ResolversTypes['CameraTour']>, ParentType, ContextType>;
  cameraUse?: Resolver<ResolversTypes['CameraUse'], ParentType, ContextType, RequireFields<QueryCameraUseArgs, 'areaCode' | 'by' | 'from' | 'to'>>;
  cameraUseLooks?: Resolver<ResolversTypes['CameraUseLooks'], ParentType, ContextType, RequireFields<QueryCameraUseLooksArgs, 'areaCode' | 'first' | 'from' | 'to'>>;
  cameraViews?: Resolver<ResolversTypes['CameraViewPage'], ParentType, ContextType, RequireFields<QueryCameraViewsArgs, 'brokenGlass' | 'first'>>;
  cameras?: Resolver<ResolversTypes['CameraPage'], ParentType, ContextType, RequireFields<QueryCamerasArgs, 'first' | 'within'>>;
  camerasAlong?: Resolver<ResolversTypes['RouteCameraPage'], ParentType, ContextType, RequireFields<QueryCamerasAlongArgs, 'first' | 'route' | 'withinMeters'>>;
  casePlaces?: Resolver<ResolversTypes['CasePlaces'], ParentType, ContextType, RequireFields<QueryCasePlacesArgs, 'areaCode' | 'by' | 'from' | 'to'>>;
  caseRules?: Resolver<ResolversTypes['CaseRules'], ParentType, ContextType>;
  caseStandards?: Resolver<Array<ResolversTypes['CaseStandard']>, ParentType, ContextType, Partial<QueryCaseStandardsArgs>>;
  casesAtPlace?: Resolver<ResolversTypes['EvaluationRows'], ParentType, ContextType, RequireFields<QueryCasesAtPlaceArgs, 'areaCode' | 'by' | 'first' | 'from' | 'key' | 'to'>>;
  changesSince?: Resolver<ResolversTypes['ChangesSince'], ParentType, ContextType, RequireFields<QueryChangesSinceArgs, 'areaCode' | 'since'>>;
  checkLists?: Resolver<Array<ResolversTypes['CheckList']>, ParentType, ContextType>;
  cityComponent?: Resolver<Maybe<ResolversTypes['CityComponent']>, ParentType, ContextType, RequireFields<QueryCityComponentArgs, 'code'>>;
  cityComponentClasses?: Resolver<Array<ResolversTypes['CityComponentClass']>, ParentType, ContextType>;
  cityComponentCounts?: Resolver<Array<ResolversTypes['ClassCount']>, ParentType, ContextType, RequireFields<QueryCityComponentCountsArgs, 'within'>>;
  cityComponents?: Resolver<ResolversTypes['CityComponentPage'], ParentType, ContextType, RequireFields<QueryCityComponentsArgs, 'first' | 'within'>>;
  cityThemeFaults?: Resolver<Array<ResolversTypes['ThemeFault']>, ParentType, ContextType>;
  cityThemeRows?: Resolver<ResolversTypes['ThemeRows'], ParentType, ContextType, RequireFields<QueryCityThemeRowsArgs, 'indicator' | 'theme'>>;
  cityThemes?: Resolver<Array<ResolversTypes['CityTheme']>, ParentType, ContextType, Partial<QueryCityThemesArgs>>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType, RequireFields<QueryCoverageArgs, 'areaCode'>>;
  departments?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
  deskFilters?: Resolver<Array<ResolversTypes['DeskFilter']>, ParentType, ContextType>;
  dispatchRules?: Resolver<Array<ResolversTypes['DispatchRule']>, ParentType, ContextType>;
  documents?: Resolver<Array<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<QueryDocumentsArgs, 'areaCode' | 'first'>>;
  drawnLayers?: Resolver<Array<ResolversTypes['DrawnLayer']>, ParentType, ContextType, RequireFields<QueryDrawnLayersArgs, 'removed'>>;
  dryRunLinkageRule?: Resolver<ResolversTypes['LinkageDryRun'], ParentType, ContextType, RequireFields<QueryDryRunLinkageRuleArgs, 'rule'>>;
  duplicateRule?: Resolver<ResolversTypes['DuplicateRule'], ParentType, ContextType>;
  duplicatesAt?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryDuplicatesAtArgs, 'classCode' | 'position'>>;
  duties?: Resolver<Array<ResolversTypes['Duty']>, ParentType, ContextType, Partial<QueryDutiesArgs>>;
  dutyShift?: Resolver<Maybe<ResolversTypes['DutyShift']>, ParentType, ContextType, RequireFields<QueryDutyShiftArgs, 'id'>>;
  dutyShifts?: Resolver<Array<ResolversTypes['DutyShift']>, ParentType, ContextType, RequireFields<QueryDutyShiftsArgs, 'first'>>;
  evaluatedCameras?: Resolver<ResolversTypes['EvaluatedCameras'], ParentType, ContextType, RequireFields<QueryEvaluatedCamerasArgs, 'areaCode' | 'byArea' | 'first' | 'from' | 'to'>>;
  evaluatedComponents?: Resolver<ResolversTypes['EvaluatedComponents'], ParentType, ContextType, RequireFields<QueryEvaluatedComponentsArgs, 'areaCode' | 'byArea' | 'counted' | 'first'>>;
  evaluation?: Resolver<Array<ResolversTypes['EvaluationFigure']>, ParentType, ContextType, RequireFields<QueryEvaluationArgs, 'areaCode' | 'from' | 'to'>>;
  evaluationGroups?: Resolver<Array<ResolversTypes['EvaluationGroup']>, ParentType, ContextType, RequireFields<QueryEvaluationGroupsArgs, 'areaCode' | 'by' | 'from' | 'to'>>;
  evaluationRows?: Resolver<ResolversTypes['EvaluationRows'], ParentType, ContextType, RequireFields<QueryEvaluationRowsArgs, 'areaCode' | 'counted' | 'first' | 'from' | 'key' | 'to'>>;
  fieldLeaves?: Resolver<Array<ResolversTypes['FieldLeave']>, ParentType, ContextType>;
  gridCell?: Resolver<Maybe<ResolversTypes['GridCell']>, ParentType, ContextType, RequireFields<QueryGridCellArgs, 'code' | 'gridSystem'>>;
  gridCellsAt?: Resolver<Array<ResolversTypes['GridCell']>, ParentType, ContextType, RequireFields<QueryGridCellsAtArgs, 'position'>>;
  groundCounts?: Resolver<ResolversTypes['GroundCounts'], ParentType, ContextType, RequireFields<QueryGroundCountsArgs, 'within'>>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryIncidentArgs, 'id'>>;
  incidentClasses?: Resolver<Array<ResolversTypes['IncidentClass']>, ParentType, ContextType>;
  incidentCounts?: Resolver<Array<ResolversTypes['StateCount']>, ParentType, ContextType, RequireFields<QueryIncidentCountsArgs, 'within'>>;
  incidents?: Resolver<ResolversTypes['IncidentPage'], ParentType, ContextType, RequireFields<QueryIncidentsArgs, 'first' | 'within'>>;
  instructions?: Resolver<Array<ResolversTypes['Instruction']>, ParentType, ContextType, RequireFields<QueryInstructionsArgs, 'first'>>;
  journal?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType, RequireFields<QueryJournalArgs, 'first'>>;
  journalHead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  keptEvaluations?: Resolver<Array<ResolversTypes['KeptEvaluation']>, ParentType, ContextType, RequireFields<QueryKeptEvaluationsArgs, 'areaCode' | 'first'>>;
  keyUnit?: Resolver<Maybe<ResolversTypes['KeyUnit']>, ParentType, ContextType, RequireFields<QueryKeyUnitArgs, 'id'>>;
  keyUnits?: Resolver<ResolversTypes['KeyUnitPage'], ParentType, ContextType, RequireFields<QueryKeyUnitsArgs, 'first'>>;
  knownOrder?: Resolver<Maybe<ResolversTypes['KnownOrder']>, ParentType, ContextType, RequireFields<QueryKnownOrderArgs, 'externalId' | 'source'>>;
  linkageFiring?: Resolver<Maybe<ResolversTypes['LinkageFiring']>, ParentType, ContextType, RequireFields<QueryLinkageFiringArgs, 'id'>>;
  linkageFirings?: Resolver<Array<ResolversTypes['LinkageFiring']>, ParentType, ContextType, RequireFields<QueryLinkageFiringsArgs, 'first'>>;
  linkageNotices?: Resolver<Array<ResolversTypes['LinkageNotice']>, ParentType, ContextType>;
  linkageRules?: Resolver<Array<ResolversTypes['LinkageRule']>, ParentType, ContextType>;
  myBulletins?: Resolver<Array<ResolversTypes['Bulletin']>, ParentType, ContextType>;
  myCharges?: Resolver<Array<ResolversTypes['FieldCharge']>, ParentType, ContextType>;
  myFieldDuty?: Resolver<Maybe<ResolversTypes['FieldDuty']>, ParentType, ContextType>;
  myLeaves?: Resolver<Array<ResolversTypes['FieldLeave']>, ParentType, ContextType>;
  myPatrolTasks?: Resolver<Array<ResolversTypes['PatrolTask']>, ParentType, ContextType>;
  myPatrols?: Resolver<Array<ResolversTypes['Patrol']>, ParentType, ContextType>;
  myReports?: Resolver<ResolversTypes['IncidentPage'], ParentType, ContextType, RequireFields<QueryMyReportsArgs, 'first'>>;
  mySubstitutes?: Resolver<Array<ResolversTypes['FieldSubstitute']>, ParentType, ContextType>;
  nearestCameras?: Resolver<Array<ResolversTypes['RankedCamera']>, ParentType, ContextType, RequireFields<QueryNearestCamerasArgs, 'first' | 'position' | 'withinMeters'>>;
  onlineRate?: Resolver<ResolversTypes['OnlineRate'], ParentType, ContextType, RequireFields<QueryOnlineRateArgs, 'from' | 'to'>>;
  openEscalations?: Resolver<Array<ResolversTypes['JournalEntry']>, ParentType, ContextType>;
  panelArrangement?: Resolver<ResolversTypes['PanelArrangement'], ParentType, ContextType, Partial<QueryPanelArrangementArgs>>;
  patrol?: Resolver<Maybe<ResolversTypes['Patrol']>, ParentType, ContextType, RequireFields<QueryPatrolArgs, 'id'>>;
  patrolTasks?: Resolver<Array<ResolversTypes['PatrolTask']>, ParentType, ContextType>;
  patrols?: Resolver<Array<ResolversTypes['Patrol']>, ParentType, ContextType, RequireFields<QueryPatrolsArgs, 'first' | 'notOkOnly'>>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType, RequireFields<QueryPlaceArgs, 'id'>>;
  places?: Resolver<ResolversTypes['PlacePage'], ParentType, ContextType, RequireFields<QueryPlacesArgs, 'first' | 'within'>>;
  plots?: Resolver<Array<ResolversTypes['Plot']>, ParentType, ContextType, RequireFields<QueryPlotsArgs, 'incidentId' | 'removed'>>;
  ptzPanel?: Resolver<ResolversTypes['PtzPanel'], ParentType, ContextType, RequireFields<QueryPtzPanelArgs, 'viewId'>>;
  recordingBookmarks?: Resolver<Array<ResolversTypes['RecordingBookmark']>, ParentType, ContextType, RequireFields<QueryRecordingBookmarksArgs, 'requestId'>>;
  recordingExports?: Resolver<ResolversTypes['RecordingExportPage'], ParentType, ContextType, RequireFields<QueryRecordingExportsArgs, 'first'>>;
  recordingFloor?: Resolver<ResolversTypes['RecordingFloor'], ParentType, ContextType, Partial<QueryRecordingFloorArgs>>;
  regulations?: Resolver<Array<ResolversTypes['Regulation']>, ParentType, ContextType>;
  replay?: Resolver<ResolversTypes['ReplayStretch'], ParentType, ContextType, RequireFields<QueryReplayArgs, 'areaCode' | 'from' | 'to'>>;
  reportBeside?: Resolver<Maybe<ResolversTypes['ReportMoment']>, ParentType, ContextType, RequireFields<QueryReportBesideArgs, 'areaCode' | 'at' | 'later'>>;
  reportBins?: Resolver<Array<ResolversTypes['ReportBin']>, ParentType, ContextType, RequireFields<QueryReportBinsArgs, 'areaCode' | 'bins' | 'from' | 'to'>>;
  reportSchedule?: Resolver<ResolversTypes['ReportSchedule'], ParentType, ContextType>;
  roadsNear?: Resolver<Array<ResolversTypes['Road']>, ParentType, ContextType, RequireFields<QueryRoadsNearArgs, 'position' | 'withinMeters'>>;
  scorecard?: Resolver<ResolversTypes['Scorecard'], ParentType, ContextType, RequireFields<QueryScorecardArgs, 'areaCode' | 'by' | 'month'>>;
  search?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'text'>>;
  shiftNotes?: Resolver<Array<ResolversTypes['ShiftNote']>, ParentType, ContextType>;
  sightArea?: Resolver<ResolversTypes['SightArea'], ParentType, ContextType, RequireFields<QuerySightAreaArgs, 'from' | 'heightMeters' | 'rangeMeters'>>;
  sightPreview?: Resolver<ResolversTypes['CameraSight'], ParentType, ContextType, RequireFields<QuerySightPreviewArgs, 'cameraId' | 'pose'>>;
  siteSuggestions?: Resolver<Array<ResolversTypes['SuggestedSite']>, ParentType, ContextType, RequireFields<QuerySiteSuggestionsArgs, 'areaCode' | 'count' | 'heightMeters' | 'rangeMeters'>>;
  situation?: Resolver<ResolversTypes['Situation'], ParentType, ContextType, Partial<QuerySituationArgs>>;
  situationRows?: Resolver<ResolversTypes['SituationRows'], ParentType, ContextType, RequireFields<QuerySituationRowsArgs, 'figure'>>;
  specialReport?: Resolver<Maybe<ResolversTypes['SpecialReport']>, ParentType, ContextType, RequireFields<QuerySpecialReportArgs, 'id'>>;
  specialReportDraft?: Resolver<ResolversTypes['SpecialReportDraft'], ParentType, ContextType, RequireFields<QuerySpecialReportDraftArgs, 'incidentIds' | 'language'>>;
  specialReports?: Resolver<Array<ResolversTypes['SpecialReport']>, ParentType, ContextType, RequireFields<QuerySpecialReportsArgs, 'first'>>;
  travelRing?: Resolver<ResolversTypes['TravelRing'], ParentType, ContextType, RequireFields<QueryTravelRingArgs, 'from' | 'minutes'>>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'id'>>;
  units?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitsArgs, 'first' | 'within'>>;
  unplacedCameras?: Resolver<Array<ResolversTypes['UnplacedCamera']>, ParentType, ContextType, RequireFields<QueryUnplacedCamerasArgs, 'first' | 'platformId'>>;
  unwatchedCameras?: Resolver<ResolversTypes['UnwatchedCameras'], ParentType, ContextType, RequireFields<QueryUnwatchedCamerasArgs, 'areaCode' | 'first' | 'from' | 'to'>>;
  videoHealth?: Resolver<ResolversTypes['VideoHealth'], ParentType, ContextType, Partial<QueryVideoHealthArgs>>;
  viewRequest?: Resolver<Maybe<ResolversTypes['ViewRequest']>, ParentType, ContextType, RequireFields<QueryViewRequestArgs, 'id'>>;
  viewRequests?: Resolver<ResolversTypes['ViewRequestPage'], ParentType, ContextType, RequireFields<QueryViewRequestsArgs, 'first' | 'mine'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  wallGuests?: Resolver<Maybe<ResolversTypes['WallGuests']>, ParentType, ContextType>;
  wallScenes?: Resolver<Array<ResolversTypes['WallScene']>, ParentType, ContextType>;
  wallScreens?: Resolver<Array<ResolversTypes['WallScreen']>, ParentType, ContextType>;
  weather?: Resolver<Maybe<ResolversTypes['Weather']>, ParentType, ContextType>;
  worklist?: Resolver<ResolversTypes['IncidentPage'], ParentType, ContextType, RequireFields<QueryWorklistArgs, 'areaCode' | 'first' | 'key'>>;
  worklists?: Resolver<Array<ResolversTypes['Worklist']>, ParentType, ContextType, RequireFields<QueryWorklistsArgs, 'areaCode'>>;
};

export type RankedCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RankedCamera'] = ResolversParentTypes['RankedCamera']> = {
  camera?: Resolver<ResolversTypes['Camera'], ParentType, ContextType>;
  distanceMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordingBookmarkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingBookmark'] = ResolversParentTypes['RecordingBookmark']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cameraId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordingDepthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingDepth'] = ResolversParentTypes['RecordingDepth']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  oldestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RecordingExportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingExport'] = ResolversParentTypes['RecordingExport']> = {
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  caseNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decisionNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deleteAfter?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deleteReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heldAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heldBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holdReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  masking?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['PictureRegion']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reviewable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unmaskable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unmaskedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  windowFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RecordingExportPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingExportPage'] = ResolversParentTypes['RecordingExportPage']> = {
  nodes?: Resolver<Array<ResolversTypes['RecordingExport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RecordingExportTicketResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingExportTicket'] = ResolversParentTypes['RecordingExportTicket']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ticket?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordingFloorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingFloor'] = ResolversParentTypes['RecordingFloor']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  below?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  floorDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oldestAskedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reaching?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shortest?: Resolver<Array<ResolversTypes['RecordingDepth']>, ParentType, ContextType>;
  unanswered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordingSnapshotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingSnapshot'] = ResolversParentTypes['RecordingSnapshot']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  takenBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordingTicketResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordingTicket'] = ResolversParentTypes['RecordingTicket']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  maxViewSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ticket?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  viewId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  windowFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RegulationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Regulation'] = ResolversParentTypes['Regulation']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  classes?: Resolver<Array<ResolversTypes['IncidentClass']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initials?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  law?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReplayExportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayExport'] = ResolversParentTypes['ReplayExport']> = {
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  manifest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  manifestName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReplayStretchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayStretch'] = ResolversParentTypes['ReplayStretch']> = {
  acts?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  cameras?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  cut?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  plots?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  wall?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type ReportBinResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportBin'] = ResolversParentTypes['ReportBin']> = {
  byGrade?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportMomentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportMoment'] = ResolversParentTypes['ReportMoment']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReportScheduleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSchedule'] = ResolversParentTypes['ReportSchedule']> = {
  daily?: Resolver<ResolversTypes['ReportTime'], ParentType, ContextType>;
  monthly?: Resolver<ResolversTypes['ReportTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportTimeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportTime'] = ResolversParentTypes['ReportTime']> = {
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReporterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Reporter'] = ResolversParentTypes['Reporter']> = {
  home?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wantsCallBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RoadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Road'] = ResolversParentTypes['Road']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roadClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RoadSpeedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoadSpeed'] = ResolversParentTypes['RoadSpeed']> = {
  kmh?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  roadClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RouteCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RouteCamera'] = ResolversParentTypes['RouteCamera']> = {
  alongMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  camera?: Resolver<ResolversTypes['Camera'], ParentType, ContextType>;
  distanceMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  headingDeg?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  look?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  permitted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stretches?: Resolver<Array<ResolversTypes['RouteStretch']>, ParentType, ContextType>;
};

export type RouteCameraPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RouteCameraPage'] = ResolversParentTypes['RouteCameraPage']> = {
  cameras?: Resolver<Array<ResolversTypes['RouteCamera']>, ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lengthMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  seen?: Resolver<Array<ResolversTypes['RouteStretch']>, ParentType, ContextType>;
  seenMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stepMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RouteStretchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RouteStretch'] = ResolversParentTypes['RouteStretch']> = {
  fromMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  toMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RowExportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RowExport'] = ResolversParentTypes['RowExport']> = {
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScoreOfMonthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScoreOfMonth'] = ResolversParentTypes['ScoreOfMonth']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ScoreWeightResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScoreWeight'] = ResolversParentTypes['ScoreWeight']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lessIsBetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ScorecardRow']>, ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScorecardRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScorecardRow'] = ResolversParentTypes['ScorecardRow']> = {
  figures?: Resolver<Array<ResolversTypes['EvaluationFigure']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rankBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  trend?: Resolver<Array<ResolversTypes['ScoreOfMonth']>, ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShiftDutyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShiftDuty'] = ResolversParentTypes['ShiftDuty']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedInAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signedOutAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ShiftNoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShiftNote'] = ResolversParentTypes['ShiftNote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  takeable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  takenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  writtenBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SightAreaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SightArea'] = ResolversParentTypes['SightArea']> = {
  heightMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rangeMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shape?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  targetHeightMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  terrainKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  visibleShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SituationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Situation'] = ResolversParentTypes['Situation']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  asOfSeq?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  figures?: Resolver<Array<ResolversTypes['SituationFigure']>, ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  openByArea?: Resolver<Array<ResolversTypes['AreaFigure']>, ParentType, ContextType>;
  radiusMeters?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SituationFigureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SituationFigure'] = ResolversParentTypes['SituationFigure']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SituationRowsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SituationRows'] = ResolversParentTypes['SituationRows']> = {
  cameras?: Resolver<Array<ResolversTypes['Camera']>, ParentType, ContextType>;
  cityComponents?: Resolver<Array<ResolversTypes['CityComponent']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duties?: Resolver<Array<ResolversTypes['Duty']>, ParentType, ContextType>;
  figure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  situation?: Resolver<ResolversTypes['Situation'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['Unit']>, ParentType, ContextType>;
};

export type SpecialReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SpecialReport'] = ResolversParentTypes['SpecialReport']> = {
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disposal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  mayDecide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayWrite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SpecialReportDraftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SpecialReportDraft'] = ResolversParentTypes['SpecialReportDraft']> = {
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  disposal?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StageLimitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StageLimit'] = ResolversParentTypes['StageLimit']> = {
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StateCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StateCount'] = ResolversParentTypes['StateCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  journal?: SubscriptionResolver<ResolversTypes['JournalEntry'], "journal", ParentType, ContextType, Partial<SubscriptionJournalArgs>>;
  ptz?: SubscriptionResolver<ResolversTypes['PtzNews'], "ptz", ParentType, ContextType>;
};

export type SuggestedSiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestedSite'] = ResolversParentTypes['SuggestedSite']> = {
  gainMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  roadName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seen?: Resolver<Maybe<ResolversTypes['Geometry']>, ParentType, ContextType>;
  seenShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ThemeFaultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThemeFault'] = ResolversParentTypes['ThemeFault']> = {
  failure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejects?: Resolver<Array<ResolversTypes['ThemeReject']>, ParentType, ContextType>;
};

export type ThemeIndicatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThemeIndicator'] = ResolversParentTypes['ThemeIndicator']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  places?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ThemeRejectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThemeReject'] = ResolversParentTypes['ThemeReject']> = {
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ThemeRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThemeRow'] = ResolversParentTypes['ThemeRow']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ThemeRowsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ThemeRows'] = ResolversParentTypes['ThemeRows']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ThemeRow']>, ParentType, ContextType>;
  sensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TourStopResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TourStop'] = ResolversParentTypes['TourStop']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  dwellSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TravelRingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TravelRing'] = ResolversParentTypes['TravelRing']> = {
  cellMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longestWalkMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  offRoadMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  otherKmh?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shape?: Resolver<ResolversTypes['Geometry'], ParentType, ContextType>;
  speeds?: Resolver<Array<ResolversTypes['RoadSpeed']>, ParentType, ContextType>;
  walkKmh?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  beat?: Resolver<Maybe<ResolversTypes['Geometry']>, ParentType, ContextType>;
  callSign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headingDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Position']>, ParentType, ContextType>;
  positionAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  speedMps?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UnitAdviceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnitAdvice'] = ResolversParentTypes['UnitAdvice']> = {
  load?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onDuty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  skill?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  travelSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type UnplacedCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnplacedCamera'] = ResolversParentTypes['UnplacedCamera']> = {
  gbCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platformCameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnseenRoadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnseenRoad'] = ResolversParentTypes['UnseenRoad']> = {
  meters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  roadId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unseenMeters?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UnwatchedCamerasResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnwatchedCameras'] = ResolversParentTypes['UnwatchedCameras']> = {
  nodes?: Resolver<Array<ResolversTypes['Camera']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoGatewayHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VideoGatewayHealth'] = ResolversParentTypes['VideoGatewayHealth']> = {
  checking?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventLoopP99Ms?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memoryBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pulls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reconnects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sweeping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VideoHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VideoHealth'] = ResolversParentTypes['VideoHealth']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byHealth?: Resolver<Array<ResolversTypes['HealthCount']>, ParentType, ContextType>;
  cameras?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gateways?: Resolver<Array<ResolversTypes['VideoGatewayHealth']>, ParentType, ContextType>;
  offline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  platforms?: Resolver<Array<ResolversTypes['VideoPlatformHealth']>, ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  worst?: Resolver<Array<ResolversTypes['Camera']>, ParentType, ContextType, RequireFields<VideoHealthWorstArgs, 'first'>>;
};

export type VideoPlatformHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VideoPlatformHealth'] = ResolversParentTypes['VideoPlatformHealth']> = {
  cameras?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['PlatformFailure']>, ParentType, ContextType>;
  lines?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  linesInUse?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  linesWaiting?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  loginPausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sparedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unplaced?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ViewRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ViewRequest'] = ResolversParentTypes['ViewRequest']> = {
  applicant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  applicantName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approveBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  cameras?: Resolver<Array<ResolversTypes['ViewRequestCamera']>, ParentType, ContextType>;
  caseNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clause?: Resolver<ResolversTypes['LegalClause'], ParentType, ContextType>;
  decidable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decisionNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  windowFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ViewRequestCameraResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ViewRequestCamera'] = ResolversParentTypes['ViewRequestCamera']> = {
  camera?: Resolver<Maybe<ResolversTypes['Camera']>, ParentType, ContextType>;
  cameraId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewRequestPageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ViewRequestPage'] = ResolversParentTypes['ViewRequestPage']> = {
  nodes?: Resolver<Array<ResolversTypes['ViewRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  departmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duty?: Resolver<Maybe<ResolversTypes['Duty']>, ParentType, ContextType>;
  dutyPurposes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wallScreen?: Resolver<Maybe<ResolversTypes['WallScreen']>, ParentType, ContextType>;
};

export interface WallContentScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['WallContent'], any> {
  name: 'WallContent';
}

export type WallGuestsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WallGuests'] = ResolversParentTypes['WallGuests']> = {
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WallSceneResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WallScene'] = ResolversParentTypes['WallScene']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  draft?: Resolver<ResolversTypes['WallContent'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['WallContent']>, ParentType, ContextType>;
  publishedVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedules?: Resolver<Array<ResolversTypes['WallSchedule']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WallScheduleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WallSchedule'] = ResolversParentTypes['WallSchedule']> = {
  days?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minuteOfDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WallScreenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WallScreen'] = ResolversParentTypes['WallScreen']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  bezelMm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  earlier?: Resolver<Array<ResolversTypes['WallShowing']>, ParentType, ContextType, RequireFields<WallScreenEarlierArgs, 'first'>>;
  heightMm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  heightPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftMm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pairedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pairedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  showing?: Resolver<Maybe<ResolversTypes['WallShowing']>, ParentType, ContextType>;
  topMm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widthMm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  widthPx?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WallShowingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WallShowing'] = ResolversParentTypes['WallShowing']> = {
  cause?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['WallContent'], ParentType, ContextType>;
  motions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  sceneId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sceneName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  screenId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shownByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WeatherResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Weather'] = ResolversParentTypes['Weather']> = {
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  heardAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['WeatherReport']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WeatherReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WeatherReport'] = ResolversParentTypes['WeatherReport']> = {
  illustrative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rainMmPerHour?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sky?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  temperatureC?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['WeatherWarning']>, ParentType, ContextType>;
  windFromDeg?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  windMetersPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type WeatherWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WeatherWarning'] = ResolversParentTypes['WeatherWarning']> = {
  level?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WorkCalendarResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WorkCalendar'] = ResolversParentTypes['WorkCalendar']> = {
  days?: Resolver<Array<ResolversTypes['CalendarDay']>, ParentType, ContextType>;
  holidaysKnownUntil?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessions?: Resolver<Array<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WorklistResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Worklist'] = ResolversParentTypes['Worklist']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountPage?: AccountPageResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  AreaCounts?: AreaCountsResolvers<ContextType>;
  AreaCoverage?: AreaCoverageResolvers<ContextType>;
  AreaFigure?: AreaFigureResolvers<ContextType>;
  BulkMove?: BulkMoveResolvers<ContextType>;
  BulkRefusal?: BulkRefusalResolvers<ContextType>;
  Bulletin?: BulletinResolvers<ContextType>;
  BulletinAnswer?: BulletinAnswerResolvers<ContextType>;
  BulletinCounts?: BulletinCountsResolvers<ContextType>;
  BulletinRecipient?: BulletinRecipientResolvers<ContextType>;
  CalendarDay?: CalendarDayResolvers<ContextType>;
  CalibrationPoint?: CalibrationPointResolvers<ContextType>;
  CallBack?: CallBackResolvers<ContextType>;
  Camera?: CameraResolvers<ContextType>;
  CameraCalibration?: CameraCalibrationResolvers<ContextType>;
  CameraCondition?: CameraConditionResolvers<ContextType>;
  CameraConditionPage?: CameraConditionPageResolvers<ContextType>;
  CameraHead?: CameraHeadResolvers<ContextType>;
  CameraPage?: CameraPageResolvers<ContextType>;
  CameraSight?: CameraSightResolvers<ContextType>;
  CameraTicket?: CameraTicketResolvers<ContextType>;
  CameraTour?: CameraTourResolvers<ContextType>;
  CameraUse?: CameraUseResolvers<ContextType>;
  CameraUseGroup?: CameraUseGroupResolvers<ContextType>;
  CameraUseLooks?: CameraUseLooksResolvers<ContextType>;
  CameraView?: CameraViewResolvers<ContextType>;
  CameraViewPage?: CameraViewPageResolvers<ContextType>;
  CaseClock?: CaseClockResolvers<ContextType>;
  CaseMove?: CaseMoveResolvers<ContextType>;
  CasePlace?: CasePlaceResolvers<ContextType>;
  CasePlaces?: CasePlacesResolvers<ContextType>;
  CaseRequest?: CaseRequestResolvers<ContextType>;
  CaseRules?: CaseRulesResolvers<ContextType>;
  CaseSettings?: CaseSettingsResolvers<ContextType>;
  CaseStage?: CaseStageResolvers<ContextType>;
  CaseStandard?: CaseStandardResolvers<ContextType>;
  ChangedCameras?: ChangedCamerasResolvers<ContextType>;
  ChangedIncidents?: ChangedIncidentsResolvers<ContextType>;
  ChangedScreens?: ChangedScreensResolvers<ContextType>;
  ChangesSince?: ChangesSinceResolvers<ContextType>;
  CheckItem?: CheckItemResolvers<ContextType>;
  CheckList?: CheckListResolvers<ContextType>;
  CheckResult?: CheckResultResolvers<ContextType>;
  CityComponent?: CityComponentResolvers<ContextType>;
  CityComponentClass?: CityComponentClassResolvers<ContextType>;
  CityComponentPage?: CityComponentPageResolvers<ContextType>;
  CityTheme?: CityThemeResolvers<ContextType>;
  ClassCount?: ClassCountResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CoveredCount?: CoveredCountResolvers<ContextType>;
  CoveredLength?: CoveredLengthResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  DeskFilter?: DeskFilterResolvers<ContextType>;
  DispatchAdvice?: DispatchAdviceResolvers<ContextType>;
  DispatchRule?: DispatchRuleResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  DrawnLayer?: DrawnLayerResolvers<ContextType>;
  DuplicateRule?: DuplicateRuleResolvers<ContextType>;
  Duty?: DutyResolvers<ContextType>;
  DutyLogLine?: DutyLogLineResolvers<ContextType>;
  DutyShift?: DutyShiftResolvers<ContextType>;
  EscalationRota?: EscalationRotaResolvers<ContextType>;
  EvaluatedCamera?: EvaluatedCameraResolvers<ContextType>;
  EvaluatedCameras?: EvaluatedCamerasResolvers<ContextType>;
  EvaluatedComponents?: EvaluatedComponentsResolvers<ContextType>;
  EvaluationFigure?: EvaluationFigureResolvers<ContextType>;
  EvaluationGroup?: EvaluationGroupResolvers<ContextType>;
  EvaluationRows?: EvaluationRowsResolvers<ContextType>;
  FieldCharge?: FieldChargeResolvers<ContextType>;
  FieldDuty?: FieldDutyResolvers<ContextType>;
  FieldLeave?: FieldLeaveResolvers<ContextType>;
  FieldPhoto?: FieldPhotoResolvers<ContextType>;
  FieldSubstitute?: FieldSubstituteResolvers<ContextType>;
  Geometry?: GraphQLScalarType;
  GradeCount?: GradeCountResolvers<ContextType>;
  GridCell?: GridCellResolvers<ContextType>;
  GridCellWorker?: GridCellWorkerResolvers<ContextType>;
  GroundCounts?: GroundCountsResolvers<ContextType>;
  HandDownLevel?: HandDownLevelResolvers<ContextType>;
  HealthCount?: HealthCountResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  IncidentClass?: IncidentClassResolvers<ContextType>;
  IncidentClassCount?: IncidentClassCountResolvers<ContextType>;
  IncidentPage?: IncidentPageResolvers<ContextType>;
  Instruction?: InstructionResolvers<ContextType>;
  IntakeOrder?: IntakeOrderResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JournalEntry?: JournalEntryResolvers<ContextType>;
  KeptEvaluation?: KeptEvaluationResolvers<ContextType>;
  KeyUnit?: KeyUnitResolvers<ContextType>;
  KeyUnitPage?: KeyUnitPageResolvers<ContextType>;
  KindCount?: KindCountResolvers<ContextType>;
  KnownOrder?: KnownOrderResolvers<ContextType>;
  LegalClause?: LegalClauseResolvers<ContextType>;
  LinkageCamera?: LinkageCameraResolvers<ContextType>;
  LinkageDryFiring?: LinkageDryFiringResolvers<ContextType>;
  LinkageDryRun?: LinkageDryRunResolvers<ContextType>;
  LinkageFiring?: LinkageFiringResolvers<ContextType>;
  LinkageNotice?: LinkageNoticeResolvers<ContextType>;
  LinkageOutcome?: LinkageOutcomeResolvers<ContextType>;
  LinkageRule?: LinkageRuleResolvers<ContextType>;
  LinkageRuleWords?: GraphQLScalarType;
  LinkageStop?: LinkageStopResolvers<ContextType>;
  LinkageTriggerRow?: LinkageTriggerRowResolvers<ContextType>;
  LookHereResult?: LookHereResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OnlineRate?: OnlineRateResolvers<ContextType>;
  OnlineRatePoint?: OnlineRatePointResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PanelArrangement?: PanelArrangementResolvers<ContextType>;
  Patrol?: PatrolResolvers<ContextType>;
  PatrolTask?: PatrolTaskResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  PictureRegion?: PictureRegionResolvers<ContextType>;
  PictureReport?: PictureReportResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  PlacePage?: PlacePageResolvers<ContextType>;
  PlatformFailure?: PlatformFailureResolvers<ContextType>;
  Plot?: PlotResolvers<ContextType>;
  PlotSaved?: PlotSavedResolvers<ContextType>;
  PopulationCell?: PopulationCellResolvers<ContextType>;
  PopulationCount?: PopulationCountResolvers<ContextType>;
  Position?: PositionResolvers<ContextType>;
  PtzClaim?: PtzClaimResolvers<ContextType>;
  PtzLease?: PtzLeaseResolvers<ContextType>;
  PtzLeaseNotice?: PtzLeaseNoticeResolvers<ContextType>;
  PtzNews?: PtzNewsResolvers<ContextType>;
  PtzPanel?: PtzPanelResolvers<ContextType>;
  PtzPreset?: PtzPresetResolvers<ContextType>;
  PtzSettings?: PtzSettingsResolvers<ContextType>;
  PurposeUse?: PurposeUseResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankedCamera?: RankedCameraResolvers<ContextType>;
  RecordingBookmark?: RecordingBookmarkResolvers<ContextType>;
  RecordingDepth?: RecordingDepthResolvers<ContextType>;
  RecordingExport?: RecordingExportResolvers<ContextType>;
  RecordingExportPage?: RecordingExportPageResolvers<ContextType>;
  RecordingExportTicket?: RecordingExportTicketResolvers<ContextType>;
  RecordingFloor?: RecordingFloorResolvers<ContextType>;
  RecordingSnapshot?: RecordingSnapshotResolvers<ContextType>;
  RecordingTicket?: RecordingTicketResolvers<ContextType>;
  Regulation?: RegulationResolvers<ContextType>;
  ReplayExport?: ReplayExportResolvers<ContextType>;
  ReplayStretch?: ReplayStretchResolvers<ContextType>;
  ReportBin?: ReportBinResolvers<ContextType>;
  ReportMoment?: ReportMomentResolvers<ContextType>;
  ReportSchedule?: ReportScheduleResolvers<ContextType>;
  ReportTime?: ReportTimeResolvers<ContextType>;
  Reporter?: ReporterResolvers<ContextType>;
  Road?: RoadResolvers<ContextType>;
  RoadSpeed?: RoadSpeedResolvers<ContextType>;
  RouteCamera?: RouteCameraResolvers<ContextType>;
  RouteCameraPage?: RouteCameraPageResolvers<ContextType>;
  RouteStretch?: RouteStretchResolvers<ContextType>;
  RowExport?: RowExportResolvers<ContextType>;
  ScoreOfMonth?: ScoreOfMonthResolvers<ContextType>;
  ScoreWeight?: ScoreWeightResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ScorecardRow?: ScorecardRowResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  ShiftDuty?: ShiftDutyResolvers<ContextType>;
  ShiftNote?: ShiftNoteResolvers<ContextType>;
  SightArea?: SightAreaResolvers<ContextType>;
  Situation?: SituationResolvers<ContextType>;
  SituationFigure?: SituationFigureResolvers<ContextType>;
  SituationRows?: SituationRowsResolvers<ContextType>;
  SpecialReport?: SpecialReportResolvers<ContextType>;
  SpecialReportDraft?: SpecialReportDraftResolvers<ContextType>;
  StageLimit?: StageLimitResolvers<ContextType>;
  StateCount?: StateCountResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuggestedSite?: SuggestedSiteResolvers<ContextType>;
  ThemeFault?: ThemeFaultResolvers<ContextType>;
  ThemeIndicator?: ThemeIndicatorResolvers<ContextType>;
  ThemeReject?: ThemeRejectResolvers<ContextType>;
  ThemeRow?: ThemeRowResolvers<ContextType>;
  ThemeRows?: ThemeRowsResolvers<ContextType>;
  TourStop?: TourStopResolvers<ContextType>;
  TravelRing?: TravelRingResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitAdvice?: UnitAdviceResolvers<ContextType>;
  UnplacedCamera?: UnplacedCameraResolvers<ContextType>;
  UnseenRoad?: UnseenRoadResolvers<ContextType>;
  UnwatchedCameras?: UnwatchedCamerasResolvers<ContextType>;
  VideoGatewayHealth?: VideoGatewayHealthResolvers<ContextType>;
  VideoHealth?: VideoHealthResolvers<ContextType>;
  VideoPlatformHealth?: VideoPlatformHealthResolvers<ContextType>;
  ViewRequest?: ViewRequestResolvers<ContextType>;
  ViewRequestCamera?: ViewRequestCameraResolvers<ContextType>;
  ViewRequestPage?: ViewRequestPageResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WallContent?: GraphQLScalarType;
  WallGuests?: WallGuestsResolvers<ContextType>;
  WallScene?: WallSceneResolvers<ContextType>;
  WallSchedule?: WallScheduleResolvers<ContextType>;
  WallScreen?: WallScreenResolvers<ContextType>;
  WallShowing?: WallShowingResolvers<ContextType>;
  Weather?: WeatherResolvers<ContextType>;
  WeatherReport?: WeatherReportResolvers<ContextType>;
  WeatherWarning?: WeatherWarningResolvers<ContextType>;
  WorkCalendar?: WorkCalendarResolvers<ContextType>;
  Worklist?: WorklistResolvers<ContextType>;
};


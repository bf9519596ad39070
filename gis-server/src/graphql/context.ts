/** What every resolver is handed: who asks, what answers, and what one request has already fetched. */
import type { Accounts } from '#access/accounts.ts';
import type { Duties } from '#access/duties.ts';
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { BulletinService } from '#bulletins/service.ts';
import type { CalibrationService } from '#calibrations/service.ts';
import type { CameraViews } from '#camera-views/camera-views.ts';
import type { CaseCommands } from '#cases/case-commands.ts';
import type { CaseStandardService } from '#case-standards/service.ts';
import type { CaseService } from '#cases/service.ts';
import type { DeskFilterService } from '#desk-filters/service.ts';
import type { DispatchService } from '#dispatch/service.ts';
import type { DocumentService } from '#documents/service.ts';
import type { CasePlaces } from '#case-places/service.ts';
import type { EquipmentRows } from '#evaluation/equipment-rows.ts';
import type { Evaluation } from '#evaluation/evaluation.ts';
import type { KeptEvaluations } from '#evaluation/kept-evaluations.ts';
import type { Scorecards } from '#evaluation/scorecards.ts';
import type { CameraTourService } from '#camera-tours/service.ts';
import type { LookRegister } from '#camera-views/look-register.ts';
import type { CamerasAlong } from '#cameras/along/service.ts';
import type { CameraService } from '#cameras/service.ts';
import type { CameraRecord } from '#cameras/camera-record.ts';
import type { SightPreview } from '#cameras/sight-preview.ts';
import type { CoverageService } from '#blind-spots/service.ts';
import type { SurveyInput } from '#cameras/survey.ts';
import type { CityComponentService } from '#city-components/service.ts';
import type { HistoryService } from '#history/service.ts';
import type { IncidentCommands } from '#incidents/incident-commands.ts';
import type { FieldLeaveService } from '#field-leaves/service.ts';
import type { FieldDutyService } from '#field-duty/service.ts';
import type { IncidentService } from '#incidents/service.ts';
import type { OrderRecord } from '#intake/intake-queries.ts';
import type { InstructionService } from '#instructions/service.ts';
import type { LinkageService } from '#linkage/service.ts';
import type { JournalFeed } from '#live/journal-feed.ts';
import type { DrawnLayerService } from '#drawn-layers/service.ts';
import type { CameraUse } from '#camera-use/camera-use.ts';
import type { KeyUnitService } from '#key-units/service.ts';
import type { PatrolService } from '#patrols/service.ts';
import type { PictureReportRecord } from '#picture-reports/queries.ts';
import type { PhotoService } from '#photos/service.ts';
import type { OutsideSourceService } from '#outside-sources/service.ts';
import type { PlotService } from '#plots/service.ts';
import type { RowExports } from '#row-exports/service.ts';
import type { PlaceService } from '#places/service.ts';
import type { LookHere } from '#ptz/look-here.ts';
import type { PtzDoor } from '#ptz/ptz-door.ts';
import type { RecordingExports } from '#recordings/exports.ts';
import type { RecordingFloors } from '#recordings/recording-floor.ts';
import type { RecordingNotes } from '#recordings/recording-notes.ts';
import type { RecordingTickets } from '#recordings/recording-tickets.ts';
import type { ViewRequests } from '#recordings/view-requests.ts';
import type { ReporterService } from '#reporters/service.ts';
import type { ReplayService } from '#replay/service.ts';
import type { SearchService } from '#search/service.ts';
import type { StatisticsService } from '#statistics/service.ts';
import type { createPanelArrangements } from '#statistics/situation/panel-arrangements.ts';
import type { SituationService } from '#statistics/situation/situation-service.ts';
import type { SightAreaService } from '#sight-areas/service.ts';
import type { TravelTimeService } from '#travel-times/service.ts';
import type { DutyLogService } from '#duty-log/service.ts';
import type { SpecialReportService } from '#special-reports/service.ts';
import type { RecordPapers } from '#reports/record-papers.ts';
import type { ReportScheduleService } from '#reports/schedule.ts';
import type { EscalationService } from '#escalations/open-escalations.ts';
import type { ShiftNoteService } from '#shift-notes/service.ts';
import type { UnitService } from '#units/service.ts';
import type { VideoHealthService } from '#video-health/service.ts';
import type { WallService } from '#wall-screens/service.ts';
import type { WithinService } from '#within/service.ts';
import { DomainError } from 'grid-data';
import type { Clock } from 'grid-data';
import type { Loaders } from './loaders.ts';

export type Services = {
  clock: Clock;
  areas: AreaService;
  cityComponents: CityComponentService;
  fieldDuty: FieldDutyService;
  bulletins: BulletinService;
  patrols: PatrolService;
  keyUnits: KeyUnitService;
  fieldLeaves: FieldLeaveService;
  incidents: IncidentService;
  incidentCommands: IncidentCommands;
  cases: CaseService;
  evaluation: Evaluation;
  equipmentRows: EquipmentRows;
  casePlaces: CasePlaces;
  cameraUse: CameraUse;
  scorecards: Scorecards;
  keptEvaluations: KeptEvaluations;
  documents: DocumentService;
  caseCommands: CaseCommands;
  dispatch: DispatchService;
  deskFilters: DeskFilterService;
  shiftNotes: ShiftNoteService;
  dutyLog: DutyLogService;
  recordPapers: RecordPapers;
  specialReports: SpecialReportService;
  escalations: EscalationService;
  reportSchedule: ReportScheduleService;
  cameras: CameraService;
  camerasAlong: CamerasAlong;
  coverage: CoverageService;
  calibrations: CalibrationService;
  surveyCamera: (viewer: Viewer, input: SurveyInput) => Promise<CameraRecord>;
  sightPreview: SightPreview;
  cameraViews: CameraViews;
  cameraTours: CameraTourService;
  lookRegister: LookRegister;
  videoHealth: VideoHealthService;
  viewRequests: ViewRequests;
  recordingTickets: RecordingTickets;
  recordingNotes: RecordingNotes;
  ptz: PtzDoor;
  lookHere: LookHere;
  recordingFloors: RecordingFloors;
  recordingExports: RecordingExports;
  places: PlaceService;
  units: UnitService;
  replay: ReplayService;
  search: SearchService;
  statistics: StatisticsService;
  situation: SituationService;
  panelArrangements: ReturnType<typeof createPanelArrangements>;
  instructions: InstructionService;
  photos: PhotoService;
  caseStandards: CaseStandardService;
  reporters: ReporterService;
  orders: (viewer: Viewer, incidentIds: readonly string[]) => Promise<OrderRecord[]>;
  pictureReports: (
    viewer: Viewer,
    incidentIds: readonly string[],
  ) => Promise<PictureReportRecord[]>;
  history: HistoryService;
  accounts: Accounts;
  duties: Duties;
  feed: JournalFeed;
  linkage: LinkageService;
  wall: WallService;
  within: WithinService;
  travelTimes: TravelTimeService;
  sightAreas: SightAreaService;
  outsideSources: OutsideSourceService;
  plots: PlotService;
  drawnLayers: DrawnLayerService;
  rowExports: RowExports;
};

export type RequestContext = {
  readonly viewer: Viewer | null;
  readonly services: Services;
  /** Of this viewer and this request alone. */
  readonly loaders: Loaders;
};

/** The viewer of a question about the map. */
export function mapReader(context: RequestContext): Viewer {
  return requirePermission(context.viewer, 'map.read');
}

export function signedIn({ viewer }: RequestContext): Viewer {
  if (viewer === null) throw new DomainError('not-signed-in', 'sign in first');
  return viewer;
}

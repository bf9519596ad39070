/** Puts the nouns together: each service knows the database and the services it builds on. */
import type { Accounts } from '#access/accounts.ts';
import type { Duties } from '#access/duties.ts';
import { createAreaService } from '#areas/service.ts';
import { createBulletinService } from '#bulletins/service.ts';
import type { CameraViews } from '#camera-views/camera-views.ts';
import { createCaseCommands } from '#cases/case-commands.ts';
import { Recomputation } from '#case-standards/recomputation.ts';
import { createCaseStandardService } from '#case-standards/service.ts';
import { createCaseService } from '#cases/service.ts';
import { createDeskFilterService } from '#desk-filters/service.ts';
import { createDispatchService } from '#dispatch/service.ts';
import { createDocumentService } from '#documents/service.ts';
import { createCasePlaces } from '#case-places/service.ts';
import { createEquipmentRows } from '#evaluation/equipment-rows.ts';
import { createEvaluation } from '#evaluation/evaluation.ts';
import { createKeptEvaluations } from '#evaluation/kept-evaluations.ts';
import { createScorecards } from '#evaluation/scorecards.ts';
import { createCameraTourService } from '#camera-tours/service.ts';
import { createLookRegister } from '#camera-views/look-register.ts';
import { createCamerasAlong } from '#cameras/along/service.ts';
import { createCalibrationService } from '#calibrations/service.ts';
import { createCameraService } from '#cameras/service.ts';
import { createSightPreview, type ImagineSights } from '#cameras/sight-preview.ts';
import { createCoverageService } from '#blind-spots/service.ts';
import { createSurvey } from '#cameras/survey.ts';
import { createCityComponentService } from '#city-components/service.ts';
import type { Database } from '#database/transaction.ts';
import { createCameraUse } from '#camera-use/camera-use.ts';
import { createHistoryService } from '#history/service.ts';
import { createIncidentCommands } from '#incidents/incident-commands.ts';
import { createIncidentService } from '#incidents/service.ts';
import { ordersOf } from '#intake/intake-queries.ts';
import { pictureReportsOf } from '#picture-reports/queries.ts';
import { createInstructionService } from '#instructions/service.ts';
import { createFieldLeaveService } from '#field-leaves/service.ts';
import type { FieldDutyService } from '#field-duty/service.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import { createLinkageService } from '#linkage/service.ts';
import type { JournalFeed } from '#live/journal-feed.ts';
import type { OutsideSources } from '#outside-sources/open-sources.ts';
import { createOutsideSourceService } from '#outside-sources/service.ts';
import { createPlaceService } from '#places/service.ts';
import { createDrawnLayerService } from '#drawn-layers/service.ts';
import { createPhotoService } from '#photos/service.ts';
import { createPlotService } from '#plots/service.ts';
import { createRowExports } from '#row-exports/service.ts';
import { createKeyUnitService } from '#key-units/service.ts';
import { createPatrolService } from '#patrols/service.ts';
import type { PtzDoor } from '#ptz/ptz-door.ts';
import { createRecordingFloors } from '#recordings/recording-floor.ts';
import { createRecordingNotes } from '#recordings/recording-notes.ts';
import type { RecordingExports } from '#recordings/exports.ts';
import type { RecordingTickets } from '#recordings/recording-tickets.ts';
import { createViewRequests } from '#recordings/view-requests.ts';
import { createIntakeService } from '#intake/service.ts';
import { createReporterService } from '#reporters/service.ts';
import { createReplayService } from '#replay/service.ts';
import { createSearchService } from '#search/service.ts';
import { createStatisticsService } from '#statistics/service.ts';
import { createPanelArrangements } from '#statistics/situation/panel-arrangements.ts';
import { createSituationService } from '#statistics/situation/situation-service.ts';
import { createSightAreaService } from '#sight-areas/service.ts';
import { createTravelTimeService } from '#travel-times/service.ts';
import { createDutyLogService } from '#duty-log/service.ts';
import { createSpecialReportService } from '#special-reports/service.ts';
import { createRecordPapers } from '#reports/record-papers.ts';
import { createReportScheduleService } from '#reports/schedule.ts';
import { createEscalationService } from '#escalations/open-escalations.ts';
import { createShiftNoteService } from '#shift-notes/service.ts';
import { createUnitService } from '#units/service.ts';
import { createVideoHealthService } from '#video-health/service.ts';
import { createWallService } from '#wall-screens/service.ts';
import { createWithinService } from '#within/service.ts';
import type { Clock } from 'grid-data';
import type { Services } from './context.ts';

export type ServiceParts = {
  database: Database;
  clock: Clock;
  journal: Pick<JournalReader, 'head' | 'onEntries'>;
  feed: JournalFeed;
  cameraViews: CameraViews;
  recordingTickets: RecordingTickets;
  ptz: PtzDoor;
  recordingExports: RecordingExports;
  accounts: Accounts;
  duties: Duties;
  fieldDuty: FieldDutyService;
  imagineSights: ImagineSights;
  outsideSources: OutsideSources;
  /** Has the gateways check these cameras. */
  askForChecks: (cameraIds: readonly string[]) => void;
};

export function createServices(parts: ServiceParts): Services {
  const { database, clock, journal, feed, cameraViews, accounts, duties } = parts;
  const { recordingTickets, recordingExports, ptz } = parts;
  const areas = createAreaService(database);
  const base = { database, clock, areas };
  const cameras = createCameraService({
    database,
    areas,
    duties,
    looksNow: (cameraId) => ptz.heads.of(cameraId),
  });
  const cityComponents = createCityComponentService(base);
  const incidents = createIncidentService(base);
  const places = createPlaceService(base);
  const units = createUnitService(base);
  const travelTimes = createTravelTimeService(base);
  const evaluation = createEvaluation(base);
  const photos = createPhotoService(base);
  const history = createHistoryService(base);
  const cameraUse = createCameraUse(base);
  const scorecards = createScorecards(base);
  const documents = createDocumentService({
    ...{ ...base, evaluation, scorecards, cameraUse, photos, history },
  });
  const dutyLog = createDutyLogService({ ...base, duties });
  const specialReports = createSpecialReportService({ ...base, history });
  const wall = createWallService({ database, clock, journal });
  return {
    clock,
    areas,
    cityComponents,
    incidents,
    incidentCommands: createIncidentCommands(base),
    cases: createCaseService(base),
    evaluation,
    equipmentRows: createEquipmentRows(base),
    casePlaces: createCasePlaces(base),
    cameraUse,
    scorecards,
    keptEvaluations: createKeptEvaluations(base),
    documents,
    dutyLog,
    recordPapers: createRecordPapers({ ...base, documents, dutyLog, specialReports }),
    specialReports,
    caseCommands: createCaseCommands(base),
    deskFilters: createDeskFilterService(base),
    shiftNotes: createShiftNoteService(base),
    escalations: createEscalationService(base),
    reportSchedule: createReportScheduleService(base),
    dispatch: createDispatchService({ ...base, units, travelTimes }),
    cameras,
    coverage: createCoverageService({ ...base, imagineSights: parts.imagineSights }),
    camerasAlong: createCamerasAlong({ database, areas, cameras }),
    cameraTours: createCameraTourService({ database, clock, cameras }),
    videoHealth: createVideoHealthService({
      database,
      clock,
      cameras,
      askForChecks: parts.askForChecks,
    }),
    calibrations: createCalibrationService(base),
    surveyCamera: createSurvey(base),
    sightPreview: createSightPreview({ database, clock, imagineSights: parts.imagineSights }),
    cameraViews,
    lookRegister: createLookRegister({ database, clock }),
    viewRequests: createViewRequests(base),
    recordingTickets,
    recordingExports,
    recordingNotes: createRecordingNotes(base),
    ptz,
    lookHere: ptz.lookHere(cameras),
    recordingFloors: createRecordingFloors(base),
    replay: createReplayService(base),
    places,
    units,
    search: createSearchService(base),
    statistics: createStatisticsService({ ...base, journalHead: () => journal.head() }),
    situation: createSituationService(base),
    panelArrangements: createPanelArrangements(base),
    instructions: createInstructionService(base),
    photos,
    caseStandards: createCaseStandardService({
      ...base,
      recomputation: new Recomputation(database),
    }),
    reporters: createReporterService(base),
    intake: createIntakeService(base),
    orders: (viewer, ids) => database.inScope(viewer, (db) => ordersOf(db, ids)),
    pictureReports: (viewer, ids) =>
      database.inScope(viewer, (db) => pictureReportsOf(db, viewer, ids)),
    fieldDuty: parts.fieldDuty,
    bulletins: createBulletinService(base),
    patrols: createPatrolService(base),
    keyUnits: createKeyUnitService(base),
    fieldLeaves: createFieldLeaveService(base),
    history,
    accounts,
    duties,
    feed,
    linkage: createLinkageService({ ...base, duties, cameras, incidents, wall }),
    wall,
    within: createWithinService(base),
    travelTimes,
    sightAreas: createSightAreaService(base),
    outsideSources: createOutsideSourceService(parts.outsideSources, clock),
    plots: createPlotService(base),
    drawnLayers: createDrawnLayerService(base),
    rowExports: createRowExports({ ...base, cameras, cityComponents, incidents, places, units }),
  };
}

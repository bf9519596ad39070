/** One statement for all things of a kind that one request asks for. */
import type { Viewer } from '#access/viewer.ts';
import type { AreaRecord, GridCellRecord } from '#areas/area-record.ts';
import { isGridCellKey } from '#areas/service.ts';
import type { BulletinAnswerRecord, CountsRecord } from '#bulletins/bulletin-queries.ts';
import type { CalibrationRecord } from '#calibrations/queries.ts';
import type { ViewGround } from '#camera-views/view-decision.ts';
import type { CameraRecord, RankedCameraRecord } from '#cameras/camera-record.ts';
import type { DepartmentRecord } from '#cases/desk-queries.ts';
import type { StandardRecord } from '#case-standards/standard-queries.ts';
import type { CaseRules } from '#cases/case-rules.ts';
import type { CityComponentRecord } from '#city-components/city-component-record.ts';
import type { FieldPhotoRecord } from '#field-photos/field-photos.ts';
import type { IncidentClassRecord, IncidentRecord } from '#incidents/incident-record.ts';
import type { JournalRow, SubjectKind } from '#journal/journal-row.ts';
import type { KeyUnitRecord, ViolationsOfUnit } from '#key-units/key-unit-queries.ts';
import type { FiringRecord } from '#linkage/linkage-record.ts';
import type { AreaCountsRecord } from '#statistics/service.ts';
import type { OrderRecord } from '#intake/intake-queries.ts';
import type { CallBackRecord, ReporterRecord } from '#reporters/reporter-queries.ts';
import type { PictureReportRecord } from '#picture-reports/queries.ts';
import type { PhotoRecord } from '#photos/photo-record.ts';
import type { CheckListRecord } from '#patrols/check-list-queries.ts';
import type { WallScheduleRecord, WallShowingRecord } from '#wall-screens/wall-records.ts';
import DataLoader from 'dataloader';
import { DomainError, isOpenState } from 'grid-data';
import type { CityComponentClass, GridCellKey } from 'grid-data';
import type { Services } from './context.ts';

/** Statements stay of a size the planner likes. */
const maxBatchSize = 500;

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

function loaderOf<Key, Value>(batch: Batch<Key, Value>, keyOf: (key: Key) => string) {
  return new DataLoader<Key, Value, string>((keys) => batch(keys), {
    cacheKeyFn: keyOf,
    maxBatchSize,
  });
}

/** Rows in the order they were asked for, null where there is none in the viewer's scope. */
function oneEach<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (key: Key) => string,
  keyOfRow: (row: Row) => string,
) {
  return loaderOf<Key, Row | null>(async (keys) => {
    const rows = new Map((await fetch(keys)).map((row) => [keyOfRow(row), row]));
    return keys.map((key) => rows.get(keyOf(key)) ?? null);
  }, keyOf);
}

/** All rows of each key, in the order the statement gave them. */
function manyEach<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (key: Key) => string,
  keyOfRow: (row: Row) => string,
) {
  return loaderOf<Key, Row[]>(async (keys) => {
    const rows = Map.groupBy(await fetch(keys), keyOfRow);
    return keys.map((key) => rows.get(keyOf(key)) ?? []);
  }, keyOf);
}

const itself = (key: string) => key;
const cellKey = ({ gridSystem, code }: { gridSystem: string; code: string }) =>
  `${gridSystem} ${code}`;

export type IncidentsOfComponent = { code: string; first: number };

export type Loaders = ReturnType<typeof createLoaders>;

/** Loaders ask only what a signed-in request asks; without a viewer they answer nothing. */
export function createLoaders(viewer: Viewer | null, services: Services) {
  const asViewer =
    <Key, Row>(fetch: (viewer: Viewer, keys: readonly Key[]) => Promise<readonly Row[]>) =>
    (keys: readonly Key[]): Promise<readonly Row[]> =>
      viewer === null ? Promise.resolve([]) : fetch(viewer, keys);
  const cells = <Row>(fetch: (viewer: Viewer, keys: readonly GridCellKey[]) => Promise<Row[]>) =>
    asViewer<GridCellKey, Row>((who, keys) => fetch(who, keys.filter(isGridCellKey)));
  const { areas, cityComponents, incidents, cameras, units, history, statistics } = services;

  const historyOf = (kind: SubjectKind) =>
    manyEach<string, JournalRow>(
      asViewer((who, ids) => history.of(who, kind, ids)),
      itself,
      (row) => row.subjectId,
    );
  const incidentClass = oneEach<string, IncidentClassRecord>(
    asViewer((who) => incidents.classes(who)),
    itself,
    (row) => row.code,
  );

  /** What a look into this case would be for. */
  const groundOf = async ({ state, classCode }: IncidentRecord): Promise<ViewGround> => {
    if (!isOpenState(state)) return { kind: 'incident-closed' };
    const kind = await incidentClass.load(classCode);
    return { kind: 'incident', purposes: kind?.purposes ?? [] };
  };
  let dutyPresent: Promise<boolean> | null = null;
  let caseRules: Promise<CaseRules> | null = null;

  return {
    groundOf,
    /** Asked once for all cameras of a page. */
    dutyPresent: () =>
      (dutyPresent ??= viewer === null ? Promise.resolve(false) : cameras.dutyPresent(viewer)),
    /** Asked once for all cases of a page. */
    caseRules: () =>
      (caseRules ??=
        viewer === null
          ? Promise.reject(new DomainError('not-signed-in', 'sign in first'))
          : services.cases.rules(viewer)),
    wallShowing: oneEach<string, WallShowingRecord>(
      asViewer((who, ids) => services.wall.current(who, ids)),
      itself,
      (row) => row.screenId,
    ),
    wallSchedules: manyEach<string, WallScheduleRecord>(
      asViewer((who) => services.wall.scenes.schedules(who)),
      itself,
      (row) => row.sceneId,
    ),
    area: oneEach<string, AreaRecord>(
      asViewer((who, codes) => areas.byCode(who, codes)),
      itself,
      (row) => row.code,
    ),
    areaCounts: oneEach<string, AreaCountsRecord>(
      asViewer((who, codes) => statistics.countsOf(who, codes)),
      itself,
      (row) => row.areaCode,
    ),
    areaOutline: oneEach<string, { code: string; outline: object }>(
      asViewer((who, codes) => areas.outlines(who, codes)),
      itself,
      (row) => row.code,
    ),
    areaChildren: manyEach<string, AreaRecord>(
      asViewer((who, codes) => areas.byParent(who, codes)),
      itself,
      (row) => row.parentCode ?? '',
    ),
    gridCell: oneEach<GridCellKey, GridCellRecord>(
      cells((who, keys) => areas.gridCells(who, keys)),
      cellKey,
      cellKey,
    ),
    gridCellOutline: oneEach<GridCellKey, GridCellKey & { outline: object }>(
      cells((who, keys) => areas.gridCellOutlines(who, keys)),
      cellKey,
      cellKey,
    ),
    gridCellWorkers: manyEach<GridCellKey, GridCellKey & { displayName: string; post: string }>(
      cells((who, keys) => areas.gridCellWorkers(who, keys)),
      cellKey,
      cellKey,
    ),
    cityComponent: oneEach<string, CityComponentRecord>(
      asViewer((who, codes) => cityComponents.byCode(who, codes)),
      itself,
      (row) => row.code,
    ),
    cityComponentClass: oneEach<string, CityComponentClass>(
      asViewer((who) => cityComponents.classes(who)),
      itself,
      (row) => row.code,
    ),
    incident: oneEach<string, IncidentRecord>(
      asViewer((who, ids) => incidents.byId(who, ids)),
      (id) => id.toLowerCase(),
      (row) => row.id,
    ),
    incidentClass,
    keyUnit: oneEach<string, KeyUnitRecord>(
      asViewer((who, ids) => services.keyUnits.byId(who, ids)),
      itself,
      (row) => row.id,
    ),
    keyUnitOfIncident: oneEach<string, KeyUnitRecord & { incidentId: string }>(
      asViewer((who, ids) => services.keyUnits.ofIncidents(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    keyUnitViolations: oneEach<string, ViolationsOfUnit>(
      asViewer((who, ids) => services.keyUnits.violations(who, ids)),
      itself,
      (row) => row.keyUnitId,
    ),
    standardsOfClass: manyEach<string, StandardRecord>(
      asViewer((who) => services.caseStandards.standards(who, null)),
      itself,
      (row) => row.classCode,
    ),
    reporter: oneEach<string, ReporterRecord>(
      asViewer((who, ids) => services.reporters.masked(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    callBacks: manyEach<string, CallBackRecord>(
      asViewer((who, ids) => services.reporters.callBacks(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    order: oneEach<string, OrderRecord>(
      asViewer((who, ids) => services.orders(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    pictureReport: oneEach<string, PictureReportRecord>(
      asViewer((who, ids) => services.pictureReports(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    photosOfIncident: manyEach<string, PhotoRecord>(
      asViewer((who, ids) => services.photos.ofIncidents(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    checkList: oneEach<{ listCode: string; listVersion: number }, CheckListRecord>(
      asViewer((who, keys) => services.patrols.checkLists.of(who, keys)),
      ({ listCode, listVersion }) => `${listCode} ${listVersion}`,
      ({ code, version }) => `${code} ${version}`,
    ),
    newestCheckList: oneEach<string, CheckListRecord>(
      asViewer((who) => services.patrols.checkLists.all(who)),
      itself,
      (row) => row.code,
    ),
    fieldPhotos: manyEach<string, FieldPhotoRecord>(
      asViewer((who, ids) => services.bulletins.photos(who, ids)),
      itself,
      (row) => row.subjectId,
    ),
    myBulletinAnswers: manyEach<string, BulletinAnswerRecord>(
      asViewer((who, ids) => services.bulletins.answers(who, ids, 'viewer')),
      itself,
      (row) => row.bulletinId,
    ),
    bulletinCounts: oneEach<string, CountsRecord>(
      asViewer((who, ids) => services.bulletins.counts(who, ids)),
      itself,
      (row) => row.id,
    ),
    department: oneEach<string, DepartmentRecord>(
      asViewer((who) => services.cases.departments(who)),
      itself,
      (row) => row.code,
    ),
    incidentsOfComponent: loaderOf<IncidentsOfComponent, IncidentRecord[]>(
      async (keys) => {
        if (viewer === null) return keys.map(() => []);
        const first = Math.max(...keys.map((key) => key.first));
        const codes = [...new Set(keys.map((key) => key.code))];
        const rows = await incidents.ofComponents(viewer, codes, first);
        const byCode = Map.groupBy(rows, (row) => row.componentCode);
        return keys.map((key) => (byCode.get(key.code) ?? []).slice(0, key.first));
      },
      (key) => `${key.code} ${key.first}`,
    ),
    camera: oneEach<string, CameraRecord>(
      asViewer((who, ids) => cameras.byId(who, ids)),
      itself,
      (row) => row.id,
    ),
    calibration: oneEach<string, CalibrationRecord>(
      asViewer((who, ids) => services.calibrations.of(who, ids)),
      itself,
      (row) => row.cameraId,
    ),
    camerasOfIncident: loaderOf<IncidentRecord, RankedCameraRecord[]>(
      async (rows) => {
        if (viewer === null) return rows.map(() => []);
        const grounds = await Promise.all(rows.map(groundOf));
        const wanted = rows.map(({ position }, i) => ({ position, ground: grounds[i]! }));
        return cameras.forEach(viewer, wanted);
      },
      (row) => row.id,
    ),
    linkageFiring: oneEach<string, FiringRecord>(
      asViewer((who, ids) => services.linkage.firingsById(who, ids)),
      itself,
      (row) => row.id,
    ),
    unitBeat: oneEach<string, { id: string; beat: object | null }>(
      asViewer((who, ids) => units.beats(who, ids)),
      itself,
      (row) => row.id,
    ),
    incidentHistory: historyOf('incident'),
    feedbackNote: oneEach<string, { incidentId: string; note: string | null }>(
      asViewer((who, ids) => history.feedbackNotes(who, ids)),
      itself,
      (row) => row.incidentId,
    ),
    cameraHistory: historyOf('camera'),
    cityComponentHistory: historyOf('city-component'),
  };
}

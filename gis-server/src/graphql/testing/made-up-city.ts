/** Things for the made-up county: the same few in each of its four villages, so that every scope has something to hide. */
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { insertMadeUpCounty, madeUpAreas } from '#database/testing/made-up-county.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { searchGrams } from '#search/search-grams.ts';
import { firstLinkageRule } from 'grid-data';

export const villages = madeUpAreas.filter((area) => area.level === 'village');
/** The village that the scope tests ask about. */
export const targetVillage = '990101001001';

/** Ids in a village are made of its code, so that a test can say which of them a scope holds. */
export const idsIn = (village: string) => ({
  unitGrid: `${village}001`,
  governanceGrid: `${village}501`,
  component: (serial: number) => `9901010102${village.slice(-5)}${serial}`,
  incident: (serial: number) => `0000000${serial}-0000-4000-8000-${village}`,
  camera: (serial: number) => `camera-${village}-${serial}`,
  place: `place-${village}`,
  unit: `unit-${village}`,
  keyUnit: `key-unit-${village}`,
  user: `00000000-0000-4000-9000-${village}`,
  duty: `00000000-0000-4000-a000-${village}`,
  view: `view-${village}`,
  request: `00000000-0000-4000-b000-${village}`,
  tour: `00000000-0000-4000-c000-${village}`,
  rule: `00000000-0000-4000-d000-${village}`,
  plot: `00000000-0000-4000-c100-${village}`,
  drawnLayer: `00000000-0000-4000-c200-${village}`,
  instruction: `00000000-0000-4000-a300-${village}`,
  keptEvaluation: `00000000-0000-4000-a400-${village}`,
  document: `00000000-0000-4000-a500-${village}`,
  screen: `00000000-0000-4000-d000-${village}`,
  shiftNote: `00000000-0000-4000-f100-${village}`,
  shift: `00000000-0000-4000-f500-${village}`,
  logLine: `00000000-0000-4000-f600-${village}`,
  specialReport: `00000000-0000-4000-f700-${village}`,
  leave: `00000000-0000-4000-f400-${village}`,
  patrol: `00000000-0000-4000-f300-${village}`,
  bulletin: `00000000-0000-4000-f200-${village}`,
  dispatchRule: `00000000-0000-4000-f000-${village}`,
  scene: `00000000-0000-4000-8e00-${village}`,
});

export const roadId = '77';
const noon = new Date('2026-05-04T02:00:00.000Z');

export async function insertMadeUpCity(database: Database): Promise<void> {
  await insertMadeUpCounty(database);
  await database.write(systemViewer(), async (tx) => {
    await insertWords(tx);
    for (const { code, center } of villages) await insertVillage(tx, code, center);
    for (const [i, { code }] of villages.entries()) {
      const substitute = idsIn(villages.at(i - 1)!.code).user;
      await tx.query(sql`-- The village's worker wants to be away
        insert into field_leaves (id, user_id, user_name, area_code, substitute_id, substitute_name, from_at,
          to_at, reason, state, asked_at)
        values (${idsIn(code).leave}, ${idsIn(code).user}, 'worker', ${code}, ${substitute}, 'other', ${noon},
          '2099-01-01', 'r', 'asked', ${noon})`);
    }
    await tx.query(sql`-- A road through all villages, from west to east
      insert into base_features (id, layer, kind, name, geometry) values (${roadId}, 'road',
        'secondary', 'Long Road', ST_SetSRID(ST_MakeLine(ST_MakePoint(9.9, 50), ST_MakePoint(10.1, 50)), 4490))`);
  });
}

async function insertWords(tx: Writing): Promise<void> {
  await tx.query(sql`-- Two departments
    insert into departments (code, name_zh, name_en, area_code) values
      ('city-management', '城管局', 'City Management', '990101'), ('water', '水务局', 'Water', '990101')`);
  await tx.query(sql`-- Two classes of city components
    insert into city_component_classes (code, name_zh, name_en, icon) values
      ('0102', '污水井盖', 'Sewage manhole cover', 'manhole'), ('0201', '公交站亭', 'Bus shelter', 'bus-stop')`);
  await tx.query(sql`-- A class of a broken thing and a class of an event
    insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value,
      limit_unit, purposes, department_code) values
      ('C0102', 'component', '井盖缺失破损', 'Manhole cover missing', 'manhole', 3, 2, 'urgent-hour',
        '{city-management}', 'city-management'),
      ('E0102', 'event', '暴露垃圾', 'Exposed rubbish', 'rubbish', 4, 1, 'work-day',
        '{city-management}', 'city-management')`);
  await tx.query(sql`-- An article of a law
    insert into regulations (code, law, article, text, summary, source, class_codes)
    values ('law-1', '《市容条例》', '第一条', '不得乱倒垃圾。', true, 'made up', '{E0102}')`);
  const items = (...codes: string[]) =>
    JSON.stringify(codes.map((code) => ({ code, nameZh: code, nameEn: code, classCode: null })));
  await tx.query(sql`-- The lists that a new city has, where the database was emptied of them
    insert into check_lists (code, version, kind, name_zh, name_en, items) values
      ('street', 1, 'patrol', '街面巡查', 'Street round', ${items('road')}::jsonb),
      ('household', 1, 'visit', '入户走访', 'Household visit',
        ${items('alone', 'dispute', 'safety', 'wish')}::jsonb),
      ('unit', 1, 'visit', '重点单位走访', 'Visit to a key unit', ${items('exits')}::jsonb)
    on conflict do nothing`);
}

async function insertVillage(
  tx: Writing,
  village: string,
  [longitude, latitude]: readonly [number, number],
): Promise<void> {
  const ids = idsIn(village);
  const at = (east: number, north: number) =>
    sql`ST_SetSRID(ST_MakePoint(${longitude + east}, ${latitude + north}), 4490)`;
  const box = sql`ST_Multi(ST_MakeEnvelope(${longitude - 0.02}, ${latitude - 0.02},
    ${longitude + 0.02}, ${latitude + 0.02}, 4490))`;
  await tx.query(sql`-- One cell of each system over the whole village
    insert into grid_cells (grid_system, code, name, area_code, outline, area_m2, land_use) values
      ('unit', ${ids.unitGrid}, 'unit cell', ${village}, ${box}, 1000, 'residential'),
      ('governance', ${ids.governanceGrid}, 'governance cell', ${village}, ${box}, 1000, null)`);
  for (const serial of [1, 2, 3]) {
    await tx.query(sql`-- Components in a row to the east
      insert into city_components (code, class_code, name, area_code, unit_grid_code, state, address, position)
      values (${ids.component(serial)}, ${serial === 3 ? '0201' : '0102'}, '井盖', ${village},
        ${ids.unitGrid}, ${serial === 2 ? 'damaged' : 'intact'}, 'Long Road 5', ${at(serial * 0.001, 0)})`);
  }
  await insertIncidents(tx, village, at(0.001, 0), at(0.005, 0.005));
  await insertCameras(tx, village, at(0.001, -0.0005), at(0.01, 0.01));
  await insertPeople(tx, village, at(0, 0.001));
  await insertLinkage(tx, village);
  await insertInstruction(tx, village);
  await insertPapers(tx, village);
  await insertWall(tx, village, [longitude, latitude]);
  await insertBulletin(tx, village);
}

type Point = ReturnType<typeof sql>;

async function insertIncidents(tx: Writing, village: string, first: Point, second: Point) {
  const ids = idsIn(village);
  await tx.query(sql`-- A new incident at the first component and a dispatched one
    insert into incidents (id, class_code, title, state, grade, source, area_code, unit_grid_code,
      governance_grid_code, component_code, department_code, position, reported_at, dispatched_at, due_at)
    values (${ids.incident(1)}, 'C0102', '井盖破损', 'reported', 3, 'grid-worker', ${village},
      ${ids.unitGrid}, ${ids.governanceGrid}, ${ids.component(1)}, null, ${first}, ${noon}, null, null),
      (${ids.incident(2)}, 'E0102', '暴露垃圾', 'dispatched', 4, 'hotline', ${village},
      ${ids.unitGrid}, ${ids.governanceGrid}, null, 'city-management', ${second},
      ${new Date(noon.getTime() - 3_600_000)}, ${noon}, ${new Date(noon.getTime() + 60_000)})`);
  const rows = [
    { id: ids.incident(1), title: '井盖破损', kind: 'incident' },
    { id: ids.place, title: '青石小学', kind: 'place' },
  ];
  for (const { id, title, kind } of rows) {
    await tx.query(sql`-- What the search finds here
      insert into search_entries (kind, id, area_code, title, detail, grams, position)
      values (${kind}, ${id}, ${village}, ${title}, 'Long Road 5', ${searchGrams([title, id, 'Long Road 5'])}, ${first})`);
  }
  tx.record({
    kind: 'incident.reported',
    areaCode: village,
    departmentCode: null,
    subjectKind: 'incident',
    subjectId: ids.incident(1),
    payload: {
      classCode: 'C0102',
      title: '井盖破损',
      grade: 3,
      source: 'grid-worker',
      componentCode: null,
    },
  });
}

async function insertCameras(tx: Writing, village: string, near: Point, far: Point): Promise<void> {
  const ids = idsIn(village);
  await tx.query(sql`-- A city camera that sees the first incident, and one of public security farther off
    insert into cameras (id, name, kind, area_code, unit_grid_code, position, bearing_deg, width_deg,
      range_meters, height_meters, state, owner, place_class, purposes, notice_posted, direct_url)
    values (${ids.camera(1)}, 'corner', 'fixed', ${village}, ${ids.unitGrid}, ${near}, 0, 60, 120, 6,
        'online', 'city-management', 'street', '{city-management}', true, 'rtsp://user:secret@10.0.0.9/1'),
      (${ids.camera(2)}, 'hill', 'ptz', ${village}, ${ids.unitGrid}, ${far}, 180, 40, 3000, 30,
        'online', 'public-security', 'street', '{public-security}', true, null)`);
  await tx.query(sql`-- What one of them was found to see: nothing that a shape could be made of
    insert into camera_sights (camera_id, area_code, inputs, computed_at, unknown, terrain_known, inside_building)
    values (${ids.camera(1)}, ${village}, 'made up', ${noon}, '{}', true, false)`);
}

/** What was evaluated and written down there. */
async function insertPapers(tx: Writing, village: string): Promise<void> {
  const ids = idsIn(village);
  await tx.query(sql`-- Figures that somebody has kept
    insert into evaluation_results (id, area_code, from_at, to_at, kept_by, kept_by_name, kept_at, result)
    values (${ids.keptEvaluation}, ${village}, ${new Date(0)}, ${noon}, ${ids.user}, 'worker', ${noon},
      '{"figures": [], "groups": {"area": [], "department": []}}')`);
  await tx.query(sql`-- A document
    insert into documents (id, area_code, kind, title, file_name, format, language, content, bytes,
      sha256, made_by, made_at)
    values (${ids.document}, ${village}, 'evaluation', 'paper', 'paper.pdf', 'pdf', 'en', 'content', 7,
      'hash', 'worker', ${noon})`);
}

/** What a leader has said to the village's first case. */
async function insertInstruction(tx: Writing, village: string): Promise<void> {
  const ids = idsIn(village);
  await tx.query(sql`-- It waits for somebody at the center
    insert into instructions (id, incident_id, area_code, kind, text, issued_by, issued_by_name, issued_at)
    values (${ids.instruction}, ${ids.incident(1)}, ${village}, 'comment', 'look', ${ids.user}, 'worker', ${noon})`);
}

/** What is said to the village's grid workers. */
async function insertBulletin(tx: Writing, village: string): Promise<void> {
  const ids = idsIn(village);
  await tx.query(sql`-- Something to look out for
    insert into bulletins (id, kind, area_code, area_name, roles, title, text, issued_by, issued_by_name, issued_at)
    values (${ids.bulletin}, 'assist', ${village}, 'village', '{grid-worker}', 'lost', 'a child', ${ids.user},
      'worker', ${noon})`);
  await tx.query(sql`-- And something to look at
    insert into patrol_tasks (id, area_code, area_name, list_code, place, issued_by_name, issued_at)
    values (${ids.patrol}, ${village}, 'village', 'street', 'Long Road', 'worker', ${noon})`);
  await tx.query(sql`-- What somebody found elsewhere
    insert into patrols (id, list_code, list_version, place, area_code, user_id, user_name, began_at, ended_at,
      taken_at, not_ok, results)
    values (${ids.patrol}, 'household', 1, 'house 5', ${village}, ${ids.user}, 'worker', ${noon}, ${noon}, ${noon},
      1, ${JSON.stringify([{ code: 'alone', finding: 'not-ok', note: 'n', incidentId: null, photoIds: [] }])}::jsonb)`);
}

/** A screen that shows a map, and a scene of the same. */
async function insertWall(
  tx: Writing,
  village: string,
  [longitude, latitude]: readonly [number, number],
): Promise<void> {
  const ids = idsIn(village);
  const rect = { leftMm: 0, topMm: 0, widthMm: 1000, heightMm: 560 };
  const viewpoint = { longitude, latitude, metersPerMm: 1, bearingDeg: 0, pitchDeg: 0 };
  const map = { id: 'map', kind: 'map', rect, engine: 'flat', layers: ['incidents'], viewpoint };
  const content = JSON.stringify({ tiles: [map] });
  await tx.query(sql`-- A screen in the village's hall
    insert into wall_screens (id, name, area_code, left_mm, top_mm, width_mm, height_mm, bezel_mm, width_px,
      height_px, changed_by, changed_at)
    values (${ids.screen}, 'left', ${village}, 0, 0, 1000, 560, 5, 1920, 1080, 'worker', ${noon})`);
  await tx.query(sql`-- What it shows
    insert into wall_showings (screen_id, version, area_code, content, shown_by_name, shown_at, cause)
    values (${ids.screen}, 1, ${village}, ${content}::jsonb, 'worker', ${noon}, '{"kind":"person"}')`);
  await tx.query(sql`-- A scene
    insert into wall_scenes (id, name, area_code, draft, published, published_version, changed_by, changed_at)
    values (${ids.scene}, 'night', ${village}, ${content}::jsonb, ${content}::jsonb, 1, 'worker', ${noon})`);
}

async function insertPeople(tx: Writing, village: string, position: Point): Promise<void> {
  const ids = idsIn(village);
  await tx.query(sql`-- A school
    insert into places (id, name, kind, address, area_code, position, capacity)
    values (${ids.place}, '青石小学', 'school', 'Long Road 5', ${village}, ${position}, 300)`);
  await tx.query(sql`-- A patrol
    insert into units (id, name, kind, call_sign, department_code, area_code, beat, position, speed_mps, position_at)
    values (${ids.unit}, 'patrol', 'police-patrol', '101', 'city-management', ${village},
      ST_SetSRID(ST_MakeLine(ST_MakePoint(10, 50), ST_MakePoint(10.001, 50)), 4490), ${position}, 3, ${noon})`);
  await tx.query(sql`-- A shop that the field keeps an eye on
    insert into key_units (id, name, kind, address, area_code, position, person_in_charge)
    values (${ids.keyUnit}, '青石便利店', 'shop', 'Long Road 7', ${village}, ${position}, '张**')`);
  await tx.query(sql`-- The case that was about it
    insert into key_unit_cases (incident_id, key_unit_id, area_code)
    values (${ids.incident(2)}, ${ids.keyUnit}, ${village})`);
  await tx.query(sql`-- A grid worker of the village, in charge of its cell
    insert into users (id, name, display_name, role, area_code, password_hash, created_at)
    values (${ids.user}, ${`worker-${village}`}, ${`worker of ${village}`}, 'grid-worker', ${village}, 'x', ${noon})`);
  await tx.query(sql`-- Post A of the unit cell
    insert into grid_worker_assignments (user_id, grid_system, grid_code, post, area_code)
    values (${ids.user}, 'unit', ${ids.unitGrid}, 'A', ${village})`);
  await tx.query(sql`-- On duty at the village's center
    insert into duties (id, area_code, post, user_id, signed_in_at)
    values (${ids.duty}, ${village}, 'leader', ${ids.user}, ${noon})`);
  await tx.query(sql`-- A look that was taken
    insert into camera_views (id, camera_id, area_code, user_id, session_id, charged_to, purpose, profile, requested_at)
    values (${ids.view}, ${ids.camera(1)}, ${village}, ${ids.user}, 's', ${ids.user}, 'city-management', 'main', ${noon})`);
  await tx.query(sql`-- What the last shift left
    insert into shift_notes (id, area_code, text, incident_ids, written_by, written_by_name, written_at)
    values (${ids.shiftNote}, ${village}, ${`note of ${village}`}, array[${ids.incident(1)}]::uuid[],
      ${ids.user}, 'worker', ${noon})`);
  await tx.query(sql`-- The shift that lasts
    insert into duty_shifts (id, area_code, begun_at, begun_seq) values (${ids.shift}, ${village}, ${noon}, 0)`);
  await tx.query(sql`-- What was written into its log
    insert into duty_log_lines (id, shift_id, area_code, at, kind, text, by_id, by_name)
    values (${ids.logLine}, ${ids.shift}, ${village}, ${noon}, 'entry', ${`entry of ${village}`}, ${ids.user}, 'worker')`);
  await tx.query(sql`-- A report before the leader
    insert into special_reports (id, area_code, title, incident_ids, author_id, author_name, state, version,
      written_at, changed_at)
    values (${ids.specialReport}, ${village}, 'flood', array[${ids.incident(1)}]::uuid[], ${ids.user}, 'worker',
      'submitted', 1, ${noon}, ${noon})`);
  await tx.query(sql`-- A rule of dispatch, for a class that no case of the village is of
    insert into dispatch_rules (id, area_code, class_code, during, department_code, changed_by, changed_at)
    values (${ids.dispatchRule}, ${village}, 'C0201', 'always', 'water', 'worker', ${noon})`);
  await tx.query(sql`-- A mark on the first incident's map
    insert into plots (id, incident_id, area_code, kind, symbol, color, shape, version, made_by_name,
      changed_by_name, changed_at)
    values (${ids.plot}, ${ids.incident(1)}, ${village}, 'symbol', 'fire', 'red',
      ${JSON.stringify({ type: 'Point', coordinates: [9.93, 50] })}::jsonb, 1, 'worker', 'worker', ${noon})`);
  await tx.query(sql`-- A shape that all in the village may use
    insert into drawn_layers (id, name, area_code, owner_id, owner_name, shared, shape, changed_at)
    values (${ids.drawnLayer}, 'market', ${village}, ${ids.user}, 'worker', true,
      ${JSON.stringify({ type: 'Polygon', coordinates: [] })}::jsonb, ${noon})`);
  await tx.query(sql`-- A tour of the corner
    insert into camera_tours (id, name, area_code, purpose, tiles, stops, changed_by, changed_at)
    values (${ids.tour}, 'corner', ${village}, 'city-management', 1,
      ${JSON.stringify([{ cameraId: ids.camera(1), dwellSeconds: 10 }])}::jsonb, 'worker', ${noon})`);
  await tx.query(sql`-- A request for the corner's recordings
    insert into view_requests (id, area_code, departments, legal_basis, reason, case_no, emergency, applicant,
      window_from, window_to, requested_by, requested_by_name, requested_at, valid_until)
    values (${ids.request}, ${village}, '{city-management}', 'criminal-case', 'stolen', 'A-1', false, 'officer',
      ${new Date(noon.getTime() - 3_600_000)}, ${noon}, ${ids.user}, 'worker', ${noon}, '2099-01-01')`);
  await tx.query(sql`-- Of one camera
    insert into view_request_cameras (request_id, camera_id, area_code, owner)
    values (${ids.request}, ${ids.camera(1)}, ${village}, 'city-management')`);
  await tx.query(sql`-- A copy asked for
    insert into recording_exports (id, request_id, area_code, departments, owner, camera_id, window_from, window_to,
      case_no, legal_basis, purpose, masking, requested_by, requested_by_name, requested_at)
    values (${ids.request}, ${ids.request}, ${village}, '{city-management}', 'city-management', ${ids.camera(1)},
      ${new Date(noon.getTime() - 60_000)}, ${noon}, 'A-1', 'criminal-case', 'stolen', 'none', ${ids.user}, 'worker',
      ${noon})`);
  await tx.query(sql`-- How far back the corner's recordings reach
    insert into recording_depths (camera_id, area_code, oldest_at, asked_at)
    values (${ids.camera(1)}, ${village}, ${noon}, ${noon})`);
  await tx.query(sql`-- With a mark in them
    insert into recording_bookmarks (id, request_id, area_code, at, note, made_by, made_by_name, made_at)
    values (${ids.request}, ${ids.request}, ${village}, ${noon}, 'there', ${ids.user}, 'worker', ${noon})`);
}

async function insertLinkage(tx: Writing, village: string): Promise<void> {
  const { rule, incident } = idsIn(village);
  await tx.query(sql`-- A rule that is off, so that it does nothing by itself
    insert into linkage_rules (id, area_code, name, rule, enabled, since_seq, changed_by, changed_at)
    values (${rule}, ${village}, 'rule', ${JSON.stringify(firstLinkageRule)}::jsonb, false, 0, 'worker', ${noon})`);
  await tx.query(sql`-- What it did
    insert into linkage_firings (id, rule_id, rule_version, rule_name, rule_area_code, area_code, trigger_seq,
      trigger_kind, incident_id, title, grade, fired_at, told_at, last_seq, chain, effects, outcomes)
    values (${rule}, ${rule}, 1, 'rule', ${village}, ${village}, 1, 'incident.reported', ${incident(1)}, 'x', 4,
      ${noon}, ${noon}, 1, '{}', '[]', '[]')`);
  await tx.query(sql`-- What set it off
    insert into linkage_triggers (rule_id, trigger_seq, firing_id, area_code, kind, subject_id, title, at)
    values (${rule}, 1, ${rule}, ${village}, 'incident.reported', ${incident(1)}, 'x', ${noon})`);
  await tx.query(sql`-- What it tells
    insert into linkage_notices (id, firing_id, area_code, role, must_acknowledge, made_at)
    values (${rule}, ${rule}, ${village}, 'town-monitor', true, ${noon})`);
}

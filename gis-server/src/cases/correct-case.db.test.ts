/** What was taken down wrongly is put right before 立案, by whoever may accept or register there, and told. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { idsIn, insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const moveDocument = `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) {
  id version state title address grade dueAt class { code } area { code } unitGridCell { code }
  position { longitude latitude } photos { id } clock { unit given running } history { kind payload } } }`;
const west = { longitude: 9.93, latitude: 50.001 };
const east = { longitude: 10.03, latitude: 50.001 };

describeOnBothEngines('a case that was taken down wrongly', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let shift: Viewer;
  let dispatcher: Viewer;
  const make = (
    area: string,
    role: Parameters<typeof viewerAt>[1],
    department: string | null = null,
  ) => seeAccountOf(db.database, viewerAt(area, role, department));
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await make(madeUpCounty, 'duty-officer');
    shift = await make(madeUpCounty, 'shift-leader');
    dispatcher = await make(madeUpCounty, 'dispatcher');
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- The clock of this city starts with the 立案
        insert into settings (key, value)
        values ('case-settings', ${JSON.stringify({ clockStartsAt: 'registration' })}::jsonb)`),
    );
  });

  const report = async (more: object = {}) => {
    const input = { commandId: randomUUID(), classCode: 'E0102', position: west, ...more };
    return (await graph.services.incidentCommands.report(officer, input)).id;
  };
  const move = (who: Viewer, ...[id, version, name, more]: [string, number, string, object?]) =>
    graph.ask(who, moveDocument, {
      input: { commandId: randomUUID(), id, version, move: name, ...more },
    });
  const correct = (who: Viewer, id: string, version: number, correction: object) =>
    move(who, id, version, 'correct', { note: '记录有误', correction });
  const rows = (statement: ReturnType<typeof sql>) =>
    db.database.inScope(systemViewer(), (read) => read.query<Record<string, unknown>>(statement));

  it('says what it is, where it lies and how grave it is, and its history from what to what', async () => {
    const id = await report({ address: '西路 1' });
    const { data, errors } = await correct(officer, id, 1, {
      classCode: 'C0102',
      position: east,
      address: '东路 2',
      grade: 2,
    });
    expect(errors).toEqual([]);
    const village = '990101002001';
    expect(data.moveIncident).toMatchObject({
      ...{ version: 2, state: 'reported', title: '井盖缺失破损', address: '东路 2', grade: 2 },
      ...{ class: { code: 'C0102' }, area: { code: village }, position: east },
      unitGridCell: { code: idsIn(village).unitGrid },
    });
    const told = data.moveIncident.history;
    expect(told.find(({ kind }: any) => kind === 'incident.acted').payload).toMatchObject({
      ...{ move: 'correct', note: '记录有误' },
    });
    expect(told.find(({ kind }: any) => kind === 'incident.corrected').payload.changes).toEqual([
      { field: 'classCode', from: 'E0102', to: 'C0102' },
      { field: 'title', from: '暴露垃圾', to: '井盖缺失破损' },
      { field: 'position', from: '9.93, 50.001', to: '10.03, 50.001' },
      { field: 'areaCode', from: '990101001001', to: village },
      { field: 'address', from: '西路 1', to: '东路 2' },
      { field: 'grade', from: 4, to: 2 },
    ]);
  });

  it('takes along its reporter, pictures and entry in the search, and leaves the old area by name', async () => {
    const photoId = await waitingPhoto(db.database, officer);
    const reporter = { name: '张三', telephone: null, home: null, wantsCallBack: false };
    const id = await report({ source: 'hotline', reporter, photoIds: [photoId] });
    const { data } = await correct(officer, id, 1, { position: east });
    expect(data.moveIncident.photos).toEqual([{ id: photoId }]);
    const kept = await rows(sql`-- Where does all of it lie?
      select area_code as "areaCode" from reporters where incident_id = ${id}::uuid
      union all select area_code from photos where incident_id = ${id}::uuid
      union all select area_code from search_entries where kind = 'incident' and id = ${id}`);
    expect(kept).toEqual(Array(3).fill({ areaCode: '990101002001' }));
    const left = await rows(sql`-- What is told to whom?
      select kind, area_code as "areaCode" from journal where subject_id = ${id}
        and kind in ('incident.left-area', 'incident.corrected') order by seq`);
    expect(left).toEqual([
      { kind: 'incident.left-area', areaCode: '990101001001' },
      { kind: 'incident.corrected', areaCode: '990101002001' },
    ]);
  });

  it('is moved within its town by the town', async () => {
    const reporter = { name: '李四', telephone: null, home: null, wantsCallBack: false };
    const id = await report({ source: 'hotline', reporter });
    const town = await make('990101001', 'town-monitor');
    const { data, errors } = await correct(town, id, 1, {
      position: { longitude: 9.97, latitude: 50.001 },
    });
    expect(errors).toEqual([]);
    expect(data.moveIncident.area.code).toBe('990101001002');
    const [kept] = await rows(sql`-- Where is who told it?
      select area_code as "areaCode" from reporters where incident_id = ${id}::uuid`);
    expect(kept).toEqual({ areaCode: '990101001002' });
  });

  it('sent back for its class is put right, and its clock goes by the new class from where it began', async () => {
    const id = await report();
    await move(officer, id, 1, 'accept');
    const registered = await move(shift, id, 2, 'register');
    expect(registered.data.moveIncident.clock).toMatchObject({ unit: 'work-day', given: [1] });
    await move(dispatcher, id, 3, 'send-back', { note: '类别不对' });
    const corrected = await correct(shift, id, 4, { classCode: 'C0102' });
    expect(corrected.errors).toEqual([]);
    expect(corrected.data.moveIncident).toMatchObject({
      ...{ state: 'accepted', class: { code: 'C0102' } },
      clock: { unit: 'urgent-hour', given: [2], running: true },
    });
    expect(Date.parse(corrected.data.moveIncident.dueAt)).toBe(
      db.clock.now().getTime() + 2 * 3_600_000,
    );
    const again = await move(shift, id, 5, 'register');
    expect(again.data.moveIncident.clock).toMatchObject({ unit: 'urgent-hour', given: [2] });
  });

  it('of a class with conditions goes by the one that is named at its 立案', async () => {
    await db.database.write(systemViewer(), async (tx) => {
      for (const [name, hours] of [
        ['一', 3],
        ['二', 5],
      ] as const) {
        await tx.query(sql`-- A condition of the class
          insert into case_standards (id, class_code, condition, close_condition, limit_value, limit_unit)
          values (gen_random_uuid(), 'C0102', ${name}, '恢复', ${hours}, 'urgent-hour')`);
      }
    });
    const [second] = await rows(sql`-- The longer of them
      select id::text as id from case_standards where class_code = 'C0102' and limit_value = 5`);
    const id = await report();
    await move(officer, id, 1, 'accept');
    await move(shift, id, 2, 'register');
    await move(dispatcher, id, 3, 'send-back', { note: '类别不对' });
    const byClass = await correct(officer, id, 4, { classCode: 'C0102' });
    expect(byClass.data.moveIncident.clock).toMatchObject({ given: [2] });
    const named = await move(shift, id, 5, 'register', { standardId: second!['id'] });
    expect(named.data.moveIncident.clock).toMatchObject({ unit: 'urgent-hour', given: [5] });
  });

  it('is not put right by whoever may not, where it lies with others, or too late', async () => {
    const id = await report();
    const refused = async (who: Viewer, version: number, correction: object) =>
      (await correct(who, id, version, correction)).errors[0]?.extensions;
    for (const role of ['dispatcher', 'grid-worker', 'leader', 'auditor'] as const) {
      const reason = (await refused(await make(madeUpCounty, role), 1, { grade: 1 }))?.['reason'];
      expect(reason, role).toBe('permission-missing');
    }
    const elsewhere = await make('990101002', 'town-monitor');
    expect(await refused(elsewhere, 1, { grade: 1 })).toMatchObject({ reason: 'unknown-incident' });
    const town = await make('990101001', 'town-monitor');
    expect(await refused(town, 1, { position: east })).toMatchObject({ reason: 'outside-scope' });
    expect(await refused(officer, 7, { grade: 1 })).toMatchObject({ reason: 'version-conflict' });
    await move(officer, id, 1, 'accept');
    await move(shift, id, 2, 'register');
    expect(await refused(officer, 3, { grade: 1 })).toMatchObject({ reason: 'step-not-in-loop' });
    const [kept] = await rows(sql`-- Is it as it was?
      select grade, area_code as "areaCode", version from incidents where id = ${id}::uuid`);
    expect(kept).toEqual({ grade: 4, areaCode: '990101001001', version: 3 });
  });

  it('is not put right without a reason, by the same words, or with a class or grade that is none', async () => {
    const id = await report();
    const reasonOf = async (correction: object, note: string | null = '有误') =>
      (await move(officer, id, 1, 'correct', { note, correction })).errors[0]?.extensions?.[
        'reason'
      ];
    expect(await reasonOf({ grade: 2 }, null)).toBe('note-missing');
    expect(await reasonOf({})).toBe('correction-missing');
    expect(await reasonOf({ classCode: 'E0102', grade: 4, position: west })).toBe(
      'correction-missing',
    );
    expect(await reasonOf({ classCode: 'X' })).toBe('unknown-class');
    expect(await reasonOf({ grade: 5 })).toBe('unknown-grade');
  });
});

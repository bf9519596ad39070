import { randomUUID } from 'node:crypto';
import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCounty } from '#database/testing/made-up-county.ts';
import { pinyinInitials, searchGrams } from './search-grams.ts';
import type { Role } from 'grid-data';
import { beforeAll, expect, it } from 'vitest';

const entries = [
  ['place', 'p1', '990101001001', '青石镇第一中学', '人民路 18 号'],
  ['place', 'p2', '990101002001', '青石桥', '河边'],
  ['camera', 'cam-7', '990101001001', '青石桥北口', null],
  ['city-component', '9901010102000001', '990101001001', '污水井盖', '人民路'],
  ['place', 'p3', '990101001001', '100%纯水站', '人民路'],
  ['road', '12', '990101001001', '人民路', null],
  ['place', 'p4', '990101001001', '新青石桥村', '新村'],
  ['place', 'p5', '990101001001', '东环城北路8号', null],
] as const;

describeOnBothEngines('the search', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCounty(db.database);
    await db.database.write(systemViewer(), async (tx) => {
      for (const [kind, id, area, title, detail] of entries) {
        await tx.query(sql`-- An entry of the index
          insert into search_entries (kind, id, area_code, title, detail, grams)
          values (${kind}, ${id}, ${area}, ${title}, ${detail}, ${searchGrams([title, id, detail])})`);
      }
    });
    graph = new GraphUnderTest(db);
  });

  const find = async (text: string, areaCode = madeUpCounty, more = '') => {
    const { data, errors } = await graph.ask(
      viewerAt(areaCode),
      `query ($t: String!) { search(text: $t ${more}) { id } }`,
      { t: text },
    );
    expect(errors).toEqual([]);
    return data.search.map((hit: any) => hit.id);
  };

  it.each([
    ['a name', '青石桥', ['p2', 'cam-7', 'p4']],
    ['pinyin initials', 'qsq', ['p2', 'cam-7', 'p4']],
    ['initials in capitals', 'QSZDYZX', ['p1']],
    ['full pinyin', 'qingshiqiao', ['p2', 'cam-7', 'p4']],
    ['full pinyin, half typed', 'Qingshi q', ['p2', 'cam-7', 'p4']],
    ['full pinyin of an address', 'renminlu', ['12', 'p3', 'p1', '9901010102000001']],
    ['other syllables of the same initials', 'quanshiqiao', []],
    ['a code', '9901010102000001', ['9901010102000001']],
    ['the beginning of a code', '99010101', ['9901010102000001']],
    ['an address', '人民路18号', ['p1']],
    [
      'a name that is exactly so, before what only holds it',
      '人民路',
      ['12', 'p3', 'p1', '9901010102000001'],
    ],
    ['one letter, by its beginning', '新', ['p4']],
    ['an id with a mark in it', 'cam-7', ['cam-7']],
    ['a name with a percent sign', '100%纯', ['p3']],
    ['nothing but wildcards', '%_%', []],
    ['nothing', '   ', []],
    ['quotes and semicolons', "'; drop table areas; --", []],
  ])('by %s', async (_, text, expected) => {
    const found = await find(text);
    expect(new Set(found)).toEqual(new Set(expected));
    expect(found[0]).toBe(expected[0]);
  });

  it('finds only what lies in the scope', async () => {
    expect(await find('青石桥', '990101002')).toEqual(['p2']);
    expect(await find('p2', '990101001')).toEqual([]);
  });

  it('keeps to kinds and to its cap', async () => {
    expect(await find('青石桥', madeUpCounty, ', kinds: ["camera"]')).toEqual(['cam-7']);
    expect(await find('青石桥', madeUpCounty, ', first: 1')).toHaveLength(1);
    const { errors } = await graph.ask(
      viewerAt(madeUpCounty),
      '{ search(text: "x", first: 51) { id } }',
    );
    expect(errors[0]?.extensions?.['reason']).toBe('page-size');
  });

  it('finds by number or address what stands in no index: components and cells', async () => {
    await db.database.write(systemViewer(), async (tx) => {
      await tx.query(sql`-- A class, a component, a cell and a road
        insert into city_component_classes (code, name_zh, name_en, icon) values ('0103', 'x', 'x', 'x')`);
      await tx.query(sql`-- A component
        insert into city_components (code, class_code, name, area_code, state, address, position)
        values ('9901010103000042', '0103', '路灯', '990101001001', 'intact', '滨河大道 7 号', ST_SetSRID(ST_MakePoint(9.93, 50), 4490))`);
      await tx.query(sql`-- A cell
        insert into grid_cells (grid_system, code, name, area_code, outline, area_m2)
        values ('unit', '990101001001042', 'cell 42', '990101001001', ST_Multi(ST_MakeEnvelope(9.93, 50, 9.94, 50.01, 4490)), 1)`);
    });
    expect(await find('9901010103000042')).toEqual(['9901010103000042']);
    expect(await find('9901010103')).toEqual(['9901010103000042']);
    expect(await find('滨河大道7号')).toEqual(['9901010103000042']);
    expect(await find('滨河大道7号', '990101002')).toEqual([]);
    expect(await find('990101001001042')).toEqual(['unit:990101001001042']);
    expect(await find('990101001001042', '990101002')).toEqual([]);
  });

  it('finds who is on duty by name, post and area, for whoever reads units and within the scope', async () => {
    const leader = randomUUID();
    const walker = randomUUID();
    const asleep = randomUUID();
    await db.database.write(systemViewer(), async (tx) => {
      for (const [id, name, area] of [
        [leader, '韩梅梅', '990101001'],
        [walker, '韩建国', '990101002'],
        [asleep, '韩小雨', '990101001'],
      ] as const) {
        await tx.query(sql`-- A person
          insert into users (id, name, display_name, role, area_code, password_hash, created_at)
          values (${id}, ${`u-${id.slice(0, 8)}`}, ${name}, 'duty-officer', ${area}, 'x', ${db.clock.now()})`);
      }
      await tx.query(sql`-- One at the desk, one who has left it
        insert into duties (id, area_code, post, user_id, signed_in_at, signed_out_at)
        values (${randomUUID()}, '990101001', 'leader', ${leader}, ${db.clock.now()}, null),
          (${randomUUID()}, '990101001', 'leader', ${asleep}, ${db.clock.now()}, ${db.clock.now()})`);
      await tx.query(sql`-- One in the field
        insert into field_duties (id, user_id, area_code, unit_id, notice_read, started_at, ends_at)
        values (${randomUUID()}, ${walker}, '990101002', 'field-1', 1, ${db.clock.now()}, ${db.clock.now()})`);
      await tx.query(sql`-- As the unit that the map shows
        insert into units (id, name, kind, area_code, position)
        values ('field-1', '韩建国', 'grid-team', '990101002', ST_SetSRID(ST_MakePoint(9.93, 50), 4490))`);
    });
    const people = async (text: string, area = madeUpCounty, role: Role = 'duty-officer') => {
      const { data, errors } = await graph.ask(
        viewerAt(area, role),
        '{ search(text: "' + text + '") { kind id title detail post position { longitude } } }',
      );
      expect(errors).toEqual([]);
      return data.search.filter(({ kind }: any) => kind === 'person');
    };
    const desk = expect.objectContaining({
      id: 'duty:990101001:leader',
      title: '韩梅梅',
      post: 'leader',
    });
    const field = expect.objectContaining({
      id: 'unit:field-1',
      title: '韩建国',
      post: 'grid-worker',
      position: { longitude: 9.93 },
    });
    for (const text of ['韩', 'han', '韩梅梅', 'hmm', 'hanmeimei', 'HanMei']) {
      expect(await people(text), text).toContainEqual(desk);
    }
    expect(await people('hanjianguo')).toEqual([field]);
    expect(await people('hanxiaoyu')).toEqual([]);
    expect(await people('韩', '990101001')).toEqual([desk]);
    expect(await people('韩', '990101002')).toEqual([field]);
    // Sees the map and reads no units.
    expect(await people('韩', madeUpCounty, 'grid-worker')).toEqual([]);
  });

  it('finds roads and waters of the base map by name and initials, for everybody', async () => {
    await db.database.write(systemViewer(), async (tx) => {
      for (const [id, layer, name] of [
        [9, 'road', '环城北路'],
        [10, 'river', '清水河'],
        [11, 'lake', '清水河'],
        [12, 'land-use', '清水公园'],
      ] as const) {
        await tx.query(sql`-- A part of the ground
          insert into base_features (id, layer, kind, name, pinyin_initials, geometry)
          values (${id}, ${layer}, 'x', ${name}, ${pinyinInitials(name)},
            ST_SetSRID(ST_MakeLine(ST_MakePoint(9.9, 50), ST_MakePoint(10.1, 50)), 4490))`);
      }
    });
    expect(await find('环城')).toEqual(['9', 'p5']);
    expect(await find('HCBL', '990101002')).toEqual(['9']);
    // The road itself stands before the door plates along it.
    expect(await find('hcbl')).toEqual(['9', 'p5']);
    expect(await find('清水')).toEqual(['10']);
    expect(await find('qsh')).toEqual(['10']);
    expect(await find('qingshuihe')).toEqual(['10']);
    expect(await find('huanchengbei')).toEqual(['9', 'p5']);
    expect(await find('qsh', madeUpCounty, ', kinds: ["road"]')).toEqual([]);
  });

  it('finds incidents, what is reported now and what is past, the newest first', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A class
        insert into incident_classes (code, kind, name_zh, name_en, icon, default_grade, limit_value, limit_unit, purposes)
        values ('E1', 'event', '水浸', 'Flood', 'x', 4, 1, 'work-day', '{city-management}')`),
    );
    const officer = viewerAt(madeUpCounty);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Who reports
        insert into users (id, name, display_name, role, area_code, password_hash, created_at)
        values (${officer.userId}, 'officer', 'x', 'duty-officer', '', 'x', ${db.clock.now()})`),
    );
    const report = async (address: string) => {
      const { data, errors } = await graph.ask(
        officer,
        `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }`,
        {
          input: {
            commandId: randomUUID(),
            classCode: 'E1',
            title: '涵洞积水',
            address,
            position: { longitude: 9.93, latitude: 50 },
          },
        },
      );
      expect(errors).toEqual([]);
      return data.reportIncident.id as string;
    };
    const past = await report('东门 3 号');
    db.clock.advanceSeconds(60);
    const now = await report('西门 4 号');
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- The older is a closed case
        update incidents set state = 'closed', case_no = '9901012026050100017' where id = ${past}`),
    );
    expect(await find('涵洞')).toEqual([now, past]);
    expect(await find('hdjs')).toEqual([now, past]);
    expect(await find('handongjishui')).toEqual([now, past]);
    expect(await find('东门3号')).toEqual([past]);
    expect(await find('00017')).toEqual([past]);
    expect(await find('20260501')).toEqual([past]);
    expect(await find('涵洞', '990101002')).toEqual([]);
    expect(await find('00017', '990101002')).toEqual([]);
    expect(await find('涵洞', madeUpCounty, ', kinds: ["place"]')).toEqual([]);
  });
});

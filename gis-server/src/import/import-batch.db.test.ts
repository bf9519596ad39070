import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from '#database/sql.ts';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { insertMadeUpCounty, madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { fromCgcs2000, type Datum } from 'grid-data';
import type { ImportKind, SourceRow } from 'grid-data/import';
import { beforeAll, expect, test } from 'vitest';
import { ImportBatch, type ImportEvent } from './import-batch.ts';

describeOnBothEngines('an upload', (db) => {
  beforeAll(() => insertMadeUpCounty(db.database));

  const root = viewerAt(madeUpCounty, 'administrator');

  async function bring(kind: ImportKind, rows: SourceRow[], options: Partial<Options> = {}) {
    const { viewer = root, datum = 'cgcs2000', dryRun = false, body = uploadOf(rows) } = options;
    const events: ImportEvent[] = [];
    const order = { kind, datum, fileName: `${kind}.csv`, dryRun };
    const batch = new ImportBatch(db, viewer, order);
    const upload = Readable.from(body.map((line) => Buffer.from(line)));
    for await (const event of batch.run(upload)) events.push(event);
    const reasons = events
      .filter((event) => event.type === 'rejected')
      .map(({ line, reason }) => [line, reason]);
    return { reasons, events, done: events.at(-1) };
  }

  function ask<Row>(statement: string): Promise<Row[]> {
    return db.database.inScope(systemViewer(), (reading) =>
      reading.query<Row>(sql([`-- test\n${statement}`] as unknown as TemplateStringsArray)),
    );
  }

  test('cameras are stored in their village, found, and written to the journal', async () => {
    const { reasons, done } = await bring('cameras', [
      camera(2, { id: 'A' }),
      camera(3, { id: 'B', longitude: 10.07, streamAddress: 'rtsp://user:secret@10.0.0.9/1' }),
    ]);
    expect(reasons).toEqual([]);
    expect(done).toEqual({ type: 'done', accepted: 2, rejected: 0, stored: true });
    expect(await ask(`select id, area_code, bearing_deg from cameras order by id`)).toEqual([
      { id: 'A', area_code: '990101001001', bearing_deg: null },
      { id: 'B', area_code: '990101002002', bearing_deg: null },
    ]);
    expect(await ask(`select id from search_entries where kind = 'camera'`)).toHaveLength(2);
    const [row] = await ask<{ payload: unknown }>(
      `select payload from journal where kind = 'import.applied' order by seq desc limit 1`,
    );
    expect(row?.payload).toMatchObject({ kind: 'cameras', accepted: 2 });
  });

  test('a camera brought in anew is unknown until it is tried, whatever became of its pulls before', async () => {
    await bring('cameras', [camera(2, { id: 'G', streamAddress: 'rtsp://10.0.0.9/1' })]);
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A pull failed
        update cameras set state = 'offline', state_reason = 'camera-unreachable' where id = 'G'`),
    );
    await bring('cameras', [camera(2, { id: 'G', streamAddress: 'rtsp://10.0.0.10/1' })]);
    expect(await ask(`select state, state_reason, direct_url from cameras where id = 'G'`)).toEqual(
      [{ state: 'unknown', state_reason: null, direct_url: 'rtsp://10.0.0.10/1' }],
    );
  });

  test('each row that cannot be taken is named with its line, and the others are stored', async () => {
    const { reasons } = await bring('cameras', [
      camera(2, { id: 'C' }),
      camera(3, { id: 'C' }),
      camera(4, { id: 'D', longitude: 50 }),
      camera(5, { id: 'E', longitude: 'NaN' }),
      camera(6, { id: 'F', placeClass: 'changing-room' }),
    ]);
    expect(reasons.sort()).toEqual([
      [3, 'twice-in-file'],
      [4, 'outside-every-area'],
      [5, 'not-finite'],
      [6, 'forbidden-place-class'],
    ]);
    expect(await ask(`select id from cameras where id in ('C','D','E','F')`)).toEqual([
      { id: 'C' },
    ]);
  });

  test('a town cannot bring in things of another town', async () => {
    const viewer = viewerAt('990101001', 'administrator');
    const { reasons } = await bring('places', [place(2, 9.93), place(3, 10.07)], { viewer });
    expect(reasons).toEqual([[3, 'outside-every-area']]);
    expect(await ask(`select id from places`)).toEqual([{ id: 'P2' }]);
  });

  test('an upload that breaks off stores nothing', async () => {
    const whole = uploadOf([place(20, 9.93), place(21, 9.93)]);
    await expect(bring('places', [], { body: whole.slice(0, 2) })).rejects.toThrow('broke off');
    const changed = [whole[0]!.replace('P20', 'P29'), ...whole.slice(1)];
    await expect(bring('places', [], { body: changed })).rejects.toThrow('closing line');
    expect(await ask(`select id from places where id in ('P20','P21','P29')`)).toEqual([]);
    expect(await ask(`select * from import_rows`)).toEqual([]);
  });

  test('a dry run checks everything and stores nothing', async () => {
    const { done } = await bring('places', [place(30, 9.93)], { dryRun: true });
    expect(done).toEqual({ type: 'done', accepted: 1, rejected: 0, stored: false });
    expect(await ask(`select id from places where id = 'P30'`)).toEqual([]);
  });

  test('an upload whose end cannot be written down stores nothing and is not called done', async () => {
    await db.pool.pool.query(
      `alter table import_batches add constraint no_end check (state <> 'applied') not valid`,
    );
    const events: ImportEvent[] = [];
    const order = { kind: 'places', datum: 'wgs84', fileName: 'full.csv', dryRun: false } as const;
    const upload = Readable.from(uploadOf([place(40, 9.93)]).map((line) => Buffer.from(line)));
    try {
      const taken = async () => {
        for await (const event of new ImportBatch(db, root, order).run(upload)) events.push(event);
      };
      await expect(taken()).rejects.toThrow();
    } finally {
      await db.pool.pool.query('alter table import_batches drop constraint no_end');
    }
    expect(events.some(({ type }) => type === 'done')).toBe(false);
    expect(await ask(`select id from places where id = 'P40'`)).toEqual([]);
    expect(await ask(`select * from import_rows`)).toEqual([]);
    expect(await ask(`select state from import_batches where file_name = 'full.csv'`)).toEqual([
      { state: 'failed' },
    ]);
  });

  test('an upload goes no further than its events are read, and ends with who reads them', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.from('{}\n');
        // Others get their turn, as between chunks of a network.
        await new Promise(setImmediate);
      }
    }
    const order = { kind: 'places', datum: 'wgs84', fileName: 'left.csv', dryRun: false } as const;
    const batch = new ImportBatch(db, root, order).run(Readable.from(endless()));
    for (let line = 1; line <= 5; line += 1) {
      expect((await batch.next()).value).toMatchObject({ type: 'rejected', line });
    }
    await batch.return();
    // What a stream reads ahead, and no more.
    expect(sent).toBeLessThan(100);
    expect(await ask(`select state from import_batches where file_name = 'left.csv'`)).toEqual([
      { state: 'failed' },
    ]);
  });

  test('rows in GCJ-02 that are declared WGS-84 are warned of along known roads', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- test: a road
        insert into base_features (id, layer, kind, geometry) values (1, 'road', 'primary',
          st_geomfromtext('LINESTRING(105.0 30.0, 105.2 30.0)', 4490))`),
    );
    const shifted = Array.from({ length: 40 }, (_, i) => {
      const [longitude, latitude] = fromCgcs2000('gcj02', [105.02 + i * 0.004, 30]);
      return {
        line: i + 2,
        fields: { id: `G${i}`, name: 'x', kind: 'school', longitude, latitude },
      };
    });
    const wrong = await bring('places', shifted, { datum: 'wgs84', dryRun: true });
    expect(wrong.events.find(({ type }) => type === 'warning')).toMatchObject({
      text: expect.stringContaining('read as gcj02'),
    });
    const right = await bring('places', shifted, { datum: 'gcj02', dryRun: true });
    expect(right.events.some(({ type }) => type === 'warning')).toBe(false);
  });

  test('cells, their workers with posts A and B, and accounts come in', async () => {
    const cell = { gridSystem: 'governance', code: '990101001001001' };
    await bring('grid-cells', [{ line: 1, fields: cell, geometry: squareAt(9.93, 50, 0.01) }]);
    const worker = (line: number, accountName: string, post: string) => ({
      line,
      fields: {
        accountName,
        displayName: accountName,
        gridSystem: cell.gridSystem,
        gridCode: cell.code,
        post,
        password: 'a long password',
      },
    });
    const workers = await bring('grid-workers', [worker(2, 'w.one', 'A'), worker(3, 'w.two', 'B')]);
    expect(workers.reasons).toEqual([]);
    expect(
      await ask(
        `select name, post from grid_worker_assignments join users on id = user_id order by post`,
      ),
    ).toEqual([
      { name: 'w.one', post: 'A' },
      { name: 'w.two', post: 'B' },
    ]);
    const account = {
      name: 'town.one',
      displayName: 'x',
      role: 'town-monitor',
      areaCode: '990101001',
      password: 'a long password',
    };
    await bring('accounts', [{ line: 2, fields: account }]);
    const again = await bring('accounts', [{ line: 2, fields: account }]);
    expect(again.reasons).toEqual([[2, 'account-exists']]);
    expect(JSON.stringify(await ask(`select * from users`))).not.toContain('a long password');
    const created = await ask(
      `select payload ->> 'name' as name, area_code as area, actor_id is not null as acted
       from journal where kind = 'account.created' order by 1`,
    );
    expect(created).toEqual([
      { name: 'town.one', area: '990101001', acted: true },
      { name: 'w.one', area: '990101001001', acted: true },
      { name: 'w.two', area: '990101001001', acted: true },
    ]);
  });

  test('a name that another town has is refused as taken, and its other rows are stored', async () => {
    const viewer = viewerAt('990101002', 'administrator');
    const account = (line: number, name: string) => ({
      line,
      fields: {
        name,
        displayName: 'x',
        role: '村干部',
        areaCode: '990101002001',
        password: 'a long password',
      },
    });
    const { events, reasons } = await bring(
      'accounts',
      [account(2, 'town.one'), account(3, 'town.two')],
      { viewer },
    );
    expect(reasons).toEqual([[2, 'name-taken']]);
    expect(events).toContainEqual(
      expect.objectContaining({ detail: 'the name town.one is taken' }),
    );
    const cell = { gridSystem: 'governance', code: '990101002001001' };
    await bring('grid-cells', [{ line: 1, fields: cell, geometry: squareAt(10.03, 50, 0.01) }]);
    const worker = {
      gridSystem: cell.gridSystem,
      gridCode: cell.code,
      post: 'A',
      displayName: 'x',
    };
    const workers = await bring(
      'grid-workers',
      [{ line: 2, fields: { ...worker, accountName: 'w.one' } }],
      { viewer },
    );
    expect(workers.reasons).toEqual([[2, 'name-taken']]);
  });

  test('departments come in, and accounts may stand in them', async () => {
    const { reasons } = await bring('departments', [
      { line: 2, fields: { 部门代码: 'street-lamps', 部门名称: '路灯管理所' } },
      { line: 3, fields: { code: 'town-team', name: '执法队', areaCode: '990101001' } },
      { line: 4, fields: { code: 'far-team', name: '执法队', areaCode: '880101001' } },
    ]);
    expect(reasons).toEqual([[4, 'unknown-area']]);
    expect(
      await ask(`select code, name_zh, name_en, area_code from departments order by code`),
    ).toEqual([
      { code: 'street-lamps', name_zh: '路灯管理所', name_en: '路灯管理所', area_code: '' },
      { code: 'town-team', name_zh: '执法队', name_en: '执法队', area_code: '990101001' },
    ]);
    const account = (line: number, departmentCode: string) => ({
      line,
      fields: {
        name: `dept.${line}`,
        displayName: 'x',
        role: '专业部门',
        areaCode: '990101',
        departmentCode,
        password: 'a long password',
      },
    });
    const accounts = await bring('accounts', [account(2, 'street-lamps'), account(3, 'no-such')]);
    expect(accounts.reasons).toEqual([[3, 'unknown-department']]);
  });

  test('a component keeps the cell of its register; without one it gets the cell that holds it', async () => {
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- test: a class
        insert into city_component_classes (code, name_zh, name_en, icon) values ('0118', '路灯', 'Lamp', 'lamp')`),
    );
    const cell = { gridSystem: 'unit', code: '990101001001001' };
    await bring('grid-cells', [{ line: 1, fields: cell, geometry: squareAt(9.93, 50, 0.01) }]);
    const lamp = (line: number, more: object) => ({
      line,
      fields: { ObjID: `990101011800000${line}`, longitude: 9.93, latitude: 50, ...more },
    });
    await bring('city-components', [lamp(2, { BGID: '990101001001777' }), lamp(3, {})]);
    expect(await ask(`select unit_grid_code from city_components order by code`)).toEqual([
      { unit_grid_code: '990101001001777' },
      { unit_grid_code: '990101001001001' },
    ]);
  });

  test('a whole county that nobody knew comes in from its outlines', async () => {
    const area = (line: number, code: string, half: number) => ({
      line,
      fields: { code, name: `area ${code}` },
      geometry: squareAt(20, 40, half),
    });
    const { reasons } = await bring('areas', [
      area(1, '880202', 0.1),
      area(2, '880202001', 0.05),
      area(3, '880202001001', 0.02),
      area(4, '880303001', 0.02),
    ]);
    expect(reasons).toEqual([[4, 'parent-missing']]);
    expect(
      await ask(`select code, level, parent_code from areas where code like '880%' order by code`),
    ).toEqual([
      { code: '880202', level: 'county', parent_code: null },
      { code: '880202001', level: 'township', parent_code: '880202' },
      { code: '880202001001', level: 'village', parent_code: '880202001' },
    ]);
  });
});

type Options = { viewer: Viewer; datum: Datum; dryRun: boolean; body: string[] };

function uploadOf(rows: SourceRow[]): string[] {
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  const sha256 = createHash('sha256').update(lines.join('')).digest('hex');
  return [...lines, `${JSON.stringify({ end: { count: rows.length, sha256 } })}\n`];
}

function camera(line: number, fields: Record<string, unknown>): SourceRow {
  const common = { name: 'x', owner: '城管', placeClass: 'street', purposes: '城市管理' };
  return { line, fields: { ...common, longitude: 9.93, latitude: 50, ...fields } };
}

function place(line: number, longitude: number): SourceRow {
  return { line, fields: { id: `P${line}`, name: 'x', kind: 'school', longitude, latitude: 50 } };
}

function squareAt(longitude: number, latitude: number, half: number) {
  const [w, s, e, n] = [longitude - half, latitude - half, longitude + half, latitude + half];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
}

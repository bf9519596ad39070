import { createHash, randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { checkQueryLimits } from '#graphql/query-limits.ts';
import { GraphUnderTest, schemaUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { parse, type OperationDefinitionNode } from 'graphql';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { checkMayImport, ImportBatch, type ImportEvent } from '#import/import-batch.ts';
import type { ImportKind, SourceRow } from 'grid-data/import';
import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);
const elsewhere = idsIn('990101002001');
const unitDocument = `query ($id: ID!) { keyUnit(id: $id) {
  name kind personInCharge initials violationCount violations { id } } }`;

describeOnBothEngines('key units and regulations', (db) => {
  let graph: GraphUnderTest;
  let worker: Viewer;
  let administrator: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const at = (...of: Parameters<typeof viewerAt>) => seeAccountOf(db.database, viewerAt(...of));
    worker = await at(targetVillage, 'grid-worker');
    administrator = await at(madeUpCounty, 'administrator');
  });

  const report = (keyUnitId: string) =>
    graph.ask(
      worker,
      'mutation ($i: ReportIncidentInput!) { reportIncident(input: $i) { id keyUnit { id } history { payload } } }',
      {
        i: {
          commandId: randomUUID(),
          classCode: 'E0102',
          position: { longitude: 9.93, latitude: 50 },
          keyUnitId,
        },
      },
    );
  const bring = async (kind: ImportKind, rows: SourceRow['fields'][]) => {
    const events: ImportEvent[] = [];
    const order = { kind, datum: 'cgcs2000', fileName: `${kind}.csv`, dryRun: false } as const;
    const batch = new ImportBatch(db, administrator, order);
    const upload = uploadOf(rows.map((fields, i) => ({ line: i + 2, fields })));
    for await (const event of batch.run(upload)) events.push(event);
    return events.flatMap((event) =>
      event.type === 'rejected' ? [[event.line, event.reason]] : [],
    );
  };

  it('what nobody has verified holds against no unit; what was registered does', async () => {
    const violations = async () =>
      (await graph.ask(worker, unitDocument, { id: ids.keyUnit })).data;
    expect((await violations()).keyUnit).toMatchObject({ violationCount: 0, violations: [] });
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- It is put on the books
        update incidents set registered_at = now() where id = ${ids.incident(2)}::uuid`),
    );
    expect((await violations()).keyUnit).toEqual({
      name: '青石便利店',
      kind: 'shop',
      personInCharge: '张**',
      initials: 'qsbld longroad7',
      violationCount: 1,
      violations: [{ id: ids.incident(2) }],
    });
    await db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- It was none
        update incidents set state = 'voided' where id = ${ids.incident(2)}::uuid`),
    );
    expect((await violations()).keyUnit.violationCount).toBe(0);
  });

  it('a phone may ask for all units of a large area at once', async () => {
    const document =
      parse(`{ keyUnits(first: 500) { nodes { id name kind address personInCharge initials
      violationCount position { longitude latitude } violations { id caseNo state reportedAt
      class { code nameZh nameEn } } } pageInfo { hasNextPage } } }`);
    const [operation] = document.definitions as OperationDefinitionNode[];
    expect(() => checkQueryLimits(schemaUnderTest, document, operation!, {})).not.toThrow();
  });

  it('a report says which unit it is about, and its journal row says so too', async () => {
    const { data, errors } = await report(ids.keyUnit);
    expect(errors).toEqual([]);
    expect(data.reportIncident.keyUnit).toEqual({ id: ids.keyUnit });
    expect(data.reportIncident.history[0].payload).toMatchObject({ keyUnitId: ids.keyUnit });
  });

  it('nobody ties a case to a unit of another village', async () => {
    const { code, errors } = await report(elsewhere.keyUnit);
    expect(code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).toContain('unknown-key-unit');
  });

  it('units come by file, each fault named, and of who answers for one the family name stays', async () => {
    const unit = (id: string, more: object = {}) => ({
      编号: id,
      单位名称: '柳塘小吃店',
      单位类别: '餐饮',
      负责人: '欧阳丽华',
      经度: 9.93,
      纬度: 50,
      ...more,
    });
    const rejected = await bring('key-units', [
      unit('U1'),
      unit('U1'),
      unit('U2', { 单位类别: '飞船' }),
      unit('U3', { 经度: 50 }),
      unit('U4', { 注销: '是' }),
    ]);
    expect(rejected.sort()).toEqual([
      [3, 'twice-in-file'],
      [4, 'invalid-field'],
      [5, 'outside-every-area'],
    ]);
    const { data } = await graph.ask(worker, '{ keyUnits { nodes { id kind personInCharge } } }');
    expect(data.keyUnits.nodes).toEqual([
      { id: 'U1', kind: 'eatery', personInCharge: '欧**' },
      { id: ids.keyUnit, kind: 'shop', personInCharge: '张**' },
    ]);
  });

  it('pages hold each unit once', async () => {
    const document = `query ($after: String) { keyUnits(first: 1, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 9; page += 1) {
      const { data } = await graph.ask(administrator, document, { after });
      const { nodes, pageInfo }: Loose = data.keyUnits;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.filter((id) => id.startsWith('key-unit-'))).toHaveLength(4);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('regulations come by file for the whole city alone, of classes that there are', async () => {
    const article = (code: string, classes: string) => ({
      代码: code,
      法规名称: '《市容条例》',
      条款: '第二条',
      内容: '保持整洁。',
      摘要: '否',
      来源: '某令',
      适用类别: classes,
    });
    const rows = [article('a-2', 'E0102;C0102'), article('a-3', 'E9999')];
    expect(await bring('regulations', rows)).toEqual([[3, 'unknown-class']]);
    const { data } = await graph.ask(
      worker,
      '{ regulations { code summary initials classes { code } } }',
    );
    expect(data.regulations).toContainEqual({
      code: 'a-2',
      summary: false,
      initials: 'srtl det bllj jgqsps',
      classes: [{ code: 'E0102' }, { code: 'C0102' }],
    });
    const township = viewerAt('990101001', 'administrator');
    expect(() => checkMayImport(township, 'regulations')).toThrow('whole city');
  });
});

function uploadOf(rows: SourceRow[]): Readable {
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  const sha256 = createHash('sha256').update(lines.join('')).digest('hex');
  const end = `${JSON.stringify({ end: { count: rows.length, sha256 } })}\n`;
  return Readable.from([...lines, end].map((line) => Buffer.from(line)));
}

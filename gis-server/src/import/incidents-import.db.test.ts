import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';
import { ImportBatch } from './import-batch.ts';

const officer = viewerAt(madeUpCounty);
const administrator = viewerAt(madeUpCounty, 'administrator');

describeOnBothEngines('reports of other systems', (db) => {
  let graph: GraphUnderTest;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
  });

  const bring = async (rows: object[]) => {
    const lines = rows.map((fields, index) => {
      const place = { 经度: 9.93, 纬度: 50.001 };
      return `${JSON.stringify({ line: index + 2, fields: { ...place, ...fields } })}\n`;
    });
    const sha256 = createHash('sha256').update(lines.join('')).digest('hex');
    const end = `${JSON.stringify({ end: { count: rows.length, sha256 } })}\n`;
    const order = {
      kind: 'incidents',
      datum: 'cgcs2000',
      fileName: 'a.csv',
      dryRun: false,
    } as const;
    const refused: [number, string][] = [];
    const upload = Readable.from([...lines, end].map((line) => Buffer.from(line)));
    for await (const event of new ImportBatch(db, administrator, order).run(upload)) {
      if (event.type === 'rejected') refused.push([event.line, event.reason]);
    }
    return refused;
  };
  const found = async (title: string) => {
    const { data } = await graph.ask(
      officer,
      `query ($text: String!) { search(text: $text) { kind id } }`,
      { text: title },
    );
    const [{ id }] = data.search;
    const { data: read } = await graph.ask(
      officer,
      `query ($id: ID!) { incident(id: $id) { version title description source state reportedAt
        unitGridCell { code } area { code } cityComponent { code } order { externalId revision }
        reporter { name telephone } history { kind payload } } }`,
      { id },
    );
    return read.incident;
  };
  const cases = async () => {
    const [row] = await db.database.inScope(systemViewer(), (tx) =>
      tx.query<{ count: number }>(sql`-- How many cases are there?
        select count(*)::integer as count from incidents`),
    );
    return row!.count;
  };

  it('come in by the words of an office file, are found, and stand in their cells', async () => {
    const row = {
      来源: '110',
      工单编号: 'J-1',
      小类名称: '暴露垃圾',
      标题: '路口堆放垃圾袋',
      上报时间: '2026/5/4 09:30',
      报告人: '张三丰',
      联系电话: '13812345678',
    };
    expect(await bring([row])).toEqual([]);
    expect(await found('路口堆放垃圾袋')).toMatchObject({
      source: 'police-110',
      state: 'reported',
      reportedAt: '2026-05-04T01:30:00.000Z',
      area: { code: '990101001001' },
      unitGridCell: { code: '990101001001001' },
      order: { externalId: 'J-1', revision: 1 },
      reporter: { name: '张**', telephone: '138****5678' },
      history: [{ kind: 'incident.reported' }],
    });
  });

  it('come in once, and in a newer revision change what it says', async () => {
    const row = { 编号: 'J-2', 类别代码: 'E0102', 标题: '第二路口垃圾', 描述: '一袋' };
    await bring([row]);
    const before = await cases();
    expect(await bring([row, { ...row, 编号: 'J-3', 标题: '第三路口垃圾' }])).toEqual([]);
    expect(await cases()).toBe(before + 1);
    expect(await bring([{ ...row, 版本: 2, 描述: '两袋' }])).toEqual([]);
    expect(await bring([{ ...row, 版本: 1, 描述: '三袋' }])).toEqual([]);
    expect(await cases()).toBe(before + 1);
    const { history, ...incident } = await found('第二路口垃圾');
    expect(incident).toMatchObject({ version: 2, description: '两袋', order: { revision: 2 } });
    expect(history.slice(1)).toMatchObject([
      { kind: 'incident.revised', payload: { revision: 2, changed: ['description'] } },
    ]);
  });

  it('of a sensor are alarms with their own numbers, each once', async () => {
    const row = { 来源: '感知设备', 编号: 'S-1:2026-05-04', 类别代码: 'E0102', 标题: '水位报警' };
    const before = await cases();
    expect(await bring([row])).toEqual([]);
    expect(await bring([row])).toEqual([]);
    expect(await cases()).toBe(before + 1);
    expect(await found('水位报警')).toMatchObject({
      source: 'sensor',
      order: { externalId: 'S-1:2026-05-04', revision: 1 },
    });
  });

  it('may name the city component that they are about', async () => {
    const component = idsIn('990101001001').component(1);
    const row = { 编号: 'J-5', 类别代码: 'C0102', 标题: '井盖破了', 部件编码: component };
    expect(await bring([row, { ...row, 编号: 'J-6', 部件编码: '9901019999999999' }])).toEqual([
      [3, 'unknown-city-component'],
    ]);
    expect(await found('井盖破了')).toMatchObject({
      cityComponent: { code: component },
      history: [{ kind: 'incident.reported', payload: { componentCode: component } }],
    });
  });

  it('are refused by name where they cannot be taken, and the others come in', async () => {
    const row = { 编号: 'J-9', 类别代码: 'E0102' };
    const before = await cases();
    const refused = await bring([
      { ...row, 编号: 'J-10' },
      { ...row, 编号: 'J-11', 类别代码: 'E9999' },
      { ...row, 编号: 'J-12', 上报时间: '2099-01-01 00:00' },
      { ...row, 编号: 'J-13', 经度: 50 },
      { ...row, 编号: 'J-10' },
      { ...row, 编号: 'J-14', 是否回访: '是' },
      { 编号: 'J-15' },
    ]);
    expect(refused.toSorted(([a], [b]) => a - b)).toMatchObject([
      [3, 'unknown-class'],
      [4, 'seen-in-future'],
      [5, 'outside-every-area'],
      [6, 'twice-in-file'],
      [7, expect.any(String)],
      [8, expect.any(String)],
    ]);
    expect(await cases()).toBe(before + 1);
  });
});

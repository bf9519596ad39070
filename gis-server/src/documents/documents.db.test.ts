/** Files are read here by others than those who wrote them: PDF by Mozilla's reader, workbooks by their own XML. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { readPdf } from './testing/read-pdf.ts';
import { readXlsx } from './testing/read-xlsx.ts';

/** One grey point. */
const smallestJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

/** May by the clock of the city. */
const stretch = 'from: "2026-04-30T16:00:00Z", to: "2026-05-31T16:00:00Z"';

describeOnBothEngines('a document', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
  });

  const make = async (format: string, language: string, commandId = randomUUID()) => {
    const { data, errors } = await graph.ask(
      officer,
      `mutation ($c: ID!, $format: String!, $language: String!) { makeEvaluationDocument(input: {
        commandId: $c, areaCode: "${madeUpCounty}", ${stretch}, format: $format, language: $language }) {
        id title fileName bytes sha256 madeBy } }`,
      { c: commandId, format, language },
    );
    expect(errors).toEqual([]);
    return data.makeEvaluationDocument;
  };
  /** As one that came with the report. */
  const addPhoto = (incidentId: string) =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- A photo of the case
        insert into photos (id, uploader, uploaded_at, original_sha256, incident_id, move, added_at, area_code,
          width, height, sha256, picture, preview)
        values (${randomUUID()}, 'x', ${db.clock.now()}, ${'0'.repeat(64)}, ${incidentId}, 'report',
          ${db.clock.now()}, ${targetVillage}, 1, 1, ${'0'.repeat(64)}, ${smallestJpeg}, ${smallestJpeg})`),
    );
  const contentOf = async (id: string) =>
    (await graph.services.documents.withContent(officer, id)).content;

  it('of an evaluation is a PDF with Chinese letters of its own and every formula', async () => {
    const made = await make('pdf', 'zh-CN');
    const content = await contentOf(made.id);
    expect(createHash('sha256').update(content).digest('hex')).toBe(made.sha256);
    const { text, fonts } = await readPdf(content);
    expect(text).toContain(`area ${madeUpCounty}综合评价`);
    expect(text).toContain('按期处置率 = 按期处置 ÷ 期内应处置');
    expect(text).toContain('城管局');
    expect(text).not.toContain('〓');
    // Each font is a part of one: six letters and a plus before its name.
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC/);
    expect(content.length).toBeLessThan(200_000);
  });

  it('of an evaluation is a workbook whose figures are the numbers of the screen', async () => {
    const made = await make('xlsx', 'zh-CN');
    const sheets = readXlsx(await contentOf(made.id));
    expect(sheets.map(({ name }) => name)).toEqual([
      '1 指标',
      '2 按部门',
      '3 按区域',
      '4 成绩单 2026-05',
      '5 摄像机使用 按区域',
      '6 摄像机使用 按平台',
    ]);
    const use = await graph.ask(
      officer,
      `{ cameraUse(areaCode: "${madeUpCounty}", ${stretch}, by: "area") { whole { cameras unwatched looks } } }`,
    );
    const { cameras, unwatched, looks } = use.data.cameraUse.whole;
    expect(cameras).toBeGreaterThan(0);
    expect(sheets[4]!.rows.at(-1)?.slice(0, 4)).toEqual(['合计', cameras, unwatched, looks]);
    const { data } = await graph.ask(
      officer,
      `{ evaluation(areaCode: "${madeUpCounty}", ${stretch}) { nameZh value denominator } }`,
    );
    for (const { nameZh, value, denominator } of data.evaluation) {
      const row = sheets[0]!.rows.find(([name]) => String(name).startsWith(`${nameZh} (`));
      expect([row?.[1], row?.[3]], nameZh).toEqual([value ?? '—', denominator]);
    }
  });

  it('of an evaluation ranks departments and areas of its last month, with half a year behind them', async () => {
    const { data } = await graph.ask(
      officer,
      `query { ${['department', 'area'].map(
        (by) => `${by}: scorecard(areaCode: "${madeUpCounty}", month: "2026-05", by: "${by}") {
          textZh textEn rows { nameZh nameEn rank rankBefore score grade figures { value } trend { month score } } }`,
      )} }`,
    );
    const [sheet] = readXlsx(await contentOf((await make('xlsx', 'zh-CN')).id)).filter(
      ({ name }) => name === '4 成绩单 2026-05',
    );
    const written = sheet!.rows.map((row) => JSON.stringify(row));
    for (const { rows } of [data.department, data.area]) {
      expect(rows.length).toBeGreaterThan(1);
      for (const { nameZh, rank, rankBefore, score, grade, figures, trend } of rows) {
        const shown = (cells: unknown[]) => JSON.stringify(cells.map((cell) => cell ?? '—'));
        const values = figures.map(({ value }: { value: number | null }) => value);
        expect(written).toContain(shown([nameZh, rank, rankBefore, score, grade, ...values]));
        const scores = trend.map((each: { score: number | null }) => each.score);
        expect(scores).toHaveLength(6);
        expect(written).toContain(shown([nameZh, ...scores]));
      }
    }
    // One of them has a score: an empty card would be written as well.
    expect(data.department.rows.some(({ score }: { score: number | null }) => score !== null)).toBe(
      true,
    );
    expect(written.join()).toContain(data.department.textZh);
    expect(written.join()).toContain('2025-12');
    const { text } = await readPdf(await contentOf((await make('pdf', 'en')).id));
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Scorecard 2026-05');
    expect(words).toContain('Month before');
  });

  it('speaks the language that is asked for', async () => {
    const { text } = await readPdf(await contentOf((await make('pdf', 'en')).id));
    // Cells break their lines.
    const words = text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Disposed in time ÷ due for disposal in the period');
    expect(words).toContain('City Management');
  });

  it('of a case tells its clock, its place, its photos and its story, in words of the house', async () => {
    const position = { longitude: 9.93, latitude: 50.0001 };
    const report = {
      commandId: randomUUID(),
      classCode: 'E0102',
      position,
      description: '桥头垃圾',
    };
    const { id } = await graph.services.incidentCommands.report(officer, report);
    const input = { commandId: randomUUID(), id, version: 1, move: 'refuse', note: '重复上报' };
    await graph.services.caseCommands.move(officer, input);
    await addPhoto(id);
    const { data, errors } = await graph.ask(
      officer,
      `mutation ($c: ID!, $id: ID!) { makeCaseFile(commandId: $c, incidentId: $id, language: "zh-CN") { id title } }`,
      { c: randomUUID(), id },
    );
    expect(errors).toEqual([]);
    const { text, pictures } = await readPdf(await contentOf(data.makeCaseFile.id));
    for (const words of ['暴露垃圾', '桥头垃圾', '不予受理', '重复上报', officer.displayName]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Long Road');
    expect(text).not.toContain('〓');
    expect(pictures).toBe(1);
    const water = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'department', 'water'));
    const listed = await graph.ask(water, `{ documents(areaCode: "${madeUpCounty}") { id } }`);
    expect(listed.data.documents).toEqual([]);
  });

  it('is made once for one command, and listed with who made it', async () => {
    const commandId = randomUUID();
    const first = await make('xlsx', 'en', commandId);
    expect((await make('xlsx', 'en', commandId)).id).toBe(first.id);
    const { data } = await graph.ask(
      officer,
      `{ documents(areaCode: "${madeUpCounty}") { id madeBy } }`,
    );
    const listed = data.documents.filter(({ id }: { id: string }) => id === first.id);
    expect(listed).toEqual([{ id: first.id, madeBy: officer.displayName }]);
  });

  it('is taken by those alone who may take rows out, and see its area', async () => {
    const { id } = await make('pdf', 'en');
    const take = async (viewer: Viewer) =>
      graph.services.documents.withContent(await seeAccountOf(db.database, viewer), id);
    await expect(take(viewerAt(madeUpCounty, 'acceptor'))).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(take(viewerAt(targetVillage, 'town-monitor'))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(take(viewerAt(madeUpCounty, 'leader'))).resolves.toMatchObject({ id });
  });
});

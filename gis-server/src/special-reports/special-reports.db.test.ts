/** 专报 from a case to a leader's approval, as file and found again. */
import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { readDocx } from '#documents/testing/read-docx.ts';
import { readPdf } from '#documents/testing/read-pdf.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';

const fields = `id number title cause advice state version author decidedBy decisionNote mayWrite mayDecide
  incidents { id }`;
const caseId = idsIn(targetVillage).incident(2);

describeOnBothEngines('special reports', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let leader: Viewer;
  let id: string;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
    leader = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'leader'));
  });

  const told = ({ data, errors }: { data: Loose; errors: readonly Loose[] }): Loose =>
    errors[0] ? { reason: errors[0].extensions.reason } : Object.values(data)[0];
  const write = async (who: Viewer, words: object) =>
    told(
      await graph.ask(
        who,
        `mutation ($i: SpecialReportInput!) { writeSpecialReport(input: $i) { ${fields} } }`,
        { i: { commandId: randomUUID(), title: '河西积水专报', incidentIds: [caseId], ...words } },
      ),
    );
  const act = async (who: Viewer, name: string, more: string): Promise<Loose> =>
    told(
      await graph.ask(
        who,
        `mutation { ${name}(commandId: "${randomUUID()}", id: "${id}", ${more}) { ${fields} } }`,
      ),
    );
  const find = async (who: Viewer, asked: string): Promise<Loose[]> =>
    (await graph.ask(who, `{ specialReports(${asked}) { ${fields} } }`)).data.specialReports;
  const whole = { cause: '强降雨', course: '经过一', disposal: '抽排', advice: '改造管网 <二期>' };

  it('begin with what the house knows of their cases', async () => {
    const asked = `{ specialReportDraft(incidentIds: ["${caseId}"], language: "zh-CN") { title cause course disposal } }`;
    const draft = told(await graph.ask(officer, asked));
    expect(draft.title).toBe('关于暴露垃圾的专报');
    expect(draft.cause).toContain('暴露垃圾');
    expect(draft.disposal).toContain('处置部门：城管局');
    const strange = asked.replace(caseId, randomUUID());
    expect(told(await graph.ask(officer, strange))).toEqual({ reason: 'unknown-incident' });
  });

  it('are a draft that two may write in, the later seeing that somebody was faster', async () => {
    expect(await write(officer, { incidentIds: [randomUUID()] })).toEqual({
      reason: 'unknown-incident',
    });
    const made = await write(officer, { cause: '强降雨' });
    expect(made).toMatchObject({ state: 'draft', version: 1, number: null, mayWrite: true });
    id = made.id;
    expect(await act(officer, 'submitSpecialReport', 'version: 1')).toEqual({
      reason: 'part-missing',
    });
    const next = await write(officer, { id, version: 1, ...whole });
    expect(next).toMatchObject({ version: 2, advice: whole.advice, incidents: [{ id: caseId }] });
    expect(await write(leader, { id, version: 1, ...whole })).toEqual({
      reason: 'version-conflict',
    });
  });

  it('go to the leader, come back with a note, and get their number with the approval', async () => {
    const decide = (who: Viewer, more: string) => act(who, 'decideSpecialReport', more);
    expect(await decide(leader, 'version: 2, approved: true')).toEqual({ reason: 'not-submitted' });
    const before = await act(officer, 'submitSpecialReport', 'version: 2');
    expect(before).toMatchObject({ state: 'submitted', mayWrite: false, mayDecide: false });
    expect(await write(officer, { id, version: 3, ...whole })).toEqual({ reason: 'submitted' });
    expect(await decide(officer, 'version: 3, approved: true')).toEqual({
      reason: 'permission-missing',
    });
    expect(await decide(leader, 'version: 3, approved: false')).toEqual({ reason: 'note-missing' });
    const back = await decide(leader, 'version: 3, approved: false, note: "补充建议"');
    expect(back).toMatchObject({ state: 'draft', number: null, decisionNote: '补充建议' });
    await act(officer, 'submitSpecialReport', 'version: 4');
    const approved = await decide(leader, 'version: 5, approved: true, note: "同意"');
    expect(approved).toMatchObject({
      ...{ state: 'approved', number: '〔2026〕1号', decidedBy: leader.displayName },
    });
    expect(await write(officer, { id, version: 6, ...whole })).toEqual({ reason: 'signed' });
    const byHand = db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- By hand
        update special_reports set title = 'x' where id = ${id}::uuid`),
    );
    await expect(byHand).rejects.toMatchObject({ reason: 'signed' });
  });

  it('of a leader are approved by another, and count on from the last number', async () => {
    db.clock.advanceSeconds(60);
    const own = await write(leader, { title: '另一份', ...whole });
    ({ id } = own);
    await act(leader, 'submitSpecialReport', 'version: 1');
    const approve = (who: Viewer) => act(who, 'decideSpecialReport', 'version: 2, approved: true');
    expect(await approve(leader)).toEqual({ reason: 'own-report' });
    const other = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'leader'));
    expect((await approve(other)).number).toBe('〔2026〕2号');
  });

  it('are found by number, words and case, in their own area alone', async () => {
    const titles = async (who: Viewer, asked: string) =>
      (await find(who, asked)).map(({ title }) => title);
    expect(await titles(officer, 'text: "改造管网"')).toEqual(['另一份', '河西积水专报']);
    expect(await titles(officer, 'text: "〔2026〕1号"')).toEqual(['河西积水专报']);
    expect(await titles(officer, `incidentId: "${caseId}", text: "河西"`)).toEqual([
      '河西积水专报',
    ]);
    expect(await titles(officer, 'text: "%"')).toEqual([]);
    const town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    expect(await titles(town, 'text: "河西"')).toEqual([]);
    expect(await titles(town, 'state: "submitted"')).toEqual(['flood', 'flood']);
  });

  it('go on paper to be printed and to be written on', async () => {
    [{ id }] = (await find(officer, 'text: "河西"')) as [{ id: string }];
    const made = async (format: string, language: string): Promise<Buffer> => {
      const { data, errors } = await graph.ask(
        officer,
        `mutation { makeSpecialReportFile(commandId: "${randomUUID()}", id: "${id}", format: "${format}",
          language: "${language}") { id fileName } }`,
      );
      expect(errors).toEqual([]);
      const { id: documentId, fileName } = data.makeSpecialReportFile;
      expect(fileName).toBe(`special-report-${madeUpCounty}-2026-1.${format}`);
      return (await graph.services.documents.withContent(officer, documentId)).content;
    };
    const { paragraphs, rows } = readDocx(await made('docx', 'zh-CN'));
    expect(paragraphs).toEqual(
      expect.arrayContaining(['事由', '强降雨', '经过', '处置', '建议', '改造管网 <二期>']),
    );
    expect(rows.flat()).toEqual(
      expect.arrayContaining(['〔2026〕1号', leader.displayName, '同意']),
    );
    const { text } = await readPdf(await made('pdf', 'en'));
    expect(text).toContain('Approved by');
  });
});

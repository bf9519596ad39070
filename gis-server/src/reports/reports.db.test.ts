/** Reports by schedule: read by others than those who wrote them, made once, and made up after a silence. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { readDocx } from '#documents/testing/read-docx.ts';
import { readPdf } from '#documents/testing/read-pdf.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';
import { ReportRounds } from './report-round.ts';

describeOnBothEngines('reports by schedule', (db) => {
  let graph: GraphUnderTest;
  let officer: Viewer;
  let admin: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'duty-officer'));
    admin = await seeAccountOf(db.database, viewerAt('', 'administrator'));
  });

  /** Until nothing is left to make, by two servers at once. */
  const rounds = async (): Promise<void> => {
    const [one, other] = [new ReportRounds(db), new ReportRounds(db)];
    while ((await Promise.all([one.run(), other.run()])).some((made) => made > 0)) {
      // goes on
    }
  };
  const reports = async (who = officer): Promise<Loose[]> => {
    const asked = `{ documents(areaCode: "${madeUpCounty}") { id kind format title from } }`;
    return (await graph.ask(who, asked)).data.documents;
  };
  const daily = async () => (await reports()).filter(({ kind }) => kind === 'daily-report');
  const days = (count: number) => db.clock.advanceSeconds(count * 86_400);
  const schedule = '{ reportSchedule { version daily { isOn at } monthly { isOn at } } }';
  const save = (given: object, who = admin) =>
    graph.ask(
      who,
      `mutation ($c: ID!, $s: ReportScheduleInput!) { saveReportSchedule(commandId: $c, schedule: $s) { version } }`,
      { c: randomUUID(), s: given },
    );
  const reasonOf = ({ errors }: { errors: readonly Loose[] }) => errors[0]?.extensions?.reason;

  it('are made of each day once as PDF and DOCX, with duty and figures, though two servers make them', async () => {
    await rounds();
    expect(await daily()).toEqual([]);
    const commandId = randomUUID();
    await graph.services.shiftNotes.write(officer, {
      ...{ commandId, text: '桥东积水 <注意> & 复查', incidentIds: [] },
    });
    await graph.services.dutyLog.enter(officer, { commandId: randomUUID(), text: '泵站巡查正常' });
    days(1);
    await rounds();
    const made = await daily();
    expect(made.map(({ format }) => format).toSorted()).toEqual(['docx', 'pdf']);
    await rounds();
    expect(await daily()).toEqual(made);
    const contentOf = async (format: string) => {
      const { id } = made.find((each) => each.format === format)!;
      return (await graph.services.documents.withContent(officer, id)).content;
    };
    const word = readDocx(await contentOf('docx'));
    expect(word.paragraphs).toEqual(
      expect.arrayContaining(['值班信息', '值班日志', '交接班记录', '重大案件']),
    );
    expect(word.rows.flat()).toEqual(
      expect.arrayContaining(['桥东积水 <注意> & 复查', '泵站巡查正常', '按期处置率 (%)']),
    );
    expect(word.foot).toContain('日报');
    const { text } = await readPdf(await contentOf('pdf'));
    expect(text).toContain('值班日志');
  });

  it('are seen in their own area alone', async () => {
    const town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    const kinds = (await reports(town)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.endsWith('-report'))).toEqual([]);
    expect(kinds).not.toEqual([]);
  });

  it('are made up for the days that the house was down', async () => {
    const before = (await daily()).length;
    days(3);
    await rounds();
    expect((await daily()).length).toBe(before + 6);
  });

  it('follow the time that the administrator of the city sets, and stop where it is off', async () => {
    const kept = (await graph.ask(officer, schedule)).data.reportSchedule;
    const off = { ...kept, daily: { isOn: false, at: '07:30' } };
    expect(reasonOf(await save(off, officer))).toBe('permission-missing');
    expect(reasonOf(await save({ ...off, daily: { isOn: true, at: '25:00' } }))).toBe('bad-time');
    expect((await save(off)).errors).toEqual([]);
    expect(reasonOf(await save(off))).toBe('version-conflict');
    const before = (await daily()).length;
    days(2);
    await rounds();
    expect((await daily()).length).toBe(before);
    // Switched on again it does not make up what was not wanted.
    await save({ ...off, version: kept.version + 1, daily: { isOn: true, at: '07:30' } });
    await rounds();
    expect((await daily()).length).toBe(before);
    days(1);
    await rounds();
    expect((await daily()).length).toBe(before + 2);
  });
});

/** 值班日志 of a center: typed and told, signed by two, and as it was from then on. */
import { randomUUID } from 'node:crypto';
import { systemViewer, type Viewer } from '#access/viewer.ts';
import { rawSql, sql } from '#database/sql.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { readDocx } from '#documents/testing/read-docx.ts';
import { readPdf } from '#documents/testing/read-pdf.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { beforeAll, expect, it } from 'vitest';
import { hashOf } from './line-queries.ts';

const fields = `id begunAt handedOverAt handedOverBy takenOverBy sha256 summary mayEnter mayHandOver mayTakeOver
  duties { displayName signedOutAt } lines { id kind text by caseName grade struckFor mayStrike }`;

describeOnBothEngines('the log of a duty', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let successor: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    leader = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
    successor = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
  });

  const act = async (who: Viewer, mutation: string): Promise<Loose> => {
    const commandId = randomUUID();
    const asked = mutation.replace('(', `(commandId: "${commandId}", `);
    const { data, errors } = await graph.ask(who, `mutation { ${asked} { ${fields} } }`);
    const reason = (errors[0] as Loose)?.extensions?.reason;
    return reason ? { reason } : Object.values(data)[0];
  };
  const signIn = (who: Viewer) =>
    graph.services.duties.signIn(who, { commandId: randomUUID(), post: 'shift-leader' });
  const shifts = async (who: Viewer): Promise<Loose[]> =>
    (await graph.ask(who, `{ dutyShifts { ${fields} } }`)).data.dutyShifts;
  const reportGrave = (grade: number) =>
    db.database.write(leader, async (tx) => {
      const id = randomUUID();
      await tx.query(sql`-- A case of the county
        insert into incidents (id, class_code, title, state, grade, source, area_code, position, reported_at)
        values (${id}, 'E0102', ${`grave ${grade}`}, 'reported', ${grade}, 'grid-worker', ${targetVillage},
          ST_SetSRID(ST_MakePoint(9.93, 50), 4490), ${db.clock.now()})`);
      tx.record({
        ...{ kind: 'incident.reported', areaCode: targetVillage, subjectKind: 'incident' },
        subjectId: id,
        payload: {
          ...{ classCode: 'E0102', title: `grave ${grade}`, grade, source: 'grid-worker' },
          componentCode: null,
        },
      });
    });

  it('holds what its persons wrote and, unasked, grave cases, instructions and who came and went', async () => {
    expect(await shifts(leader)).toEqual([]);
    await signIn(leader);
    db.clock.advanceSeconds(60);
    await reportGrave(1);
    await reportGrave(3);
    db.clock.advanceSeconds(60);
    const about = idsIn(targetVillage).incident(2);
    const shift = await act(leader, `enterInDutyLog(text: " 水位上涨 ", incidentId: "${about}")`);
    expect(shift.duties).toMatchObject([{ displayName: leader.displayName, signedOutAt: null }]);
    expect(shift.lines).toMatchObject([
      { kind: 'duty.signed-in', by: leader.displayName },
      { kind: 'incident.reported', caseName: 'grave 1', grade: 1 },
      { kind: 'entry', text: '水位上涨', caseName: '暴露垃圾', by: leader.displayName },
    ]);
    expect(await act(leader, 'enterInDutyLog(text: "  ")')).toEqual({ reason: 'note-missing' });
    const far = `enterInDutyLog(text: "x", incidentId: "${randomUUID()}")`;
    expect(await act(leader, far)).toEqual({ reason: 'unknown-incident' });
  });

  it('shows what was struck out, which only its writer may', async () => {
    db.clock.advanceSeconds(60);
    const { lines } = await act(leader, 'enterInDutyLog(text: "wrong")');
    const { id } = lines.at(-1);
    const strike = (who: Viewer) =>
      act(who, `strikeDutyLogLine(id: "${id}", reason: "of another day")`);
    expect(await strike(successor)).toEqual({ reason: 'not-yours' });
    const struck = await strike(leader);
    expect(struck.lines.at(-1)).toMatchObject({
      ...{ id, text: 'wrong', struckFor: 'of another day', mayStrike: false },
    });
    expect(await strike(leader)).toEqual({ reason: 'already-struck' });
  });

  it('is handed over by who is on duty and taken by another, and never changes again', async () => {
    const [open] = await shifts(leader);
    const over = `handOverShift(id: "${open.id}", summary: "泵站待查")`;
    const take = `takeOverShift(id: "${open.id}")`;
    expect(await act(successor, over)).toEqual({ reason: 'not-on-duty' });
    expect(await act(successor, take)).toEqual({ reason: 'not-handed-over' });
    const signed = await act(leader, over);
    expect(signed).toMatchObject({
      ...{ handedOverBy: leader.displayName, summary: '泵站待查', mayEnter: false },
    });
    expect(signed.lines.map(({ kind }: Loose) => kind)).toEqual(
      open.lines.map(({ kind }: Loose) => kind),
    );
    expect(await act(leader, over)).toEqual({ reason: 'signed' });
    expect(await act(leader, take)).toEqual({ reason: 'own-shift' });
    expect((await act(successor, take)).takenOverBy).toBe(successor.displayName);
    expect(await act(successor, take)).toEqual({ reason: 'already-taken' });
    const entry = signed.lines.find(({ text }: Loose) => text === '水位上涨');
    const late = `strikeDutyLogLine(id: "${entry.id}", reason: "late")`;
    expect(await act(leader, late)).toEqual({ reason: 'signed' });
    const byHand = (statement: string) =>
      db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- By hand
          ${rawSql(statement.replaceAll('$1', `'${open.id}'`))}`),
      );
    for (const statement of [
      `update duty_log_lines set text = 'x' where shift_id = $1::uuid and kind = 'entry'`,
      'delete from duty_log_lines where shift_id = $1::uuid',
      `update duty_shifts set summary = 'x' where id = $1::uuid`,
      'update duty_shifts set taken_over_by_name = null, taken_over_at = null where id = $1::uuid',
      `insert into duty_log_lines (id, shift_id, area_code, at, kind, text)
        values (gen_random_uuid(), $1::uuid, '${madeUpCounty}', now(), 'entry', 'x')`,
    ]) {
      await expect(byHand(statement), statement).rejects.toMatchObject({ reason: 'signed' });
    }
    const kept = await graph.services.dutyLog.byId(leader, open.id);
    expect(kept.sha256).toBe(
      hashOf(await graph.services.dutyLog.linesOf(leader, kept), kept.summary),
    );
  });

  it('leaves no row of the journal out and tells none twice', async () => {
    await reportGrave(2);
    const [next, before] = await shifts(leader);
    expect(next.begunAt).toBe(before.handedOverAt);
    expect(next.lines).toMatchObject([{ kind: 'incident.reported', caseName: 'grave 2' }]);
    const grave = before.lines.filter(({ kind }: Loose) => kind === 'incident.reported');
    expect(grave).toMatchObject([{ caseName: 'grave 1' }]);
  });

  it('goes on paper in both languages, signed, as a file that can be written on', async () => {
    const [, before] = await shifts(leader);
    const made = async (format: string, language: string): Promise<Buffer> => {
      const { data, errors } = await graph.ask(
        leader,
        `mutation { makeDutyLog(commandId: "${randomUUID()}", shiftId: "${before.id}", format: "${format}",
          language: "${language}") { id kind } }`,
      );
      expect(errors).toEqual([]);
      const { id } = data.makeDutyLog;
      return (await graph.services.documents.withContent(leader, id)).content;
    };
    const word = readDocx(await made('docx', 'zh-CN'));
    expect(word.paragraphs).toEqual(expect.arrayContaining(['值班信息', '值班日志', '交接班']));
    expect(word.rows.flat()).toEqual(
      expect.arrayContaining(['暴露垃圾 · 4 级 · 水位上涨', successor.displayName, before.sha256]),
    );
    const text = (await readPdf(await made('pdf', 'en'))).text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('Grave case reported');
    expect(text).toContain('struck out by');
    const [document] = (
      await graph.ask(leader, `{ documents(areaCode: "${madeUpCounty}") { kind madeBy } }`)
    ).data.documents;
    expect(document).toEqual({ kind: 'duty-log', madeBy: leader.displayName });
  });

  it('of more lines than a page lists none is lost: the page says how many, signature and paper have all', async () => {
    const told = async () =>
      (
        await graph.ask(
          leader,
          '{ dutyShifts(first: 1) { id sha256 linesLeftOut lines { text } } }',
        )
      ).data.dutyShifts[0];
    const { id, linesLeftOut, lines: few } = await told();
    expect(linesLeftOut).toBe(0);
    db.clock.advanceSeconds(60);
    await db.database.write(leader, (tx) =>
      tx.query(sql`-- A shift that writes without end
        insert into duty_log_lines (id, shift_id, area_code, at, kind, text, by_name)
        select gen_random_uuid(), ${id}::uuid, ${madeUpCounty},
          ${db.clock.now()}::timestamptz + serial * interval '1 millisecond', 'entry', 'line ' || serial, 'x'
        from generate_series(1, 2003) serial`),
    );
    for (let moved = 0; moved < 3; moved += 1) await reportGrave(1);
    const many = await told();
    expect(many.lines).toHaveLength(2_000);
    expect(many.linesLeftOut).toBe(few.length + 6);
    expect(many.lines.some(({ text }: Loose) => text === 'line 2003')).toBe(true);
    const signed = await act(leader, `handOverShift(id: "${id}", summary: "long")`);
    const kept = await graph.services.dutyLog.byId(leader, id);
    const all = await graph.services.dutyLog.linesOf(leader, kept);
    expect(all).toHaveLength(few.length + 2_006);
    expect(signed.sha256).toBe(hashOf(all, 'long'));
  });

  it('is another in a town, which does not see that of the county', async () => {
    const town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    expect(await shifts(town)).toEqual([]);
    const department = viewerAt(madeUpCounty, 'department', 'water');
    const { errors } = await graph.ask(department, '{ dutyShifts { id } }');
    expect((errors[0] as Loose).extensions.reason).toBe('permission-missing');
  });
});

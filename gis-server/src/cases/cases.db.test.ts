import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { sql } from '#database/sql.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const fields = `id version state dueAt departmentCode handlerName handledByArea verdict checkFailed mergedInto
  reworkCount returnCount caseNo request { kind value note }
  clock { unit given running colour leftMinutes dueAt } history { kind actorName payload }`;
const moveDocument = `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { ${fields} } }`;

describeOnBothEngines('a case', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'officer' | 'shift' | 'dispatcher' | 'department' | 'leader', Viewer>;
  let town: Viewer;
  let startedAt: number;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (role: Parameters<typeof viewerAt>[1], department: string | null = null) =>
      seeAccountOf(db.database, viewerAt(madeUpCounty, role, department));
    people = {
      officer: await make('duty-officer'),
      shift: await make('shift-leader'),
      dispatcher: await make('dispatcher'),
      department: await make('department', 'city-management'),
      leader: await make('leader'),
    };
    town = await seeAccountOf(db.database, viewerAt('990101001', 'town-monitor'));
    startedAt = db.clock.now().getTime();
  });
  afterEach(() => db.clock.advanceSeconds((startedAt - db.clock.now().getTime()) / 1000));

  const report = async (more: object = {}) => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position, ...more };
    return (await graph.services.incidentCommands.report(people.officer, input)).id;
  };
  const move = (who: Viewer, ...[id, version, name, more]: [string, number, string, object?]) =>
    graph.ask(who, moveDocument, {
      input: { commandId: randomUUID(), id, version, move: name, ...more },
    });
  /** In the hands of its department: version 5. */
  const inHand = async () => {
    const id = await report();
    await move(people.officer, id, 1, 'accept');
    await move(people.shift, id, 2, 'register');
    await move(people.dispatcher, id, 3, 'dispatch');
    const signed = await move(people.department, id, 4, 'sign');
    expect(signed.errors).toEqual([]);
    return signed.data.moveIncident;
  };
  /** What was done is shown by a picture. */
  const fedBack = async (id: string, version: number, more: object = {}) => {
    const photoIds = [await waitingPhoto(db.database, people.department)];
    return move(people.department, id, version, 'feed-back', { photoIds, ...more });
  };
  const hours = (count: number) => db.clock.advanceSeconds(count * 3_600);

  it('goes to the department that its class names, where the dispatcher names none', async () => {
    expect((await inHand()).departmentCode).toBe('city-management');
  });

  it('tells each viewer what leads on, and why not', async () => {
    const { id } = await inHand();
    const ask = `query ($id: ID!) { incident(id: $id) { permittedMoves { move to permitted refusal needs } } }`;
    const of = async (who: Viewer) =>
      Object.fromEntries(
        (await graph.ask(who, ask, { id })).data.incident.permittedMoves.map((way: any) => [
          way.move,
          way.permitted ? 'yes' : way.refusal,
        ]),
      );
    expect(await of(people.department)).toMatchObject({
      'feed-back': 'yes',
      'ask-extension': 'yes',
      'end-deferral': 'clock-stands',
      suspend: 'permission-missing',
    });
    expect(await of(people.dispatcher)).toMatchObject({
      'grant-extension': 'extension-asked',
      'feed-back': 'permission-missing',
    });
  });

  it('asked to take longer is due later once it is granted, and the journal says until when', async () => {
    const before = await inHand();
    const { id } = before;
    const asked = await move(people.department, id, 5, 'ask-extension', {
      note: '下雨',
      limitValue: 2,
    });
    expect(asked.data.moveIncident).toMatchObject({
      dueAt: before.dueAt,
      request: { kind: 'extension', value: 2, note: '下雨' },
    });
    const twice = await move(people.department, id, 6, 'ask-deferral', { note: 'x' });
    expect(twice.errors[0]?.extensions).toMatchObject({ reason: 'unmet-no-open-request' });
    const { data } = await move(people.dispatcher, id, 6, 'grant-extension');
    const { dueAt, request, clock, history } = data.moveIncident;
    expect([request, clock.given]).toEqual([null, [1, 2]]);
    // Two working days more, of eight hours each.
    expect(Date.parse(dueAt) - Date.parse(before.dueAt)).toBe(2 * 24 * 3_600_000);
    expect(history.at(-1)).toMatchObject({
      kind: 'incident.acted',
      payload: { move: 'grant-extension', dueAt },
    });
  });

  it('put off stands still, is not overdue however long it lasts, and then runs on', async () => {
    const { id, clock } = await inHand();
    await move(people.department, id, 5, 'ask-deferral', { note: '等材料' });
    await move(people.leader, id, 6, 'grant-deferral');
    hours(24 * 30);
    const look = `query ($id: ID!) { incident(id: $id) { overdue dueAt clock { colour leftMinutes running } } }`;
    const stood = await graph.ask(people.officer, look, { id });
    expect(stood.data.incident).toEqual({
      overdue: false,
      dueAt: null,
      clock: { colour: 'standing', leftMinutes: clock.leftMinutes, running: false },
    });
    const early = await move(people.department, id, 7, 'feed-back');
    expect(early.errors[0]?.extensions).toMatchObject({ reason: 'unmet-clock-runs' });
    const again = await move(people.department, id, 7, 'end-deferral');
    expect(again.data.moveIncident.clock).toMatchObject({
      running: true,
      leftMinutes: clock.leftMinutes,
    });
  });

  it('whose disposal a 核查 finds wanting goes back, and says who found and who sent it', async () => {
    const { id } = await inHand();
    await fedBack(id, 5);
    await move(people.officer, id, 6, 'send-to-check');
    const early = await move(people.dispatcher, id, 7, 'send-again', { note: 'again' });
    expect(early.errors[0]?.extensions).toMatchObject({ reason: 'unmet-check-failed' });
    await move(people.officer, id, 7, 'check-failed', { note: '仍有垃圾' });
    const passed = await move(people.officer, id, 8, 'check-passed');
    expect(passed.errors[0]?.extensions).toMatchObject({ reason: 'unmet-check-not-failed' });
    const { data } = await move(people.dispatcher, id, 8, 'send-again', { note: '返工' });
    expect(data.moveIncident).toMatchObject({ state: 'dispatched', reworkCount: 1 });
    expect(data.moveIncident.history.slice(-2)).toMatchObject([
      { kind: 'incident.acted', actorName: people.officer.displayName },
      { kind: 'incident.moved', actorName: people.dispatcher.displayName },
    ]);
  });

  it('tells whoever checks it what the department wrote with its last feedback', async () => {
    const look = 'query ($id: ID!) { incident(id: $id) { feedbackNote } }';
    const note = async (id: string) => (await graph.ask(people.officer, look, { id })).data;
    const { id } = await inHand();
    expect(await note(id)).toEqual({ incident: { feedbackNote: null } });
    await fedBack(id, 5, { note: '已清运' });
    await move(people.dispatcher, id, 6, 'rework', { note: '未清完' });
    await fedBack(id, 7, { note: '已全部清运' });
    expect(await note(id)).toEqual({ incident: { feedbackNote: '已全部清运' } });
  });

  describe('shown by pictures', () => {
    const reasonOf = ({ errors }: { errors: readonly any[] }) => errors[0]?.extensions;
    const ask = 'query ($id: ID!) { incident(id: $id) { permittedMoves { move needs photo } } }';
    const asks = async (who: Viewer, id: string, name: string) =>
      (await graph.ask(who, ask, { id })).data.incident.permittedMoves.find(
        (way: any) => way.move === name,
      );
    const askPhotosOf = (photoMoves: readonly string[]) =>
      db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- Which moves does the city want to see?
          insert into settings (key, value)
          values ('case-settings', ${JSON.stringify({ photoMoves })}::jsonb)
          on conflict (key) do update set value = excluded.value`),
      );
    afterEach(() => askPhotosOf(['feed-back']));

    it('is fed back with one of what was done, and not without', async () => {
      const { id } = await inHand();
      expect(await asks(people.department, id, 'feed-back')).toEqual({
        ...{ move: 'feed-back', needs: ['photo'], photo: 'after' },
      });
      const bare = await move(people.department, id, 5, 'feed-back');
      expect(reasonOf(bare)).toMatchObject({
        ...{
          code: 'BAD_USER_INPUT',
          reason: 'photo-missing',
          details: { field: 'input.photoIds' },
        },
      });
      const strange = [await waitingPhoto(db.database, people.officer)];
      const others = await move(people.department, id, 5, 'feed-back', { photoIds: strange });
      expect(reasonOf(others)).toMatchObject({ reason: 'unknown-photo' });
      expect((await fedBack(id, 5)).data.moveIncident).toMatchObject({ state: 'feedback' });
      // What was done anew is shown anew.
      await move(people.dispatcher, id, 6, 'rework', { note: '未清理干净' });
      const again = await move(people.department, id, 7, 'feed-back');
      expect(reasonOf(again)).toMatchObject({ reason: 'photo-missing' });
    });

    it('is fed back without where the city asks for none', async () => {
      await askPhotosOf([]);
      const { id } = await inHand();
      expect(await asks(people.department, id, 'feed-back')).toMatchObject({ needs: [] });
      const { data } = await move(people.department, id, 5, 'feed-back');
      expect(data.moveIncident).toMatchObject({ state: 'feedback' });
    });

    it('is accepted by what its report showed, where the city asks for that', async () => {
      await askPhotosOf(['accept']);
      const bare = await report();
      expect(await asks(people.officer, bare, 'accept')).toMatchObject({ needs: ['photo'] });
      const refused = await move(people.officer, bare, 1, 'accept');
      expect(reasonOf(refused)).toMatchObject({ reason: 'photo-missing' });
      const shown = await report({ photoIds: [await waitingPhoto(db.database, people.officer)] });
      expect(await asks(people.officer, shown, 'accept')).toMatchObject({ needs: [] });
      const { data } = await move(people.officer, shown, 1, 'accept');
      expect(data.moveIncident).toMatchObject({ state: 'accepted' });
    });
  });

  it('of a citizen is accepted only after a 核实 has confirmed it', async () => {
    const id = await report({ source: 'hotline' });
    const early = await move(people.officer, id, 1, 'accept');
    expect(early.errors[0]?.extensions).toMatchObject({ reason: 'unmet-verified' });
    await move(people.officer, id, 1, 'send-to-verify');
    const silent = await move(people.officer, id, 2, 'verify');
    expect(silent.errors[0]?.extensions).toMatchObject({
      reason: 'verdict-missing',
      details: { field: 'input.verdict' },
    });
    await move(people.officer, id, 2, 'verify', { verdict: 'confirmed' });
    const { data } = await move(people.officer, id, 3, 'accept');
    expect(data.moveIncident.state).toBe('accepted');
  });

  it('handed down is handled there and not above, until it is handed up', async () => {
    const id = await report();
    const wrong = await move(people.officer, id, 1, 'hand-down', { areaCode: '990101002' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ reason: 'wrong-area' });
    await move(people.officer, id, 1, 'hand-down', { areaCode: '990101001' });
    const above = await move(people.officer, id, 2, 'accept');
    expect(above.errors[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'unmet-at-level',
    });
    const { data } = await move(town, id, 2, 'accept');
    expect(data.moveIncident.state).toBe('accepted');
    const up = await move(town, id, 3, 'hand-up', { note: '超出能力' });
    expect(up.data.moveIncident.handledByArea).toBeNull();
  });

  describe('merged into another', () => {
    it('keeps its number, its clock and its place, and comes back as it was', async () => {
      const main = await report();
      const { id, clock, caseNo } = await inHand();
      const merged = await move(people.shift, id, 5, 'merge', { mainIncidentId: main });
      expect(merged.data.moveIncident).toMatchObject({ state: 'voided', mergedInto: main, caseNo });
      const told = await graph.ask(
        people.officer,
        `{ incident(id: "${main}") { history { payload } mergedCases { id } } }`,
      );
      expect(told.data.incident.mergedCases).toEqual([{ id }]);
      expect(told.data.incident.history.at(-1).payload).toMatchObject({
        move: 'took-in',
        note: caseNo,
      });
      const { data } = await move(people.shift, id, 6, 'unmerge');
      expect(data.moveIncident).toMatchObject({
        state: 'processing',
        mergedInto: null,
        caseNo,
        clock,
      });
      const undone = await graph.ask(
        people.officer,
        `{ incident(id: "${main}") { history { payload } mergedCases { id } } }`,
      );
      expect(undone.data.incident.mergedCases).toEqual([]);
      expect(undone.data.incident.history.at(-1).payload).toMatchObject({ move: 'let-go' });
    });

    it.each([
      ['itself', (id: string) => id, 'merge-into-itself'],
      ['what is not there', () => randomUUID(), 'unknown-incident'],
    ])('%s is refused', async (_, mainOf, reason) => {
      const id = await report();
      const { errors } = await move(people.officer, id, 1, 'merge', { mainIncidentId: mainOf(id) });
      expect(errors[0]?.extensions).toMatchObject({ reason });
    });

    it('does not make chains, and not of two classes', async () => {
      const [a, b, c] = [await report(), await report(), await report({ classCode: 'C0102' })];
      const other = await move(people.officer, a, 1, 'merge', { mainIncidentId: c });
      expect(other.errors[0]?.extensions).toMatchObject({ reason: 'other-class' });
      await move(people.officer, a, 1, 'merge', { mainIncidentId: b });
      const d = await report();
      const chain = await move(people.officer, d, 1, 'merge', { mainIncidentId: a });
      expect(chain.errors[0]?.extensions).toMatchObject({ reason: 'merge-chain' });
      const head = await move(people.officer, b, 1, 'merge', { mainIncidentId: d });
      expect(head.errors[0]?.extensions).toMatchObject({ reason: 'merge-chain' });
    });

    it('each into the other at once is done once', async () => {
      const [a, b] = [await report(), await report()];
      const both = await Promise.all([
        move(people.officer, a, 1, 'merge', { mainIncidentId: b }),
        move(people.shift, b, 1, 'merge', { mainIncidentId: a }),
      ]);
      expect(both.map(({ code }) => code).sort()).toEqual(['BAD_USER_INPUT', null].sort());
    });
  });

  describe('forced by a leader', () => {
    const document = `mutation ($c: ID!, $id: ID!, $v: Int!, $to: String!, $note: String!) {
      forceIncident(commandId: $c, id: $id, version: $v, to: $to, note: $note) { ${fields} } }`;
    const force = (who: Viewer, id: string, to: string, note = '领导决定') =>
      graph.ask(who, document, { c: randomUUID(), id, v: 5, to, note });

    it('goes where it is ordered, with a row for the auditor', async () => {
      const { id } = await inHand();
      expect((await force(people.shift, id, 'closed')).code).toBe('FORBIDDEN');
      expect((await force(people.leader, id, 'closed', ' ')).errors[0]?.extensions).toMatchObject({
        reason: 'note-missing',
      });
      const { data, errors } = await force(people.leader, id, 'closed');
      expect(errors).toEqual([]);
      expect(data.moveIncident ?? data.forceIncident).toMatchObject({
        state: 'closed',
        clock: { running: false },
      });
      const rows = await db.database.inScope(systemViewer(), (read) =>
        read.query<{ kind: string; payload: object }>(sql`-- What was written of it?
          select kind, payload from journal where subject_id = ${id} order by seq desc limit 2`),
      );
      expect(rows).toMatchObject([
        {
          kind: 'incident.forced',
          payload: { from: 'processing', to: 'closed', note: '领导决定' },
        },
        { kind: 'incident.moved', payload: { move: 'forced', to: 'closed' } },
      ]);
      const back = await graph.ask(people.leader, document, {
        ...{ c: randomUUID(), id, v: 6, to: 'archived', note: 'x' },
      });
      expect(back.errors).toEqual([]);
      const locked = await graph.ask(people.leader, document, {
        ...{ c: randomUUID(), id, v: 7, to: 'reported', note: 'x' },
      });
      expect(locked.errors[0]?.extensions).toMatchObject({ reason: 'archived-or-merged' });
    });

    it('goes to no department’s state before a department has it', async () => {
      const id = await report();
      const { errors } = await graph.ask(people.leader, document, {
        ...{ c: randomUUID(), id, v: 1, to: 'processing', note: '领导决定' },
      });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'no-department' });
    });
  });

  it('moved by another meanwhile tells who did what, and keeps what was asked', async () => {
    const { id } = await inHand();
    await move(people.department, id, 5, 'assign', { handlerName: '张三' });
    const late = await move(people.department, id, 5, 'feed-back', { note: '已清理' });
    expect(late.errors[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'version-conflict',
      details: {
        givenVersion: 5,
        currentVersion: 6,
        currentState: 'processing',
        changedBy: people.department.displayName,
        lastMove: 'assign',
      },
    });
  });

  describe('at the desk', () => {
    const listsOf = `query ($a: String!) { worklists(areaCode: $a) { key count } }`;
    const rowsOf = `query ($a: String!, $k: String!, $f: Int!, $after: String) {
      worklist(areaCode: $a, key: $k, first: $f, after: $after) {
        nodes { id dueAt stageDueAt } pageInfo { endCursor hasNextPage } } }`;

    it('each list counts as many as its rows, in pages too, the most urgent first', async () => {
      await inHand();
      await report();
      for (const who of [people.officer, people.shift, people.dispatcher, people.department]) {
        const { data, errors } = await graph.ask(who, listsOf, { a: madeUpCounty });
        expect(errors).toEqual([]);
        expect(data.worklists.some(({ count }: any) => count > 1)).toBe(true);
        for (const { key, count } of data.worklists) {
          const rows: any[] = [];
          for (let after: string | null = null, more = true; more;) {
            const page = await graph.ask(who, rowsOf, { a: madeUpCounty, k: key, f: 3, after });
            const { nodes, pageInfo }: any = page.data.worklist;
            rows.push(...nodes);
            [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
          }
          expect(new Set(rows.map(({ id }) => id)).size, key).toBe(count);
          const due = rows.map((row) => row.dueAt ?? row.stageDueAt ?? '9999');
          expect(due, key).toEqual(due.toSorted());
        }
      }
    });

    it('a department’s lists hold its own cases and no others', async () => {
      const { id } = await inHand();
      const other = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'department', 'water'));
      const of = async (who: Viewer) =>
        (await graph.ask(who, rowsOf, { a: madeUpCounty, k: 'in-hand', f: 100 })).data.worklist
          .nodes;
      expect((await of(people.department)).map((row: any) => row.id)).toContain(id);
      expect(await of(other)).toEqual([]);
    });

    it('a dispatch is advised with its rule, and remembers who sent cases of this class back', async () => {
      const ask = `query ($id: ID!) { incident(id: $id) {
        dispatchAdvice { department { code } rule openCases returned } } }`;
      const adviceOn = async (id: string) =>
        (await graph.ask(people.dispatcher, ask, { id })).data.incident.dispatchAdvice;
      const fresh = await report();
      const before = await adviceOn(fresh);
      expect(before).toMatchObject({ department: { code: 'city-management' }, rule: 'class' });
      const id = await report();
      await move(people.officer, id, 1, 'accept');
      await move(people.shift, id, 2, 'register');
      await move(people.dispatcher, id, 3, 'dispatch');
      expect(await adviceOn(fresh)).toEqual({ ...before, openCases: before.openCases + 1 });
      await move(people.department, id, 4, 'return', { note: '不属我局' });
      expect(await adviceOn(fresh)).toEqual({ ...before, returned: before.returned + 1 });
    });

    it('suspects what is of the same class, near and soon, and nothing else', async () => {
      const place = { longitude: 9.97, latitude: 50.011 };
      const [first, near] = [await report({ position: place }), await report({ position: place })];
      // 0.0004° are 44 m north, 0.0006° are 67 m.
      const inside = await report({ position: { ...place, latitude: 50.0114 } });
      await report({ position: { ...place, latitude: 50.0116 } });
      await report({ position: place, classCode: 'C0102' });
      hours(25);
      await report({ position: place });
      const ask = `query ($id: ID!) { incident(id: $id) { suspectedDuplicates { id } } }`;
      const { data } = await graph.ask(people.officer, ask, { id: first });
      const found = data.incident.suspectedDuplicates.map((row: any) => row.id);
      expect(found).toEqual([near, inside]);
    });
  });
});

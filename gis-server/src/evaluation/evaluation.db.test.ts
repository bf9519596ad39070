import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { formulaKeys } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const figureFields = 'key version value numerator denominator unit post';
const moveDocument = `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { id version } }`;

describeOnBothEngines('evaluation', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'officer' | 'shift' | 'dispatcher' | 'department' | 'leader', Viewer>;
  let startedAt: number;
  let month: { from: string; to: string };
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
    startedAt = db.clock.now().getTime();
    month = {
      from: new Date(startedAt - 15 * 86_400_000).toISOString(),
      to: new Date(startedAt + 15 * 86_400_000).toISOString(),
    };
    await closed();
    await inHand();
  });
  afterEach(() => db.clock.advanceSeconds((startedAt - db.clock.now().getTime()) / 1000));

  const report = async () => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position };
    return (await graph.services.incidentCommands.report(people.officer, input)).id;
  };
  const move = async (
    who: Viewer,
    ...[id, version, name, more]: [string, number, string, object?]
  ) => {
    const input = { commandId: randomUUID(), id, version, move: name, ...more };
    expect((await graph.ask(who, moveDocument, { input })).errors).toEqual([]);
  };
  const inHand = async () => {
    const id = await report();
    await move(people.officer, id, 1, 'accept');
    await move(people.shift, id, 2, 'register');
    await move(people.dispatcher, id, 3, 'dispatch');
    await move(people.department, id, 4, 'sign');
    return id;
  };
  const closed = async () => {
    const id = await inHand();
    const photoIds = [await waitingPhoto(db.database, people.department)];
    await move(people.department, id, 5, 'feed-back', { photoIds });
    await move(people.officer, id, 6, 'send-to-check');
    await move(people.officer, id, 7, 'check-passed');
    await move(people.shift, id, 8, 'close', { closingConditionMet: true });
    return id;
  };

  const figures = async (who: Viewer, areaCode = madeUpCounty): Promise<Loose[]> => {
    const ask = `query ($a: String!, $f: DateTime!, $t: DateTime!) {
      evaluation(areaCode: $a, from: $f, to: $t) { ${figureFields} } }`;
    const { data, errors } = await graph.ask(who, ask, { a: areaCode, f: month.from, t: month.to });
    expect(errors).toEqual([]);
    return data.evaluation;
  };
  const groups = (who: Viewer, by: string) =>
    graph.ask(
      who,
      `query ($f: DateTime!, $t: DateTime!, $by: String!) {
        evaluationGroups(areaCode: "${madeUpCounty}", from: $f, to: $t, by: $by) {
          key nameZh figures { ${figureFields} } } }`,
      { f: month.from, t: month.to, by },
    );
  const rows = async (who: Viewer, words: object) => {
    const ask = `query ($f: DateTime!, $t: DateTime!, $key: String!, $counted: Boolean!, $by: String, $group: String) {
      evaluationRows(areaCode: "${madeUpCounty}", from: $f, to: $t, key: $key, counted: $counted, by: $by,
        group: $group, first: 200) { total nodes { id caseNo title state stage open grade address reportedAt dueAt
        overdue acknowledgedAt version position { longitude latitude } area { code name }
        class { code nameZh nameEn icon } } } }`;
    const asked = { f: month.from, t: month.to, counted: false, ...words };
    const { data, errors } = await graph.ask(who, ask, asked);
    expect(errors).toEqual([]);
    return data.evaluationRows;
  };
  const valueOf = (all: Loose[], key: string) => all.find((figure) => figure.key === key);

  it('opens as many cases as each figure says', async () => {
    const told = await figures(people.officer);
    expect(told.map(({ key }) => key)).toEqual([...formulaKeys]);
    expect(valueOf(told, 'report').denominator).toBeGreaterThan(2);
    for (const { key, denominator, numerator, unit } of told) {
      const among = await rows(people.officer, { key });
      expect([among.total, among.nodes.length], key).toEqual([denominator, denominator]);
      if (unit === 'percent' && key !== 'rework-rate') {
        const { total } = await rows(people.officer, { key, counted: true });
        expect(total, key).toBe(numerator);
      }
    }
  });

  it('shows what was reported last first', async () => {
    db.clock.advanceSeconds(60);
    const last = await report();
    const { nodes } = await rows(people.officer, { key: 'report' });
    expect(nodes[0].id).toBe(last);
    const times = nodes.map(({ reportedAt }: Loose) => Date.parse(reportedAt));
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
  });

  it.each(['area', 'department', 'person'])(
    'by %s adds up to the whole, and each figure of a group opens its own cases',
    async (by) => {
      const whole = await figures(people.leader);
      const { data, errors } = await groups(people.leader, by);
      expect(errors).toEqual([]);
      for (const { key, denominator } of whole) {
        const own = data.evaluationGroups.map((group: Loose) => valueOf(group.figures, key));
        const sum = own.reduce((all: number, figure: Loose) => all + figure.denominator, 0);
        expect(sum, `${by} ${key}`).toBe(denominator);
      }
      for (const group of data.evaluationGroups) {
        const asked = { key: 'dispose-rate', by, group: group.key };
        const { total } = await rows(people.leader, asked);
        expect(total, group.nameZh).toBe(valueOf(group.figures, 'dispose-rate').denominator);
      }
    },
  );

  it('says nothing rather than 0 % of who has no cases', async () => {
    const { data } = await groups(people.leader, 'department');
    const water = data.evaluationGroups.find(({ key }: Loose) => key === 'water');
    expect(valueOf(water.figures, 'dispose-rate')).toMatchObject({ value: null, denominator: 0 });
  });

  it('credits each figure to the person who did its act', async () => {
    const { data } = await groups(people.shift, 'person');
    const of = ({ userId }: Viewer) =>
      data.evaluationGroups.find(({ key }: Loose) => key === userId)?.figures ?? [];
    expect(valueOf(of(people.shift), 'register').value).toBe(2);
    expect(valueOf(of(people.dispatcher), 'register').denominator).toBe(0);
    expect(valueOf(of(people.dispatcher), 'accurate-dispatch-rate').denominator).toBe(2);
    expect(valueOf(of(people.department), 'dispose-rate')).toMatchObject({ value: 100 });
  });

  it('of persons is for those who answer for the house', async () => {
    expect((await groups(people.officer, 'person')).code).toBe('FORBIDDEN');
  });

  it('is told to a department of its own cases, and to a town of its own area', async () => {
    const water = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'department', 'water'));
    expect(valueOf(await figures(water), 'report').denominator).toBe(0);
    const { data } = await groups(water, 'department');
    expect(data.evaluationGroups.map(({ key }: Loose) => key)).toEqual(['water']);
    const town = await seeAccountOf(db.database, viewerAt('990101002', 'town-monitor'));
    const [all, own] = [await figures(people.leader), await figures(town)];
    expect(valueOf(own, 'report').denominator).toBeLessThan(valueOf(all, 'report').denominator);
    expect(valueOf(own, 'register').value).toBe(0);
  });

  it('refuses a stretch that runs backwards or too long', async () => {
    const asked = { areaCode: madeUpCounty, from: new Date(month.to), to: new Date(month.from) };
    await expect(graph.services.evaluation.figures(people.officer, asked)).rejects.toMatchObject({
      reason: 'bad-stretch',
    });
  });

  describe('once kept', () => {
    const keep = (who: Viewer, commandId = randomUUID()) =>
      graph.ask(
        who,
        `mutation ($c: ID!, $f: DateTime!, $t: DateTime!) {
          keepEvaluation(commandId: $c, areaCode: "${targetVillage}", from: $f, to: $t) {
            id keptBy figures { key version textZh value numerator denominator } groups(by: "department") { key } } }`,
        { c: commandId, f: month.from, t: month.to },
      );

    it('stays as it was, with the versions of its formulas, and the journal names who kept it', async () => {
      const commandId = randomUUID();
      const { data } = await keep(people.leader, commandId);
      const kept = data.keepEvaluation;
      expect((await keep(people.leader, commandId)).data.keepEvaluation.id).toBe(kept.id);
      await report();
      const { data: later } = await graph.ask(
        people.officer,
        `{ keptEvaluations(areaCode: "${madeUpCounty}") { id keptBy figures { key version textZh value numerator denominator } } }`,
      );
      const again = later.keptEvaluations.find(({ id }: Loose) => id === kept.id);
      expect(again.figures).toEqual(kept.figures);
      expect(again.keptBy).toBe(people.leader.displayName);
      expect(valueOf(kept.figures, 'report').textZh).toContain('上报数');
      const now = await figures(people.leader, targetVillage);
      expect(valueOf(now, 'report').value).toBe(valueOf(kept.figures, 'report').value + 1);
      const [row] = await db.database.inScope(systemViewer(), (read) =>
        read.query<{ kind: string; name: string; payload: Loose }>(sql`-- What was written of it?
          select kind, actor_name as name, payload from journal where subject_id = ${kept.id}`),
      );
      expect(row).toMatchObject({ kind: 'evaluation.kept', name: people.leader.displayName });
      expect(row!.payload.formulas['dispose-rate']).toBe(1);
    });

    it('cannot be changed by anybody', async () => {
      await expect(
        db.database.write(people.leader, (tx) =>
          tx.query(sql`-- Could a figure be mended?
            update evaluation_results set result = '{}'`),
        ),
      ).rejects.toThrow();
    });

    it('is for leaders to keep, and not for departments to see', async () => {
      expect((await keep(people.officer)).code).toBe('FORBIDDEN');
      const { data } = await graph.ask(
        people.department,
        `{ keptEvaluations(areaCode: "${madeUpCounty}") { id } }`,
      );
      expect(data.keptEvaluations).toEqual([]);
    });
  });

  it('ranks departments by their score of the month, with six months of trend', async () => {
    const name = new Date(startedAt + 8 * 3_600_000).toISOString().slice(0, 7);
    const ask = `query ($m: String!) { scorecard(areaCode: "${madeUpCounty}", month: $m, by: "department") {
      textZh rows { key score grade rank rankBefore trend { month score } figures { key value } } } }`;
    const { data, errors } = await graph.ask(people.leader, ask, { m: name });
    expect(errors).toEqual([]);
    const [first, second] = data.scorecard.rows;
    expect(data.scorecard.textZh).toContain('按期处置率 × 40');
    expect(first).toMatchObject({ key: 'city-management', rank: 1, rankBefore: null });
    expect(first.score).toBeGreaterThan(0);
    expect(first.trend).toHaveLength(6);
    expect(first.trend.at(-1)).toEqual({ month: name, score: first.score });
    expect(second).toMatchObject({ key: 'water', score: null, grade: null, rank: null });
    const wrong = await graph.ask(people.leader, ask, { m: '2026-13' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ reason: 'bad-month' });
  });
});

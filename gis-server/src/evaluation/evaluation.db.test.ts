import type { Viewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { equipmentFormulas, formulaKeys } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const figureFields = 'key version value numerator denominator unit post rowsAre rows';
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
    const all = await figures(people.officer);
    const equipment = equipmentFormulas.map(({ key }) => key);
    expect(all.map(({ key }) => key)).toEqual([...formulaKeys, ...equipment]);
    expect(valueOf(all, 'report').denominator).toBeGreaterThan(2);
    const told = all.filter(({ rowsAre }) => rowsAre === 'incident');
    expect(told.map(({ rows }) => rows)).toEqual(told.map(({ denominator }) => denominator));
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
      // Nobody and no department answers for a component or a camera.
      const counted = whole.filter(({ rowsAre }) => by === 'area' || rowsAre === 'incident');
      for (const { key, denominator } of counted) {
        const own = data.evaluationGroups.map((group: Loose) => valueOf(group.figures, key));
        const sum = own.reduce((all: number, figure: Loose) => all + figure.denominator, 0);
        expect(sum, `${by} ${key}`).toBe(denominator);
      }
      for (const group of data.evaluationGroups) {
        const asked = { key: 'dispose-rate', by, group: group.key };
        const { total } = await rows(people.leader, asked);
        const figure = valueOf(group.figures, 'dispose-rate');
        expect(total, group.nameZh).toBe(figure.denominator);
        const counted = await rows(people.leader, { ...asked, counted: true });
        expect(counted.total, group.nameZh).toBe(figure.numerator);
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

  it('misses what others had to tell, and credits what was found to whom found it', async () => {
    const position = { longitude: 9.93, latitude: 50.001 };
    const input = { commandId: randomUUID(), classCode: 'E0102', position, source: 'video-patrol' };
    const { id } = await graph.services.incidentCommands.report(people.officer, input);
    await move(people.officer, id, 1, 'accept');
    await move(people.shift, id, 2, 'register');
    const { data } = await groups(people.leader, 'person');
    const of = (key: string | null) =>
      valueOf(
        data.evaluationGroups.find((group: Loose) => group.key === key).figures,
        'missed-rate',
      );
    expect(of(people.officer.userId)).toMatchObject({ numerator: 0, denominator: 2 });
    expect(of(null)).toMatchObject({ value: 100, denominator: 1 });
    expect(valueOf(await figures(people.leader), 'missed-rate').value).toBe(33.33);
  });

  it('asks who was called back last, and leaves out who was not reached', async () => {
    const call = async (incidentId: string, outcome: string) => {
      db.clock.advanceSeconds(1);
      const said = { commandId: randomUUID(), incidentId, outcome, answer: 'told' };
      await graph.services.reporters.callBack(people.officer, said);
    };
    const ids = [await report(), await report(), await report()];
    await call(ids[0]!, 'not-satisfied');
    await call(ids[0]!, 'satisfied');
    await call(ids[1]!, 'not-satisfied');
    await call(ids[2]!, 'not-reached');
    // Content with a case that is none.
    const refused = await report();
    await move(people.officer, refused, 1, 'refuse', { note: '不属受理范围' });
    await call(refused, 'satisfied');
    const figure = valueOf(await figures(people.officer), 'satisfied-rate');
    expect(figure).toMatchObject({ version: 2, value: 50, numerator: 1, denominator: 2 });
    const among = await rows(people.officer, { key: 'satisfied-rate' });
    expect(among.nodes.map(({ id }: Loose) => id).toSorted()).toEqual(ids.slice(0, 2).toSorted());
    const { data } = await groups(people.leader, 'person');
    const own = data.evaluationGroups.find(({ key }: Loose) => key === people.officer.userId);
    expect(valueOf(own.figures, 'satisfied-rate').denominator).toBe(2);
  });

  describe('of what the city owns', () => {
    const components = async (who: Viewer, words: object = {}) => {
      const ask = `query ($counted: Boolean! = false, $byArea: Boolean! = false, $group: String) {
        evaluatedComponents(areaCode: "${madeUpCounty}", counted: $counted, byArea: $byArea, group: $group,
          first: 200) { total nodes { code state } } }`;
      const { data, errors } = await graph.ask(who, ask, { ...words });
      expect(errors).toEqual([]);
      return data.evaluatedComponents;
    };
    const cameras = async (who: Viewer, words: object = {}) => {
      const ask = `query ($f: DateTime!, $t: DateTime!, $byArea: Boolean! = false, $group: String) {
        evaluatedCameras(areaCode: "${madeUpCounty}", from: $f, to: $t, byArea: $byArea, group: $group, first: 200) {
          total nodes { cameraId camera { id name } onlineMinutes plannedMinutes } } }`;
      const { data, errors } = await graph.ask(who, ask, {
        ...{ f: month.from, t: month.to },
        ...words,
      });
      expect(errors).toEqual([]);
      return data.evaluatedCameras;
    };
    const byArea = async () => {
      const { data } = await groups(people.leader, 'area');
      return data.evaluationGroups as Loose[];
    };

    it('opens the components that are intact of all, what is broken first', async () => {
      const broken = (await components(people.officer)).nodes.at(-1).code;
      await db.database.write(systemViewer(), (tx) =>
        tx.query(sql`-- A cover breaks
          update city_components set state = 'damaged' where code = ${broken}`),
      );
      const all = await components(people.officer);
      const intact = await components(people.officer, { counted: true });
      const figure = valueOf(await figures(people.officer), 'component-intact-rate');
      expect(figure).toMatchObject({
        ...{ rowsAre: 'city-component', rows: all.total },
        ...{ numerator: intact.total, denominator: all.total },
      });
      expect(all.nodes).toHaveLength(all.total);
      expect(intact.total).toBeLessThan(all.total);
      expect(all.nodes[0].state).not.toBe('intact');
      expect(intact.nodes.every(({ state }: Loose) => state === 'intact')).toBe(true);
      expect(figure.value).toBe(Math.round((intact.total / all.total) * 10_000) / 100);
      for (const { key, figures: own } of await byArea()) {
        const { total } = await components(people.leader, { byArea: true, group: key });
        expect(total, key).toBe(valueOf(own, 'component-intact-rate').rows);
      }
    });

    it('follows what is written down about a component', async () => {
      const rate = async () => {
        const figure = valueOf(await figures(people.officer), 'component-intact-rate');
        return [figure.numerator, figure.denominator];
      };
      const [{ code }] = (await components(people.officer, { counted: true })).nodes;
      const write = async (version: number, state: string) => {
        const { errors } = await graph.ask(
          people.officer,
          `mutation ($c: ID!, $code: ID!, $v: Int!, $s: String!) {
            setCityComponentState(commandId: $c, code: $code, version: $v, state: $s, note: "seen") { version } }`,
          { c: randomUUID(), code, v: version, s: state },
        );
        expect(errors).toEqual([]);
      };
      const [intact, all] = await rate();
      await write(1, 'lost');
      expect(await rate()).toEqual([intact - 1, all]);
      await write(2, 'intact');
      expect(await rate()).toEqual([intact, all]);
    });

    it('counts the minutes that a camera was online of those in which somebody looked', async () => {
      const minute = (n: number) => new Date(startedAt + n * 60_000);
      await db.database.write(systemViewer(), async (tx) => {
        const [first, second] = await tx.query<{ id: string; areaCode: string }>(
          sql`-- Two cameras of two towns
            select distinct on (left(area_code, 9)) id, area_code as "areaCode" from cameras
            order by left(area_code, 9), id limit 2`,
        );
        await tx.query(sql`-- Looked each five minutes for half an hour, then the house was down for an hour
          insert into camera_condition_rounds (at)
          select ${minute(0)}::timestamptz + n * interval '5 minutes'
          from generate_series(0, 6) as n union all select ${minute(90)}`);
        await tx.query(sql`-- One was online all the time; the other went off after ten minutes
          insert into camera_condition_spans (camera_id, area_code, state, from_at, to_at) values
            (${first!.id}, ${first!.areaCode}, 'online', ${minute(-600)}, null),
            (${second!.id}, ${second!.areaCode}, 'online', ${minute(0)}, ${minute(10)}),
            (${second!.id}, ${second!.areaCode}, 'offline', ${minute(10)}, null)`);
      });
      db.clock.advanceSeconds(95 * 60);
      // Half an hour and ten minutes after its last round, then five minutes after the house was up again.
      const planned = 30 + 10 + 5;
      const told = await cameras(people.officer);
      expect(told.total).toBe(2);
      const minutes = told.nodes.map((each: Loose) => [each.onlineMinutes, each.plannedMinutes]);
      expect(minutes).toEqual([
        [10, planned],
        [planned, planned],
      ]);
      expect(told.nodes[0].camera.id).toBe(told.nodes[0].cameraId);
      const figure = valueOf(await figures(people.officer), 'camera-online-rate');
      expect(figure).toMatchObject({
        ...{ rowsAre: 'camera', rows: 2, numerator: planned + 10, denominator: 2 * planned },
        value: Math.round(((planned + 10) / (2 * planned)) * 10_000) / 100,
      });
      for (const { key, figures: own } of await byArea()) {
        const { total } = await cameras(people.leader, { byArea: true, group: key });
        expect(total, key).toBe(valueOf(own, 'camera-online-rate').rows);
      }
      const town = await seeAccountOf(db.database, viewerAt('990101002', 'town-monitor'));
      expect(valueOf(await figures(town, '990101002'), 'camera-online-rate').rows).toBe(1);
    });

    it('is no figure where nobody looked', async () => {
      const before = { f: '2026-01-01T00:00:00Z', t: '2026-02-01T00:00:00Z' };
      expect((await cameras(people.officer, before)).total).toBe(0);
    });
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
      textZh rows { key score grade rank rankBefore trend { month score }
        figures { ${figureFields} } } } }`;
    const { data, errors } = await graph.ask(people.leader, ask, { m: name });
    expect(errors).toEqual([]);
    const [first, second] = data.scorecard.rows;
    expect(data.scorecard.textZh).toContain('按期处置率 × 40');
    expect(first).toMatchObject({ key: 'city-management', rank: 1, rankBefore: null });
    expect(first.score).toBeGreaterThan(0);
    expect(first.trend).toHaveLength(6);
    expect(first.trend.at(-1)).toEqual({ month: name, score: first.score });
    // Each figure opens the cases of its month and of nobody else.
    const [year, of] = name.split('-').map(Number) as [number, number];
    const begin = (index: number) => new Date(Date.UTC(year, index) - 8 * 3_600_000).toISOString();
    const inMonth = { f: begin(of - 1), t: begin(of), by: 'department', group: first.key };
    expect(first.figures.map(({ key }: Loose) => key)).toContain('in-time-dispose-rate');
    for (const figure of first.figures) {
      const among = await rows(people.leader, { ...inMonth, key: figure.key });
      expect(among.total, figure.key).toBe(figure.rows);
      if (figure.key === 'rework-rate') continue;
      const counted = await rows(people.leader, { ...inMonth, key: figure.key, counted: true });
      expect(counted.total, figure.key).toBe(figure.numerator);
    }
    expect(second).toMatchObject({ key: 'water', score: null, grade: null, rank: null });
    const wrong = await graph.ask(people.leader, ask, { m: '2026-13' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ reason: 'bad-month' });
  });
});

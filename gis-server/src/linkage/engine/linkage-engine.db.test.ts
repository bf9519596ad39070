import { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { readJournalAfter } from '#journal/read-journal.ts';
import { maySee } from '#journal/visibility.ts';
import { firstLinkageRule, type LinkageRule } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLinkage } from './open-linkage.ts';

const town = '990101001';
const here = { longitude: 9.93, latitude: 50 };
const nextDoor = { longitude: 9.97, latitude: 50 };
const fields = `id ruleName count triggerSeq lastSeq incidentId
  outcomes { kind state refusal told cameras { cameraId refusal } }`;

describeOnBothEngines('linkage', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let officer: Viewer;

  const open = () =>
    openLinkage({
      database: db.database,
      clock: db.clock,
      journal: { onEntries: () => () => {} },
      duties: new Duties(db),
      services: graph.services,
      units: () => [],
    });
  let linkage: ReturnType<typeof open>;

  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    leader = await seeAccountOf(db.database, viewerAt(town, 'town-monitor'));
    officer = await seeAccountOf(db.database, viewerAt(town, 'duty-officer'));
    linkage = open();
    await linkage.engine.start();
  });
  afterAll(async () => {
    await linkage.engine.stop();
    await graph.stop();
  });

  beforeEach(async () => {
    const { data } = await graph.ask(leader, '{ linkageRules { id version } }');
    for (const { id, version } of data.linkageRules) {
      await graph.ask(
        leader,
        `mutation ($c: ID!) { removeLinkageRule(commandId: $c, id: "${id}", version: ${version}) }`,
        { c: randomUUID() },
      );
    }
    db.clock.advanceSeconds(3600);
    await linkage.engine.settle();
  });

  type Wish = { name?: string; id?: string; version?: number };
  const save = async (rule: Partial<LinkageRule>, { name = '试', id, version }: Wish = {}) =>
    graph.ask(
      leader,
      'mutation ($input: LinkageRuleInput!) { saveLinkageRule(input: $input) { id version stopped { reason chain } } }',
      {
        input: {
          ...{ commandId: randomUUID(), name, id, version, enabled: true },
          rule: { ...firstLinkageRule, ...rule },
        },
      },
    );
  const report = async (more: object = {}): Promise<string> => {
    const { data } = await graph.ask(
      officer,
      'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }',
      { input: { commandId: randomUUID(), classCode: 'E0102', position: here, ...more } },
    );
    return data.reportIncident.id;
  };
  const firings = async (ruleId: string, viewer = leader): Promise<Loose[]> => {
    const document = `{ linkageFirings(ruleId: "${ruleId}", first: 30) { ${fields} } }`;
    return (await graph.ask(viewer, document)).data.linkageFirings;
  };
  const ruleOf = async (rule: Partial<LinkageRule>, wish?: Wish): Promise<string> => {
    const { data, errors } = await save(rule, wish);
    expect(errors).toEqual([]);
    return data.saveLinkageRule.id;
  };
  const signIn = () =>
    graph.ask(
      leader,
      'mutation ($c: ID!) { signInForDuty(commandId: $c, post: SHIFT_LEADER) { id } }',
      { c: randomUUID() },
    );

  test('an incident opens the cameras filed for it, and the row says which are refused and why', async () => {
    const rule = await ruleOf({});
    const incident = await report();
    await linkage.engine.settle();
    const [nobody] = await firings(rule);
    expect(nobody).toMatchObject({ incidentId: incident, count: 1 });
    expect(nobody.outcomes[0]).toMatchObject({
      kind: 'open-cameras',
      state: 'refused',
      refusal: 'nobody-on-duty',
    });

    await signIn();
    db.clock.advanceSeconds(60);
    const second = await report();
    await linkage.engine.settle();
    const [firing] = await firings(rule);
    const ids = idsIn(targetVillage);
    expect(firing.incidentId).toBe(second);
    expect(firing.outcomes[0]).toMatchObject({ kind: 'open-cameras', state: 'done' });
    expect(firing.outcomes[0].cameras).toContainEqual({ cameraId: ids.camera(1), refusal: null });
    expect(firing.outcomes[0].cameras).toContainEqual({
      cameraId: ids.camera(2),
      refusal: 'purpose-not-filed',
    });
    expect(firing.outcomes[1]).toMatchObject({ kind: 'sound', state: 'done' });
  });

  test('a look that a rule opened is charged to who is on duty and names rule and incident', async () => {
    const rule = await ruleOf({}, { name: '街面' });
    await signIn();
    const incident = await report();
    await linkage.engine.settle();
    const [firing] = await firings(rule);
    const camera = idsIn(targetVillage).camera(1);
    const look = (incidentId: string) =>
      graph.ask(
        officer,
        `mutation { openCameraView(cameraId: "${camera}", basis: { incidentId: "${incidentId}",
          linkageFiringId: "${firing.id}" }) { viewId chargedTo } }`,
      );
    const { data } = await look(incident);
    expect(data.openCameraView.chargedTo).toBe(leader.displayName);
    const auditor = viewerAt(town, 'auditor');
    const register = await graph.ask(
      auditor,
      '{ cameraViews(first: 1) { nodes { incidentId linkageFiring { ruleName } } } }',
    );
    expect(register.data.cameraViews.nodes).toEqual([
      { incidentId: incident, linkageFiring: { ruleName: '街面' } },
    ]);
    expect((await look(idsIn(targetVillage).incident(1))).code).toBe('NOT_FOUND');
  });

  test('a town’s rule acts in the town only, and only from when it was saved', async () => {
    await report();
    const rule = await ruleOf({ where: ['990101001002'] });
    await report();
    await linkage.engine.settle();
    expect(await firings(rule)).toEqual([]);
    await report({ position: nextDoor });
    await linkage.engine.settle();
    expect(await firings(rule)).toHaveLength(1);
    expect((await save({ where: ['990101002001'] })).errors[0]).toMatchObject({
      extensions: { reason: 'outside-scope' },
    });
    const neighbour = viewerAt('990101002', 'town-monitor');
    expect(await firings(rule, neighbour)).toEqual([]);
  });

  test('in quiet hours nothing disturbs the hall, and the notice goes its way', async () => {
    const whole = { from: '00:00', to: '00:00', weekdays: [] };
    const notify = {
      kind: 'notify',
      role: 'town-monitor',
      level: 'township',
      acknowledge: true,
    } as const;
    const rule = await ruleOf({ quiet: whole, effects: [...firstLinkageRule.effects, notify] });
    await report();
    await linkage.engine.settle();
    const [firing] = await firings(rule);
    expect(firing.outcomes.map(({ refusal }: Loose) => refusal)).toEqual([
      'quiet-hours',
      'quiet-hours',
      null,
    ]);
    const notices = async (viewer: Viewer) =>
      (await graph.ask(viewer, '{ linkageNotices { id mustAcknowledge firing { id } } }')).data
        .linkageNotices;
    const [notice] = await notices(leader);
    expect(notice).toMatchObject({ mustAcknowledge: true, firing: { id: firing.id } });
    expect(await notices(officer)).toEqual([]);
    const acknowledge = (viewer: Viewer) =>
      graph.ask(
        viewer,
        `mutation ($c: ID!) { acknowledgeLinkageNotice(commandId: $c, id: "${notice.id}") { acknowledgedBy } }`,
        { c: randomUUID() },
      );
    expect((await acknowledge(officer)).code).toBe('FORBIDDEN');
    const { data } = await acknowledge(leader);
    expect(data.acknowledgeLinkageNotice.acknowledgedBy).toBe(leader.displayName);
    expect(await notices(leader)).toEqual([]);
  });

  test('a department hears of no case that is another’s by what rules did for it', async () => {
    const rule = await ruleOf({});
    await report();
    await linkage.engine.settle();
    expect(await firings(rule)).toHaveLength(1);
    const department = { ...viewerAt(town, 'department'), departmentCode: 'city-management' };
    expect(await firings(rule, department)).toEqual([]);
    const rows = await db.database.inScope(leader, (tx) =>
      readJournalAfter(tx, leader, { afterSeq: 0, limit: 500 }),
    );
    const fired = rows.rows.filter(({ kind }) => kind === 'linkage.fired');
    expect(fired.some((row) => maySee(leader, row))).toBe(true);
    expect(fired.some((row) => maySee(department, row))).toBe(false);
  });

  test('a storm of 1,000 incidents is a few firings that count them all and open as their rows', async () => {
    const rule = await ruleOf({ mergeSeconds: 60, mostPerMinute: 4 });
    const places = [here, nextDoor];
    for (let n = 0; n < 1000; n += 1) {
      await report({ position: places[n % 2], title: `雨 ${n}` });
      if (n % 250 === 100) await linkage.engine.settle();
    }
    await linkage.engine.settle();
    const fired = await firings(rule);
    expect(fired.length).toBeLessThanOrEqual(4);
    expect(fired.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    const rows = await db.database.inScope(leader, (tx) =>
      Promise.all(
        fired.map(({ id }) =>
          tx.query<{ n: number }>({
            ...{ parts: [], values: [id] },
            text: '-- How many rows are behind the count?\nselect count(*) as n from linkage_triggers where firing_id = $1::uuid',
          }),
        ),
      ),
    );
    expect(rows.map(([row]) => row!.n)).toEqual(fired.map(({ count }) => count));
    db.clock.advanceSeconds(10);
    await linkage.engine.settle();
    const told = await graph.ask(
      leader,
      `{ journal(subjectKind: "linkage-rule", subjectId: "${rule}") { kind payload } }`,
    );
    const updates = told.data.journal.filter(({ kind }: Loose) => kind.startsWith('linkage.'));
    expect(updates.length).toBeLessThan(20);
  }, 240_000);

  test('a graver incident is never hidden in a firing of lighter ones', async () => {
    const rule = await ruleOf({ mergeSeconds: 600 });
    await report({ grade: 4 });
    await report({ grade: 4 });
    const grave = await report({ grade: 1 });
    await linkage.engine.settle();
    const fired = await firings(rule);
    expect(fired.map(({ count, incidentId }) => [count, incidentId === grave])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test('engines that start, stop and work side by side judge each row once', async () => {
    const rule = await ruleOf({ mergeSeconds: 0, mostPerMinute: 60 });
    const second = open();
    await second.engine.start();
    for (let n = 0; n < 20; n += 1) {
      await report();
      // One is stopped in the middle of its work, another begins where it was.
      if (n === 7) await second.engine.stop();
      await Promise.all([linkage.engine.settle(), n < 7 ? second.engine.settle() : null]);
      if (n === 12) {
        await linkage.engine.stop();
        await report();
        linkage = open();
        await linkage.engine.start();
      }
    }
    await linkage.engine.settle();
    const fired = await firings(rule);
    const seqs = fired.map(({ triggerSeq }) => triggerSeq);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(fired.reduce((sum, { count }) => sum + count, 0)).toBe(21);
  });

  test('a rule that sets itself off is stopped and says so; saved again it runs', async () => {
    await signIn();
    const raise = { kind: 'raise-incident', classCode: 'C0102', grade: 3 } as const;
    const again = { kind: 'raise-incident', classCode: 'E0102', grade: 4 } as const;
    const when = (code: string) => ({ ...firstLinkageRule.when, classCodes: [code] }) as never;
    const loud = { mergeSeconds: 0 };
    const a = await ruleOf({ ...loud, when: when('E0102'), effects: [raise] }, { name: 'A' });
    const b = await ruleOf({ ...loud, when: when('C0102'), effects: [again] }, { name: 'B' });
    await report();
    for (let n = 0; n < 8; n += 1) await linkage.engine.settle();
    expect(await firings(a)).toHaveLength(1);
    expect(await firings(b)).toHaveLength(1);
    const { data } = await graph.ask(
      leader,
      '{ linkageRules { id version stopped { reason chain } } }',
    );
    const stopped = data.linkageRules.find(({ id }: Loose) => id === a);
    expect(stopped.stopped.reason).toBe('sets-itself-off');
    expect(stopped.stopped.chain).toEqual([a, b, a]);
    const saved = await save(
      { when: when('E0102') },
      { name: 'A', id: a, version: stopped.version },
    );
    expect(saved.data.saveLinkageRule.stopped).toBe(null);
    expect((await save({}, { id: a, version: 1 })).code).toBe('CONFLICT');
  });

  test('a dry run says what would have been, and does nothing', async () => {
    const incident = await report({ title: '昨天' });
    await linkage.engine.settle();
    const { data, errors } = await graph.ask(
      leader,
      `query ($rule: LinkageRuleWords!) { dryRunLinkageRule(rule: $rule) {
        judged firingCount triggers firings { at title incidentId count quiet incident { id } } } }`,
      { rule: { ...firstLinkageRule, mergeSeconds: 0, mostPerMinute: 60 } },
    );
    expect(errors).toEqual([]);
    const run = data.dryRunLinkageRule;
    expect(run.firings[0]).toMatchObject({ title: '昨天', incidentId: incident, count: 1 });
    expect(run.triggers).toBe(run.judged);
    const before = await graph.ask(leader, '{ linkageFirings { id } }');
    await linkage.engine.settle();
    expect((await graph.ask(leader, '{ linkageFirings { id } }')).data).toEqual(before.data);
  });

  test('a dry run of a chosen day names cause, cameras and what would have been merged', async () => {
    await signIn();
    const first = await report({ title: '一' });
    const second = await report({ title: '二' });
    await linkage.engine.settle();
    const tried = async (day: string) =>
      graph.ask(
        leader,
        `query ($rule: LinkageRuleWords!, $day: String) { dryRunLinkageRule(rule: $rule, day: $day) {
          from firings { triggerSeq title count merged { subjectId seq } cameras { cameraId refusal } } } }`,
        { day, rule: { ...firstLinkageRule, mergeSeconds: 60 } },
      );
    const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const now = db.clock.now();
    const run = (await tried(dayOf(now))).data.dryRunLinkageRule;
    expect(new Date(run.from)).toEqual(new Date(`${dayOf(now)}T00:00:00+08:00`));
    const [firing] = run.firings;
    expect(firing).toMatchObject({ title: '一', count: 2 });
    expect(firing.merged.map(({ subjectId }: Loose) => subjectId)).toEqual([second]);
    const { data } = await graph.ask(
      leader,
      `{ journal(subjectKind: "incident", subjectId: "${first}") { seq } }`,
    );
    expect(firing.triggerSeq).toBe(data.journal[0].seq);
    const ids = idsIn(targetVillage);
    expect(firing.cameras).toEqual([
      { cameraId: ids.camera(1), refusal: null },
      { cameraId: ids.camera(2), refusal: 'purpose-not-filed' },
    ]);
    const tomorrow = new Date(now.getTime() + 86_400_000);
    for (const day of ['2026-13-45', 'yesterday', dayOf(tomorrow)]) {
      expect((await tried(day)).errors[0], day).toMatchObject({ extensions: { reason: 'no-day' } });
    }
    const before = new Date(now.getTime() - 10 * 86_400_000);
    expect((await tried(dayOf(before))).data.dryRunLinkageRule.firings).toEqual([]);
  });

  test('what a rule names and is not there is said at its field', async () => {
    const wrong = await save({
      effects: [
        { kind: 'show-scene', sceneId: randomUUID() },
        { kind: 'open-cameras', first: 1, cameraIds: [idsIn(targetVillage).camera(1), 'nowhere'] },
        { kind: 'raise-incident', classCode: 'X9', grade: 4 },
      ],
    });
    const faults = [
      { field: 'effects.0.sceneId', reason: 'unknown-scene' },
      { field: 'effects.1.cameraIds.1', reason: 'unknown-camera' },
      { field: 'effects.2.classCode', reason: 'unknown-class' },
    ];
    expect(wrong.errors[0]).toMatchObject({ extensions: { details: { faults } } });
  });

  test('faults are named at their field', async () => {
    const wrong = await save({ when: { kind: 'time', at: '08:00', weekdays: [] } });
    expect(wrong.errors[0]).toMatchObject({
      extensions: { reason: 'needs-incident', details: { field: 'effects.0' } },
    });
    expect(
      (
        await graph.ask(
          officer,
          'mutation ($input: LinkageRuleInput!) { saveLinkageRule(input: $input) { id } }',
          {
            input: { commandId: randomUUID(), name: 'x', enabled: true, rule: firstLinkageRule },
          },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });

  test('a moment of the day sets a rule off, once', async () => {
    const at = new Date(db.clock.now().getTime() + 8 * 3_600_000 + 60_000)
      .toISOString()
      .slice(11, 16);
    const notify = {
      kind: 'notify',
      role: 'town-monitor',
      level: 'rule-area',
      acknowledge: false,
    } as const;
    const rule = await ruleOf({ when: { kind: 'time', at, weekdays: [] }, effects: [notify] });
    db.clock.advanceSeconds(90);
    await linkage.runRound();
    await linkage.runRound();
    await linkage.engine.settle();
    expect(await firings(rule)).toHaveLength(1);
  });
});

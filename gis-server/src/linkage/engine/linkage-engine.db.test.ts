import type { Viewer } from '#access/viewer.ts';
import { viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import type { Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, targetVillage } from '#graphql/testing/made-up-city.ts';
import { readJournalAfter } from '#journal/read-journal.ts';
import { maySee } from '#journal/visibility.ts';
import { firstLinkageRule } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { LinkageUnderTest, town } from '../testing/linkage-under-test.ts';

const here = { longitude: 9.93, latitude: 50 };
const nextDoor = { longitude: 9.97, latitude: 50 };

describeOnBothEngines('linkage', (db) => {
  const under = new LinkageUnderTest(db);
  const { save, report, firings, ruleOf, signIn } = under;

  test('an incident opens the cameras filed for it, and the row says which are refused and why', async () => {
    const rule = await ruleOf({});
    const incident = await report();
    await under.linkage.engine.settle();
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
    await under.linkage.engine.settle();
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
    await under.linkage.engine.settle();
    const [firing] = await firings(rule);
    const camera = idsIn(targetVillage).camera(1);
    const look = (incidentId: string) =>
      under.graph.ask(
        under.officer,
        `mutation { openCameraView(cameraId: "${camera}", basis: { incidentId: "${incidentId}",
          linkageFiringId: "${firing.id}" }) { viewId chargedTo } }`,
      );
    const { data } = await look(incident);
    expect(data.openCameraView.chargedTo).toBe(under.leader.displayName);
    const auditor = viewerAt(town, 'auditor');
    const register = await under.graph.ask(
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
    await under.linkage.engine.settle();
    expect(await firings(rule)).toEqual([]);
    await report({ position: nextDoor });
    await under.linkage.engine.settle();
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
    await under.linkage.engine.settle();
    const [firing] = await firings(rule);
    expect(firing.outcomes.map(({ refusal }: Loose) => refusal)).toEqual([
      'quiet-hours',
      'quiet-hours',
      null,
    ]);
    const notices = async (viewer: Viewer) =>
      (await under.graph.ask(viewer, '{ linkageNotices { id mustAcknowledge firing { id } } }'))
        .data.linkageNotices;
    const [notice] = await notices(under.leader);
    expect(notice).toMatchObject({ mustAcknowledge: true, firing: { id: firing.id } });
    expect(await notices(under.officer)).toEqual([]);
    const acknowledge = (viewer: Viewer) =>
      under.graph.ask(
        viewer,
        `mutation ($c: ID!) { acknowledgeLinkageNotice(commandId: $c, id: "${notice.id}") { acknowledgedBy } }`,
        { c: randomUUID() },
      );
    expect((await acknowledge(under.officer)).code).toBe('FORBIDDEN');
    const { data } = await acknowledge(under.leader);
    expect(data.acknowledgeLinkageNotice.acknowledgedBy).toBe(under.leader.displayName);
    expect(await notices(under.leader)).toEqual([]);
  });

  test('a department hears of no case that is another’s by what rules did for it', async () => {
    const rule = await ruleOf({});
    await report();
    await under.linkage.engine.settle();
    expect(await firings(rule)).toHaveLength(1);
    const department = { ...viewerAt(town, 'department'), departmentCode: 'city-management' };
    expect(await firings(rule, department)).toEqual([]);
    const rows = await db.database.inScope(under.leader, (tx) =>
      readJournalAfter(tx, under.leader, { afterSeq: 0, limit: 500 }),
    );
    const fired = rows.rows.filter(({ kind }) => kind === 'linkage.fired');
    expect(fired.some((row) => maySee(under.leader, row))).toBe(true);
    expect(fired.some((row) => maySee(department, row))).toBe(false);
  });

  test('a storm of 1,000 incidents is a few firings that count them all and open as their rows', async () => {
    const rule = await ruleOf({ mergeSeconds: 60, mostPerMinute: 4 });
    const places = [here, nextDoor];
    for (let n = 0; n < 1000; n += 1) {
      await report({ position: places[n % 2], title: `雨 ${n}` });
      if (n % 250 === 100) await under.linkage.engine.settle();
    }
    await under.linkage.engine.settle();
    const fired = await firings(rule);
    expect(fired.length).toBeLessThanOrEqual(4);
    expect(fired.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    const rows = await db.database.inScope(under.leader, (tx) =>
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
    await under.linkage.engine.settle();
    const told = await under.graph.ask(
      under.leader,
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
    await under.linkage.engine.settle();
    const fired = await firings(rule);
    expect(fired.map(({ count, incidentId }) => [count, incidentId === grave])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test('engines that start, stop and work side by side judge each row once', async () => {
    const rule = await ruleOf({ mergeSeconds: 0, mostPerMinute: 60 });
    const second = under.open();
    await second.engine.start();
    for (let n = 0; n < 20; n += 1) {
      await report();
      // One is stopped in the middle of its work, another begins where it was.
      if (n === 7) await second.engine.stop();
      await Promise.all([under.linkage.engine.settle(), n < 7 ? second.engine.settle() : null]);
      if (n === 12) {
        await under.linkage.engine.stop();
        await report();
        under.linkage = under.open();
        await under.linkage.engine.start();
      }
    }
    await under.linkage.engine.settle();
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
    for (let n = 0; n < 8; n += 1) await under.linkage.engine.settle();
    expect(await firings(a)).toHaveLength(1);
    expect(await firings(b)).toHaveLength(1);
    const { data } = await under.graph.ask(
      under.leader,
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
    await under.linkage.runRound();
    await under.linkage.runRound();
    await under.linkage.engine.settle();
    expect(await firings(rule)).toHaveLength(1);
  });
});

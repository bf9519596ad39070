import { describeOnBothEngines } from '#database/testing/test-database.ts';
import type { Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, targetVillage } from '#graphql/testing/made-up-city.ts';
import { firstLinkageRule } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { LinkageUnderTest } from './testing/linkage-under-test.ts';

describeOnBothEngines('rules of linkage', (db) => {
  const under = new LinkageUnderTest(db);
  const { save, report, signIn } = under;

  test('a dry run says what would have been, and does nothing', async () => {
    const incident = await report({ title: '昨天' });
    await under.linkage.engine.settle();
    const { data, errors } = await under.graph.ask(
      under.leader,
      `query ($rule: LinkageRuleWords!) { dryRunLinkageRule(rule: $rule) {
        judged firingCount triggers firings { at title incidentId count quiet incident { id } } } }`,
      { rule: { ...firstLinkageRule, mergeSeconds: 0, mostPerMinute: 60 } },
    );
    expect(errors).toEqual([]);
    const run = data.dryRunLinkageRule;
    expect(run.firings[0]).toMatchObject({ title: '昨天', incidentId: incident, count: 1 });
    expect(run.triggers).toBe(run.judged);
    const before = await under.graph.ask(under.leader, '{ linkageFirings { id } }');
    await under.linkage.engine.settle();
    expect((await under.graph.ask(under.leader, '{ linkageFirings { id } }')).data).toEqual(
      before.data,
    );
  });

  test('a dry run of a chosen day names cause, cameras and what would have been merged', async () => {
    await signIn();
    const first = await report({ title: '一' });
    const second = await report({ title: '二' });
    await under.linkage.engine.settle();
    const tried = async (day: string) =>
      under.graph.ask(
        under.leader,
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
    const { data } = await under.graph.ask(
      under.leader,
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
        await under.graph.ask(
          under.officer,
          'mutation ($input: LinkageRuleInput!) { saveLinkageRule(input: $input) { id } }',
          {
            input: { commandId: randomUUID(), name: 'x', enabled: true, rule: firstLinkageRule },
          },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });
});

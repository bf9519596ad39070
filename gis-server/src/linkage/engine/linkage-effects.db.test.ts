/** What rules hear of units and cameras, and what other services carry out for them. */
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { CameraRegister } from '#gateway-link/camera-register.ts';
import { idsIn, targetVillage } from '#graphql/testing/made-up-city.ts';
import type { Loose } from '#graphql/testing/graph-under-test.ts';
import { insertHead } from '#ptz/testing/running-looks.ts';
import { ScriptedHeads } from '#ptz/testing/scripted-heads.ts';
import { firstLinkageRule, pointAt, type CameraState, type LinkageRule } from 'grid-data';
import { expect, test } from 'vitest';
import { LinkageUnderTest } from '../testing/linkage-under-test.ts';

const inside = [9.93, 50] as const;
const nextDoor = [9.97, 50] as const;
const ids = idsIn(targetVillage);
const focus = { kind: 'focus' } as const;
const notify = {
  kind: 'notify',
  role: 'town-monitor',
  level: 'rule-area',
  acknowledge: false,
} as const;
const incident = firstLinkageRule.when as LinkageRule['when'] & { kind: 'incident' };

describeOnBothEngines('what rules hear and do', (db) => {
  const heads = new ScriptedHeads();
  const under = new LinkageUnderTest(db, heads);
  const { report, firings, ruleOf, signIn } = under;

  /** Hears of its place anew; null: of none. */
  const unitStands = async (place: readonly [number, number] | null) => {
    const [longitude, latitude] = place ?? [0, 0];
    const at = db.clock.now();
    under.units = place === null ? [] : [{ unitId: ids.unit, longitude, latitude, at }];
    await under.linkage.runRound();
    await under.linkage.engine.settle();
    // What is seen of the same crossing within a minute is one.
    db.clock.advanceSeconds(60);
  };
  const unitRule = (happening: 'enters' | 'leaves' | 'absent', unitKinds: string[] = []) =>
    ruleOf({
      when: { kind: 'unit', happening, unitKinds, minutes: 5 },
      ...{ where: [targetVillage], effects: [focus, notify], mergeSeconds: 0 },
    });
  const timesOf = async (ruleId: string) => (await firings(ruleId)).length;
  const outcomesOf = async (ruleId: string): Promise<Loose[]> =>
    (await firings(ruleId))[0]?.outcomes ?? [];

  test('a unit that enters the area of a rule, or leaves it, sets it off each time', async () => {
    const enters = await unitRule('enters', ['police-patrol']);
    const leaves = await unitRule('leaves');
    const others = await unitRule('enters', ['fire']);
    // Where it was before the first look is not known.
    await unitStands(inside);
    expect([await timesOf(enters), await timesOf(leaves)]).toEqual([0, 0]);
    await unitStands(nextDoor);
    expect([await timesOf(enters), await timesOf(leaves)]).toEqual([0, 1]);
    await unitStands(inside);
    await unitStands(inside);
    expect([await timesOf(enters), await timesOf(leaves)]).toEqual([1, 1]);
    // Silent, it is nowhere: it has left.
    await unitStands(null);
    expect([await timesOf(enters), await timesOf(leaves)]).toEqual([1, 2]);
    expect(await timesOf(others)).toBe(0);
    expect(await outcomesOf(enters)).toMatchObject([
      { kind: 'focus', state: 'done' },
      { kind: 'notify', state: 'done' },
    ]);
  });

  test('an area without a unit for too long sets a rule off once, until one has been there', async () => {
    const rule = await unitRule('absent');
    await unitStands(inside);
    for (let minute = 0; minute < 5; minute += 1) await unitStands(nextDoor);
    expect(await timesOf(rule)).toBe(0);
    for (let minute = 0; minute < 4; minute += 1) await unitStands(nextDoor);
    expect(await timesOf(rule)).toBe(1);
    await unitStands(inside);
    for (let minute = 0; minute < 7; minute += 1) await unitStands(null);
    expect(await timesOf(rule)).toBe(2);
  });

  test('a camera that becomes what a rule names sets it off, and no other does', async () => {
    const rule = await ruleOf({
      when: { kind: 'camera', becomes: ['offline'] },
      ...{ effects: [focus, notify], mergeSeconds: 0 },
    });
    const register = new CameraRegister(db.database);
    const tell = async (cameraId: string, state: CameraState) => {
      await register.takeStates({
        type: 'camera-states',
        states: [
          {
            ...{ cameraId, state, reason: state === 'offline' ? 'no-frames' : null, health: null },
            ...{ provisional: false, at: db.clock.now().toISOString() },
          },
        ],
      });
      await under.linkage.engine.settle();
    };
    await tell(idsIn('990101002001').camera(1), 'offline');
    await tell(ids.camera(1), 'online');
    expect(await timesOf(rule)).toBe(0);
    await tell(ids.camera(1), 'offline');
    await tell(ids.camera(1), 'offline');
    expect(await timesOf(rule)).toBe(1);
    expect(await outcomesOf(rule)).toMatchObject([
      { kind: 'focus', state: 'done' },
      { kind: 'notify', state: 'done' },
    ]);
    await tell(ids.camera(1), 'online');
  });

  test('cameras turn to an incident, in the name of who is on duty', async () => {
    const at = pointAt(inside, 180, 100);
    const purposes = ['city-management'];
    await insertHead(db.database, { id: 'turns', areaCode: targetVillage, at, purposes });
    const rule = await ruleOf({
      when: incident,
      effects: [{ kind: 'turn-cameras', withinMeters: 500 }],
    });
    await signIn();
    await report();
    await under.linkage.engine.settle();
    await under.linkage.engine.settle();
    expect(await outcomesOf(rule)).toMatchObject([{ kind: 'turn-cameras', state: 'done' }]);
    expect((await outcomesOf(rule))[0].told).toContain('turns');
    expect(heads.acts('aim').map(({ camera }) => camera.cameraId)).toContain('turns');
  });

  test('a scene is shown on its screens, and says which rule called it', async () => {
    const rule = await ruleOf(
      { when: incident, effects: [{ kind: 'show-scene', sceneId: ids.scene }] },
      { name: '夜间' },
    );
    await signIn();
    await report();
    await under.linkage.engine.settle();
    await under.linkage.engine.settle();
    expect(await outcomesOf(rule)).toMatchObject([{ state: 'done', told: [ids.screen] }]);
    const { data } = await under.graph.ask(
      under.leader,
      '{ wallScreens { id showing { cause } } }',
    );
    const screen = data.wallScreens.find(({ id }: Loose) => id === ids.screen);
    expect(screen.showing.cause).toMatchObject({ kind: 'rule', ruleName: '夜间' });
  });

  test('a recording is asked for once its window has passed, and granted by nobody', async () => {
    const rule = await ruleOf(
      {
        when: incident,
        effects: [{ kind: 'request-recording', minutesBefore: 5, minutesAfter: 2 }],
      },
      { name: '取证' },
    );
    await signIn();
    const id = await report();
    await under.linkage.engine.settle();
    expect(await outcomesOf(rule)).toMatchObject([{ state: 'pending' }]);
    db.clock.advanceSeconds(130);
    await under.linkage.engine.settle();
    await under.linkage.engine.settle();
    expect(await outcomesOf(rule)).toMatchObject([{ state: 'done' }]);
    const { data } = await under.graph.ask(
      under.leader,
      '{ viewRequests(mine: true, first: 5) { nodes { state reason incidentId cameras { camera { id } } } } }',
    );
    const [request] = data.viewRequests.nodes;
    expect(request).toMatchObject({ state: 'requested', incidentId: id });
    expect(request.reason).toContain('联动 取证');
    expect(request.cameras.map(({ camera }: Loose) => camera?.id)).toContain(ids.camera(1));
  });
});

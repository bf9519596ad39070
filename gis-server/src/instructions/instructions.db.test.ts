import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest, type Loose } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ids = idsIn(targetVillage);

describeOnBothEngines('instructions of a leader', (db) => {
  let graph: GraphUnderTest;
  let leader: Viewer;
  let officer: Viewer;
  let water: Viewer;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    const at = (role: Parameters<typeof viewerAt>[1], department: string | null = null) =>
      seeAccountOf(db.database, viewerAt(madeUpCounty, role, department));
    leader = await at('leader');
    officer = await at('duty-officer');
    water = await at('department', 'water');
  });
  afterAll(() => graph.stop());

  const give = (viewer: Viewer, words: object = {}) =>
    graph.ask(
      viewer,
      `mutation ($i: InstructionInput!) { giveInstruction(input: $i) { id kind departmentCode receivedBy } }`,
      {
        i: {
          commandId: randomUUID(),
          incidentId: ids.incident(1),
          kind: 'comment',
          text: 'see to it',
          ...words,
        },
      },
    );
  const receive = (viewer: Viewer, id: string, reply: string | null = null) =>
    graph.ask(
      viewer,
      `mutation ($c: ID!, $id: ID!, $r: String) {
        receiveInstruction(commandId: $c, id: $id, reply: $r) { receivedBy receivedAt reply receivable } }`,
      { c: randomUUID(), id, r: reply },
    );
  const historyOf = async (id: string): Promise<Loose[]> =>
    (await graph.ask(officer, `{ incident(id: "${id}") { history { kind actorName payload } } }`))
      .data.incident.history;

  it('stand in the history of the case with their receipt, each once', async () => {
    const commandId = randomUUID();
    const first = await give(leader, { commandId });
    const again = await give(leader, { commandId });
    expect(again.data.giveInstruction.id).toBe(first.data.giveInstruction.id);
    const { id } = first.data.giveInstruction;
    const taken = await receive(officer, id, 'on our way');
    expect(taken.data.receiveInstruction).toMatchObject({
      receivedBy: officer.displayName,
      reply: 'on our way',
      receivable: false,
    });
    const told = (await historyOf(ids.incident(1))).filter(
      ({ payload }) => payload.instructionId === id,
    );
    expect(told).toMatchObject([
      {
        kind: 'incident.instructed',
        actorName: leader.displayName,
        payload: { note: 'see to it' },
      },
      {
        kind: 'incident.instruction-received',
        actorName: officer.displayName,
        payload: { note: 'on our way' },
      },
    ]);
  });

  it('are taken once: the second is told who was first, and whoever gave it cannot take it', async () => {
    const { id } = (await give(leader)).data.giveInstruction;
    expect((await receive(leader, id)).code).toBe('FORBIDDEN');
    await receive(officer, id);
    const chief = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'shift-leader'));
    const late = await receive(chief, id);
    expect(late.code).toBe('CONFLICT');
    expect(late.errors[0]?.extensions?.['reason']).toBe('already-received');
  });

  it('wait in the list until they are taken', async () => {
    const waiting = async () =>
      (await graph.ask(officer, '{ instructions(waitingOnly: true) { id receivable } }')).data
        .instructions;
    const { id } = (await give(leader)).data.giveInstruction;
    expect(await waiting()).toContainEqual({ id, receivable: true });
    await receive(officer, id);
    expect((await waiting()).map((each: Loose) => each.id)).not.toContain(id);
  });

  it('to a department are the department’s to see and to take, and not the center’s', async () => {
    const { id } = (await give(leader, { kind: 'assignment', departmentCode: 'water' })).data
      .giveInstruction;
    expect((await receive(officer, id)).code).toBe('FORBIDDEN');
    const { data } = await graph.ask(water, '{ instructions { id departmentCode receivable } }');
    expect(data.instructions).toContainEqual({ id, departmentCode: 'water', receivable: true });
  });

  it('are given by leaders alone, in words, about cases they see', async () => {
    expect((await give(officer)).code).toBe('FORBIDDEN');
    expect((await give(leader, { text: '  ' })).code).toBe('BAD_USER_INPUT');
    expect((await give(leader, { kind: 'shout' })).code).toBe('BAD_USER_INPUT');
    expect((await give(leader, { incidentId: randomUUID() })).code).toBe('NOT_FOUND');
    expect((await give(leader, { departmentCode: 'nobody' })).code).toBe('BAD_USER_INPUT');
  });
});

import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { beforeAll, describe, expect, it } from 'vitest';

const position = { longitude: 9.93, latitude: 50.001 };
const reporter = {
  name: '张三丰',
  telephone: '13812345678',
  home: '桥南路12号',
  wantsCallBack: true,
};
const fields = `id version state title description address order { externalId revision }
  reporter { name telephone home wantsCallBack } callBacks { outcome answer calledBy }
  history { kind payload }`;

describeOnBothEngines('the intake', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'acceptor' | 'worker' | 'shift' | 'auditor' | 'elsewhere', Viewer>;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (...given: Parameters<typeof viewerAt>) =>
      seeAccountOf(db.database, viewerAt(...given));
    people = {
      acceptor: await make(madeUpCounty, 'acceptor'),
      worker: await make(madeUpCounty, 'grid-worker'),
      shift: await make(madeUpCounty, 'shift-leader'),
      auditor: await make(madeUpCounty, 'auditor'),
      elsewhere: await make('990101002', 'town-monitor'),
    };
  });

  const report = (more: object, viewer = people.acceptor) =>
    graph.ask(
      viewer,
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { ${fields} } }`,
      {
        input: {
          commandId: randomUUID(),
          classCode: 'E0102',
          position,
          source: 'hotline',
          ...more,
        },
      },
    );
  const order = (externalId: string, revision = 1) => ({ externalId, revision });
  const count = async (title: string) => {
    const [row] = await db.database.inScope(systemViewer(), (tx) =>
      tx.query<{ count: number }>(sql`-- How many cases are called so?
        select count(*)::integer as count from incidents where title = ${title}`),
    );
    return row!.count;
  };

  describe('of an order of another system', () => {
    it('makes one case, whoever sends it and however often', async () => {
      const title = 'sent by many';
      const sent = [1, 2, 3, 4].map((nth) =>
        report({ title, order: order('A1') }, nth % 2 === 0 ? people.acceptor : people.worker),
      );
      const ids = (await Promise.all(sent)).map(({ data }) => data.reportIncident.id);
      expect(new Set(ids).size).toBe(1);
      expect(await count(title)).toBe(1);
    });

    it('keeps the numbers of two sources apart', async () => {
      const one = await report({ order: order('B1') });
      const other = await report({ order: order('B1'), source: 'hotline-12319' });
      expect(other.data.reportIncident.id).not.toBe(one.data.reportIncident.id);
    });

    it('takes a newer revision for what may be changed, and an older one for nothing', async () => {
      const words = { title: 'first', description: 'a heap', address: 'here' };
      const first = await report({ ...words, order: order('C1', 2) });
      const newer = await report({ ...words, title: 'second', order: order('C1', 3), reporter });
      const { id } = first.data.reportIncident;
      expect(newer.data.reportIncident).toMatchObject({
        id,
        title: 'second',
        version: 2,
        order: { externalId: 'C1', revision: 3 },
        reporter: { name: '张**' },
      });
      expect(newer.data.reportIncident.history.at(-1)).toMatchObject({
        kind: 'incident.revised',
        payload: { source: 'hotline', externalId: 'C1', revision: 3, changed: ['title'] },
      });
      for (const revision of [3, 1]) {
        const late = await report({ ...words, title: 'late', order: order('C1', revision) });
        expect(late.data.reportIncident).toMatchObject({ id, title: 'second', version: 2 });
      }
    });

    it('leaves what a decision rests on as it was once the case is registered', async () => {
      const { data } = await report({ title: 'rests', source: 'leader', order: order('D1') });
      const { id } = data.reportIncident;
      for (const [index, move] of ['accept', 'register'].entries()) {
        const { errors } = await graph.ask(
          people.shift,
          'mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { id } }',
          { input: { commandId: randomUUID(), id, version: index + 1, move } },
        );
        expect(errors).toEqual([]);
      }
      const more = { title: 'other', description: 'more of it', order: order('D1', 2) };
      const { data: revised } = await report({ ...more, source: 'leader' });
      expect(revised.reportIncident).toMatchObject({
        title: 'rests',
        description: 'more of it',
        state: 'registered',
      });
    });

    it('is known to whoever reports, its case to whoever sees it', async () => {
      const { data } = await report({ order: order('K1', 2) });
      const ask = `{ knownOrder(source: "hotline", externalId: "K1") { revision incident { id } } }`;
      const here = await graph.ask(people.acceptor, ask);
      expect(here.data.knownOrder).toEqual({
        revision: 2,
        incident: { id: data.reportIncident.id },
      });
      const elsewhere = await graph.ask(people.elsewhere, ask);
      expect(elsewhere.data.knownOrder).toEqual({ revision: 2, incident: null });
      const unknown = await graph.ask(people.acceptor, ask.replace('K1', 'K0'));
      expect(unknown.data.knownOrder).toBeNull();
      expect((await graph.ask(people.auditor, ask)).code).toBe('FORBIDDEN');
    });

    it('told at a seat under a known number is refused and not lost, and taken as a newer revision', async () => {
      const atSeat = (revision: number, more: object = {}) =>
        report({ ...more, order: { ...order('K2', revision), refuseKnown: true } });
      const first = await atSeat(1, { description: 'a heap' });
      expect(first.errors).toEqual([]);
      const { id } = first.data.reportIncident;
      const again = await atSeat(1, { description: 'a second heap' });
      expect(again.errors[0]?.extensions).toMatchObject({ reason: 'order-known' });
      const photoIds = [await waitingPhoto(db.database, people.acceptor)];
      const newer = await atSeat(2, { description: 'a second heap', photoIds });
      expect(newer.data.reportIncident).toMatchObject({ id, description: 'a second heap' });
      const photos = await graph.ask(
        people.acceptor,
        'query ($id: ID!) { incident(id: $id) { photos { id } } }',
        { id },
      );
      expect(photos.data.incident.photos).toEqual([{ id: photoIds[0] }]);
      await graph.ask(
        people.shift,
        'mutation ($i: MoveIncidentInput!) { moveIncident(input: $i) { id } }',
        { i: { commandId: randomUUID(), id, version: 2, move: 'refuse', note: 'no' } },
      );
      const late = await atSeat(3, { description: 'a third heap' });
      expect(late.errors[0]?.extensions).toMatchObject({ reason: 'order-ended' });
    });

    it('tells a town that its case lies elsewhere', async () => {
      await report({ order: order('E1') });
      const there = { longitude: 10.03, latitude: 50.001 };
      const again = { order: order('E1', 2), position: there };
      const { errors } = await report(again, people.elsewhere);
      expect(errors[0]?.extensions).toMatchObject({ reason: 'order-elsewhere' });
    });

    it.each([
      ['of a source without numbers', { source: 'grid-worker' }, 'not-numbered'],
      ['of revision 0', { order: { externalId: 'x', revision: 0 } }, 'out-of-range'],
      ['without a number', { order: { externalId: '  ' } }, 'missing'],
    ])('refuses one %s', async (_, wrong, reason) => {
      const { errors } = await report({ order: order('F1'), ...wrong });
      expect(errors[0]?.extensions).toMatchObject({ kind: 'invalid-input', reason });
    });
  });

  describe('keeps who told it', () => {
    const unmask = (viewer: Viewer, incidentId: string, reason: string) =>
      graph.ask(
        viewer,
        `mutation ($c: ID!, $id: ID!, $reason: String!) {
          unmaskReporter(commandId: $c, incidentId: $id, reason: $reason) { name telephone home } }`,
        { c: randomUUID(), id: incidentId, reason },
      );

    it('masked, and in the clear for a reason that stands in the register first', async () => {
      const { data } = await report({ reporter });
      const { id } = data.reportIncident;
      expect(data.reportIncident.reporter).toEqual({
        name: '张**',
        telephone: '138****5678',
        home: '桥南****',
        wantsCallBack: true,
      });
      const refused = await unmask(people.worker, id, 'curious');
      expect(refused.errors[0]?.extensions).toMatchObject({ reason: 'permission-missing' });
      const blank = await unmask(people.acceptor, id, '  ');
      expect(blank.errors[0]?.extensions).toMatchObject({ reason: 'missing' });
      const shown = await unmask(people.acceptor, id, '地点不清，电话核实');
      const { wantsCallBack: _, ...clear } = reporter;
      expect(shown.data.unmaskReporter).toEqual(clear);
      const { data: register } = await graph.ask(
        people.auditor,
        '{ journal(first: 1) { kind actorName payload } }',
      );
      expect(register.journal[0]).toMatchObject({
        kind: 'incident.reporter-unmasked',
        actorName: people.acceptor.displayName,
        payload: { note: '地点不清，电话核实' },
      });
    });

    it('out of the journal and of the memory of commands', async () => {
      await report({ reporter });
      const rows = await db.database.inScope(systemViewer(), (tx) =>
        tx.query(sql`-- Does anything outside the one table name the reporter?
          select 1 from journal where payload::text like '%13812345678%'
          union all select 1 from journal_commands where result::text like '%13812345678%'`),
      );
      expect(rows).toEqual([]);
    });

    it.each([
      ['a number that is none', { telephone: 'call me' }, 'bad-telephone'],
      ['a call-back without a number', { telephone: null }, 'missing'],
    ])('but not %s', async (_, wrong, reason) => {
      const { errors } = await report({ reporter: { ...reporter, ...wrong } });
      expect(errors[0]?.extensions).toMatchObject({
        reason,
        details: { field: 'input.reporter.telephone' },
      });
    });

    it('and what was answered when they were called back', async () => {
      const { data } = await report({ reporter });
      const { data: called, errors } = await graph.ask(
        people.acceptor,
        `mutation ($c: ID!, $id: ID!) { callBackReporter(commandId: $c, incidentId: $id,
          outcome: "satisfied", answer: "已清理") { ${fields} } }`,
        { c: randomUUID(), id: data.reportIncident.id },
      );
      expect(errors).toEqual([]);
      expect(called.callBackReporter).toMatchObject({
        callBacks: [
          { outcome: 'satisfied', answer: '已清理', calledBy: people.acceptor.displayName },
        ],
      });
      expect(called.callBackReporter.history.at(-1)).toMatchObject({
        kind: 'incident.called-back',
        payload: { outcome: 'satisfied' },
      });
    });
  });
});

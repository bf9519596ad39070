import { randomUUID } from 'node:crypto';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { idsIn, insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { waitingPhoto } from '#graphql/testing/waiting-photo.ts';
import type { Viewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { isFeedSign } from '#live/journal-feed.ts';
import { journalKinds } from 'grid-data';
import { beforeAll, describe, expect, it } from 'vitest';

const inVillage = { longitude: 9.93, latitude: 50.001 };
const reportDocument = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) {
  id version state stage open title grade class { code } area { code } unitGridCell { code }
  governanceGridCell { code } caseNo history { kind actorName } cameras { camera { id } permitted refusal } } }`;
const moveDocument = `mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) {
    id version state stage caseNo departmentCode dispatchedAt dueAt overdue history { kind payload } } }`;

describeOnBothEngines('incidents', (db) => {
  let graph: GraphUnderTest;
  let people: Record<'officer' | 'shift' | 'dispatcher' | 'department' | 'other' | 'wall', Viewer>;
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
      other: await make('department', 'water'),
      wall: await make('wall'),
    };
  });

  const report = (viewer: Viewer, more: object = {}) =>
    graph.ask(viewer, reportDocument, {
      input: { commandId: randomUUID(), classCode: 'E0102', position: inVillage, ...more },
    });
  const move = (viewer: Viewer, ...[id, version, name, more]: [string, number, string, object?]) =>
    graph.ask(viewer, moveDocument, {
      input: { commandId: randomUUID(), id, version, move: name, ...more },
    });

  describe('a report', () => {
    it.each([
      ['an empty command id', { commandId: '' }, 'command-id'],
      ['a command id as long as a book', { commandId: 'x'.repeat(100_000) }, 'command-id'],
      [
        'a city component that is not there',
        { cityComponentCode: '9901010101999999' },
        'unknown-code',
      ],
      ['a sight of 1800', { seenAt: '1800-01-01T00:00:00Z' }, 'seen-too-long-ago'],
    ])('with %s is refused by name', async (_, more, reason) => {
      const { errors } = await report(people.officer, more);
      expect(errors[0]).toMatchObject({ extensions: { kind: 'invalid-input', reason } });
    });

    it('is of a class that is found by the pinyin initials of its name', async () => {
      const { data } = await graph.ask(
        people.officer,
        '{ incidentClasses { code nameZh initials } }',
      );
      const found = data.incidentClasses.find(({ code }: any) => code === 'E0102');
      expect(found).toEqual({ code: 'E0102', nameZh: '暴露垃圾', initials: 'bllj' });
    });

    it('finds its area and both cells by its place, and opens its story', async () => {
      const { data, errors } = await report(people.officer);
      expect(errors).toEqual([]);
      expect(data.reportIncident).toMatchObject({
        state: 'reported',
        stage: 'report',
        open: true,
        title: '暴露垃圾',
        grade: 4,
        area: { code: targetVillage },
        unitGridCell: { code: idsIn(targetVillage).unitGrid },
        governanceGridCell: { code: idsIn(targetVillage).governanceGrid },
        caseNo: null,
        history: [{ kind: 'incident.reported', actorName: people.officer.displayName }],
      });
    });

    it('given twice by a client that lost the answer happens once', async () => {
      const commandId = randomUUID();
      const [first, second] = [
        await report(people.officer, { commandId, title: 'once' }),
        await report(people.officer, { commandId, title: 'once' }),
      ];
      expect(second.data.reportIncident.id).toBe(first.data.reportIncident.id);
      const found = await graph.ask(people.officer, '{ search(text: "once") { id } }');
      expect(found.data.search).toEqual([{ id: first.data.reportIncident.id }]);
    });

    it.each([
      ['an unknown class', { classCode: 'E9999' }, 'unknown-code', 'input.classCode'],
      [
        'a place outside every area',
        { position: { longitude: 50, latitude: 10 } },
        'outside-scope',
        'input.position',
      ],
      [
        'a place that is none',
        { position: { longitude: 200, latitude: 10 } },
        'out-of-range',
        'input.position',
      ],
      ['a time to come', { seenAt: '2099-01-01T00:00:00Z' }, 'seen-in-future', 'input.seenAt'],
      ['a grade that is none', { grade: 9 }, 'unknown-word', 'input.grade'],
      ['a source that is none', { source: 'rumour' }, 'unknown-word', 'input.source'],
      ['a title of a whole page', { title: 'x'.repeat(201) }, 'text-too-long', 'input.title'],
      [
        'a component that is none',
        { cityComponentCode: '12' },
        'unknown-code',
        'input.cityComponentCode',
      ],
    ])('of %s is refused with the field', async (_, wrong, reason, field) => {
      const { code, errors } = await report(people.officer, wrong);
      expect(code).toBe('BAD_USER_INPUT');
      expect(errors[0]?.extensions).toMatchObject({ reason, details: { field } });
    });

    it('is found again by who made it, newest first, and by nobody else in that list', async () => {
      const worker = await seeAccountOf(db.database, viewerAt(targetVillage, 'grid-worker'));
      const before = { seenAt: new Date(db.clock.now().getTime() - 60_000).toISOString() };
      const first = await report(worker, before);
      const second = await report(worker);
      const mine = '{ myReports(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }';
      const page = (await graph.ask(worker, mine)).data.myReports;
      expect(page.nodes).toEqual([{ id: second.data.reportIncident.id }]);
      const rest = `{ myReports(after: "${page.pageInfo.endCursor}") { nodes { id } } }`;
      const answer = await graph.ask(worker, rest);
      expect(answer.data.myReports.nodes).toEqual([{ id: first.data.reportIncident.id }]);
      const others = (await graph.ask(people.officer, '{ myReports { nodes { id } } }')).data;
      const ids = others.myReports.nodes.map(({ id }: { id: string }) => id);
      expect(ids).not.toContain(second.data.reportIncident.id);
    });

    it('lies in the viewer’s own area or is refused', async () => {
      const neighbour = await seeAccountOf(db.database, viewerAt('990101002', 'grid-worker'));
      const { errors } = await report(neighbour);
      expect(errors[0]?.extensions).toMatchObject({ reason: 'outside-scope' });
    });

    it('is not a wall’s to make', async () => {
      expect((await report(people.wall)).code).toBe('FORBIDDEN');
    });
  });

  describe('a case', () => {
    it('goes round the loop from report to archive', async () => {
      const { id } = (await report(people.officer)).data.reportIncident;
      const photoIds = [await waitingPhoto(db.database, people.department)];
      const steps: [Viewer, string, string, object?][] = [
        [people.officer, 'accept', 'accepted'],
        [people.shift, 'register', 'registered'],
        [people.dispatcher, 'dispatch', 'dispatched', { departmentCode: 'city-management' }],
        [people.department, 'sign', 'processing'],
        [people.department, 'feed-back', 'feedback', { photoIds }],
        [people.officer, 'send-to-check', 'checking'],
        [people.officer, 'check-passed', 'checked'],
        [people.shift, 'close', 'closed', { closingConditionMet: true }],
        [people.officer, 'archive', 'archived'],
      ];
      let seen: any = null;
      for (const [i, [viewer, name, to, more]] of steps.entries()) {
        const { data, errors } = await move(viewer, id, i + 1, name, more);
        expect(errors, name).toEqual([]);
        seen = data.moveIncident;
        if (to === 'registered') expect(seen.caseNo).toMatch(/^99010120260504\d{5}$/);
        if (to === 'dispatched') {
          expect(seen.departmentCode).toBe('city-management');
          // A working day of eight hours, given on a Monday while it is worked, ends on Tuesday at the same time.
          const limitMs = Date.parse(seen.dueAt) - Date.parse(seen.dispatchedAt);
          expect(limitMs).toBe(24 * 3_600_000);
        }
      }
      expect(seen).toMatchObject({ state: 'archived', stage: 'close', version: 10 });
      const told = seen.history.filter(({ kind }: any) => kind !== 'incident.photographed');
      expect(told.map((entry: any) => entry.payload.to ?? 'reported')).toEqual([
        'reported',
        ...steps.map(([, , to]) => to),
      ]);
    });

    it('gets the next number of its county and day', async () => {
      const numbers: string[] = [];
      for (let i = 0; i < 2; i++) {
        const { id } = (await report(people.officer)).data.reportIncident;
        await move(people.officer, id, 1, 'accept');
        numbers.push((await move(people.shift, id, 2, 'register')).data.moveIncident.caseNo);
      }
      expect(Number(numbers[1]!.slice(-5))).toBe(Number(numbers[0]!.slice(-5)) + 1);
    });

    it('does not jump, does not go without a reason, and not by anybody', async () => {
      const { id } = (await report(people.officer)).data.reportIncident;
      const jump = await move(people.shift, id, 1, 'close');
      expect(jump.errors[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        reason: 'step-not-in-loop',
        details: {
          state: 'reported',
          move: 'close',
          permitted: [
            'send-to-verify',
            'accept',
            'refuse',
            'correct',
            'merge',
            'hand-down',
            'hand-up',
          ],
        },
      });
      const silent = await move(people.officer, id, 1, 'refuse');
      expect(silent.errors[0]?.extensions).toMatchObject({ reason: 'note-missing' });
      expect((await move(people.dispatcher, id, 1, 'accept')).code).toBe('FORBIDDEN');
      expect((await move(people.officer, id, 1, 'nowhere')).code).toBe('BAD_USER_INPUT');
      const rejected = await move(people.officer, id, 1, 'refuse', { note: 'a duplicate' });
      expect(rejected.data.moveIncident.state).toBe('rejected');
    });

    it('moved by two people at once moves once, and the second is told what it is now', async () => {
      const { id } = (await report(people.officer)).data.reportIncident;
      const both = await Promise.all([
        move(people.officer, id, 1, 'accept'),
        move(people.officer, id, 1, 'send-to-verify'),
      ]);
      const refused = both.filter(({ code }) => code !== null);
      expect(refused).toHaveLength(1);
      expect(refused[0]!.errors[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        reason: 'version-conflict',
        details: {
          givenVersion: 1,
          currentVersion: 2,
          changedBy: people.officer.displayName,
        },
      });
    });

    it('given to another department is heard to go by the first and to come by the second', async () => {
      await graph.start();
      const id = idsIn('990101001002').incident(2);
      const from = graph.reader.head();
      const feeds = [people.department, people.other].map((viewer) =>
        graph.services.feed.subscribe(viewer, { kinds: journalKinds }),
      );
      const heard = feeds.map(async (feed) => {
        for await (const entry of feed) {
          if (!isFeedSign(entry) && entry.payload['toDepartmentCode'] === 'water') return entry;
          if (!isFeedSign(entry) && entry.payload['to'] === 'dispatched') return entry;
        }
        return null;
      });
      await move(people.department, id, 1, 'return', { note: 'not our road' });
      await move(people.dispatcher, id, 2, 'dispatch', { departmentCode: 'water' });
      const [gone, come] = await Promise.all(heard);
      expect(gone).toMatchObject({ kind: 'incident.left-department', subjectId: id });
      expect(come).toMatchObject({ kind: 'incident.moved', subjectId: id });
      // Both rows are of one transaction, and the first department reads nothing of what follows.
      expect([gone!.seq + 1, gone!.commandId]).toEqual([come!.seq, come!.commandId]);
      await move(people.other, id, 3, 'sign');
      const story = `subscription { journal(afterSeq: ${from}) { kind subjectId incident { id } } }`;
      expect((await graph.listen(people.department, story)).data.journal).toEqual([
        { kind: 'incident.moved', subjectId: id, incident: null },
        { kind: 'incident.left-department', subjectId: id, incident: null },
      ]);
      const look = `{ incident(id: "${id}") { id } }`;
      expect((await graph.ask(people.department, look)).data.incident).toBeNull();
      expect((await graph.ask(people.other, look)).data.incident).toEqual({ id });
      await graph.stop();
    });

    it('is seen only by the department it was given to, and comes back with a reason', async () => {
      const id = idsIn(targetVillage).incident(2);
      expect((await move(people.other, id, 1, 'sign')).code).toBe('NOT_FOUND');
      const back = await move(people.department, id, 1, 'return', { note: 'not our road' });
      expect(back.errors).toEqual([]);
      const again = await move(people.dispatcher, id, 2, 'dispatch', { departmentCode: 'water' });
      expect(again.data.moveIncident.departmentCode).toBe('water');
      expect((await move(people.department, id, 3, 'sign')).code).toBe('NOT_FOUND');
      expect(
        (await move(people.dispatcher, id, 3, 'dispatch', { departmentCode: 'nobody' })).code,
      ).toBe('CONFLICT');
      const taken = await move(people.other, id, 3, 'sign');
      expect(taken.data.moveIncident.state).toBe('processing');
    });
  });

  it('an alarm seen by one is seen by all, and stays seen by the first', async () => {
    const { id } = (await report(people.officer)).data.reportIncident;
    const document = `mutation ($c: ID!, $id: ID!) { acknowledgeIncident(commandId: $c, id: $id) { acknowledgedBy version } }`;
    const first = await graph.ask(people.officer, document, { c: randomUUID(), id });
    const second = await graph.ask(people.shift, document, { c: randomUUID(), id });
    expect(second.data).toEqual(first.data);
    expect(first.data.acknowledgeIncident).toEqual({
      acknowledgedBy: people.officer.displayName,
      version: 2,
    });
  });

  it('come in pages, newest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await graph.ask(
        people.officer,
        `query ($a: String) { incidents(within: { areaCode: "${madeUpCounty}" }, first: 3, after: $a) {
          nodes { id reportedAt } pageInfo { endCursor hasNextPage } } }`,
        { a: after },
      );
      expect(errors).toEqual([]);
      const { nodes, pageInfo }: any = data.incidents;
      seen.push(...nodes.map((node: any) => `${node.reportedAt} ${node.id}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const times = seen.map((entry) => entry.split(' ')[0]!);
    expect(times).toEqual([...times].sort().reverse());
    const counts = await graph.ask(
      people.officer,
      `{ incidentCounts(within: { areaCode: "${madeUpCounty}" }) { count } }`,
    );
    const total = counts.data.incidentCounts.reduce((sum: number, row: any) => sum + row.count, 0);
    expect(seen).toHaveLength(total);
  });

  it('overdue are those past their time whose clock still runs', async () => {
    const ask = () =>
      graph.ask(
        people.officer,
        `{ incidents(within: { areaCode: "990101002" }, overdueOnly: true) { nodes { overdue } } }`,
      );
    expect((await ask()).data.incidents.nodes).toHaveLength(2);
    expect((await ask()).data.incidents.nodes[0]).toEqual({ overdue: true });
  });

  it.each([
    ['reportedToday', 'incidentsToday', 1],
    ['closedToday', 'closedToday', 0],
  ])(
    'of today (%s) are as many as the counts of the area say',
    async (asked, counted, expected) => {
      db.clock.advanceSeconds(24 * 3600);
      if (expected > 0) await report(people.officer);
      const { data } = await graph.ask(
        people.officer,
        `{ area(code: "${madeUpCounty}") { counts { ${counted} } }
        incidents(within: { areaCode: "${madeUpCounty}" }, ${asked}: true, first: 200) { nodes { id } }
        all: incidents(within: { areaCode: "${madeUpCounty}" }, first: 200) { nodes { id } } }`,
      );
      db.clock.advanceSeconds(-24 * 3600);
      expect(data.area.counts[counted]).toBe(expected);
      expect(data.incidents.nodes).toHaveLength(expected);
      expect(data.all.nodes.length).toBeGreaterThan(expected);
    },
  );

  it('of a page with class and area cost three statements', async () => {
    graph.statements.length = 0;
    const { errors } = await graph.ask(
      people.officer,
      `{ incidents(within: { areaCode: "${madeUpCounty}" }) { nodes { id class { nameZh } area { name } } } }`,
    );
    expect(errors).toEqual([]);
    expect(graph.statements).toHaveLength(3);
  });
});

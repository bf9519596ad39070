import { randomUUID } from 'node:crypto';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '../testing/account-of.ts';
import { GraphServer } from '../testing/graph-server.ts';
import { GraphUnderTest } from '../testing/graph-under-test.ts';
import type { Loose } from '../testing/graph-under-test.ts';
import { insertMadeUpCity } from '../testing/made-up-city.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

const report = (title: string) => ({
  query: `mutation ($c: ID!) { reportIncident(input: { commandId: $c, classCode: "E0102", title: "${title}",
    position: { longitude: 9.93, latitude: 50.001 } }) { id } }`,
  variables: { c: randomUUID() },
});

describeOnBothEngines('the graph on the wire', (db) => {
  let graph: GraphUnderTest;
  const server = new GraphServer();
  const officer = { viewer: 'officer' };
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    await graph.start();
    await server.start(graph, false);
    for (const [name, viewer] of [
      ['officer', viewerAt(madeUpCounty)],
      ['second', viewerAt(madeUpCounty)],
      ['town', viewerAt('990101002')],
    ] as const) {
      server.viewers.set(name, await seeAccountOf(db.database, viewer));
    }
  });
  afterAll(async () => {
    await server.close();
    await graph.stop();
  });

  describe('hostile documents are refused by name, and the next question is answered:', () => {
    const alias = (n: number) =>
      Array.from({ length: n }, (_, i) => `a${i}: journalHead`).join(' ');
    const deep = (n: number): string => (n === 0 ? 'code' : `children { ${deep(n - 1)} }`);
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    );
    it.each([
      ['depth', `{ area { ${deep(8)} } }`, 'query-depth'],
      ['aliases', `{ ${alias(16)} }`, 'query-aliases'],
      [
        'a list of lists',
        '{ incidents(within: { areaCode: "990101" }, first: 200) { nodes { history { incident { history { seq at kind } } } } } }',
        'query-cost',
      ],
      [
        'doubling fragments',
        `{ ...f0 } ${doubling.join(' ')} fragment f40 on Query { journalHead }`,
        'query-cost',
      ],
      ['directives', `{ journalHead ${'@include(if: true) '.repeat(30)} }`, 'document'],
      ['ten thousand tokens', `{ ${'journalHead '.repeat(10_000)} }`, 'document'],
      [
        'circular fragments',
        '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
        'document',
      ],
      ['introspection', '{ __schema { types { name } } }', 'document'],
      ['introspection of one type', '{ __type(name: "Viewer") { fields { name } } }', 'document'],
      ['nonsense', '{{{{', 'document'],
      ['NUL in a text', String.raw`{ area(code: "\u0000") { name } }`, 'not-text'],
      ['a subscription by POST', 'subscription { journal { seq } }', 'subscription-by-post'],
      [
        'a line of one point',
        '{ places(within: { roadBuffer: { meters: 5, line: { type: "LineString", coordinates: [[9, 50]] } } }) { nodes { id } } }',
        'line-too-short',
      ],
      ['nothing', '', undefined],
      [
        'a number out of JSON',
        'query ($x: Float!) { roadsNear(position: { longitude: $x, latitude: 1 }) { id } }',
        'document',
      ],
    ])('%s', async (_, query, reason) => {
      const { status, json } = await server.post({ query, variables: { x: null } }, officer);
      expect(status).toBe(400);
      expect(json.errors[0].extensions.reason).toBe(reason ?? json.errors[0].extensions.reason);
      const next = await server.post({ query: '{ journalHead }' }, officer);
      expect(next.json.data.journalHead).toBeGreaterThan(0);
    });
  });

  it('numbers that a document or JSON makes infinite are refused', async () => {
    const literal = '{ roadsNear(position: { longitude: 1e999, latitude: 1 }) { id } }';
    const { json } = await server.post({ query: literal }, officer);
    expect(json.errors[0].extensions.reason).toBe('out-of-range');
    const body = `{"query":"query ($x: Float!) { roadsNear(position: { longitude: $x, latitude: 1 }) { id } }","variables":{"x":1e999}}`;
    expect((await server.post(body, officer)).status).toBe(400);
  });

  it('a bad shape is named with its field and the point where it crosses', async () => {
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    };
    const { status, json } = await server.post(
      {
        query: 'query ($w: WithinInput!) { places(within: $w) { nodes { id } } }',
        variables: { w: { polygon } },
      },
      officer,
    );
    expect(status).toBe(400);
    expect(json.errors[0].message).toContain('"w.polygon"');
    expect(json.errors[0].extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'self-crossing',
      details: { longitude: 1, latitude: 1 },
    });
  });

  it('does not teach its fields to who guesses', async () => {
    const { text } = await server.post({ query: '{ viewer { nam } }' }, officer);
    expect(text).not.toContain('Did you mean');
  });

  it('takes no batches, no forms, no GET, no foreign pages and no oversized bodies', async () => {
    const body = { query: '{ journalHead }' };
    expect((await server.post([body, body], officer)).status).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await server.post(body, { ...officer, 'content-type': type })).status).not.toBe(200);
    }
    const get = await fetch(`http://127.0.0.1:${server.port}/graphql?query={journalHead}`, {
      headers: officer,
    });
    expect(get.status).toBe(405);
    expect((await server.post(body, { ...officer, origin: 'https://evil.example' })).status).toBe(
      403,
    );
    const large = { query: body.query, variables: { x: 'x'.repeat(1_100_000) } };
    expect((await server.post(large, officer)).status).toBe(413);
  });

  it('answers are for no cache on the way', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: 'POST',
      headers: { ...officer, 'content-type': 'application/json' },
      body: '{"query":"{ journalHead }"}',
    });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('a production server has no GraphiQL', async () => {
    expect((await fetch(`http://127.0.0.1:${server.port}/graphiql`)).status).toBe(404);
  });

  const feed = (after: number) =>
    `subscription { journal(afterSeq: ${after}, kinds: ["incident.reported"]) {
      seq kind incident { title class { nameZh } area { name } cameras { camera { id } } } } }`;
  const titles = (entries: Loose[]) =>
    entries
      .map((entry) => entry.data.journal.incident?.title)
      .filter((title) => title !== undefined);
  const head = async () =>
    (await server.post({ query: '{ journalHead }' }, officer)).json.data.journalHead;

  it('a subscriber who comes back gets what was missed, in order, once', async () => {
    const before = await head();
    await server.post(report('first'), officer);
    const late = server.subscribe('officer', feed(before));
    await late.until(() => titles(late.entries).length === 1);
    await server.post(report('second'), officer);
    await late.until(() => titles(late.entries).length === 2);
    late.close();
    const { seq } = late.entries.find((entry) => entry.data.journal.incident?.title === 'first')
      .data.journal;
    await server.post(report('third'), officer);
    const resumed = server.subscribe('officer', feed(seq));
    await resumed.until(() => titles(resumed.entries).length === 2);
    expect(titles(late.entries)).toEqual(['first', 'second']);
    expect(titles(resumed.entries)).toEqual(['second', 'third']);
    resumed.close();
  });

  it('subscribers who ask the same at the same scope cost one execution, others get only their own', async () => {
    const before = await head();
    const same = ['officer', 'second', 'officer'].map((name) =>
      server.subscribe(name, feed(before)),
    );
    const other = server.subscribe('town', feed(before));
    const all = [...same, other];
    await Promise.all(all.map((each) => each.until(() => each.entries.length > 0)));
    const executions = server.graph.subscriptionExecutions();
    await server.post(report('shared'), officer);
    await Promise.all(same.map((each) => each.until(() => titles(each.entries).length === 1)));
    const heartbeats = other.entries.length;
    await other.until(() => other.entries.length > heartbeats + 1);
    expect(titles(other.entries)).toEqual([]);
    const entries = same[0]!.entries.length + other.entries.length;
    expect(server.graph.subscriptionExecutions() - executions).toBeLessThanOrEqual(entries + 2);
    all.forEach((each) => each.close());
  });

  it('only signed-in pages of our own are connected', async () => {
    const nobody = server.subscribe('nobody', feed(0));
    await nobody.until(() => nobody.errors.length > 0);
    expect(nobody.errors[0]).toMatchObject({ code: 4401 });
    const foreign = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws', {
      headers: { viewer: 'officer', origin: 'https://evil.example' },
    });
    const error = await new Promise<Error>((resolve) => foreign.once('error', resolve));
    expect(error.message).toContain('403');
  });

  it('an ended session ends its subscriptions at once', async () => {
    const page = server.subscribe('town', feed(await head()));
    await page.until(() => page.entries.length > 0);
    server.graph.endSession(server.viewers.get('town')!.sessionId, 'signed-out');
    await page.until(() => page.errors.length > 0);
    expect(page.errors[0]).toMatchObject({ code: 4401, reason: 'signed-out' });
  });

  it('questions and changes do not come by WebSocket, and limits hold there too', async () => {
    for (const query of [
      'mutation { ping }',
      '{ journalHead }',
      'subscription { journal { seq incident { area { children { children { children { children { children { name } } } } } } } } }',
      'subscription { journal(afterSeq: -1) { seq } }',
      'subscription { journal(kinds: ["gossip"]) { seq } }',
    ]) {
      const page = server.subscribe('officer', query);
      await page.until(() => page.errors.length > 0 || page.entries.length > 0);
      const [refusal] = [...page.errors.flat(), ...(page.entries[0]?.errors ?? [])] as Loose[];
      expect(refusal.extensions.kind, query).toBe('invalid-input');
      page.close();
    }
  });
});

import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { CityCamera } from '../src/client/city.ts';
import { Picture, ticketFor } from '../src/client/picture.ts';
import { sharedCity } from '../src/stack/shared-city.ts';
import { expect, test } from '../fixtures/test.ts';

type Refusal = { code: string; reason: string; details?: Record<string, unknown> };
type Answer = { errors?: { message: string; extensions: Refusal }[]; data?: unknown };

const placesWithin = 'query ($w: WithinInput!) { places(within: $w, first: 1) { nodes { id } } }';
const reporting =
  'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }';

const ring = (points: readonly unknown[][]) => ({
  polygon: { type: 'Polygon', coordinates: [[...points, points[0]]] },
});
const roundRing = (vertices: number) =>
  ring(
    Array.from({ length: vertices - 1 }, (_, i) => {
      const angle = (i / (vertices - 1)) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    }),
  );
const circle = (longitude: unknown, latitude: number, radiusMeters: number) => ({
  circle: { center: { longitude, latitude }, radiusMeters },
});

const badPlaces: [string, object, reason: string][] = [
  [
    'a string for a number',
    ring([
      ['1', 1],
      [2, 1],
      [2, 2],
    ]),
    'not-finite',
  ],
  [
    'a latitude of 91',
    ring([
      [1, 91],
      [2, 1],
      [2, 2],
    ]),
    'out-of-range',
  ],
  ['2,001 vertices', roundRing(2_001), 'too-many-vertices'],
  ['a point for a polygon', { polygon: { type: 'Point', coordinates: [1, 1] } }, 'wrong-type'],
  ['a type that is no text', { polygon: { type: { toString: 1 }, coordinates: [] } }, 'wrong-type'],
  ['a circle off the earth', circle(181, 1, 10), 'out-of-range'],
  ['a circle of a thousand kilometres', circle(1, 1, 1e6), 'distance'],
  ['a text for a longitude', circle('east', 1, 10), 'document'],
  [
    'a road of 1 point',
    { roadBuffer: { line: { type: 'LineString', coordinates: [[1, 1]] }, meters: 5 } },
    'line-too-short',
  ],
  [
    'a road 9 km wide',
    {
      roadBuffer: {
        line: {
          type: 'LineString',
          coordinates: [
            [1, 1],
            [1, 1.1],
          ],
        },
        meters: 9_000,
      },
    },
    'distance',
  ],
  [
    'a road that is not there',
    { roadBuffer: { roadId: '999999999999', meters: 5 } },
    'unknown-road',
  ],
  ['a code that is no area', { areaCode: 'abc' }, 'unknown-code'],
  ['two places at once', { areaCode: '990101', ...circle(1, 1, 10) }, 'one-of'],
];

const hostile: [string, string, reason: string][] = [
  ['depth', `{ area { ${'children { '.repeat(9)} code ${'} '.repeat(9)} } }`, 'query-depth'],
  [
    'aliases',
    `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: journalHead`).join(' ')} }`,
    'query-aliases',
  ],
  [
    'directives',
    `{ ...a ${'...a @include(if: true) '.repeat(30)} } fragment a on Query { journalHead }`,
    'query-directives',
  ],
  [
    'fragments in a ring',
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    'document',
  ],
  [
    'lists of lists',
    '{ incidents(within: { areaCode: "990101" }, first: 200) { nodes { history { incident { history { seq } } } } } }',
    'query-cost',
  ],
  ['a NUL in a text', String.raw`{ camera(id: "\u0000") { id } }`, 'not-text'],
  ['a subscription by POST', 'subscription { journal { seq } }', 'subscription-by-post'],
];

test.describe('bad input', () => {
  let ask: (
    body: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; answer: Answer }>;
  let cookie: string;
  let camera: CityCamera;

  test.beforeAll(async () => {
    const { city, stack } = sharedCity();
    const officer = await city.as('duty-officer');
    cookie = officer.cookie;
    camera = (await city.cameras()).find(
      (one) => one.state === 'online' && one.permitted && one.kind === 'fixed',
    )!;
    ask = async (body, headers = {}) => {
      const response = await fetch(`${stack.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body,
      });
      const text = await response.text();
      expect(text).not.toContain('INTERNAL');
      return { status: response.status, answer: JSON.parse(text) as Answer };
    };
  });

  const refusalOf = async (query: string, variables: object = {}) => {
    const { answer } = await ask(JSON.stringify({ query, variables }));
    return answer.errors?.[0]?.extensions;
  };

  test('a crossed outline is refused with the point where it crosses; what is no place, with its reason', async () => {
    const crossed = ring([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]);
    expect(await refusalOf(placesWithin, { w: crossed })).toMatchObject({
      reason: 'self-crossing',
      details: { longitude: 1, latitude: 1 },
    });
    for (const [what, w, reason] of badPlaces) {
      expect((await refusalOf(placesWithin, { w }))?.reason, what).toBe(reason);
    }
    const infinite = `{"query":${JSON.stringify(placesWithin)},"variables":{"w":{"polygon":{"type":"Polygon","coordinates":[[[1e999,1],[2,1],[2,2],[1e999,1]]]}}}}`;
    expect((await ask(infinite)).answer.errors?.[0]?.extensions.reason).toBe('not-finite');
    const nested = `{"query":${JSON.stringify(placesWithin)},"variables":{"w":{"polygon":{"type":"Polygon","coordinates":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}}`;
    expect((await ask(nested)).status).toBe(400);
  });

  test('a report says which field is wrong', async ({ city }) => {
    const { longitude, latitude } = camera.position;
    const input = { classCode: 'E0102', position: { longitude, latitude } };
    for (const [more, reason] of [
      [{ classCode: 'X1' }, 'unknown-code'],
      [{ cityComponentCode: '9901010101999999' }, 'unknown-code'],
      [{ position: { longitude: 200, latitude: 1 } }, 'out-of-range'],
      [{ position: { longitude: 0, latitude: 0 } }, 'outside-scope'],
      [{ grade: 9 }, 'unknown-word'],
      [{ source: 'rumour' }, 'unknown-word'],
      [{ title: 'half \ud842' }, 'not-text'],
      [{ seenAt: '2026-02-30T00:00:00Z' }, 'date-time'],
      [{ commandId: '' }, 'command-id'],
    ] as const) {
      const given = { input: { commandId: randomUUID(), ...input, ...more } };
      expect(await refusalOf(reporting, given), JSON.stringify(more)).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason,
      });
    }
    const moved =
      'mutation { moveIncident(input: { commandId: "m", id: "x", version: 1, move: "gone" }) { id } }';
    expect((await refusalOf(moved))?.code).toMatch(/BAD_USER_INPUT|NOT_FOUND/);
    const administrator = await city.as('administrator');
    const account = {
      commandId: randomUUID(),
      name: `bad.${Date.now()}`,
      displayName: 'x',
      role: 'department',
      areaCode: camera.area.code,
      departmentCode: 'nobody',
      password: 'long enough 2026',
    };
    const { errors } = await administrator.ask(
      'mutation ($i: CreateAccountInput!) { createAccount(input: $i) { id } }',
      { i: account },
    );
    expect(errors?.[0]?.extensions?.reason).toBe('unknown-department');
  });

  test('documents that ask too much are refused by name, whatever the way', async ({ stack }) => {
    for (const [what, query, reason] of hostile)
      expect((await refusalOf(query))?.reason, what).toBe(reason);
    const question = '{"query":"{ journalHead }"}';
    expect((await ask(`[${question},${question}]`)).status).toBe(400);
    expect((await ask(question, { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await ask(question, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask('no gzip', { 'content-encoding': 'gzip' })).status).toBe(400);
    const large = JSON.stringify({
      query: '{ journalHead }',
      variables: { x: 'x'.repeat(1_100_000) },
    });
    expect((await ask(large)).status).toBe(413);
    const get = await fetch(`${stack.url}/graphql?query={journalHead}`, { headers: { cookie } });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask(question)).answer.data).toBeTruthy();
  });

  test('an upload too large for a row ends with its reason', async ({ city, stack }) => {
    const { cookie: own } = await city.as('administrator');
    const response = await fetch(`${stack.url}/imports/places?datum=wgs84&file=x`, {
      method: 'POST',
      headers: { cookie: own },
      body: `{"x":"${'y'.repeat(1_200_000)}"}\n`,
    });
    expect(await response.text()).toContain('"too-large"');
  });

  test('a picture opens for no ticket but a fresh one of ours, over both ways', async ({
    city,
    stack,
  }) => {
    const closing = async (first: string | Buffer, whose = '') => {
      const picture = new Picture(stack.url, first, whose);
      await expect.poll(() => picture.closeCode).not.toBeNull();
      return `${picture.closeCode} ${picture.closeReason}`;
    };
    const views = async (body: string, whose = '') => {
      const response = await fetch(`${stack.url}/video/views`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: whose },
        body,
      });
      return { status: response.status, text: await response.text() };
    };
    const forged = JSON.stringify({
      ticket: `${Buffer.from('{"version":1}').toString('base64url')}.${'A'.repeat(86)}`,
    });
    for (const first of ['x', '{}', '[', Buffer.from('{"ticket":"x"}'), forged]) {
      expect(await closing(first)).toBe('4401 ticket-forged');
    }
    expect(await views(forged)).toMatchObject({ status: 403 });
    expect((await views('{"ticket":5}')).status).toBe(400);
    expect((await views('x'.repeat(10_000))).status).toBe(413);
    const silent = new Picture(stack.url);
    const officer = await city.as('duty-officer');
    const { ticket } = await ticketFor(officer, camera.id, camera.purposes[0]!);
    const said = JSON.stringify({ ticket });
    expect(await closing(said), 'a ticket without its session').toBe(
      '4401 ticket-of-other-session',
    );
    expect((await views(said)).text).toContain('ticket-of-other-session');
    const first = Picture.withTicket(officer, ticket);
    await expect.poll(() => first.told.some(({ type }) => type === 'opened')).toBe(true);
    expect(await closing(said, officer.cookie)).toBe('4401 ticket-used');
    expect((await views(said, officer.cookie)).text).toContain('ticket-used');
    first.close();
    await expect
      .poll(() => `${silent.closeCode} ${silent.closeReason}`)
      .toBe('4408 first-message-late');
  });

  test('odd addresses, cookies and sockets are answered, and nothing inside is told', async ({
    stack,
  }) => {
    for (const [path, statuses] of [
      ['/video/metrics', [404]],
      ['/video/healthz', [404]],
      ['/video/hls/%00/%2e%2e%2fx', [404]],
      ['/video/hls/%E0%A4%A/x', [404]],
      ['/tiles/__proto__/0/0/0.mvt', [404]],
      ['/tiles/incidents/99/0/0.mvt', [400]],
      ['/tiles/styles/..%2f..%2fpackage.json', [404]],
      [`/${'a'.repeat(2_000)}`, [200, 404]],
      ['/..%2f..%2fetc/passwd', [200, 404]],
    ] as const) {
      const response = await fetch(`${stack.url}${path}`, { headers: { cookie } });
      expect(statuses, path).toContain(response.status);
      expect(await response.text()).not.toMatch(/root:|"dependencies"|stack|node_modules/);
    }
    for (const bad of ['=;=', `${cookie}x`, `${cookie.split('=')[0]}=%00`]) {
      expect(
        (await ask('{"query":"{ viewer { displayName } }"}', { cookie: bad })).answer.data,
      ).toEqual({ viewer: null });
    }
    const nul = await fetch(`${stack.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: String.raw`{"name":"a\u0000b","password":"x"}`,
    });
    expect(nul.status).toBeLessThan(500);
    for (const [path, headers, refused] of [
      ['/live/positions', {}, '401'],
      ['/live/positions', { cookie, origin: 'https://elsewhere.example' }, '403'],
      ['/graphql', { cookie, origin: 'https://elsewhere.example' }, '403'],
      ['/video/play', { origin: 'https://elsewhere.example' }, '403'],
      ['/internal/gateway', {}, '401'],
      ['/nowhere', {}, '404'],
    ] as const) {
      const socket = new WebSocket(
        `${stack.url.replace('http', 'ws')}${path}`,
        'graphql-transport-ws',
        { headers },
      );
      const said = await new Promise<Error>((resolve) => socket.once('error', resolve));
      expect(said.message, path).toContain(refused);
    }
  });
});

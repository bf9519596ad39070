import { mkdtempSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { LifeConfig } from '../config.ts';
import { CityLife } from './city-life.ts';
import { nextMoves } from './officer-rounds.ts';

type Call = { path: string; authorization: string; cookie: string; body: Record<string, unknown> };
type Answer = { status: number; value: unknown; cookie?: string };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Stands in for gis-server on the wire. */
async function fakeServer(answer: (call: Call, count: number) => Answer) {
  const calls: Call[] = [];
  const server = createServer((request, response) => void reply(request, response));
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { authorization = '', cookie = '' } = request.headers;
    const bytes = Buffer.concat(chunks);
    const isFile = request.headers['content-type'] !== 'application/json';
    const body = (isFile ? { bytes } : JSON.parse(bytes.toString('utf8'))) as Call['body'];
    calls.push({ path: request.url ?? '', authorization, cookie, body });
    const { status, value, cookie: given } = answer(calls.at(-1)!, calls.length);
    const headers = {
      'content-type': 'application/json',
      ...(given ? { 'set-cookie': given } : {}),
    };
    response.writeHead(status, headers).end(JSON.stringify(value));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => closed(server));
  return { calls, url: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

function lifeOf(gisServerUrl: string, changes: Partial<LifeConfig> = {}): CityLife {
  const folder = mkdtempSync(join(tmpdir(), 'city-life-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const unit = {
    id: 'unit-1',
    kind: 'fire',
    beat: [
      [100, 30],
      [100.1, 30],
    ],
  };
  const spot = {
    classCode: 'E0102',
    title: '暴露垃圾',
    longitude: 100,
    latitude: 30,
    areaCode: '990101001001',
    address: '一号路',
  };
  const elsewhere = { ...spot, areaCode: '990202001001' };
  const own = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => ({ ...spot, longitude: 100 + step / 100 }));
  const account = { name: 'worker-1', password: 'a long password', areaCode: '990101001001' };
  const life = new CityLife({
    gisServerUrl,
    internalKeyFile: file('key', 'secret-key\n'),
    unitsFile: file('units.json', JSON.stringify([unit])),
    spotsFile: file('spots.json', JSON.stringify([elsewhere, ...own])),
    accountsFile: file('accounts.json', JSON.stringify([account])),
    stackFile: null,
    incidentsPerHour: 0,
    ...changes,
  });
  closers.push(() => life.close());
  return life;
}

const reported = { data: { reportIncident: { id: 'incident-1', state: 'reported', version: 1 } } };

describe('the life of the demo city', () => {
  it('posts where every unit is, signed with the internal key', async () => {
    const { calls, url } = await fakeServer(() => ({ status: 200, value: {} }));
    lifeOf(url).start();
    await expect.poll(() => calls.length, { timeout: 20_000 }).toBeGreaterThan(1);
    const { path, authorization, body } = calls[0]!;
    expect([path, authorization]).toEqual(['/internal/positions', 'Bearer secret-key']);
    expect(body.positions).toEqual([
      {
        unitId: 'unit-1',
        longitude: expect.any(Number),
        latitude: expect.closeTo(30, 9),
        headingDeg: expect.any(Number),
        speedMps: expect.any(Number),
        at: expect.stringMatching(/Z$/),
      },
    ]);
  });

  it('goes on when the server comes back after refusing', async () => {
    const { calls, url } = await fakeServer((_, count) => ({
      status: count < 3 ? 503 : 200,
      value: {},
    }));
    const life = lifeOf(url);
    life.start();
    await expect.poll(() => life.status().positionBatches, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(calls.length).toBeGreaterThanOrEqual(3);
    expect(life.status().positionFailure).toBeNull();
  });

  it('bears a server that is not there', async () => {
    const life = lifeOf('http://127.0.0.1:9');
    life.start();
    await expect.poll(() => life.status().positionFailure, { timeout: 20_000 }).not.toBeNull();
  });

  it('reports an incident as the grid worker of that area, signing in once', async () => {
    const { calls, url } = await fakeServer(({ path }) =>
      path === '/session'
        ? { status: 200, value: { user: {} }, cookie: 'sid=abc; HttpOnly' }
        : { status: 200, value: reported },
    );
    const life = lifeOf(url);
    await life.reportIncident({});
    await life.reportIncident({ title: '路灯不亮' });
    expect(calls.map(({ path }) => path)).toEqual(['/session', '/graphql', '/graphql']);
    expect(calls[1]!.cookie).toBe('sid=abc');
    const inputs = calls
      .slice(1)
      .map(({ body }) => (body.variables as { input: Record<string, unknown> }).input);
    expect(inputs[0]).toMatchObject({ classCode: 'E0102', title: '暴露垃圾', address: '一号路' });
    expect(inputs[1]!.title).toBe('路灯不亮');
    expect(inputs[0]!.commandId).not.toBe(inputs[1]!.commandId);
  });

  it('asks who answers for the whole county where a place is named', async () => {
    const { calls, url } = await fakeServer(({ path }) => ({
      status: 200,
      value: path === '/session' ? {} : reported,
    }));
    const folder = mkdtempSync(join(tmpdir(), 'city-life-'));
    const accountsFile = join(folder, 'accounts.json');
    const account = { password: 'p', areaCode: '990101001001', role: 'grid-worker' };
    const people = [
      { ...account, name: 'worker-1' },
      { ...account, name: 'acceptor-1', areaCode: '990101', role: 'acceptor' },
      { ...account, name: 'leader-1', areaCode: '99', role: 'leader' },
    ];
    writeFileSync(accountsFile, JSON.stringify(people));
    const place = { longitude: 100.5, latitude: 30.5 };
    await lifeOf(url, { accountsFile }).reportIncident(place);
    expect(calls[0]!.body.name).toBe('acceptor-1');
    const { input } = calls[1]!.body.variables as { input: Record<string, unknown> };
    expect(input).toMatchObject({ position: place, source: 'hotline' });
  });

  it('signs in again when its session has ended', async () => {
    let sessions = 0;
    const { calls, url } = await fakeServer(({ path, cookie }) => {
      if (path === '/session') return { status: 200, value: {}, cookie: `sid=${++sessions}` };
      const ended = {
        errors: [{ message: 'no session', extensions: { code: 'UNAUTHENTICATED' } }],
      };
      return { status: 200, value: cookie === 'sid=1' ? ended : reported };
    });
    await lifeOf(url).reportIncident({});
    expect(calls.map(({ path }) => path)).toEqual(['/session', '/graphql', '/session', '/graphql']);
  });

  it('says the reason when the server refuses a report', async () => {
    const refusal = {
      errors: [{ message: 'outside your area', extensions: { code: 'FORBIDDEN' } }],
    };
    const { url } = await fakeServer(({ path }) => ({
      status: 200,
      value: path === '/session' ? {} : refusal,
    }));
    await expect(lifeOf(url).reportIncident({})).rejects.toThrow('outside your area');
  });

  it('makes incidents arrive by themselves at the rate asked for, with one command id each', async () => {
    let failures = 0;
    const { calls, url } = await fakeServer(({ path, body }) => {
      const isReport = path === '/graphql' && String(body.query).includes('reportIncident');
      if (isReport && failures++ === 0) return { status: 503, value: {} };
      return { status: 200, value: isReport ? reported : {} };
    });
    const life = lifeOf(url, { incidentsPerHour: 3600, unitsFile: null });
    life.start();
    await expect
      .poll(() => life.status().incidentsReported, { timeout: 30_000 })
      .toBeGreaterThan(1);
    const ids = calls.flatMap(({ body }) => {
      const { input } = (body.variables ?? {}) as { input?: { commandId: string } };
      return input ? [input.commandId] : [];
    });
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe('officers of the demo city', () => {
  const person = { password: 'p', areaCode: '990101', departmentCode: null };
  const people = [
    { ...person, name: 'a', role: 'acceptor' },
    { ...person, name: 'l', role: 'shift-leader' },
    { ...person, name: 'd', role: 'dispatcher' },
    { ...person, name: 'g', role: 'grid-worker' },
    { ...person, name: 'x', role: 'department', departmentCode: 'lights' },
  ];
  const incident = {
    id: 'i',
    version: 1,
    source: 'grid-worker',
    verdict: null,
    class: { code: 'a class of its own' },
    reportedAt: '2026-11-23T00:00:00Z',
    area: { code: '990101001001' },
    departmentCode: 'lights' as string | null,
  };

  it('take a case straight on from report to end, each by somebody with that right', () => {
    const way = [
      'reported',
      'accepted',
      'registered',
      'dispatched',
      'processing',
      'feedback',
      'checking',
      'checked',
    ] as const;
    const next = way.map((state) =>
      nextMoves({ ...incident, state }, people).map(
        ({ step, person: who }) => `${who.name} ${step.to}`,
      ),
    );
    expect(next.map((moves) => moves.at(0)?.split(' ')[1])).toEqual([...way.slice(1), 'closed']);
    expect(next[3]).toEqual(['x processing']);
    expect(next[2]).toEqual(['d dispatched']);
  });

  it('send a picture with a move that the city asks one of', async () => {
    const open = { ...incident, state: 'processing' };
    const { calls, url } = await fakeServer(({ path, body }) => {
      if (path === '/session') return { status: 200, value: {}, cookie: 'sid=1' };
      if (path.startsWith('/photos?')) return { status: 201, value: { id: 'photo-1' } };
      const query = String(body.query);
      if (query.includes('permittedMoves')) {
        const permittedMoves = [{ move: 'feed-back', needs: ['photo'] }];
        return { status: 200, value: { data: { incident: { permittedMoves } } } };
      }
      const data = query.includes('OpenIncidents') ? { incidents: { nodes: [open] } } : {};
      return { status: 200, value: { data } };
    });
    const accountsFile = join(mkdtempSync(join(tmpdir(), 'city-life-')), 'accounts.json');
    writeFileSync(accountsFile, JSON.stringify(people));
    const life = lifeOf(url, { accountsFile, unitsFile: null, incidentsPerHour: 3600 });
    life.start();
    await expect.poll(() => life.status().stepsTaken, { timeout: 30_000 }).toBeGreaterThan(0);
    const sent = calls.find(({ path }) => path.startsWith('/photos?'))!;
    const file = sent.body.bytes as Buffer;
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(sent.path).toBe(`/photos?sha256=${sha256}&size=${file.length}&offset=0`);
    expect(PNG.sync.read(file)).toMatchObject({ width: 480, height: 320 });
    const moved = calls.find(({ body }) => String(body.query).includes('moveIncident('))!;
    expect(moved.body.variables).toMatchObject({
      input: { move: 'feed-back', photoIds: ['photo-1'] },
    });
  });

  it('call back whoever called the hotline, once the case is closed', async () => {
    const open = { ...incident, state: 'checked', source: 'hotline', verdict: 'confirmed' };
    const { calls, url } = await fakeServer(({ path, body }) => {
      if (path === '/session') return { status: 200, value: {}, cookie: 'sid=1' };
      const query = String(body.query);
      const asked = query.includes('OpenIncidents') ? { incidents: { nodes: [open] } } : {};
      const data = { incident: null, ...asked };
      return { status: 200, value: { data } };
    });
    const accountsFile = join(mkdtempSync(join(tmpdir(), 'city-life-')), 'accounts.json');
    writeFileSync(accountsFile, JSON.stringify(people));
    const life = lifeOf(url, { accountsFile, unitsFile: null, incidentsPerHour: 3600 });
    life.start();
    await expect.poll(() => life.status().stepsTaken, { timeout: 30_000 }).toBeGreaterThan(0);
    const called = calls.find(({ body }) => String(body.query).includes('callBackReporter('));
    expect(called!.body.variables).toMatchObject({
      id: 'i',
      outcome: expect.stringMatching(/satisfied$/),
    });
  });

  it('have a citizen’s report verified before it is accepted', () => {
    const called = { ...incident, source: 'hotline', state: 'reported' as const };
    const next = (verdict: string | null) =>
      nextMoves({ ...called, verdict }, people)[0]?.step.move;
    expect([next(null), next('confirmed')]).toEqual(['send-to-verify', 'accept']);
  });

  it('dispatch to the department that the class belongs to, whoever held the case before', () => {
    const police = { ...people[4]!, name: 'y', departmentCode: 'traffic-police' };
    const accident = { ...incident, state: 'registered' as const, class: { code: 'E0606' } };
    const goesTo = (one: typeof accident, who = [...people, police]) =>
      nextMoves(one, who).map(({ departmentCode }) => departmentCode);
    expect(goesTo(accident)).toEqual(['traffic-police']);
    expect(goesTo({ ...accident, departmentCode: null })).toEqual(['traffic-police']);
    expect(goesTo(accident, people)).toEqual([]);
    expect(goesTo({ ...accident, class: incident.class })).toEqual(['lights']);
    expect(goesTo({ ...accident, class: incident.class, departmentCode: null })).toEqual([null]);
  });

  it('leave alone what belongs to a department or an area that none of them is of', () => {
    const other = { ...incident, departmentCode: 'water' };
    expect(nextMoves({ ...other, state: 'registered' }, people)).toEqual([]);
    expect(nextMoves({ ...other, state: 'processing' }, people)).toEqual([]);
    expect(nextMoves({ ...incident, area: { code: '990202' }, state: 'reported' }, people)).toEqual(
      [],
    );
    expect(nextMoves({ ...incident, state: 'suspended' }, people)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { sql } from '#database/sql.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity } from '#graphql/testing/made-up-city.ts';
import { answerErrors } from '#http/error-answer.ts';
import { bodyParser } from '@koa/bodyparser';
import { proofText, provesWork, type Challenge } from 'grid-data';
import Koa from 'koa';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Challenges } from './challenges.ts';
import { citizenPhotoRoutes, citizenRoutes } from './citizen-routes.ts';
import { createCitizenService } from './service.ts';

const position = { longitude: 9.93, latitude: 50.001 };

describeOnBothEngines('citizens', (db) => {
  let graph: GraphUnderTest;
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const challenges = new Challenges('a key of a test that is long enough', db.clock);
    const citizens = createCitizenService({
      ...graph.services,
      database: db.database,
      challenges,
    });
    const koa = new Koa();
    koa.use(answerErrors());
    koa.use(citizenPhotoRoutes(citizens));
    koa.use(bodyParser() as unknown as Koa.Middleware);
    koa.use(citizenRoutes(citizens));
    // The work of a proof stops this one process for seconds on a busy machine, and with it the line to itself.
    server = createServer({ keepAliveTimeout: 300_000 }, koa.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/citizen`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() =>
    db.database.write(systemViewer(), (tx) =>
      tx.query(sql`-- Each test begins an hour of its own.
        delete from citizen_limits`),
    ),
  );

  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${origin}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read = (await answer.json()) as Record<string, any>;
    return { status: answer.status, reason: read['error']?.reason, ...read } as Record<string, any>;
  };
  const proof = async () => {
    const { challenge, bits } = (await ask('challenge', {})) as unknown as Challenge;
    for (let nonce = 0; ; nonce += 1) {
      const hash = createHash('sha256').update(proofText(challenge, nonce)).digest();
      if (provesWork(hash, bits)) return { challenge, nonce };
    }
  };
  const told = { classCode: 'E0102', description: '垃圾成堆', position };

  it('report without an account, and ask by their receipt what came of it', async () => {
    const worked = await proof();
    const file = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const query = new URLSearchParams({
      ...worked,
      nonce: String(worked.nonce),
      sha256: createHash('sha256').update(file).digest('hex'),
      size: String(file.length),
    });
    const sent = await fetch(`${origin}/photos?${query}`, {
      method: 'POST',
      body: new Uint8Array(file),
    });
    const { id: photoId } = (await sent.json()) as { id: string };
    const person = { name: '张三丰', telephone: '13812345678', wantsCallBack: true };
    const report = { ...told, ...person, proof: worked, photoIds: [photoId] };
    const { status, receipt } = await ask('reports', report);
    expect([status, receipt]).toEqual([201, expect.stringMatching(/^[0-9A-Z]{10}$/)]);
    // The line broke before the answer: the same report is the same receipt.
    expect((await ask('reports', report))['receipt']).toBe(receipt);
    expect(await ask(`reports/${receipt.toLowerCase()}`)).toMatchObject({
      status: 200,
      stage: 'report',
      nameZh: '暴露垃圾',
      answer: null,
    });
    const officer = await seeAccountOf(db.database, viewerAt(madeUpCounty, 'acceptor'));
    const { data } = await graph.ask(
      officer,
      `{ incidents(within: { areaCode: "${madeUpCounty}" }, first: 1) { nodes { source description
        reporter { name telephone } photos { id width } permittedMoves { move permitted refusal } } } }`,
    );
    const [{ permittedMoves, ...incident }] = data.incidents.nodes;
    expect(incident).toEqual({
      source: 'public-report',
      description: '垃圾成堆',
      reporter: { name: '张**', telephone: '138****5678' },
      photos: [{ id: photoId, width: 90 }],
    });
    // What anybody may say is verified before it is accepted.
    expect(permittedMoves).toContainEqual({
      move: 'accept',
      permitted: false,
      refusal: 'verified',
    });
  });

  it('are let in by work alone: not without, not with another’s, not an hour later', async () => {
    const reasonOf = async (given: object) =>
      (await ask('reports', { ...told, proof: given })).reason;
    const worked = await proof();
    expect(await reasonOf({ challenge: 'made.1.16.up', nonce: 1 })).toBe('proof-unknown');
    const easier = worked.challenge.replace('.16.', '.0.');
    expect(await reasonOf({ challenge: easier, nonce: 0 })).toBe('proof-unknown');
    const idle = (await ask('challenge', {}))['challenge'] as string;
    const misses = await Promise.all(
      [0, 1, 2].map((nonce) => reasonOf({ challenge: idle, nonce })),
    );
    expect(misses).toContain('proof-missing');
    db.clock.advanceSeconds(61 * 60);
    expect(await reasonOf(worked)).toBe('proof-expired');
  });

  it('of one address ask so often an hour and no oftener, whichever server they ask', async () => {
    const asked = [];
    for (let nth = 0; nth < 122; nth += 1) asked.push(await ask('reports/NOSUCHNO00'));
    expect(asked.map(({ status }) => status)).toEqual([...Array<number>(120).fill(404), 429, 429]);
    db.clock.advanceSeconds(60 * 60);
    expect((await ask('reports/NOSUCHNO00')).status).toBe(404);
  });

  it.each([
    ['outside the city', { position: { longitude: 60, latitude: 10 } }, 'outside-scope'],
    ['of a class that is none', { classCode: 'E9999' }, 'unknown-code'],
    ['without a word', { description: '' }, 'bad-body'],
    [
      'with somebody’s photo',
      { photoIds: ['00000000-0000-4000-8000-000000000009'] },
      'unknown-photo',
    ],
    ['with a number that is none', { telephone: 'xxxxx' }, 'bad-telephone'],
  ])('are refused by name %s', async (_, wrong, reason) => {
    expect((await ask('reports', { ...told, ...wrong, proof: await proof() })).reason).toBe(reason);
  });

  it('find places and nothing that is not on every map', async () => {
    const { places } = await ask(`places?text=${encodeURIComponent('place')}`);
    const kinds = new Set(places.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].every((kind) => ['place', 'road', 'area'].includes(String(kind)))).toBe(true);
  });
});

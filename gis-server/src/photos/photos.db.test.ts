import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from '#access/viewer.ts';
import { systemViewer } from '#access/viewer.ts';
import { madeUpCounty, viewerAt } from '#database/testing/made-up-county.ts';
import { describeOnBothEngines } from '#database/testing/test-database.ts';
import { seeAccountOf } from '#graphql/testing/account-of.ts';
import { GraphUnderTest } from '#graphql/testing/graph-under-test.ts';
import { insertMadeUpCity, targetVillage } from '#graphql/testing/made-up-city.ts';
import { answerErrors } from '#http/error-answer.ts';
import Koa from 'koa';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { photoRoutes } from './photo-routes.ts';
import { forgetOldPhotos } from './upload-queries.ts';

const inVillage = { longitude: 9.93, latitude: 50.001 };
const sha256 = (file: Buffer) => createHash('sha256').update(file).digest('hex');

/** Noise does not pack: every photo is another one, and longer than a part. */
const aPhoto = () =>
  sharp(randomBytes(200 * 150 * 3), { raw: { width: 200, height: 150, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();

/** An id once the photo is whole; an error where it is refused. */
type Answered = { id: string; received: number; error: { reason: string } };

describeOnBothEngines('photos', (db) => {
  let graph: GraphUnderTest;
  let server: Server;
  let origin: string;
  let asking: Viewer | null = null;
  let people: Record<'worker' | 'officer' | 'department' | 'elsewhere', Viewer>;

  beforeAll(async () => {
    await insertMadeUpCity(db.database);
    graph = new GraphUnderTest(db);
    const make = (...given: Parameters<typeof viewerAt>) =>
      seeAccountOf(db.database, viewerAt(...given));
    people = {
      worker: await make(targetVillage, 'grid-worker'),
      officer: await make(madeUpCounty, 'acceptor'),
      department: await make(madeUpCounty, 'department', 'water'),
      elsewhere: await make('990101002', 'town-monitor'),
    };
    const koa = new Koa();
    koa.use(answerErrors());
    koa.use(async (ctx, next) => {
      ctx.state['viewer'] = asking;
      await next();
    });
    koa.use(photoRoutes(graph.services.photos));
    server = createServer(koa.callback());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const address = (file: Buffer, offset: number, size = file.length) =>
    `${origin}/photos?sha256=${sha256(file)}&size=${size}&offset=${offset}`;
  const send = async (viewer: Viewer | null, file: Buffer, from = 0, to = file.length) => {
    asking = viewer;
    const body = new Uint8Array(file.subarray(from, to));
    const answer = await fetch(address(file, from), { method: 'POST', body });
    return { status: answer.status, ...((await answer.json()) as Answered) };
  };
  const get = async (viewer: Viewer | null, path: string) => {
    asking = viewer;
    return fetch(origin + path);
  };
  const report = (viewer: Viewer, photoIds: string[], commandId = randomUUID()) =>
    graph.ask(
      viewer,
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) {
        id photos { id move addedBy width } history { kind payload } } }`,
      { input: { commandId, classCode: 'E0102', position: inVillage, photoIds } },
    );

  it('come with a report, and are seen by whoever sees the case and by nobody else', async () => {
    const sent = await send(people.worker, await aPhoto());
    expect(sent).toMatchObject({ status: 201 });
    const path = `/photos/${sent.id}`;
    expect((await get(people.worker, path)).status).toBe(200);
    expect((await get(people.officer, path)).status).toBe(404); // until the case has it
    const { data, errors } = await report(people.worker, [sent.id]);
    expect(errors).toEqual([]);
    expect(data.reportIncident).toMatchObject({
      photos: [{ id: sent.id, move: 'report', addedBy: people.worker.displayName, width: 200 }],
      history: [{ kind: 'incident.reported' }, { kind: 'incident.photographed' }],
    });
    const seen = await get(people.officer, `${path}/preview`);
    expect(seen.headers.get('content-type')).toBe('image/jpeg');
    const picture = Buffer.from(await (await get(people.officer, path)).arrayBuffer());
    const told = data.reportIncident.history[1].payload.photos;
    expect(told).toEqual([{ id: sent.id, sha256: sha256(picture) }]);
    for (const stranger of [people.elsewhere, people.department]) {
      expect((await get(stranger, path)).status).toBe(404);
    }
    expect((await get(null, path)).status).toBe(401);
  });

  it('that break off go on where they stopped, and the same file is the same photo', async () => {
    const file = await aPhoto();
    const first = await send(people.worker, file, 0, 5_000);
    expect(first).toMatchObject({ status: 202, received: 5_000, id: null });
    const wrong = await send(people.worker, file, 9_000, 9_500);
    expect(wrong).toMatchObject({
      status: 409,
      error: { reason: 'photo-offset', received: 5_000 },
    });
    const asked = await get(people.worker, `/photos/received?sha256=${sha256(file)}`);
    expect(await asked.json()).toEqual({ received: 5_000, id: null });
    const whole = await send(people.worker, file, 5_000);
    expect(whole.status).toBe(201);
    expect(await send(people.worker, file)).toMatchObject({ status: 201, id: whole.id });
    expect((await send(people.officer, file)).id).not.toBe(whole.id);
  });

  it('whose line breaks in the middle of a part keep what was through', async () => {
    const file = await aPhoto();
    asking = people.worker;
    await new Promise<void>((resolve) => {
      const cut = request(address(file, 0), {
        method: 'POST',
        headers: { 'content-length': file.length },
      });
      cut.on('error', () => resolve());
      cut.write(file.subarray(0, 4_000), () => setTimeout(() => cut.destroy(), 100));
    });
    const received = async () => {
      const answer = await get(people.worker, `/photos/received?sha256=${sha256(file)}`);
      return ((await answer.json()) as { received: number }).received;
    };
    await expect.poll(received, { timeout: 10_000 }).toBe(4_000);
    expect(await send(people.worker, file, 4_000)).toMatchObject({ status: 201 });
  });

  it('that are none, of another hash or without a sender are refused by name', async () => {
    const text = Buffer.from('not a photo');
    const refused = async (viewer: Viewer | null, file: Buffer) =>
      (await send(viewer, file)).error.reason;
    expect(await refused(people.worker, text)).toBe('photo-format');
    expect(await refused(null, text)).toBe('not-signed-in');
    const [file, other] = [await aPhoto(), await aPhoto()];
    asking = people.worker;
    const url = address(file, 0, other.length);
    const mixed = await fetch(url, { method: 'POST', body: new Uint8Array(other) });
    expect(await mixed.json()).toMatchObject({ error: { reason: 'photo-hash' } });
    const huge = await fetch(address(file, 0, 21 * 1024 * 1024), { method: 'POST', body: 'x' });
    expect([huge.status, await huge.json()]).toMatchObject([
      413,
      { error: { reason: 'photo-too-large' } },
    ]);
  });

  it('belong to their sender and to one case alone', async () => {
    const { id } = await send(people.worker, await aPhoto());
    const reasonOf = ({ errors }: { errors: readonly any[] }) => errors[0]?.extensions?.reason;
    expect(reasonOf(await report(people.officer, [id]))).toBe('unknown-photo');
    const commandId = randomUUID();
    const first = await report(people.worker, [id], commandId);
    expect(reasonOf(await report(people.worker, [id]))).toBe('unknown-photo');
    // The phone that lost the answer says the same again.
    const again = await report(people.worker, [id], commandId);
    expect(again.data.reportIncident).toEqual(first.data.reportIncident);
  });

  it('that no case took in a week are forgotten', async () => {
    const { id } = await send(people.worker, await aPhoto());
    const { data } = await report(people.worker, [(await send(people.worker, await aPhoto())).id]);
    const soon = new Date(db.clock.now().getTime() + 1_000);
    await db.database.write(systemViewer(), (tx) => forgetOldPhotos(tx, soon));
    expect((await get(people.worker, `/photos/${id}`)).status).toBe(404);
    const kept = data.reportIncident.photos[0].id;
    expect((await get(people.worker, `/photos/${kept}`)).status).toBe(200);
  });
});

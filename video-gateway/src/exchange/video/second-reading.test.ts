/** The video side against an edge that somebody has taken over: it has the key, and says what it likes. */
import { randomUUID } from 'node:crypto';
import type { PtzOrder, StreamTicket } from 'grid-data';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { aSignedGetEntry, anArtemisEntry } from '#testing/platform-entries.ts';
import { runPullSide, type RunningPullSide } from '#testing/running-pull-side.ts';
import { ScriptedPlatform } from '#testing/scripted-platform.ts';

const canary = 'canary-51c9';
const place = { platformId: 'bureau', platformCameraId: 'p1' };
const camera = new ScriptedCamera({ credentials: { user: 'ops', password: canary } });
const hourMs = 3_600_000;

describe('a video side before an edge that is not to be trusted', { timeout: 60_000 }, () => {
  let platform: ScriptedPlatform;
  let running: RunningPullSide;
  let stream = 0;
  const turned: string[] = [];

  beforeAll(async () => {
    await camera.listen();
    platform = await new ScriptedPlatform().listen();
    platform.answer = ({ path, body }) => {
      if (path.endsWith('controlling')) turned.push(String(body['command']));
      if (!path.endsWith('previewURLs')) return { body: { code: '0', msg: canary, data: {} } };
      return { body: { code: '0', data: { url: camera.url(`ops:${canary}@`) } } };
    };
    const mediaHosts = ['127.0.0.1'];
    const entry = anArtemisEntry({ baseUrl: platform.url, appKey: canary, appSecret: canary });
    const traffic = aSignedGetEntry({ baseUrl: 'http://127.0.0.1:9', secret: canary });
    running = await runPullSide([
      { ...entry, id: 'bureau', mediaHosts },
      { ...traffic, id: 'traffic' },
    ]);
    await running.edge.heard('status');
  });
  afterEach(() => {
    running.edge.words.length = 0;
    running.edge.frames.length = 0;
  });
  afterAll(async () => {
    await running.stop();
    await platform.close();
    await camera.close();
  });

  const ticketFor = (change: Partial<StreamTicket> = {}) =>
    running.gis.ticket({ source: place, ...change });

  function open(ticket: string, change: object = {}): number {
    stream += 1;
    const source = { kind: 'platform', ...place } as const;
    running.edge.say({
      ...{ type: 'open-live', stream, cameraId: 'camera-1', profile: 'main', source, ticket },
      ...change,
    } as never);
    return stream;
  }

  const endOf = async (wanted: number) =>
    (await running.edge.heard('ended', ({ stream: one }) => one === wanted)).reason;

  it('pulls for a ticket that gis-server has signed, and says nothing of where', async () => {
    const opened = open(ticketFor());
    await running.edge.heard('opened', ({ stream: one }) => one === opened);
    await expect.poll(() => running.edge.frames.length, { timeout: 20_000 }).toBeGreaterThan(5);
    running.edge.say({ type: 'close', stream: opened });
    await expect.poll(() => camera.playing, { timeout: 20_000 }).toBe(0);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const window = { requestId: 'r', fromMs: 0, toMs: hourMs };
  it.each<[string, () => string, object?]>([
    ['that nobody signed', () => `${ticketFor().slice(0, -4)}AAAA`],
    ['that is none', () => ''],
    ['whose time is over', () => ticketFor({ issuedAt: 0, startBefore: 30, maxViewSeconds: 60 })],
    ['for a time to come', () => ticketFor({ issuedAt: now() + 600, startBefore: now() + 630 })],
    ['for another camera', () => ticketFor({ cameraId: 'camera-2' })],
    ['for another place', () => ticketFor({ source: { ...place, platformCameraId: 'p2' } })],
    ['that names no place', () => running.gis.ticket()],
    ['for recordings', () => ticketFor({ recording: window })],
    ['for a turn', () => ticketFor({ turn: { act: 'move' } })],
  ])('refuses a look by a ticket %s, counts it, and asks no platform', async (_, ticket) => {
    const [before, calls] = [running.pull.check.refused, platform.calls.length];
    expect(await endOf(open(ticket()))).toBe('video-side-refuses');
    expect(running.pull.check.refused).toBe(before + 1);
    expect(platform.calls).toHaveLength(calls);
  });

  it('ends a pull when its last ticket is over, and lets it go on by the ticket of another look', async () => {
    const short = () =>
      ticketFor({ issuedAt: now() - 60, startBefore: now() - 4, maxViewSeconds: 1 });
    const [alone, joined] = [open(short()), open(short())];
    running.edge.say({ type: 'renew', stream: joined, ticket: ticketFor() });
    expect(await endOf(alone)).toBe('video-side-refuses');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(running.edge.words.some((w) => w.type === 'ended' && w.stream === joined)).toBe(false);
    running.edge.say({ type: 'close', stream: joined });
  });

  it.each([
    ['beyond the granted window', { recording: { ...window, toMs: hourMs - 1 } }],
    ['by a ticket for live pictures', {}],
    ['of another camera', { recording: window, source: { ...place, platformCameraId: 'p2' } }],
  ])('neither lists nor plays recordings %s', async (_, change) => {
    const ticket = ticketFor(change);
    const span = { fromMs: 0, toMs: hourMs };
    running.edge.say({ type: 'list-recordings', id: 7, ...place, span, ticket });
    expect((await running.edge.heard('failed')).reason).toBe('video-side-refuses');
    stream += 1;
    const asked = { stretch: span, fromMs: 0, speed: 1, ticket };
    running.edge.say({ type: 'open-recorded', stream, ...place, ...asked });
    expect(await endOf(stream)).toBe('video-side-refuses');
  });

  const move = (): Extract<PtzOrder, { type: 'ptz-move' }> => ({
    ...({ type: 'ptz-move', askId: randomUUID(), viewId: 'look', moveId: randomUUID() } as const),
    ...({ camera: { cameraId: 'camera-1', ...place }, command: 'left', speed: 0.5 } as const),
  });
  const answerTo = async (order: { askId: string }) => {
    const { report } = await running.edge.heard(
      'turned',
      (word) => word.report.type === 'ptz-answer' && word.report.askId === order.askId,
    );
    return 'reason' in report ? report.reason : null;
  };

  it('turns a camera by an order of gis-server, once', async () => {
    const order = move();
    const ticket = running.gis.turnTicket(order);
    running.edge.say({ type: 'turn', order: { ...order, ticket } });
    expect(await answerTo(order)).toBeNull();
    expect(turned).toContain('LEFT');
    const again = move();
    running.edge.say({ type: 'turn', order: { ...again, ticket } });
    expect(await answerTo(again)).toBe('video-side-refuses');
  });

  it.each<[string, (order: ReturnType<typeof move>) => string | undefined]>([
    ['without a ticket', () => undefined],
    ['by the ticket of a look', () => ticketFor()],
    ['by an order for another act', (o) => running.gis.turnTicket(o, { turn: { act: 'aim' } })],
    ['by an order for another camera', (o) => running.gis.turnTicket(o, { cameraId: 'other' })],
  ])('turns no camera %s', async (_, ticketOf) => {
    const before = turned.length;
    const order = move();
    const ticket = ticketOf(order);
    running.edge.say({ type: 'turn', order: ticket === undefined ? order : { ...order, ticket } });
    expect(await answerTo(order)).toBe('video-side-refuses');
    expect(turned).toHaveLength(before);
  });

  it('stops what it turns when the edge is gone without a word', async () => {
    const order = move();
    running.edge.say({ type: 'turn', order: { ...order, ticket: running.gis.turnTicket(order) } });
    await answerTo(order);
    const stops = () => platform.calls.filter(({ body }) => body['action'] === 1).length;
    const before = stops();
    running.edge.hangUp();
    await expect.poll(stops, { timeout: 20_000 }).toBeGreaterThan(before);
    const ended = await running.edge.heard(
      'turned',
      ({ report }) => report.type === 'ptz-ended' && report.moveId === order.moveId,
    );
    expect(ended.report).toMatchObject({ end: 'dead-man' });
  });

  it('goes to no address of the edge’s own choice', async () => {
    const source = { kind: 'direct', url: camera.url() } as const;
    expect(await endOf(open(running.gis.ticket(), { source }))).toBe('address-refused');
    running.edge.say({ type: 'check-camera', id: 9, cameraId: 'camera-1', source });
    const { found } = await running.edge.heard('checked');
    expect(found).toMatchObject({ failure: 'address-refused' });
  });

  it('checks a camera on nobody’s behalf, and no picture leaves it', async () => {
    const source = { kind: 'platform', ...place } as const;
    const seen = running.edge.frames.length;
    running.edge.say({ type: 'check-camera', id: 10, cameraId: 'camera-1', source });
    const { found } = await running.edge.heard('checked', ({ id }) => id === 10);
    expect(found).toMatchObject({ failure: null });
    expect(running.edge.frames).toHaveLength(seen);
  });

  it('says nothing that holds a credential or an address of its network', async () => {
    running.edge.say({ type: 'list-cameras', id: 11, platformId: 'traffic', cursor: null });
    await running.edge.heard('failed', ({ id }) => id === 11);
    await running.edge.heard('status', ({ platforms }) =>
      platforms.some((one) => one.lastFailure !== null),
    );
    expect(running.edge.raw.length).toBeGreaterThan(20);
    for (const text of running.edge.raw) {
      expect(text.includes(canary)).toBe(false);
      // Encoders write their own home page into their pictures.
      const said = text.startsWith('{') ? text : '';
      expect(said).not.toMatch(/127\.0\.0\.1|rtsp:|https?:/);
    }
  });

  it.each([
    ['no JSON', '{'],
    ['a word that it does not know', '{"type":"reboot"}'],
    ['a word with something more in it', '{"type":"close","stream":1,"url":"rtsp://x"}'],
    ['a picture', Buffer.from([1, 2, 3])],
    ['a greeting in the middle', '{"type":"welcome","proof":"' + 'a'.repeat(64) + '"}'],
  ])('hangs up on %s, and dials again', async (_, data) => {
    const { taken } = running.edge;
    running.edge.sayRaw(data);
    await expect.poll(() => running.edge.taken, { timeout: 30_000 }).toBeGreaterThan(taken);
    await running.edge.heard('status');
  });
});

it('a video side says nothing to who does not show the key', async () => {
  const running = await runPullSide([], { edgeKey: 'another-key-than-the-one-of-the-video-side' });
  await expect.poll(() => running.edge.taken, { timeout: 30_000 }).toBeGreaterThan(1);
  expect(running.edge.words.every(({ type }) => type === 'answer')).toBe(true);
  await running.stop();
});

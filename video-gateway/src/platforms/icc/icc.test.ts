import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { systemClock, type Clock, type PlatformCamera } from 'grid-data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cameraPages } from '#platforms/camera-pages.ts';
import { createIccPlatform } from '#platforms/icc/icc.ts';
import type { Platform } from '#platforms/platform.ts';
import { anIccEntry } from '#testing/platform-entries.ts';
import {
  ScriptedPlatform,
  type PlatformAnswer,
  type PlatformCall,
} from '#testing/scripted-platform.ts';

const keyPath = '/evo-apigw/evo-oauth/1.0.0/oauth/public-key';
const tokenPath = '/evo-apigw/evo-oauth/1.0.0/oauth/extend/token';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

let scripted: ScriptedPlatform;
/** What comes behind the login; `tokens` counts them. */
let media: (call: PlatformCall) => PlatformAnswer;
let tokens: number;
let login: () => PlatformAnswer;

beforeEach(async () => {
  tokens = 0;
  login = () => {
    tokens += 1;
    const data = { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 1800 };
    return { body: { success: true, code: '0', data } };
  };
  media = () => ok({ url: 'rtsp://127.0.0.1:554/live', token: '19' });
  scripted = await new ScriptedPlatform().listen();
  scripted.answer = (call) => {
    if (call.path === keyPath) return { body: { success: true, code: '0', data: { publicKey } } };
    return call.path === tokenPath ? login() : media(call);
  };
});

afterEach(() => scripted.close());

const ok = (data: unknown): PlatformAnswer => ({ body: { code: 1000, desc: 'Success', data } });
const aPlatform = (fields: object = {}, clock: Clock = systemClock): Platform =>
  createIccPlatform(anIccEntry({ baseUrl: scripted.url, ...fields }), clock);
const lastData = () => scripted.calls.at(-1)!.body['data'];

describe('signing in to an ICC platform', () => {
  it('sends the password through the platform’s own key alone', async () => {
    await aPlatform().openLive('1000001$1$0$0', 'main');
    const { body } = scripted.callsTo(tokenPath)[0]!;
    expect(body).toMatchObject({
      grant_type: 'password',
      username: 'gateway',
      client_id: 'CloudEye',
      client_secret: 'the-client-secret',
      public_key: publicKey,
    });
    const padding = constants.RSA_PKCS1_PADDING;
    const sent = Buffer.from(String(body['password']), 'base64');
    expect(privateDecrypt({ key: keys.privateKey, padding }, sent).toString()).toBe(
      'the-pass-word',
    );
    expect(scripted.calls.at(-1)!.headers.authorization).toBe('bearer token-1');
    expect(scripted.calls.every(({ text }) => !text.includes('the-pass-word'))).toBe(true);
  });

  it('happens once for twenty viewers, and once more when the token is taken back under all of them', async () => {
    const platform = aPlatform();
    const open = () =>
      Promise.all(Array.from({ length: 20 }, () => platform.openLive('1000001$1$0$0', 'sub')));
    await open();
    expect(tokens).toBe(1);
    media = ({ headers }) =>
      headers.authorization === 'bearer token-1'
        ? { status: 401, body: {} }
        : ok({ url: 'rtsp://127.0.0.1:554/live' });
    await open();
    expect(tokens).toBe(2);
    media = ({ headers }) =>
      headers.authorization === 'bearer token-2'
        ? { body: { code: 27001007, desc: 'token invalid' } }
        : ok({ url: 'rtsp://127.0.0.1:554/live' });
    await open();
    expect(tokens).toBe(3);
  });

  it('is renewed before the token ends', async () => {
    let nowMs = Date.now();
    const platform = aPlatform({}, { now: () => new Date(nowMs) });
    await platform.openLive('1000001$1$0$0', 'main');
    nowMs += 1_600_000;
    await platform.openLive('1000001$1$0$0', 'main');
    expect(tokens).toBe(1);
    nowMs += 100_000;
    await platform.openLive('1000001$1$0$0', 'main');
    expect(tokens).toBe(2);
  });

  it('is left alone after three refusals, whoever looks, and tried once after the pause', async () => {
    let nowMs = Date.now();
    const platform = aPlatform({ loginPauseMs: 600_000 }, { now: () => new Date(nowMs) });
    login = () => ({ body: { success: false, code: '28001', errMsg: '密码错误' } });
    const open = () => platform.openLive('1000001$1$0$0', 'main').catch((error: unknown) => error);
    const outcomes = await Promise.all(Array.from({ length: 10 }, open));
    const reasons = outcomes.map((error) => (error as { reason?: string }).reason);
    expect(reasons.filter((reason) => reason === 'platform-auth-refused')).toHaveLength(3);
    expect(reasons.filter((reason) => reason === 'platform-login-paused')).toHaveLength(7);
    expect(scripted.callsTo(tokenPath)).toHaveLength(3);
    expect(platform.health()).toEqual({ state: 'refused', reason: 'platform-login-paused' });
    nowMs += 600_001;
    await open();
    await open();
    expect(scripted.callsTo(tokenPath)).toHaveLength(4);
  });

  it('asks no further when each new token is refused', async () => {
    media = () => ({ status: 401, body: {} });
    await expect(aPlatform().openLive('1000001$1$0$0', 'main')).rejects.toMatchObject({
      reason: 'platform-auth-refused',
    });
    expect(tokens).toBe(2);
  });

  it.each([{ publicKey: 'no key' }, {}])('fails clearly where the key is %j', async (data) => {
    scripted.answer = () => ({ body: { success: true, code: '0', data } });
    await expect(aPlatform().openLive('1000001$1$0$0', 'main')).rejects.toMatchObject({
      reason: 'platform-unreachable',
    });
  });
});

describe('a live picture from an ICC platform', () => {
  it('is asked for by channel and stream, and gets the token put behind its address', async () => {
    const opened = await aPlatform().openLive('1000001$1$0$0', 'sub');
    expect(opened).toMatchObject({ url: 'rtsp://127.0.0.1:554/live?token=19', transport: 'rtsp' });
    expect(scripted.calls.at(-1)!.path).toBe('/evo-apigw/admin/API/MTS/Video/StartVideo');
    expect(lastData()).toMatchObject({ channelId: '1000001$1$0$0', streamType: '2' });
  });

  it('comes from the first address that our network reaches', async () => {
    media = () =>
      ok({ url: 'rtsp://172.16.3.4:9100/a?b=1|rtsp://127.0.0.1:554/a?b=1', token: 'x y' });
    const { url } = await aPlatform().openLive('1000001$1$0$0', 'main');
    expect(url).toBe('rtsp://127.0.0.1:554/a?b=1&token=x%20y');
    const mapped = aPlatform({ addressRewrite: { '172.16.3.4:9100': '127.0.0.1:554' } });
    const other = await mapped.openLive('1000001$1$0$0', 'main');
    expect(other.url).toBe('rtsp://127.0.0.1:554/a?b=1&token=x%20y');
  });

  it.each([
    [{ body: { code: 1103, desc: '设备不在线' } }, 'camera-offline'],
    [{ body: { code: 1201, desc: '超过授权路数' } }, 'licence-full'],
    [{ body: { code: 2, desc: 'no' } }, 'platform-refused'],
    [{ body: { code: 1000, data: {} } }, 'platform-unreachable'],
    [{ body: { desc: 'Success', data: { url: 'rtsp://127.0.0.1/x' } } }, 'platform-unreachable'],
    [{ body: { code: 1000, data: { url: 'rtsp://10.8.8.8/x' } } }, 'address-refused'],
    [{ body: { code: 1000, data: { url: 'dhav://127.0.0.1/x' } } }, 'transport-unsupported'],
    [{ status: 302, body: {} }, 'platform-unreachable'],
    [{ status: 500, body: {} }, 'platform-unreachable'],
    [{ text: '{"code":1000,' }, 'platform-unreachable'],
    ['hang-up', 'platform-unreachable'],
  ] as const)('whose answer is %j fails with %s', async (answer, reason) => {
    media = () => answer;
    await expect(aPlatform().openLive('1000001$1$0$0', 'main')).rejects.toMatchObject({ reason });
  });
});

it('the channels of an ICC platform are listed page by page, video alone', async () => {
  const row = (index: number, unitType = 1) => ({
    channelCode: `100000${index}$1$0$0`,
    channelName: `洪江桥 ${index}`,
    cameraType: '2',
    unitType,
    isOnline: index % 2,
    gpsX: '111.66',
    gpsY: '',
  });
  media = ({ body }) => {
    const pageData = body['pageNum'] === 1 ? [row(1), row(2)] : [row(3), row(4, 7)];
    return { body: { success: true, code: '0', data: { pageData, totalRows: 4 } } };
  };
  const cameras: PlatformCamera[] = [];
  for await (const page of cameraPages(aPlatform())) cameras.push(...page);
  expect(cameras.map(({ platformCameraId, state }) => [platformCameraId, state])).toEqual([
    ['1000001$1$0$0', 'online'],
    ['1000002$1$0$0', 'offline'],
    ['1000003$1$0$0', 'online'],
  ]);
  expect(cameras[0]).toMatchObject({
    kind: 'ptz',
    longitude: 111.66,
    latitude: null,
    gbCode: null,
  });
});

describe('recorded video of an ICC platform', () => {
  const span = { fromMs: 1_795_420_800_000, toMs: 1_795_424_400_000 };

  it('is listed with its gap, in Unix seconds', async () => {
    media = () =>
      ok({
        records: [
          { startTime: '1795422600', endTime: '1795424400' },
          { startTime: '1795420000', endTime: '1795422000' },
        ],
      });
    const spans = await aPlatform().recordings!.list('1000001$1$0$0', span);
    expect(lastData()).toMatchObject({ startTime: '1795420800', endTime: '1795424400' });
    expect(spans).toEqual([
      { fromMs: 1_795_420_800_000, toMs: 1_795_422_000_000 },
      { fromMs: 1_795_422_600_000, toMs: 1_795_424_400_000 },
    ]);
  });

  it('opens at the time and the speed asked for', async () => {
    const opened = await aPlatform().recordings!.open('1000001$1$0$0', span, 0.5);
    expect(scripted.calls.at(-1)!.path).toMatch(/SS\/Playback\/StartPlaybackByTime$/);
    expect(opened).toMatchObject({
      url: 'rtsp://127.0.0.1:554/live?token=19',
      startsAtMs: span.fromMs,
      scale: 0.5,
    });
  });
});

describe('turning a camera of an ICC platform', () => {
  it('starts, and stops with the same direction and steps', async () => {
    media = () => ok({ result: '1' });
    const { ptz } = aPlatform();
    for (const action of ['start', 'stop'] as const) {
      await ptz!.move('1000001$1$0$0', 'right-down', 0.5, action);
      expect(scripted.calls.at(-1)!.path).toMatch(/DMS\/Ptz\/OperateDirect$/);
      expect(lastData()).toMatchObject({
        direct: '8',
        stepX: '4',
        stepY: '4',
        command: action === 'start' ? '1' : '0',
      });
    }
    await ptz!.move('1000001$1$0$0', 'zoom-out', 0.01, 'start');
    expect(scripted.calls.at(-1)!.path).toMatch(/DMS\/Ptz\/OperateCamera$/);
    expect(lastData()).toMatchObject({ operateType: '1', direct: '2', step: '1', command: '1' });
    expect(ptz!.frame).toBeNull();
  });

  it('says so when somebody at the platform holds it', async () => {
    media = () => ok({ result: '0', lockUser: { userName: 'duty' } });
    await expect(aPlatform().ptz!.move('c', 'up', 1, 'start')).rejects.toMatchObject({
      reason: 'ptz-locked',
    });
  });

  it('knows its presets, goes to one and keeps one', async () => {
    media = () => ok({ presetPoints: [{ code: '3', name: '校门' }, { code: 4 }] });
    const { presets } = aPlatform();
    await expect(presets!.list('c')).resolves.toEqual([
      { number: 3, name: '校门' },
      { number: 4, name: '4' },
    ]);
    media = () => ok(null);
    await presets!.call('c', 3);
    expect(lastData()).toMatchObject({ operateType: '1', presetPointCode: '3' });
    await presets!.set('c', { number: 5, name: '桥头' });
    expect(lastData()).toMatchObject({ operateType: '2', presetPointCode: '5' });
  });
});

import { createHash } from 'node:crypto';
import { systemClock, type PlatformCamera } from 'grid-data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cameraPages } from '#platforms/camera-pages.ts';
import { capabilitiesOf } from '#platforms/platform.ts';
import { valueAt } from '#platforms/signed-get/json-path.ts';
import { createSignedGetPlatform } from '#platforms/signed-get/signed-get.ts';
import { aSignedGetEntry } from '#testing/platform-entries.ts';
import { ScriptedPlatform } from '#testing/scripted-platform.ts';

let scripted: ScriptedPlatform;

beforeEach(async () => {
  scripted = await new ScriptedPlatform().listen();
});

afterEach(() => scripted.close());

const aPlatform = (fields: object = {}) =>
  createSignedGetPlatform(aSignedGetEntry({ baseUrl: scripted.url, ...fields }), systemClock);

async function allCameras(fields: object = {}): Promise<PlatformCamera[]> {
  const cameras: PlatformCamera[] = [];
  for await (const page of cameraPages(aPlatform(fields))) cameras.push(...page);
  return cameras;
}

describe('a live picture by one signed request', () => {
  it('is asked for with the described parameters and their signature', async () => {
    const url = 'rtmp://127.0.0.1:554/live/7?token=abc';
    scripted.answer = () => ({ body: { code: 1, data: url } });
    const opened = await aPlatform().openLive('7', 'sub');
    expect(opened).toEqual({
      url,
      transport: 'rtmp',
      expiresAt: null,
      redirectPolicy: 'within-media-hosts',
    });
    const { method, path, query } = scripted.calls[0]!;
    expect([method, path]).toEqual(['GET', '/real/urls']);
    const timestamp = query.get('timestamp')!;
    expect(Math.abs(Date.now() - Number(timestamp))).toBeLessThan(60_000);
    const text = `appkey=cloud-eye&centertype=1&id=7&stream=sub&timestamp=${timestamp}the-shared-secret`;
    expect(query.get('token')).toBe(createHash('md5').update(text).digest('hex'));
    expect([...query.keys()].toSorted()).toEqual([
      'appkey',
      'centertype',
      'id',
      'stream',
      'timestamp',
      'token',
    ]);
  });

  it('may be a form that is posted, with the camera in the path', async () => {
    scripted.answer = () => ({ body: { state: { ok: true }, urls: ['rtsp://127.0.0.1/a'] } });
    const platform = aPlatform({
      answer: { code: 'state.ok', ok: ['true'] },
      mediaHosts: ['127.0.0.1'],
      live: {
        method: 'POST',
        path: '/cameras/{cameraId}/address',
        parameters: { ts: '{timestampSeconds}', kind: '{profile}' },
        profiles: { main: '0', sub: '1' },
        url: '$.urls[0]',
        lifeMs: 60_000,
      },
    });
    const opened = await platform.openLive('a/b', 'sub');
    expect(opened.url).toBe('rtsp://127.0.0.1/a');
    expect(opened.expiresAt).toBeGreaterThan(Date.now());
    const { method, path, text, query } = scripted.calls[0]!;
    expect([method, path, query.size]).toEqual(['POST', '/cameras/a%2Fb/address', 0]);
    expect(new URLSearchParams(text).get('kind')).toBe('1');
  });

  it.each([
    [{ body: { code: 0, msg: '摄像机不在线' } }, 'camera-offline'],
    [{ body: { code: 0, msg: 'no' } }, 'platform-refused'],
    [{ body: { code: -9 } }, 'platform-auth-refused'],
    [{ status: 401, body: {} }, 'platform-auth-refused'],
    [{ body: { code: 1 } }, 'platform-unreachable'],
    [{ body: { data: 'rtsp://127.0.0.1/x' } }, 'platform-unreachable'],
    [{ body: { code: 1, data: 'rtsp://10.7.7.7/x' } }, 'address-refused'],
    [{ body: { code: 1, data: 'webrtc://127.0.0.1/x' } }, 'transport-unsupported'],
    [{ status: 302, body: {} }, 'platform-unreachable'],
    [{ status: 500, body: {} }, 'platform-unreachable'],
    [{ text: 'code=1' }, 'platform-unreachable'],
    ['hang-up', 'platform-unreachable'],
  ] as const)('whose answer is %j fails with %s', async (answer, reason) => {
    scripted.answer = () => answer;
    await expect(aPlatform().openLive('7', 'main')).rejects.toMatchObject({ reason });
  });

  it('is all that such a platform offers, and it says so', () => {
    expect(capabilitiesOf(aPlatform())).toEqual({
      playback: false,
      speeds: [],
      ptz: false,
      frame: false,
      aim: false,
      presets: false,
    });
  });
});

describe('a camera list by signed requests', () => {
  const row = (id: number) => ({
    id,
    name: `路口 ${id}`,
    lng: 111.66,
    lat: '27.69',
    gb: '43138200041320000001',
    type: 2,
    online: id % 2,
  });

  it('is read page by page', async () => {
    scripted.answer = ({ query }) => {
      const from = (Number(query.get('page')) - 1) * 2;
      const rows = [row(1), row(2), row(3)].slice(from, from + 2);
      return { body: { code: '1', data: { total: 3, rows } } };
    };
    const cameras = await allCameras();
    expect(cameras.map(({ platformCameraId }) => platformCameraId)).toEqual(['1', '2', '3']);
    expect(cameras[0]).toEqual({
      platformCameraId: '1',
      name: '路口 1',
      gbCode: '43138200041320000001',
      longitude: 111.66,
      latitude: 27.69,
      kind: 'ptz',
      state: 'online',
    });
    expect(scripted.calls.map(({ query }) => query.get('size'))).toEqual(['2', '2']);
  });

  it('ends with a page that is not full where no total is told', async () => {
    const { cameras } = aSignedGetEntry({ baseUrl: scripted.url });
    scripted.answer = ({ query }) => {
      const rows = query.get('page') === '1' ? [row(1), row(2)] : [row(3)];
      return { body: { code: 1, data: { rows } } };
    };
    await expect(allCameras({ cameras: { ...cameras, total: null } })).resolves.toHaveLength(3);
  });

  it.each([
    [{ code: 1, data: { total: 9, rows: [] } }],
    [{ code: 1, data: { total: 9 } }],
    [{ code: 1, data: { total: 'many', rows: [row(1)] } }],
    [{ code: 1, data: { total: 1, rows: [{ name: 'no id' }] } }],
  ])('is never taken for whole from %j', async (body) => {
    scripted.answer = () => ({ body });
    await expect(allCameras()).rejects.toMatchObject({ reason: 'platform-unreachable' });
  });
});

it('a path in an answer reaches what it names and nothing that JavaScript adds', () => {
  const answer = { data: { list: [{ url: 'x' }] } };
  expect(valueAt(answer, 'data.list[0].url')).toBe('x');
  expect(valueAt(answer, '$.data.list[1].url')).toBeUndefined();
  expect(valueAt(answer, 'data.constructor.name')).toBeUndefined();
  expect(valueAt(null, 'data')).toBeUndefined();
});

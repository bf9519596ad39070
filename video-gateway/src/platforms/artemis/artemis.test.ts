import { systemClock, type PlatformCamera } from 'grid-data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArtemisPlatform } from '#platforms/artemis/artemis.ts';
import { cameraPages } from '#platforms/camera-pages.ts';
import type { Platform } from '#platforms/platform.ts';
import { anArtemisEntry } from '#testing/platform-entries.ts';
import { ScriptedPlatform, type PlatformAnswer } from '#testing/scripted-platform.ts';

let scripted: ScriptedPlatform;

beforeEach(async () => {
  scripted = await new ScriptedPlatform().listen();
});

afterEach(() => scripted.close());

const aPlatform = (fields: object = {}): Platform =>
  createArtemisPlatform(anArtemisEntry({ baseUrl: scripted.url, ...fields }), systemClock);

const ok = (data: unknown): PlatformAnswer => ({ body: { code: '0', msg: 'SUCCESS', data } });
const answers = (data: unknown) => {
  scripted.answer = () => ok(data);
};
const lastBody = () => scripted.calls.at(-1)!.body;

async function allCameras(platform: Platform): Promise<PlatformCamera[]> {
  const cameras: PlatformCamera[] = [];
  for await (const page of cameraPages(platform)) cameras.push(...page);
  return cameras;
}

describe('the camera list of an Artemis platform', () => {
  const row = (index: number) => ({
    cameraIndexCode: `code-${index}`,
    cameraName: `人民路 ${index}`,
    cameraType: 2,
    gbIndexCode: '99010100001320000001',
    longitude: '111.66',
    latitude: 27.69,
    status: 1,
  });

  it('is read page by page', async () => {
    scripted.answer = ({ body }) => {
      const pageNo = Number(body['pageNo']);
      const list = Array.from({ length: pageNo < 3 ? 200 : 7 }, (_, i) => row(pageNo * 1000 + i));
      return ok({ total: 407, pageNo, pageSize: 200, list });
    };
    const cameras = await allCameras(aPlatform());
    expect(cameras).toHaveLength(407);
    expect(cameras[0]).toEqual({
      platformCameraId: 'code-1000',
      name: '人民路 1000',
      gbCode: '99010100001320000001',
      longitude: 111.66,
      latitude: 27.69,
      kind: 'ptz',
      state: 'online',
    });
  });

  it('is whole where the platform makes its pages smaller than asked', async () => {
    scripted.answer = ({ body }) =>
      ok({ total: 5, list: [row(Number(body['pageNo'])), row(100 + Number(body['pageNo']))] });
    await expect(allCameras(aPlatform())).resolves.toHaveLength(6);
  });

  it('is never taken for whole when half of it came', async () => {
    scripted.answer = ({ body }) => ok({ total: 900, list: body['pageNo'] === 1 ? [row(1)] : [] });
    await expect(allCameras(aPlatform())).rejects.toMatchObject({ reason: 'platform-unreachable' });
  });
});

describe('a live picture from an Artemis platform', () => {
  it('is asked for as RTP over RTSP over TCP, and its address given as it is', async () => {
    answers({ url: 'rtsp://127.0.0.1:554/openUrl/abc' });
    const opened = await aPlatform().openLive('code-1', 'sub');
    expect(opened).toMatchObject({
      url: 'rtsp://127.0.0.1:554/openUrl/abc',
      transport: 'rtsp',
      redirectPolicy: 'within-media-hosts',
    });
    expect(scripted.calls[0]).toMatchObject({
      path: '/artemis/api/video/v1/cameras/previewURLs',
      body: {
        cameraIndexCode: 'code-1',
        streamType: 1,
        protocol: 'rtsp',
        streamform: 'rtp',
        transmode: 1,
      },
    });
  });

  it.each([
    [{ body: { code: '0x01b01331', msg: 'device offline' } }, 'camera-offline'],
    [{ body: { code: '0x02401000', msg: 'server exception' } }, 'platform-refused'],
    [{ body: { code: '0x02401003', msg: 'Invalid Signature!' } }, 'platform-auth-refused'],
    [{ body: { code: 'x', msg: 'license exceeded' } }, 'licence-full'],
    [{ status: 403, body: {} }, 'platform-auth-refused'],
    [{ status: 502, body: {} }, 'platform-unreachable'],
    [
      { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: {} },
      'platform-unreachable',
    ],
    [{ body: 'no envelope' }, 'platform-unreachable'],
    [{ text: '<html>busy</html>' }, 'platform-unreachable'],
    [{ text: '{"code":"0","data":{"url":"rtsp://127' }, 'platform-unreachable'],
    [{ body: { code: 0, data: { url: 'rtsp://127.0.0.1/x' } } }, 'platform-unreachable'],
    [{ body: { code: '0', data: {} } }, 'platform-unreachable'],
    [{ body: { code: '0', data: { url: 'hik://127.0.0.1/x' } } }, 'transport-unsupported'],
    [{ body: { code: '0', data: { url: 'rtsp://10.9.9.9/x' } } }, 'address-refused'],
    ['hang-up', 'platform-unreachable'],
  ] as const)('whose answer is %j fails with %s', async (answer, reason) => {
    scripted.answer = () => answer;
    await expect(aPlatform().openLive('code-1', 'main')).rejects.toMatchObject({
      kind: 'unavailable',
      reason,
    });
    expect(scripted.calls).toHaveLength(1);
  });

  it('comes from the address as our network reaches it', async () => {
    answers({ url: 'rtsp://192.168.7.7:9000/openUrl/abc?x=1' });
    const platform = aPlatform({ addressRewrite: { '192.168.7.7:9000': '127.0.0.1:554' } });
    const { url } = await platform.openLive('code-1', 'main');
    expect(url).toBe('rtsp://127.0.0.1:554/openUrl/abc?x=1');
  });
});

describe('recorded video of an Artemis platform', () => {
  const span = {
    fromMs: Date.parse('2026-11-23T00:00:00Z'),
    toMs: Date.parse('2026-11-23T02:00:00Z'),
  };
  const stretch = (begin: string, end: string) => ({
    beginTime: `2026-11-23T${begin}.000+08:00`,
    endTime: `2026-11-23T${end}.000+08:00`,
  });

  it('is listed over several answers, joined, cut to the time asked for, with its gap', async () => {
    scripted.answer = ({ body }) =>
      body['uuid'] === ''
        ? ok({
            list: [stretch('07:30:00', '08:30:00'), stretch('08:30:00', '09:00:00')],
            uuid: 'u1',
          })
        : ok({ list: [stretch('09:10:00', '11:00:00')], uuid: '' });
    const spans = await aPlatform().recordings!.list('code-1', span);
    expect(scripted.calls[0]).toMatchObject({
      path: '/artemis/api/video/v1/cameras/playbackURLs',
      body: {
        cameraIndexCode: 'code-1',
        recordLocation: '0',
        beginTime: '2026-11-23T08:00:00.000+08:00',
        endTime: '2026-11-23T10:00:00.000+08:00',
        protocol: 'rtsp',
        streamform: 'rtp',
      },
    });
    expect(spans.map(({ fromMs, toMs }) => [fromMs - span.fromMs, toMs - span.fromMs])).toEqual([
      [0, 3_600_000],
      [4_200_000, 7_200_000],
    ]);
  });

  it('opens at the time and the speed asked for', async () => {
    answers({ url: 'rtsp://127.0.0.1:554/playback/abc', list: [], uuid: '' });
    const opened = await aPlatform().recordings!.open('code-1', span, 4);
    expect(opened).toMatchObject({
      url: 'rtsp://127.0.0.1:554/playback/abc',
      startsAtMs: span.fromMs,
      scale: 4,
    });
  });

  it('that does not exist is said to be missing', async () => {
    answers({ url: '', list: [] });
    const { recordings } = aPlatform();
    await expect(recordings!.open('code-1', span, 1)).rejects.toMatchObject({
      reason: 'no-recording',
    });
    await expect(recordings!.list('code-1', span)).resolves.toEqual([]);
  });
});

describe('turning a camera of an Artemis platform', () => {
  beforeEach(() => answers(null));

  it('starts, and stops with the same words', async () => {
    const { ptz } = aPlatform();
    await ptz!.move('code-1', 'left-up', 0.5, 'start');
    expect(lastBody()).toEqual({
      cameraIndexCode: 'code-1',
      action: 0,
      command: 'LEFT_UP',
      speed: 50,
    });
    await ptz!.move('code-1', 'left-up', 0.5, 'stop');
    expect(lastBody()).toMatchObject({ action: 1, command: 'LEFT_UP', speed: 50 });
  });

  it('brings a part of the picture to the middle', async () => {
    await aPlatform().ptz!.frame!('code-1', { left: 0.25, top: 0, right: 0.75, bottom: 1 });
    expect(scripted.calls[0]!.path).toBe('/artemis/api/video/v1/ptzs/selZoom');
    expect(lastBody()).toMatchObject({ startX: 64, startY: 0, endX: 191, endY: 255 });
  });

  it('knows its presets, goes to one and keeps one', async () => {
    const { presets } = aPlatform();
    answers({ list: [{ presetPointIndex: 3, presetPointName: '校门' }] });
    await expect(presets!.list('code-1')).resolves.toEqual([{ number: 3, name: '校门' }]);
    answers(null);
    await presets!.call('code-1', 3);
    expect(lastBody()).toMatchObject({ action: 0, command: 'GOTO_PRESET', presetIndex: 3 });
    await presets!.set('code-1', { number: 4, name: '桥头' });
    expect(scripted.calls.at(-1)!.path).toBe('/artemis/api/video/v1/presets/addition');
    expect(lastBody()).toMatchObject({ presetIndex: 4, presetName: '桥头' });
  });
});

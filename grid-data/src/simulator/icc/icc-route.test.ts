import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../simulator.ts';
import { callIcc, signInToIcc } from '../testing/icc-client.ts';
import { RtspTestClient } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';

const startVideo = '/admin/API/MTS/Video/StartVideo';
const channelId = '1000001$1$0$0';
const live = { data: { channelId, streamType: '1', dataType: '1' } };

let simulator: RunningSimulator;
let token: string;
beforeAll(async () => {
  simulator = await startTestSimulator();
  token = (await signInToIcc(simulator.url)).token!;
});
afterAll(() => simulator.close());
beforeEach(() => simulator.faults.clear());

const call = (path: string, body: unknown) => callIcc(simulator.url, path, { token, body });
const data = (fields: object) => ({ data: { channelId, ...fields } });

describe('signing in to a town’s ICC', () => {
  it('takes the right password through its key, and calls with the token alone', async () => {
    expect((await call(startVideo, live)).code).toBe('1000');
    const stranger = await callIcc(simulator.url, startVideo, { token: 'made-up', body: live });
    expect(stranger).toMatchObject({ status: 401, code: '27001007' });
  });

  it('locks the account after five wrong passwords', async () => {
    const own = await startTestSimulator();
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) codes.push((await signInToIcc(own.url, 'wrong')).code);
    codes.push((await signInToIcc(own.url)).code);
    await own.close();
    expect(new Set(codes.slice(0, 5))).toEqual(new Set(['28000012']));
    expect(codes.slice(5)).toEqual(['28000018', '28000018']);
  });

  it('under the fault lockout refuses whoever comes', async () => {
    simulator.faults.set('lockout', { platform: 'icc' }, true);
    expect(await signInToIcc(simulator.url)).toEqual({ code: '28000018', token: null });
  });

  it('under the fault token-expired takes tokens back after a second', async () => {
    simulator.faults.set('token-expired', { platform: 'icc' }, true);
    const short = (await signInToIcc(simulator.url)).token!;
    const status = async () =>
      (await callIcc(simulator.url, startVideo, { token: short, body: live })).status;
    expect(await status()).toBe(200);
    await expect.poll(status, { timeout: 20_000 }).toBe(401);
  });
});

describe('a town’s ICC', () => {
  it('lists its channels in pages, positions as text in WGS-84', async () => {
    const page = { pageNum: 2, pageSize: 1 };
    const reply = await call('/evo-brm/1.2.0/device/channel/subsystem/page', page);
    expect(reply.code).toBe('0');
    expect(reply.data).toMatchObject({
      totalRows: 2,
      pageData: [
        { channelCode: '1000002$1$0$0', cameraType: '1', gpsX: '100.020000', isOnline: 1 },
      ],
    });
  });

  it('gives an address that opens once its token is put behind it', async () => {
    const { data: given } = await call(startVideo, live);
    const client = await RtspTestClient.connect(simulator.rtspPort);
    expect((await client.ask('DESCRIBE', String(given.url))).status).toBe(404);
    const url = `${String(given.url)}&token=${String(given.token)}`;
    expect((await client.ask('DESCRIBE', url)).status).toBe(200);
    client.close();
  });

  it.each([
    ['camera-offline', startVideo, '1103'],
    ['licence-full', startVideo, '1201'],
    ['wrong-code', startVideo, '1999'],
    ['platform-refuses', startVideo, '1009'],
  ] as const)(
    'under the fault %s answers HTTP 200 with a code that is no success',
    async (fault, path, code) => {
      simulator.faults.set(fault, { cameraId: 'test-icc-1' }, true);
      expect(await call(path, live)).toMatchObject({ status: 200, code });
    },
  );

  it('gives the address of its inner network first where told to', async () => {
    const fault = 'several-addresses-with-internal-first';
    simulator.faults.set(fault, { platform: 'icc' }, true);
    const { data: given } = await call(startVideo, live);
    const [inner, ours] = String(given.url).split('|');
    expect(inner).toContain('rtsp://10.255.255.1:9100/');
    expect(ours).toContain(`rtsp://127.0.0.1:${simulator.rtspPort}/`);
  });

  it('turns a camera as long as told, at the speed told', async () => {
    const move = { direct: '4', stepX: '8', stepY: '8' };
    expect(
      (await call('/admin/API/DMS/Ptz/OperateDirect', data({ ...move, command: '1' }))).code,
    ).toBe('1000');
    const pan = async () => {
      const status = await fetch(`${simulator.url}/control/status`);
      const { poses } = (await status.json()) as { poses: Record<string, { panDeg: number }> };
      return poses['test-icc-1']!.panDeg;
    };
    await expect.poll(pan).toBeGreaterThan(5);
    await call('/admin/API/DMS/Ptz/OperateDirect', data({ ...move, command: '0' }));
    expect(await pan()).toBe(await pan());
    const fixed = { data: { channelId: '1000002$1$0$0', ...move, command: '1' } };
    expect((await call('/admin/API/DMS/Ptz/OperateDirect', fixed)).code).toBe('1105');
  });

  it('keeps presets', async () => {
    const path = '/admin/API/DMS/Ptz/OperatePresetPoint';
    const point = { presetPointCode: '8', presetPointName: '桥头' };
    expect((await call(path, data({ ...point, operateType: '2' }))).code).toBe('1000');
    const { data: known } = await call('/admin/API/DMS/Ptz/GetPresetPoints', data({}));
    expect(known.presetPoints).toContainEqual({ code: '8', name: '桥头' });
    expect(
      (await call(path, data({ ...point, presetPointCode: '99', operateType: '1' }))).code,
    ).toBe('1106');
  });

  it('tells what it recorded, and says where nothing was', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const time = (from: number, to: number) => ({
      recordSource: '3',
      startTime: String(now - from),
      endTime: String(now - to),
    });
    const found = await call('/admin/API/SS/Record/QueryRecords', data(time(7_200, 3_600)));
    expect((found.data.records as unknown[]).length).toBeGreaterThan(0);
    const play = '/admin/API/SS/Playback/StartPlaybackByTime';
    expect((await call(play, data(time(7_200, 3_600)))).data.url).toMatch(/^rtsp:/);
    expect((await call(play, data(time(90 * 86_400, 89 * 86_400)))).code).toBe('1301');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallTimeUuid } from '../media/wall-time-sei.ts';
import type { RunningSimulator } from '../simulator.ts';
import { callPlatform } from '../testing/platform-client.ts';
import { RtspTestClient, unitsOf } from '../testing/rtsp-client.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';
import { positionIn } from './play-range.ts';

const path = '/api/video/v1/cameras/playbackURLs';
const hourMs = 3_600_000;
/** Noon in Beijing yesterday: no recorder checks its disks then. */
const noon = Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs - 20 * hourMs;

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.close());

const ask = (fromMs: number, toMs: number, change: object = {}) =>
  callPlatform(simulator.url, path, {
    cameraIndexCode: 'platform-test-1',
    protocol: 'rtsp',
    beginTime: new Date(fromMs).toISOString(),
    endTime: new Date(toMs).toISOString(),
    ...change,
  });

/** The recorded time of each frame, from its SEI. */
function timesOf(client: RtspTestClient): number[] {
  const mark = wallTimeUuid.replaceAll('-', '');
  return unitsOf(client.packets)
    .map(({ unit }) => unit.toString('hex').replace(/((?:..)*?0000)03/g, '$1'))
    .filter((hex) => hex.includes(mark))
    .map((hex) => Number(BigInt(`0x${hex.slice(hex.indexOf(mark) + 32, hex.indexOf(mark) + 48)}`)));
}

type Playing = { client: RtspTestClient; url: string; session: string };

async function open(fromMs: number, toMs: number): Promise<Playing> {
  const url = String((await ask(fromMs, toMs)).data!.url);
  const client = await RtspTestClient.connect(simulator.rtspPort);
  const description = await client.ask('DESCRIBE', url);
  expect(description.body).toContain(`a=range:npt=0.000-${((toMs - fromMs) / 1_000).toFixed(3)}`);
  const transport = { Transport: 'RTP/AVP/TCP;unicast;interleaved=0-1' };
  const setup = await client.ask('SETUP', `${url}/trackID=1`, transport);
  return { client, url, session: setup.headers.session!.split(';')[0]! };
}

const play = ({ client, url, session }: Playing, headers: Record<string, string>) =>
  client.ask('PLAY', url, { Session: session, ...headers });

describe('what the bureau’s platform recorded', () => {
  it('is listed in files, over several answers', async () => {
    const found: unknown[] = [];
    let uuid = '';
    do {
      const { data } = await ask(noon - 40 * hourMs, noon, { uuid });
      found.push(...(data!.list as unknown[]));
      uuid = String(data!.uuid);
    } while (uuid !== '');
    expect(found).toHaveLength(40);
  });

  it('plays from the time asked for, forward, and goes where it is sent', async () => {
    const playing = await open(noon, noon + hourMs);
    const { client } = playing;
    const answer = await play(playing, { Range: 'npt=600.000-' });
    expect(answer.headers.range).toMatch(/^npt=(59[89]|600)\.\d+-3600\.000$/);
    await client.until(() => timesOf(client).length > 10);
    const times = timesOf(client);
    expect(Math.abs(times[0]! - noon - 600_000)).toBeLessThanOrEqual(2_000);
    expect(times.slice(1).every((time, at) => [66, 67].includes(time - times[at]!))).toBe(true);
    client.packets.length = 0;
    await play(playing, { Range: 'npt=1800-' });
    await client.until(() => timesOf(client).some((time) => time >= noon + 1_798_000));
    client.close();
  });

  it('shows key frames alone at eight times the speed, with an RTP clock of its own', async () => {
    const playing = await open(noon, noon + hourMs);
    const { client } = playing;
    expect((await play(playing, { Scale: '8.0' })).headers.scale).toBe('8.000');
    await client.until(() => timesOf(client).length > 4);
    const times = timesOf(client);
    expect(times.slice(1).map((time, at) => time - times[at]!)).toEqual(
      times.slice(1).map(() => 2_000),
    );
    const stamps = [...new Set(client.packets.map(({ timestamp }) => timestamp))];
    expect((stamps[1]! - stamps[0]! + 2 ** 32) % 2 ** 32).toBe((30 * 6_000) / 8);
    client.close();
  });

  it('stands still while it is paused, and goes on from there', async () => {
    const playing = await open(noon, noon + hourMs);
    const { client, url, session } = playing;
    await play(playing, {});
    await client.until(() => timesOf(client).length > 5);
    expect((await client.ask('PAUSE', url, { Session: session })).status).toBe(200);
    const last = timesOf(client).at(-1)!;
    client.packets.length = 0;
    await play(playing, {});
    await client.until(() => timesOf(client).length > 0);
    expect(timesOf(client)[0]! - last).toBeLessThanOrEqual(67);
    client.close();
  });

  it('jumps over a gap, and ends the connection where the time asked for ends', async () => {
    simulator.faults.set('recording-gap', 'everything', true);
    const playing = await open(noon + 1_196_000, noon + 1_503_000);
    simulator.faults.clear();
    const { client } = playing;
    await play(playing, { Scale: '4' });
    await client.untilClosed();
    const times = timesOf(client).map((time) => (time - noon) / 1_000);
    expect(times.some((second) => second > 1_202 && second < 1_500)).toBe(false);
    expect(times.at(-1)).toBeGreaterThanOrEqual(1_500);
  });

  it('is nothing before there was a recorder, and nobody asks it backwards', async () => {
    const long = 90 * 24 * hourMs;
    expect((await ask(noon - long, noon - long + hourMs)).data).toMatchObject({
      list: [],
      url: null,
    });
    expect((await ask(noon, noon - hourMs)).code).not.toBe('0');
  });
});

it.each([
  ['npt=12.5-', 1_012_500],
  ['npt=0.000-30', 1_000_000],
  ['clock=20261123T080000.25Z-', Date.parse('2026-11-23T08:00:00.250Z')],
  ['npt=now-', null],
  ['smpte=0:10:20-', null],
  [undefined, null],
])('the range %s begins at %s', (range, position) => {
  expect(positionIn(range, 1_000_000)).toBe(position);
});

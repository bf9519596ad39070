/**
 * Canaries in every place where the gateway is given a secret, and everything that can go wrong with each going wrong:
 * none of them comes out in what it prints, tells, counts or shows in the process list.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { FakeGisServer, internalKey } from '#testing/fake-gis-server.ts';
import { freePorts } from '#testing/free-ports.ts';
import { aSignedGetEntry, anArtemisEntry, anIccEntry } from '#testing/platform-entries.ts';
import { PlayClient } from '#testing/play-client.ts';
import { ScriptedPlatform } from '#testing/scripted-platform.ts';

const canary = 'canary-7d21';
const userinfo = `ops:${canary}@`;
const [ingestPort] = (await freePorts(1)) as [number];
const spelled = [
  canary,
  internalKey,
  ...[canary, `ops:${canary}`].flatMap((text) => [
    Buffer.from(text).toString('base64').replaceAll('=', ''),
    Buffer.from(text).toString('hex'),
  ]),
];

const said: string[] = [];
const ends: (() => unknown)[] = [];
let gis: FakeGisServer;
let gateway: { process: ChildProcess; port: number };

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  gis = new FakeGisServer();
  await gis.listen();
  ends.push(() => gis.close());
  // A platform that says back whatever it was sent, as some do in their error pages.
  const platform = await new ScriptedPlatform().listen();
  platform.answer = ({ text, query, headers }) => ({
    status: 200,
    body: { code: '401', msg: `${text} ${query.toString()} ${JSON.stringify(headers)} ${canary}` },
  });
  ends.push(() => platform.close());
  const [refusing, open, odd] = await Promise.all([
    aCamera({ refuseAll: true }),
    aCamera({ credentials: { user: 'ops', password: canary, scheme: 'basic' } }),
    aCamera({
      credentials: { user: 'ops', password: canary },
      description: ['m=video 0 RTP/AVP 96', 'a=rtpmap:96 JPEG/90000', 'a=control:track1'],
    }),
  ]);
  writePlatforms(folder, platform.url);
  gateway = await startGateway(folder);
  const direct = (id: string, url: string) => gis.sources.set(id, { kind: 'direct', url });
  direct('refusing', refusing.url(userinfo));
  direct('open', open.url(userinfo));
  direct('odd', odd.url(userinfo));
  direct('nobody', `rtsp://${userinfo}127.0.0.1:9/live?token=${canary}`);
  direct('unknown', `rtsp://${userinfo}no-such-host.invalid/live?token=${canary}`);
  direct('flv', `http://${userinfo}127.0.0.1:9/${canary}.flv?token=${canary}`);
  direct('hls', `https://${userinfo}127.0.0.1:9/${canary}.m3u8?token=${canary}`);
  direct('rtmp', `rtmp://${userinfo}127.0.0.1:9/live/x?key=${canary}`);
  direct('mistyped', `rtsp://${userinfo}[::1:554/${canary}`);
  for (const platformId of ['artemis', 'icc', 'signed', 'recorder']) {
    gis.sources.set(platformId, { kind: 'platform', platformId, platformCameraId: '1' });
  }
}, 60_000);

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

it('no canary sings, whatever goes wrong with the cameras, the platforms and the callers', async () => {
  await gis.saw('hello');
  const viewers = [...gis.sources.keys()].map((cameraId) => {
    const viewer = PlayClient.withTicket(gateway.port, gis.ticket({ cameraId }));
    ends.push(() => viewer.socket.terminate());
    return { cameraId, viewer };
  });
  const answered = viewers.map(({ cameraId, viewer }) =>
    viewer.until((c) =>
      cameraId === 'open' ? c.binary.length > 3 : c.said('state', 'offline') !== undefined,
    ),
  );
  await Promise.all([...answered, callWrongly()]);
  publishWrongly();
  said.push(...processList());
  for (const path of ['/metrics', '/healthz']) said.push(await get(path));
  said.push(
    JSON.stringify(gis.messages),
    ...viewers.map(({ viewer }) => JSON.stringify(viewer.messages)),
  );
  const gone = once(gateway.process, 'exit');
  gateway.process.kill('SIGTERM');
  await gone;

  for (const reason of ['camera-auth-refused', 'codec-unsupported', 'platform-']) {
    expect(said.join('\n')).toContain(reason);
  }
  for (const text of said) for (const one of spelled) expect(text).not.toContain(one);
}, 60_000);

async function aCamera(script: ConstructorParameters<typeof ScriptedCamera>[0]) {
  const camera = new ScriptedCamera(script);
  await camera.listen();
  ends.push(() => camera.close());
  return camera;
}

function writePlatforms(folder: string, baseUrl: string): void {
  const cameras = [{ id: '1', name: '校门', main: `rtsp://${userinfo}127.0.0.1:9/x` }];
  const camerasFile = join(folder, 'recorder.json');
  writeFileSync(camerasFile, JSON.stringify({ cameras }), { mode: 0o600 });
  const mediaHosts = ['127.0.0.1'];
  const recorder = { id: 'recorder', kind: 'direct', name: 'P', owner: 'school', datum: 'wgs84' };
  const platforms = [
    { ...anArtemisEntry({ baseUrl, appKey: canary, appSecret: canary }), id: 'artemis' },
    { ...anIccEntry({ baseUrl, password: canary, clientSecret: canary }), id: 'icc' },
    {
      ...aSignedGetEntry({
        baseUrl,
        secret: canary,
        constants: { appkey: canary, centertype: '1' },
      }),
      id: 'signed',
    },
    { ...recorder, mediaHosts, camerasFile },
  ];
  writeFileSync(join(folder, 'platforms.json'), JSON.stringify({ platforms }), { mode: 0o600 });
  writeFileSync(join(folder, 'key'), internalKey, { mode: 0o600 });
}

async function startGateway(folder: string): Promise<{ process: ChildProcess; port: number }> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      VIDEO_GATEWAY_PORT: '0',
      GIS_SERVER_URL: `http://127.0.0.1:${gis.port}`,
      INTERNAL_KEY_FILE: join(folder, 'key'),
      VIDEO_PLATFORMS_FILE: join(folder, 'platforms.json'),
      RTMP_INGEST_PORT: String(ingestPort),
      RTMP_PUBLISH_KEY: canary,
      CLOUD_EYE_DATA: folder,
      VIDEO_SWEEP: 'off',
    },
  });
  ends.push(() => child.kill('SIGKILL'));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  }
  while (!said.join('').includes('ready video-gateway')) await once(child.stdout, 'data');
  return { process: child, port: Number(/:(\d+)\s*$/m.exec(said.join(''))?.[1]) };
}

async function get(path: string, init: RequestInit = {}): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${gateway.port}${path}`, init);
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
}

/** What a caller says may hold a secret of its own, which is not said back or written down. */
async function callWrongly(): Promise<void> {
  const bodies = [`{"ticket":"${canary}"}`, `{"ticket":${canary}`, `"${canary}"`];
  for (const body of bodies) said.push(await get('/views', { method: 'POST', body }));
  for (const path of [`/views/${canary}`, `/hls/${canary}/index.m3u8`, `/${canary}`]) {
    said.push(await get(path));
  }
}

/** With a wrong key and with the right one, both as a camera would. */
function publishWrongly(): void {
  for (const key of [`${canary}-wrong`, canary]) {
    const source = '-v error -f lavfi -i testsrc2=size=160x96:rate=25 -t 1 -c:v libx264 -f flv';
    const url = `rtmp://127.0.0.1:${ingestPort}/live/x?key=${key}`;
    try {
      execFileSync('ffmpeg', [...source.split(' '), url], { stdio: 'ignore', timeout: 10_000 });
    } catch {
      // The wrong key is refused: that is the point.
    }
  }
}

/** Of the gateway and all that it started, as every user of the machine sees it. */
function processList(): string[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOrNothing(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const family = [gateway.process.pid!];
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child);
  }
  expect(family.length).toBeGreaterThan(1);
  return family.map((pid) => readOrNothing(`/proc/${pid}/cmdline`));
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended
  }
}

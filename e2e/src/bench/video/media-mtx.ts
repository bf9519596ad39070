/** MediaMTX beside ours: cameras pushed to it, or pulled and packaged by it. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMediaMtx } from './build-media-mtx.ts';
import { freePort, spawnOn, untilTaken, type Core } from './media-processes.ts';
import { app, rtmpWay, type Peer, type RestlessWay } from './peers.ts';

const doors = ['rtsp', 'rtmp', 'hls', 'webrtc', 'srt', 'moq'] as const;

type Found = { program: string; name: string } | { absentBecause: string };

let found: Found | null = null;

/** The one that is named, the one on the path, or else one of our own building. */
export function findMediaMtx(): Found {
  found ??= find();
  return found;
}

function find(): Found {
  const named = process.env['MEDIAMTX'];
  const here = withName(named ?? 'mediamtx');
  if (here !== null) return here;
  if (named !== undefined) return { absentBecause: `${named} does not run` };
  const built = buildMediaMtx();
  if ('absentBecause' in built) return built;
  return withName(built.program) ?? { absentBecause: 'what was built of it does not run' };
}

function withName(program: string): Found | null {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return stdout ? { program, name: `MediaMTX ${stdout.trim()}` } : null;
}

export async function startMediaMtx(folder: string, core: Core): Promise<Peer | null> {
  const mediaMtx = findMediaMtx();
  if ('absentBecause' in mediaMtx) return null;
  const { name, program } = mediaMtx;
  const [rtmpPort, hlsPort] = [await freePort(), await freePort()];
  const server = start([program, core], folder, [
    ...['rtmp: yes', `rtmpAddress: 127.0.0.1:${rtmpPort}`],
    // Packaged while somebody looks by it, so that it is no part of the price of another way.
    ...['hls: yes', `hlsAddress: 127.0.0.1:${hlsPort}`, 'hlsMuxerCloseAfter: 10s'],
    ...['paths:', '  all_others:'],
  ]);
  await untilTaken(rtmpPort);
  await untilTaken(hlsPort);
  const ways = [
    rtmpWay(`${name} rtmp`, server.pid!, rtmpPort),
    hlsWay(`${name} ll-hls`, server.pid!, hlsPort),
  ];
  return { name, process: server, rtmpPort, ways };
}

/** Pulls so many cameras over TCP and packages each as low-latency HLS, whether somebody looks or not. */
export async function startMediaMtxPulls(
  folder: string,
  { url, cameras }: { url: string; cameras: number },
): Promise<{ name: string; process: ChildProcess } | null> {
  const mediaMtx = findMediaMtx();
  if ('absentBecause' in mediaMtx) return null;
  const { name, program } = mediaMtx;
  const hlsPort = await freePort();
  const paths = Array.from({ length: cameras }, (_, i) => [
    `  camera${i}:`,
    `    source: ${url}`,
    '    rtspTransport: tcp',
  ]);
  const server = start([program, 'served'], folder, [
    ...['hls: yes', `hlsAddress: 127.0.0.1:${hlsPort}`, 'hlsAlwaysRemux: yes'],
    ...['paths:', ...paths.flat()],
  ]);
  await untilTaken(hlsPort);
  return { name, process: server };
}

/** What is not named in `settings` is off. */
function start(
  [program, core]: readonly [string, Core],
  folder: string,
  settings: readonly string[],
): ChildProcess {
  const config = join(folder, 'mediamtx.yml');
  const off = doors.filter((door) => !settings.includes(`${door}: yes`));
  const lines = ['logLevel: error', ...off.map((door) => `${door}: no`), ...settings];
  writeFileSync(config, `${lines.join('\n')}\n`);
  return spawnOn(core, [program, config], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const hlsWay = (name: string, pid: number, port: number): RestlessWay => ({
  name,
  pids: [pid],
  order: async (viewers, camera = 'bench') => {
    const playlists: string[] = [];
    for (let i = 0; i < viewers; i += 1) playlists.push(await openSession(port, camera));
    return { kind: 'll-hls', port, playlists };
  },
});

/** Without a cookie the session is part of each address; the name of the only rendition is its own. */
async function openSession(port: number, camera: string): Promise<string> {
  const folder = `/${app}/${camera}`;
  const answer = await fetch(`http://127.0.0.1:${port}${folder}/index.m3u8?cookieCheck=1`);
  const text = await answer.text();
  const media = /^[^#\s]\S*\.m3u8\S*$/m.exec(text)?.[0];
  if (media === undefined) throw new Error(`MediaMTX names no playlist: ${text.slice(0, 200)}`);
  return `${folder}/${media}`;
}

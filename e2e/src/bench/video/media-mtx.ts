/** MediaMTX beside ours, where this machine has it: cameras pushed to it, or pulled and packaged by it. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, spawnOn, untilTaken, type Core } from './media-processes.ts';
import { app, rtmpWay, type Peer, type RestlessWay } from './peers.ts';

const program = process.env['MEDIAMTX'] ?? 'mediamtx';
const doors = ['rtsp', 'rtmp', 'hls', 'webrtc', 'srt', 'moq'] as const;

/** Null, and said so, where there is none. */
function nameOfMediaMtx(): string | null {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (stdout) return `MediaMTX ${stdout.trim()}`;
  console.log('• MediaMTX is left out: no mediamtx on the path; MEDIAMTX=<binary> names one');
  return null;
}

export async function startMediaMtx(folder: string, core: Core): Promise<Peer | null> {
  const name = nameOfMediaMtx();
  if (name === null) return null;
  const [rtmpPort, hlsPort] = [await freePort(), await freePort()];
  const server = start(core, folder, [
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
  const name = nameOfMediaMtx();
  if (name === null) return null;
  const hlsPort = await freePort();
  const paths = Array.from({ length: cameras }, (_, i) => [
    `  camera${i}:`,
    `    source: ${url}`,
    '    rtspTransport: tcp',
  ]);
  const server = start('served', folder, [
    ...['hls: yes', `hlsAddress: 127.0.0.1:${hlsPort}`, 'hlsAlwaysRemux: yes'],
    ...['paths:', ...paths.flat()],
  ]);
  await untilTaken(hlsPort);
  return { name, process: server };
}

/** What is not named in `settings` is off. */
function start(core: Core, folder: string, settings: readonly string[]): ChildProcess {
  const config = join(folder, 'mediamtx.yml');
  const off = doors.filter((door) => !settings.includes(`${door}: yes`));
  const lines = ['logLevel: error', ...off.map((door) => `${door}: no`), ...settings];
  writeFileSync(config, `${lines.join('\n')}\n`);
  return spawnOn(core, [program, config], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const hlsWay = (name: string, pid: number, port: number): RestlessWay => ({
  name,
  pid,
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

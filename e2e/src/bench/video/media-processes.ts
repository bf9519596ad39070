/** Our gateway, and what stands around it in a measurement, each on a core of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../../verify/run-command.ts';
import { benchKey } from './bench-caller.ts';

/** What is measured runs on the first, what loads it on the second. */
export const cores = { served: 0, load: 1 };

export type Core = keyof typeof cores | 'any';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** taskset becomes the command, so the process is the command's own. */
export function spawnOn(
  core: Core,
  command: readonly string[],
  options: Parameters<typeof spawn>[2] = {},
): ChildProcess {
  const words = core === 'any' ? command : ['taskset', '-c', String(cores[core]), ...command];
  return spawn(words[0]!, words.slice(1), options);
}

/** Resolves with the gateway's address once it serves. */
export async function startGateway(options: {
  folder: string;
  registerUrl: string;
  ingestPort: number;
  core?: Core;
  /** Such as --inspect. */
  nodeFlags?: readonly string[];
  environment?: Readonly<Record<string, string>>;
}): Promise<{ process: ChildProcess; url: string; port: number }> {
  const keyFile = join(options.folder, 'internal-key');
  writeFileSync(keyFile, benchKey, { mode: 0o600 });
  const main = join(repositoryRoot, 'video-gateway/src/main.ts');
  const gateway = spawnOn(
    options.core ?? 'any',
    [process.execPath, ...(options.nodeFlags ?? []), main],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        VIDEO_GATEWAY_PORT: '0',
        GIS_SERVER_URL: options.registerUrl,
        INTERNAL_KEY_FILE: keyFile,
        RTMP_INGEST_PORT: String(options.ingestPort),
        CLOUD_EYE_DATA: options.folder,
        VIDEO_SWEEP: 'off',
        // One account stands for all viewers.
        VIDEO_VIEWS_PER_USER: '10000',
        ...options.environment,
      },
    },
  );
  const [line] = (await once(gateway.stdout!, 'data')) as [Buffer];
  const url = /ready video-gateway (\S+)/.exec(line.toString())?.[1];
  if (url === undefined) throw new Error(`the gateway said: ${line.toString()}`);
  return { process: gateway, url, port: Number(new URL(url).port) };
}

/** 640×360, 25 pictures a second, a key picture every two seconds. */
export function makeClip(file: string, seconds: number, kbitPerSecond = 512): void {
  const rate = `${kbitPerSecond}k`;
  const words = [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25', '-t', `${seconds}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-bf', '0', '-g', '50', '-sc_threshold', '0'],
    ...['-b:v', rate, '-minrate', rate, '-maxrate', rate, '-bufsize', rate],
    ...['-x264-params', 'nal-hrd=cbr', '-y', file],
  ];
  const { status, stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no clip: ${stderr}`);
}

/** The same bytes to every server, as a camera that pushes. */
export function publishClip(file: string, rtmpUrls: readonly string[]): ChildProcess {
  const outputs = rtmpUrls
    .map((url) => `[f=flv:onfail=ignore:flvflags=no_duration_filesize]${url}`)
    .join('|');
  const input = ['-v', 'error', '-re', '-stream_loop', '-1', '-i', file];
  const words = ['ffmpeg', ...input, '-c', 'copy', '-map', '0:v', '-f', 'tee', outputs];
  return spawnOn('load', words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answered = await fetch(url).catch(() => null);
    await answered?.body?.cancel();
    if (answered !== null) return;
    if (Date.now() > deadline) throw new Error(`${url} does not answer`);
    await sleep(100);
  }
}

export async function untilTaken(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const taken = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (taken) return;
    await sleep(100);
  }
  throw new Error(`nobody listens at ${port}`);
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(killer);
}

/** The servers that ours is measured beside. Each takes RTMP in; `absent-peers.ts` tells which are not on this machine. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../verify/run-command.ts';
import type { LoadOrder } from './load/main.ts';
import { freePort, spawnOn, untilAnswers, untilTaken, type Core } from './media-processes.ts';

/** A way to look through a running server; `order` names what so many viewers of a camera do. */
export type RestlessWay = {
  name: string;
  /** All that stands between the camera and the viewer. */
  pids: readonly number[];
  order(viewers: number, camera?: string): Promise<LoadOrder>;
};

export type Peer = {
  name: string;
  process: ChildProcess;
  rtmpPort: number;
  ways: readonly RestlessWay[];
};

/** Where every publisher and every viewer of RTMP finds its camera. */
export const app = 'live';

export const nginxModule = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

export async function startNodeMediaServer(
  folder: string,
  core: Core = 'any',
): Promise<Peer & { httpPort: number }> {
  const [rtmpPort, httpPort] = [await freePort(), await freePort()];
  const bin = join(repositoryRoot, 'node_modules/node-media-server/bin/app.js');
  const config = join(folder, 'node-media-server.json');
  const ports = { rtmp: { port: rtmpPort }, http: { port: httpPort } };
  writeFileSync(config, JSON.stringify({ bind: '127.0.0.1', ...ports }));
  const data = join(folder, 'node-media-server');
  const words = [process.execPath, bin, '-c', config, '--no-admin', '--data-path', data];
  const server = spawnOn(core, words, { stdio: 'ignore', cwd: folder });
  await untilAnswers(`http://127.0.0.1:${httpPort}/`);
  const name = 'node-media-server 4.4.3';
  const ways = (['http-flv', 'ws-flv'] as const).map((kind) =>
    flvWay(`${name} ${kind}`, server.pid!, { kind, port: httpPort }),
  );
  return { name, process: server, rtmpPort, httpPort, ways };
}

export async function startNginxRtmp(folder: string, core: Core): Promise<Peer | null> {
  if (!existsSync(nginxModule)) return null;
  const rtmpPort = await freePort();
  const config = join(folder, 'nginx.conf');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(
    config,
    `load_module ${nginxModule};
daemon off; worker_processes 1; error_log stderr crit; pid ${folder}/nginx.pid;
events { worker_connections 4096; }
rtmp { server { listen 127.0.0.1:${rtmpPort};
  application live { live on; wait_key on; sync 300ms; } } }
`,
  );
  const words = ['/usr/sbin/nginx', '-p', folder, '-c', config];
  const server = spawnOn(core, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilTaken(rtmpPort);
  const name = 'nginx-rtmp 1.2.2';
  const ways = [rtmpWay(`${name} rtmp`, server.pid!, rtmpPort)];
  return { name, process: server, rtmpPort, ways };
}

export const rtmpWay = (name: string, pid: number, port: number): RestlessWay =>
  flvWay(name, pid, { kind: 'rtmp', port });

/** Cameras are at the same place in each server. */
const flvWay = (
  name: string,
  pid: number,
  { kind, port }: { kind: 'http-flv' | 'ws-flv' | 'rtmp'; port: number },
): RestlessWay => ({
  name,
  pids: [pid],
  order: async (count, camera = 'bench') => ({ kind, port, count, app, name: camera }),
});

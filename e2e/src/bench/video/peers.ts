/** The servers that ours is measured beside. Each takes RTMP in; what is not on this machine is left out, and said so. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../../verify/run-command.ts';
import { freePort, spawnOn, untilAnswers, type Core } from './media-processes.ts';

export type Peer = {
  name: string;
  process: ChildProcess;
  rtmpPort: number;
  /** Null where it speaks RTMP alone. */
  httpPort: number | null;
};

const nginxModule = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

/** Beside its own, a peer in Go; built from the module proxy where that has it. */
const mediaMtx = process.env['MEDIAMTX'] ?? 'mediamtx';

export async function startNodeMediaServer(folder: string, core: Core = 'any'): Promise<Peer> {
  const [rtmpPort, httpPort] = [await freePort(), await freePort()];
  const bin = join(repositoryRoot, 'node_modules/node-media-server/bin/app.js');
  const config = join(folder, 'node-media-server.json');
  const ports = { rtmp: { port: rtmpPort }, http: { port: httpPort } };
  writeFileSync(config, JSON.stringify({ bind: '127.0.0.1', ...ports }));
  const data = join(folder, 'node-media-server');
  const words = [process.execPath, bin, '-c', config, '--no-admin', '--data-path', data];
  const server = spawnOn(core, words, { stdio: 'ignore', cwd: folder });
  await untilAnswers(`http://127.0.0.1:${httpPort}/`);
  return { name: 'node-media-server 4.4.3', process: server, rtmpPort, httpPort };
}

export async function startNginxRtmp(folder: string, core: Core): Promise<Peer | null> {
  if (!existsSync(nginxModule)) {
    console.log('• nginx-rtmp is left out: apt-get install nginx-light libnginx-mod-rtmp');
    return null;
  }
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
  return { name: 'nginx-rtmp 1.2.2', process: server, rtmpPort, httpPort: null };
}

export async function startMediaMtx(folder: string, core: Core): Promise<Peer | null> {
  const { stdout } = spawnSync(mediaMtx, ['--version'], { encoding: 'utf8' });
  if (!stdout) {
    console.log('• MediaMTX is left out: no mediamtx on the path; MEDIAMTX=<binary> names one');
    return null;
  }
  const rtmpPort = await freePort();
  const config = join(folder, 'mediamtx.yml');
  const off = ['rtsp', 'hls', 'webrtc', 'srt'].map((name) => `${name}: no`).join('\n');
  const paths = 'paths:\n  all_others:\n';
  writeFileSync(config, `logLevel: error\n${off}\nrtmpAddress: 127.0.0.1:${rtmpPort}\n${paths}`);
  const server = spawnOn(core, [mediaMtx, config], { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilTaken(rtmpPort);
  return { name: `MediaMTX ${stdout.trim()}`, process: server, rtmpPort, httpPort: null };
}

async function untilTaken(port: number): Promise<void> {
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

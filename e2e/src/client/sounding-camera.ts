/** A gateway, a camera that is seen and heard, and a page with the product's own players: the demo's cameras are mute. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, freePort, startGateway } from '../bench/video/media-processes.ts';
import { servePlayerPage } from '../bench/video/player-page.ts';
import { startViewRegister } from '../bench/video/view-register.ts';

export type SoundingCamera = { url: string; close(): Promise<void> };

export async function openSoundingCamera(): Promise<SoundingCamera> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-'));
  const ingestPort = await freePort();
  const register = await startViewRegister('rtmp://ingest/live/sounding');
  const gateway = await startGateway({ folder, registerUrl: register.url, ingestPort });
  await untilOpen(ingestPort);
  const camera = publish(`rtmp://127.0.0.1:${ingestPort}/live/sounding`);
  const { ticket } = register;
  const served = await servePlayerPage({ folder, gatewayUrl: gateway.url, ticket });
  return {
    url: served.url,
    close: async () => {
      served.close();
      await endProcess(camera);
      await endProcess(gateway.process);
      register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The door for cameras that push opens a moment after the others. */
async function untilOpen(port: number): Promise<void> {
  const tries = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
  const deadline = Date.now() + 30_000;
  while (!(await tries())) {
    if (Date.now() > deadline) throw new Error('the gateway takes no camera that pushes');
    await sleep(100);
  }
}

function publish(url: string) {
  const source = (graph: string) => ['-f', 'lavfi', '-i', graph];
  const words = [
    ...['-v', 'error', '-re', ...source('testsrc2=size=320x180:rate=25')],
    ...source('sine=frequency=440'),
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '25', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-b:a', '64k', '-f', 'flv', url],
  ];
  return spawn('ffmpeg', words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

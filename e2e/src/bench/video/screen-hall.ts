/** A browser before the product's players, a camera that paints the time, and a peer that carries the same picture. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { benchCaller } from './bench-caller.ts';
import { endProcess, freePort, startGateway } from './media-processes.ts';
import { publishPaintedClock } from './painted-clock.ts';
import { startNodeMediaServer } from './peers.ts';
import { servePlayerPage } from './player-page.ts';
import { startViewRegister, type ViewRegister } from './view-register.ts';

export type ScreenHall = {
  page: Page;
  browserPid: number;
  register: ViewRegister;
  gateway: { url: string; pid: number };
  /** Where the peer's HTTP-FLV is. */
  peerUrl: string;
  close: () => Promise<void>;
};

export const peerName = 'node-media-server 4.4.3 HTTP-FLV + mpegts.js 1.8.2';

/** `coldCamera`: where a camera is pulled whose id begins with "cold". */
export async function openScreenHall({ coldCamera = '' } = {}): Promise<ScreenHall> {
  const ends: (() => unknown)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await open(ends, coldCamera)), close };
  } catch (error) {
    // Of a hall that does not open nothing may run on.
    await close();
    throw error;
  }
}

async function open(
  ends: (() => unknown)[],
  coldCamera: string,
): Promise<Omit<ScreenHall, 'close'>> {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const endsWith = (child: ChildProcess) => ends.push(() => endProcess(child));
  const ingestPort = await freePort();
  const register = await startViewRegister((cameraId) =>
    cameraId.startsWith('cold') ? coldCamera : 'rtmp://ingest/live/bench',
  );
  ends.push(() => register.close());
  const gateway = await startGateway({ folder, registerUrl: register.url, ingestPort });
  endsWith(gateway.process);
  const peer = await startNodeMediaServer(folder);
  endsWith(peer.process);
  const ports = [ingestPort, peer.rtmpPort];
  endsWith(publishPaintedClock(ports.map((port) => `rtmp://127.0.0.1:${port}/live/bench`)));
  const served = await servePlayerPage({
    folder,
    gatewayUrl: gateway.url,
    ticket: register.ticket,
  });
  ends.push(() => served.close());
  const keeper = await keepRunning(gateway.url, register.ticket().ticket);
  ends.push(() => keeper.terminate());
  const server = await chromium.launchServer({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--autoplay-policy=no-user-gesture-required', '--no-sandbox'],
  });
  ends.push(() => server.close());
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 960, height: 540 } });
  await page.goto(served.url);
  await page.waitForFunction('window.ready === true');
  return {
    page,
    browserPid: server.process().pid!,
    register,
    gateway: { url: gateway.url, pid: gateway.process.pid! },
    peerUrl: `http://127.0.0.1:${peer.httpPort}/live/bench.flv`,
  };
}

/** A viewer who stays, so that the camera's pull runs as it does in a hall; the peer holds every stream anyway. */
async function keepRunning(gatewayUrl: string, ticket: string): Promise<WebSocket> {
  const viewer = new WebSocket(`${gatewayUrl.replace(/^http/, 'ws')}/play`, {
    headers: benchCaller,
  });
  viewer.on('open', () => viewer.send(JSON.stringify({ ticket })));
  await new Promise<void>((resolve, reject) => {
    viewer.on('message', (_data, isBinary) => {
      if (isBinary) resolve();
    });
    viewer.on('close', (code) => reject(new Error(`the gateway closed with ${code}`)));
  });
  return viewer;
}

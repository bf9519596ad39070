/** Serves a page with the product's own players and mpegts.js, which tell when a picture came and how old it is. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { repositoryRoot } from '../../verify/run-command.ts';
import { benchCaller } from './bench-caller.ts';
import { clockShape } from './painted-clock.ts';
import type { ViewRegister } from './view-register.ts';

export type PlayerPage = { url: string; close: () => void };

const clientVideo = join(repositoryRoot, 'command-center/src/video');

/** What goes to /video is handed to the gateway as gis-server does, so that hop is part of the figures. */
export async function servePlayerPage(options: {
  folder: string;
  gatewayUrl: string;
  ticket: ViewRegister['ticket'];
}): Promise<PlayerPage> {
  const players = bundlePlayers(options.folder);
  const files: Record<string, string> = {
    '/': join(import.meta.dirname, 'player-page.html'),
    '/mpegts.js': join(repositoryRoot, 'node_modules/mpegts.js/dist/mpegts.js'),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    if (pathname.startsWith('/video/'))
      return forwardRequest(request, response, options.gatewayUrl);
    if (pathname === '/clock') return answer(response, 'application/json', clockShape);
    if (pathname === '/ticket') {
      const ticket = options.ticket(searchParams.get('camera') ?? undefined);
      return answer(response, 'application/json', ticket);
    }
    const [, folder = ''] = pathname.split('/');
    // What the client has in folders, the bundler puts into one.
    const file = folder.startsWith('players')
      ? join(players, basename(pathname).replace(/\.ts$/, '.js'))
      : files[pathname];
    if (file === undefined) return void response.writeHead(404).end();
    const bytes = readFileSync(file);
    const body = folder === 'players-behind' ? behind(file, bytes) : bytes;
    answer(response, file.endsWith('.js') ? 'text/javascript' : 'text/html', body);
  });
  server.on('upgrade', (request, socket, head) =>
    forwardSocket(request, { socket, head }, options.gatewayUrl),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, type: string, body: Buffer | object): void {
  response.setHeader('Content-Type', type);
  response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

function forwardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  gatewayUrl: string,
): void {
  const { method, url = '/' } = request;
  const headers = { ...request.headers, ...benchCaller };
  const onward = ask(new URL(url.replace(/^\/video/, ''), gatewayUrl), { method, headers });
  onward.on('response', (came) => {
    response.writeHead(came.statusCode ?? 502, came.headers);
    came.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function forwardSocket(
  request: IncomingMessage,
  { socket, head }: { socket: Duplex; head: Buffer },
  gatewayUrl: string,
): void {
  const { hostname, port } = new URL(gatewayUrl);
  const onward = connect({ host: hostname, port: Number(port), noDelay: true }, () => {
    const headers = request.rawHeaders
      .map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`))
      .join('');
    const caller = Object.entries(benchCaller).map(([name, value]) => `${name}: ${value}\r\n`);
    onward.write(
      `GET ${request.url?.replace(/^\/video/, '')} HTTP/1.1\r\n${headers}${caller.join('')}\r\n`,
    );
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}

const unlimited = '#fullTiles = Number.POSITIVE_INFINITY';

/** The wall as it is on a machine that decodes no tile in full: it need not be found out by falling behind. */
function behind(file: string, bytes: Buffer): Buffer {
  if (!file.endsWith('wall-worker.js')) return bytes;
  const text = bytes.toString('utf8');
  if (!text.includes(unlimited)) throw new Error('the budget of the wall is not where it was');
  return Buffer.from(text.replace(unlimited, '#fullTiles = 0'));
}

/** The players as the client ships them, not a copy; the wall's worker is a file of its own. */
function bundlePlayers(folder: string): string {
  const players = join(folder, 'players');
  mkdirSync(players, { recursive: true });
  const entry = join(folder, 'entry.ts');
  const shipped = {
    playFmp4: 'fmp4/play-fmp4.ts',
    playLlHls: 'hls/play-ll-hls.ts',
    wallEngine: 'wall/wall-engine.ts',
  };
  writeFileSync(
    entry,
    Object.entries(shipped)
      .map(([name, file]) => `export { ${name} } from '${join(clientVideo, file)}';\n`)
      .join(''),
  );
  for (const source of [entry, join(clientVideo, 'wall/worker/wall-worker.ts')]) {
    const bundler = join(repositoryRoot, 'node_modules/.bin/rolldown');
    const words = [source, '--format', 'esm', '--dir', players];
    const made = spawnSync(bundler, words, { encoding: 'utf8', cwd: folder });
    if (made.status !== 0) throw new Error(`the players cannot be bundled: ${made.stderr}`);
  }
  return players;
}

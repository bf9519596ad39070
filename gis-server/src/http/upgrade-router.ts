import { comesFromOwnPage } from '#access/origin-check.ts';
import type { IncomingMessage, Server } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import type { Duplex } from 'node:stream';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type UpgradeRoute = {
  matches: (path: string) => boolean;
  /** Pages of other sites are refused, except where a process with the internal key dials in. */
  internal: boolean;
  handle: UpgradeHandler;
};

/** The one place that takes WebSockets in: two servers listening to one `upgrade` event break each other. */
export function routeUpgrades(
  server: Server | Http2SecureServer,
  routes: readonly UpgradeRoute[],
  origins: readonly string[],
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on Node listens no more; a caller that breaks off before a handler does would end the process.
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const route = routes.find(({ matches }) => matches(path));
    if (route === undefined) return refuseUpgrade(socket, '404 Not Found');
    if (!route.internal && !comesFromOwnPage(request, origins)) {
      return refuseUpgrade(socket, '403 Forbidden');
    }
    route.handle(request, socket, head);
  });
}

export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The way in from the local network: https with HTTP/2, and HTTP/1.1 beside it for the WebSockets. */
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { LanFiles } from './lan-files.ts';

export type LanDoorParts = {
  files: LanFiles;
  addresses: readonly string[];
  port: number;
  handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  routeUpgrades: (server: Http2SecureServer) => void;
};

/** For the processes of this machine and for who runs it: not for the network. */
const ownPaths = /^\/(internal(\/|$)|metrics$)/;

export class LanDoor {
  readonly #parts: LanDoorParts;
  readonly #servers: Http2SecureServer[] = [];
  readonly #open = new Set<ServerHttp2Session | Socket>();

  constructor(parts: LanDoorParts) {
    this.#parts = parts;
  }

  /** One listener for each address: nothing is offered on a network that was not meant. */
  async listen(): Promise<void> {
    const { addresses, port } = this.#parts;
    await Promise.all(
      addresses.map(
        (host) =>
          new Promise<void>((resolve, reject) => {
            const server = this.#makeServer();
            this.#servers.push(server);
            server.once('error', reject);
            server.listen(port, host, resolve);
          }),
      ),
    );
  }

  /** The port that was taken, where any was wanted. */
  get port(): number {
    const address = this.#servers[0]?.address();
    return typeof address === 'object' && address !== null ? address.port : this.#parts.port;
  }

  async close(): Promise<void> {
    const closed = this.#servers.map((server) => new Promise((done) => server.close(done)));
    for (const each of this.#open) each.destroy();
    await Promise.all(closed);
  }

  #makeServer(): Http2SecureServer {
    const { files, handle, routeUpgrades } = this.#parts;
    const server = createSecureServer({
      allowHTTP1: true,
      minVersion: 'TLSv1.2',
      cert: readFileSync(files.certificate) + readFileSync(files.authority, 'utf8'),
      key: readFileSync(files.key),
    });
    server.on('request', (request, response) => {
      if (!ownPaths.test((request.url ?? '').split('?')[0] ?? '')) {
        // The compatibility interface of node:http2 is what Koa expects of node:http.
        handle(request as unknown as IncomingMessage, response as unknown as ServerResponse);
        return;
      }
      response.writeHead(404);
      response.end();
    });
    const remember = (each: ServerHttp2Session | Socket): void => {
      this.#open.add(each);
      each.once('close', () => this.#open.delete(each));
      // Whoever breaks off mid-handshake is nobody's failure.
      each.on('error', () => each.destroy());
    };
    server.on('session', remember);
    server.on('secureConnection', remember);
    server.on('tlsClientError', () => undefined);
    routeUpgrades(server);
    return server;
  }
}

/** A page's request as it reaches the gateway: past gis-server, which says whose it is. */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { proxied } from '#testing/fake-gis-server.ts';

export const pageFetch = (
  url: string,
  { sessionId = 'session-1', ...init }: RequestInit & { sessionId?: string } = {},
): Promise<Response> => fetch(url, { ...init, headers: proxied(sessionId) });

/** For players that are not ours: where gis-server would stand, for who has signed in. */
export async function openGisDoor(gatewayPort: number) {
  const server = createServer((request, response) => {
    const { method, url } = request;
    const onward = ask({ port: gatewayPort, method, path: url, headers: proxied() }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

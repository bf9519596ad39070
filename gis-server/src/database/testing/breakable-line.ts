import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A port that hands everything on to the database, until it is cut. */
export async function breakableLine(databaseUrl: string, port = 0) {
  const { hostname, port: databasePort } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(databasePort), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {}); // cutting is what is tried here
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  return {
    url: url.toString(),
    cut,
    close: () => {
      server.close();
      cut();
    },
  };
}

/**
 * A TCP line to the stack that can be cut, so that open connections die and new ones are refused, or stalled like a
 * pulled cable: nothing comes through any more, and nobody is told.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type BreakableLine = {
  url: string;
  cut(): void;
  stall(): void;
  mend(): void;
  close(): Promise<void>;
};

export async function breakableLine(target: string): Promise<BreakableLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let state: 'whole' | 'cut' | 'stalled' = 'whole';
  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (state === 'cut') return void near.destroy();
    if (state === 'stalled') return void open.add(near.pause());
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        if (state === 'stalled') return;
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = () => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state = 'cut';
      cutAll();
    },
    stall() {
      state = 'stalled';
      for (const socket of open) socket.unpipe().pause();
    },
    mend() {
      // What lay still is torn: its ends have given up on it, each at its own time.
      if (state === 'stalled') cutAll();
      state = 'whole';
    },
    close() {
      cutAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

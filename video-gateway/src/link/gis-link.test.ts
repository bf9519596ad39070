import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { GisLink } from '#link/gis-link.ts';

let stop: (() => void) | null = null;
afterEach(() => stop?.());

async function refusingPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the link to gis-server', () => {
  it('says that nobody listens only once the start-up is over', async () => {
    const clock = { seconds: 0, asked: 0, now: () => (clock.asked++, at(clock.seconds)) };
    const at = (seconds: number) => new Date(seconds * 1000);
    const errors: string[] = [];
    const nothing = () => undefined;
    const link = new GisLink({
      serverUrl: `http://127.0.0.1:${await refusingPort()}`,
      internalKey: 'key',
      gatewayId: 'gateway',
      clock,
      onWelcome: nothing,
      onRevoke: nothing,
      onPtz: nothing,
      onExport: nothing,
      onDeleteExport: nothing,
      onCheck: nothing,
      onError: (message) => errors.push(message),
    });
    stop = () => link.stop();
    link.start();
    await expect.poll(() => clock.asked, { timeout: 30_000 }).toBeGreaterThan(2);
    expect(errors).toEqual([]);
    clock.seconds = 20;
    await expect.poll(() => errors[0], { timeout: 50_000 }).toContain('ECONNREFUSED');
  });
});

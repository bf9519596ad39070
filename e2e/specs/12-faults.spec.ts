import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { CityCamera } from '../src/client/city.ts';
import { Picture, ticketFor } from '../src/client/picture.ts';
import type { SessionClient } from '../src/client/session-client.ts';
import { SimulatedFaults } from '../src/client/simulated-faults.ts';
import { sharedCity } from '../src/stack/shared-city.ts';
import type { RunningStack } from '../src/stack/stack.ts';
import { expect, test } from '../fixtures/test.ts';

const reporting =
  'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { id } }';

test.describe('faults', () => {
  const { stack, city } = sharedCity();
  const faults = new SimulatedFaults(stack.addresses['simulator'] ?? '');
  let officer: SessionClient;
  let cameras: CityCamera[];
  const open: Picture[] = [];

  test.beforeAll(async () => {
    officer = await city.as('duty-officer');
    cameras = (await city.cameras()).filter(
      ({ state, permitted, kind }) => state === 'online' && permitted && kind === 'fixed',
    );
  });
  test.afterEach(async () => {
    // A second try looks through the same cameras, and a pull that goes on would show them through any fault.
    for (const picture of open.splice(0)) picture.close();
    await faults.clear();
  });

  /** A camera no other test here looks through. */
  const nextCamera = (): CityCamera => cameras.pop()!;

  async function look(camera: CityCamera): Promise<Picture> {
    const { ticket } = await ticketFor(officer, camera.id, camera.purposes[0]!);
    const picture = Picture.withTicket(officer, ticket);
    open.push(picture);
    return picture;
  }

  async function lookLive(camera: CityCamera): Promise<Picture> {
    const picture = await look(camera);
    await moves(picture);
    return picture;
  }

  async function moves(picture: Picture): Promise<void> {
    const before = picture.fragments;
    await expect.poll(() => picture.state === 'live' && picture.fragments > before + 2).toBe(true);
  }

  test('a picture that stalls or whose camera goes offline says so and comes back by itself', async () => {
    const [still, gone] = [nextCamera(), nextCamera()];
    const [stalled, offline] = await Promise.all([lookLive(still), lookLive(gone)]);
    await faults.set('stall', still.id, true);
    await faults.set('camera-offline', gone.id, true);
    await expect.poll(() => offline.state).toBe('offline camera-offline');
    // It may be asked for again, for it may be back at any moment; until then it says the same.
    const again = await look(gone);
    await expect.poll(() => again.state).toBe('offline camera-offline');
    again.close();
    await expect.poll(() => stalled.said('stalled', 'no-frames')).toBe(true);
    await faults.clear();
    await Promise.all([moves(stalled), moves(offline)]);
    stalled.close();
    offline.close();
  });

  test('a camera that sends elsewhere is refused, and nothing connects there', async () => {
    let connections = 0;
    const elsewhere = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const camera = nextCamera();
    await faults.set('redirect', camera.id, true, `rtsp://127.0.0.1:${port}/openUrl/x`);
    const picture = await look(camera);
    await expect.poll(() => picture.state).toBe('offline redirect-refused');
    expect(connections).toBe(0);
    picture.close();
    elsewhere.close();
  });

  test('a platform that refuses or hangs takes no running picture along', async () => {
    const running = await lookLive(nextCamera());
    const expired = nextCamera();
    await faults.set('url-expired', expired.id, true);
    const late = await look(expired);
    await expect.poll(() => late.state).toMatch(/^offline \S/);
    await faults.clear();
    await moves(late);
    for (const [fault, reason] of [
      ['platform-refuses', 'platform-refused'],
      ['platform-hangs', 'platform-unreachable'],
    ] as const) {
      await faults.set(fault, null, true);
      const other = await look(nextCamera());
      // Between two attempts it is connecting again, for longer than it was offline while the platform hangs.
      await expect.poll(() => other.said('offline', reason)).toBe(true);
      await moves(running);
      await faults.clear();
      other.close();
    }
    running.close();
    late.close();
  });

  const liveStack = () =>
    JSON.parse(readFileSync(stack.stackFile, 'utf8')) as RunningStack & { degraded: string[] };

  async function pidOf(name: string): Promise<number> {
    if (name !== 'rtmp-ingest') return liveStack().pids[name] ?? 0;
    const health = await fetch(`${stack.addresses['video-gateway']}/healthz`);
    return ((await health.json()) as { rtmpIngestPid: number }).rtmpIngestPid;
  }

  for (const name of ['rtmp-ingest', 'simulator', 'video-gateway', 'gis-server', 'database']) {
    test(`${name} killed under a viewer and a command: one effect, and all comes back`, async () => {
      const camera = nextCamera();
      let picture = await lookLive(camera);
      const reporter = await city.as('acceptor');
      const { longitude, latitude } = camera.position;
      const input = {
        commandId: randomUUID(),
        classCode: 'E0102',
        title: '测试:断电',
        position: { longitude, latitude },
      };
      const report = async () => {
        const { data, errors } = await reporter.ask<{ reportIncident: { id: string } }>(reporting, {
          input,
        });
        const reason = errors?.[0]?.extensions?.reason;
        if (data === null) throw new Error(reason ?? 'no answer');
        return data.reportIncident.id;
      };
      const others = { ...liveStack().pids };
      const pid = await pidOf(name);
      const first = report().catch(() => null); // it may be lost on the way: that is the point
      process.kill(pid, 'SIGKILL');

      const said = new Set<string>();
      let id = '';
      await expect(async () => {
        id = await report().catch((error: Error) => {
          said.add(error.message);
          throw error;
        });
      }).toPass({ timeout: 100_000, intervals: [100] });
      expect([...said].filter((word) => /internal/.test(word))).toEqual([]);
      expect([id, null]).toContain(await first);
      expect(await report()).toBe(id);

      await expect(async () => {
        if (picture.closeCode !== null) picture = await look(camera);
        expect(picture.state).toBe('live');
      }).toPass({ timeout: 100_000, intervals: [250] });
      await moves(picture);
      picture.close();
      await expect.poll(() => pidOf(name)).not.toBe(pid);
      // Nobody else ended for it.
      const now = liveStack();
      for (const [other, before] of Object.entries(others)) {
        if (other !== name) expect(now.pids[other], other).toBe(before);
      }
      expect(now.degraded).toEqual([]);
      await expect.poll(async () => (await fetch(`${stack.url}/readyz`)).status).toBe(200);
    });
  }
});

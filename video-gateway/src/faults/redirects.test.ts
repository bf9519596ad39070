/** A camera of a platform sends us elsewhere: where we go, and where nothing ever connects. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScriptedCamera, type CameraScript } from '#testing/camera/scripted-camera.ts';
import type { PlayClient } from '#testing/play-client.ts';
import { SmallHall } from '#testing/small-hall.ts';

describe('a camera that sends us elsewhere', { timeout: 60_000 }, () => {
  let folder: string;
  let hall: SmallHall;
  const cameras: ScriptedCamera[] = [];
  let elsewhere: Server;
  let connectedElsewhere = 0;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redirects-'));
    connectedElsewhere = 0;
    elsewhere = createServer((socket) => {
      connectedElsewhere += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await hall.end();
    for (const camera of cameras.splice(0)) await camera.close();
    await new Promise((resolve) => elsewhere.close(resolve));
    rmSync(folder, { recursive: true });
  });

  async function aCamera(script: CameraScript): Promise<ScriptedCamera> {
    const camera = new ScriptedCamera(script);
    await camera.listen();
    cameras.push(camera);
    return camera;
  }

  /** Looks through the first camera by way of a recorder whose media hosts are all of them. */
  async function look(main: string): Promise<PlayClient> {
    const camerasFile = join(folder, 'recorder.json');
    writeFileSync(camerasFile, JSON.stringify({ cameras: [{ id: 'gate', name: '校门', main }] }), {
      mode: 0o600,
    });
    const mediaHosts = cameras.map(({ port }) => `127.0.0.1:${port}`);
    const recorder = { id: 'recorder', kind: 'direct', name: 'P', owner: 'school', datum: 'wgs84' };
    hall = await SmallHall.open({ platforms: [{ ...recorder, mediaHosts, camerasFile }] });
    hall.running.gis.sources.set('camera-1', {
      kind: 'platform',
      platformId: 'recorder',
      platformCameraId: 'gate',
    });
    return hall.look();
  }

  async function isRefused(viewer: PlayClient): Promise<void> {
    await viewer.until((c) => c.said('state', 'offline') !== undefined);
    expect(viewer.said('state', 'offline')?.reason).toBe('redirect-refused');
    expect(viewer.said('state', 'offline')!.retryInMs).toBeGreaterThan(10_000);
    expect(viewer.binary).toHaveLength(0);
    const told = await hall.running.gis.saw('camera-states');
    expect(told.states[0]).toMatchObject({ state: 'offline', reason: 'redirect-refused' });
  }

  it('to a port of this machine is refused, and nothing connects there', async () => {
    const { port } = elsewhere.address() as AddressInfo;
    const camera = await aCamera({ redirectTo: `rtsp://127.0.0.1:${port}/live/1` });
    await isRefused(await look(camera.url()));
    expect(connectedElsewhere).toBe(0);
  });

  it('to another media host of its platform is followed, once and with the picture', async () => {
    const node = await aCamera({});
    const camera = await aCamera({ redirectTo: node.url() });
    const viewer = await look(camera.url());
    await viewer.until(({ binary }) => binary.length > 5);
    expect([camera.played, node.played]).toEqual([0, 1]);
  });

  it('and back again without end is left after two redirects', async () => {
    const first = await aCamera({});
    const second = await aCamera({ redirectTo: first.url() });
    first.script.redirectTo = second.url();
    await isRefused(await look(first.url()));
    const asked = [first, second].flatMap(({ requests }) => requests);
    expect(asked.filter((method) => method === 'DESCRIBE')).toHaveLength(3);
  });

  it('by the control address of its tracks is asked for them over the connection we have', async () => {
    const { port } = elsewhere.address() as AddressInfo;
    const control = `a=control:rtsp://127.0.0.1:${port}/live/1/track1`;
    const camera = await aCamera({
      description: ['m=video 0 RTP/AVP 96', 'a=rtpmap:96 H264/90000', control],
    });
    const viewer = await look(camera.url());
    await viewer.until(({ binary }) => binary.length > 5);
    expect(camera.played).toBe(1);
    expect(connectedElsewhere).toBe(0);
  });

  it.each(['http', 'rtsp'])(
    'or a person who imports it with a %s address outside the hosts that are let, connects nowhere',
    async (scheme) => {
      const { port } = elsewhere.address() as AddressInfo;
      hall = await SmallHall.open({ environment: { VIDEO_DIRECT_HOSTS: '192.0.2.0/24' } });
      hall.place('camera-1', `${scheme}://127.0.0.1:${port}/live.flv`);
      const viewer = hall.look();
      await viewer.until((c) => c.said('state', 'offline') !== undefined);
      expect(viewer.said('state', 'offline')?.reason).toBe('address-refused');
      expect(connectedElsewhere).toBe(0);
    },
  );
});

/** Cameras whose times and pictures change under way, and lines that lose datagrams. */
import { execFileSync } from 'node:child_process';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { splitAnnexB } from '#media/annex-b.ts';
import { clipPictures } from '#testing/camera/clip.ts';
import { decoded, decodeTimes } from '#testing/played.ts';
import { SmallHall } from '#testing/small-hall.ts';

const hour = 3600 * 90_000;
const step = 3600;

describe('a camera that changes under way', { timeout: 60_000 }, () => {
  let hall: SmallHall;
  let larger: readonly (readonly Buffer[])[];

  beforeAll(() => {
    larger = picturesOf('320x180');
  });

  beforeEach(async () => {
    hall = await SmallHall.open();
  });

  afterEach(() => hall.end());

  it.each([
    ['jump an hour ahead', (i: number) => i * step + (i > 30 ? hour : 0)],
    ['jump an hour back', (i: number) => i * step - (i > 30 ? hour : 0)],
    ['wrap at 32 bits', (i: number) => i * step + 2 ** 32 - 20 * step],
    ['run back two pictures', (i: number) => (i - (i > 30 ? 2 : 0)) * step],
  ])(
    'in that its timestamps %s: the picture goes on, and nobody is told a thing',
    async (_, timestampOf) => {
      const camera = await hall.camera({ timestampOf, periodMs: 10 });
      const viewer = await hall.look().until(({ binary }) => binary.length > 90);
      const times = decodeTimes(viewer.binary);
      const steps = times.slice(1).map((time, i) => time - times[i]!);
      expect(Math.min(...steps)).toBeGreaterThan(0);
      expect(Math.max(...steps)).toBeLessThanOrEqual(10 * step);
      expect(decoded(viewer.binary).complaints).toBe('');
      expect(camera.played).toBe(1);
      expect(hall.journal('camera-states').flatMap(({ states }) => states)).toHaveLength(1);
    },
  );

  it('in that its timestamps stand is given up as frozen, and pulled again', async () => {
    const timestampOf = (i: number) => Math.min(i, 30) * step;
    const camera = await hall.camera({ timestampOf });
    const viewer = hall.look();
    await viewer.until((c) => c.said('state', 'stalled') !== undefined);
    expect(viewer.said('state', 'stalled')?.reason).toBe('timestamps-frozen');
    await expect.poll(() => camera.played, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(hall.journal('view-closed')).toHaveLength(0);
  });

  it('in the size of its picture: the player is given the new beginning, and plays on', async () => {
    const small = clipPictures('h264');
    const payloadsOf = (i: number) => (i < 50 ? small[i]!.nals : larger[(i - 50) % larger.length]!);
    await hall.camera({ payloadsOf, periodMs: 10 });
    const viewer = hall.look();
    await viewer.until((c) => c.said('config')?.epoch === 2 && c.binary.length > 80);
    const configs = viewer.messages.filter(({ type }) => type === 'config');
    expect(configs).toMatchObject([
      { width: 160, height: 96 },
      { width: 320, height: 180 },
    ]);
    const { pictures, complaints } = decoded(viewer.binary);
    expect(complaints).toBe('');
    expect(pictures).toBeGreaterThan(20);
    expect(viewer.messages.some(({ state }) => state === 'stalled')).toBe(false);
    expect(hall.journal('view-opening')).toHaveLength(1);
  });

  it('in its codec, from one pull to the next: the player is told which', async () => {
    const camera = await hall.camera({ periodMs: 10 });
    const viewer = await hall.look().until(({ binary }) => binary.length > 10);
    camera.script.codec = 'h265';
    camera.cut();
    await viewer.until((c) => c.said('config')?.epoch === 2);
    const mimes = viewer.messages.filter(({ type }) => type === 'config').map(({ mime }) => mime);
    expect(mimes).toEqual([expect.stringMatching(/avc1/), expect.stringMatching(/hvc1/)]);
    expect(viewer.closeCode).toBeNull();
  });

  it('in the name of its stream (SSRC) goes on, as cameras that disobey do', async () => {
    const camera = await hall.camera({ periodMs: 10, sourceOf: (i) => (i < 30 ? 7 : 8) });
    await hall.look().until(({ binary }) => binary.length > 60);
    expect(camera.played).toBe(1);
  });

  it.each(['MP1S/90000', 'SVAC/90000'])('and offers %s is refused by name', async (codec) => {
    await hall.camera({
      description: ['m=video 0 RTP/AVP 96', `a=rtpmap:96 ${codec}`, 'a=control:track1'],
    });
    const viewer = await hall.look().until((c) => c.said('state', 'offline') !== undefined);
    expect(viewer.said('state', 'offline')).toMatchObject({ reason: 'codec-unsupported' });
    const told = await hall.running.gis.saw('camera-states');
    expect(told.states[0]).toMatchObject({ state: 'offline', reason: 'codec-unsupported' });
  });

  it('and loses 5 of 100 datagrams on its way, others late: what is shown is whole, what is lost is counted', async () => {
    const fate = seeded(11);
    const spoil = () => {
      const drawn = fate();
      return drawn < 0.05 ? ('lost' as const) : drawn < 0.15 ? ('late' as const) : null;
    };
    await hall.camera({ transports: ['udp'], spoil, periodMs: 10 });
    const viewer = await hall.look().until(({ binary }) => binary.length > 150);
    expect(decoded(viewer.binary).complaints).toBe('');
    const metrics = await (await fetch(`http://127.0.0.1:${hall.running.port}/metrics`)).text();
    const lost = Number(/^video_gateway_lost_packets_total (\d+)/m.exec(metrics)?.[1]);
    expect(lost).toBeGreaterThan(0);
    expect(hall.journal('view-closed')).toHaveLength(0);
  });
});

/** Of a drawn clip in H.264, the NAL units of each picture. */
function picturesOf(size: string): Buffer[][] {
  const words = [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=25`, '-frames:v', '50'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-x264-params', 'slices=1', '-f', 'h264', '-'],
  ];
  const pictures: Buffer[][] = [];
  let nals: Buffer[] = [];
  for (const nal of splitAnnexB(execFileSync('ffmpeg', words))) {
    nals.push(nal);
    if ((nal[0]! & 31) > 5) continue;
    pictures.push(nals);
    nals = [];
  }
  return pictures;
}

/** The same fates each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

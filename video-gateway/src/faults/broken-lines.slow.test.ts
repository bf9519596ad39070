/** What takes its time: a line that trickles, a viewer who vanished without a word. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmallHall } from '#testing/small-hall.ts';

describe('a line', { timeout: 180_000 }, () => {
  let hall: SmallHall;

  beforeEach(async () => {
    hall = await SmallHall.open();
  });

  afterEach(() => hall.end());

  it('that carries 10 kbit a second is called too slow rather than shown ever later', async () => {
    const camera = await hall.camera();
    const line = await hall.line(camera.port, 'camera-1');
    const viewer = await hall.look().until(({ binary }) => binary.length > 10);
    line.throttle(1_250);
    await viewer.until((c) => c.said('state', 'stalled') !== undefined);
    expect(viewer.said('state', 'stalled')?.reason).toBe('line-too-slow');
    line.throttle(null);
    await viewer.until((c) => c.said('state')?.state === 'live');
    expect(viewer.closeCode).toBeNull();
    expect(hall.journal('view-closed')).toHaveLength(0);
    const told = hall.journal('camera-states').flatMap(({ states }) => states);
    expect(told.map(({ reason }) => reason)).toContain('line-too-slow');
  });

  it('to a viewer that is half open is given up, and the look closed in the register', async () => {
    await hall.camera();
    const line = await hall.line(hall.running.port);
    const viewer = hall.lookWith(hall.running.gis.ticket(), { port: line.port });
    await viewer.until(({ binary }) => binary.length > 5);
    line.goDeaf();
    const closed = await hall.running.gis.saw('view-closed');
    expect(closed.reason).toBe('viewer-left');
  });
});

/** The line between a camera and the gateway fails: what the viewer sees, and what the journal is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decoded, decodeTimes } from '#testing/played.ts';
import { SmallHall } from '#testing/small-hall.ts';

describe('the line to a camera', { timeout: 60_000 }, () => {
  let hall: SmallHall;

  beforeEach(async () => {
    hall = await SmallHall.open();
  });

  afterEach(() => hall.end());

  it('that is reset in the middle of a picture costs that picture; the view goes on by itself', async () => {
    const camera = await hall.camera();
    const line = await hall.line(camera.port, 'camera-1');
    const viewer = await hall.look().until(({ binary }) => binary.length > 10);
    line.resetAfter(2_501);
    await viewer.until((c) => c.said('state', 'stalled') !== undefined);
    expect(viewer.said('state', 'stalled')?.reason).toBe('source-ended');
    const before = viewer.binary.slice();
    expect(decoded(before)).toMatchObject({ complaints: '', pictures: before.length - 1 });
    await viewer.until(
      (c) => c.said('config')?.epoch === 2 && c.binary.length > before.length + 10,
    );
    expect(viewer.closeCode).toBeNull();
    const times = decodeTimes(viewer.binary);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(hall.journal('view-opening')).toHaveLength(1);
    expect(hall.journal('view-closed')).toHaveLength(0);
    const told = hall.journal('camera-states').flatMap(({ states }) => states);
    expect(told.map(({ state }) => state)).toEqual(['online', 'offline', 'online']);
    expect(told[1]!.reason).toBe('source-ended');
  });

  it('that is half open is given up after three seconds, and its connection with it', async () => {
    const camera = await hall.camera();
    const line = await hall.line(camera.port, 'camera-1');
    const viewer = await hall.look().until(({ binary }) => binary.length > 10);
    line.goDeaf();
    await viewer.until((c) => c.said('state', 'stalled') !== undefined);
    expect(viewer.said('state', 'stalled')?.reason).toBe('no-frames');
    await viewer.until((c) => c.said('config')?.epoch === 2);
    await expect.poll(() => line.held, { timeout: 30_000 }).toBe(1);
    expect(line.taken).toBe(2);
    expect(hall.journal('view-closed')).toHaveLength(0);
    const told = hall.journal('camera-states').flatMap(({ states }) => states);
    expect(told.map(({ reason }) => reason)).toContain('no-frames');
  });
});

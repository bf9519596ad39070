/** Tickets that are not what they seem, and a register that does not answer. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmallHall } from '#testing/small-hall.ts';

describe('a look', { timeout: 60_000 }, () => {
  let hall: SmallHall;

  beforeEach(async () => {
    hall = await SmallHall.open();
  });

  afterEach(() => hall.end());

  it('goes on while the key of the tickets changes; what the old key signed opens nothing, the new one does', async () => {
    await hall.camera();
    const { gis, gateway } = hall.running;
    const viewer = await hall.look().until(({ binary }) => binary.length > 5);
    const signedBefore = gis.ticket();
    gis.rotateKeys();
    await expect.poll(() => gateway.link.isUp, { timeout: 20_000 }).toBe(false);
    await expect.poll(() => gateway.link.isUp, { timeout: 20_000 }).toBe(true);
    const late = hall.lookWith(signedBefore);
    await late.until(({ closeCode }) => closeCode !== null);
    expect(late.said('closed')?.reason).toBe('ticket-forged');
    await hall.look().until(({ binary }) => binary.length > 5);
    const seen = viewer.binary.length;
    await viewer.until(({ binary }) => binary.length > seen + 10);
    expect(viewer.closeCode).toBeNull();
    expect(hall.journal('view-closed')).toHaveLength(0);
  });

  it('by a ticket of one camera shows that camera, whatever the page asks beside it', async () => {
    const [first, second] = [await hall.camera({}, 'camera-1'), await hall.camera({}, 'camera-2')];
    const ticket = hall.running.gis.ticket({ cameraId: 'camera-1' });
    const viewer = hall.lookWith(ticket, { beside: { cameraId: 'camera-2' } });
    await viewer.until(({ binary }) => binary.length > 3);
    expect([first.played, second.played]).toEqual([1, 0]);
    expect(hall.journal('view-opening')[0]).toMatchObject({ cameraId: 'camera-1' });
  });

  it('is written down with the address that it came from', async () => {
    await hall.camera();
    await hall.look().until(({ binary }) => binary.length > 3);
    expect(hall.journal('view-opening')[0]!.clientIp).toBe('127.0.0.1');
    expect(hall.journal('view-opening')).toHaveLength(1);
  });

  it('opens for nobody else with its unspent ticket, and for who it was made for afterwards', async () => {
    await hall.camera();
    const ticket = hall.running.gis.ticket();
    const other = hall.lookWith(ticket, { from: '127.0.0.9', sessionId: 'of-a-thief' });
    await other.until(({ closeCode }) => closeCode !== null);
    expect([other.closeCode, other.said('closed')?.reason]).toEqual([
      4401,
      'ticket-of-other-session',
    ]);
    expect(hall.journal('view-opening')).toHaveLength(0);
    await hall.lookWith(ticket).until(({ binary }) => binary.length > 3);
  });

  it('takes no more than its share of the places: the next of the same account waits, others do not', async () => {
    await hall.end();
    hall = await SmallHall.open({ environment: { VIDEO_VIEWS_PER_USER: '3' } });
    await hall.camera();
    const shown = [1, 2, 3].map(() => hall.look());
    for (const one of shown) await one.until(({ binary }) => binary.length > 1);
    const refused = await hall.look().until(({ closeCode }) => closeCode !== null);
    expect(refused.said('closed')?.reason).toBe('too-many-views');
    await hall.look({ userId: 'user-2' }).until(({ binary }) => binary.length > 1);
    for (const { socket } of shown) socket.close();
    await expect.poll(() => hall.journal('view-closed').length, { timeout: 20_000 }).toBe(3);
    const again = async () => {
      const looker = hall.look();
      await looker.until(({ binary, closeCode }) => binary.length > 1 || closeCode !== null);
      return looker.closeCode;
    };
    await expect.poll(again, { timeout: 20_000 }).toBeNull();
  });

  it('shows nothing and pulls nothing while the register does not answer', async () => {
    const camera = await hall.camera();
    hall.running.gis.answers = false;
    const viewer = hall.look();
    await viewer.until(({ closeCode }) => closeCode !== null);
    expect(viewer.closeCode).toBe(4503);
    expect(viewer.said('closed')?.reason).toBe('register-unavailable');
    expect(viewer.binary).toHaveLength(0);
    expect(camera.requests).toHaveLength(0);
    // Its row may have been written before the answer was lost: it is closed once the register hears again.
    hall.running.gis.answers = true;
    const closed = await hall.running.gis.saw('view-closed');
    expect(closed.reason).toBe('register-unavailable');
  });

  it('is shown and closed in the register though the disk takes nothing more', async () => {
    await hall.camera();
    const spool = join(hall.running.folder, 'video-gateway', 'views.jsonl');
    rmSync(spool);
    symlinkSync('/dev/full', spool);
    const viewer = await hall.look().until(({ binary }) => binary.length > 5);
    viewer.socket.close();
    const closed = await hall.running.gis.saw('view-closed');
    expect(closed).toMatchObject({ reason: 'viewer-left' });
    expect(hall.running.gateway.errors.total).toBeGreaterThan(0);
    await hall.look().until(({ binary }) => binary.length > 5);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deadManMs, DomainError, systemClock, type PtzOrder } from 'grid-data';
import type { Platform, PlatformPtz } from '#platforms/platform.ts';
import { PtzDesk, type EndedTurn, type PtzNews } from '#ptz/ptz-desk.ts';

const camera = { cameraId: 'c1', platformId: 'city', platformCameraId: 'p1' };
const move = (moveId: string, command: 'left' | 'up' = 'left'): PtzOrder => {
  const order = { type: 'ptz-move', askId: `ask ${moveId}`, viewId: 'look', camera } as const;
  return { ...order, moveId, command, speed: 0.5 };
};
const away = () => new DomainError('unavailable', 'away', { reason: 'platform-unreachable' });

let calls: string[];
let news: PtzNews[];
let ended: EndedTurn[];
let looks: Map<string, string>;
let failures: number;
let linkIsUp: boolean;
let desk: PtzDesk;

beforeEach(() => {
  vi.useFakeTimers();
  [calls, news, ended] = [[], [], []];
  looks = new Map([['look', 'c1']]);
  failures = 0;
  linkIsUp = true;
  desk = deskOver({
    frame: null,
    position: null,
    move: async (_, command, speed, action) => {
      calls.push(`${action} ${command} ${speed}`);
      if (action === 'stop' && failures > 0) {
        failures -= 1;
        throw away();
      }
    },
  });
});
afterEach(() => vi.useRealTimers());

function deskOver(ptz: PlatformPtz | null): PtzDesk {
  return new PtzDesk({
    platforms: [{ id: 'city', ptz, presets: null } as Platform],
    clock: systemClock,
    cameraOfView: (viewId) => looks.get(viewId) ?? null,
    tell: (each) => void news.push(each),
    report: async (each) => {
      if (!linkIsUp) throw away();
      ended.push(each);
    },
  });
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const answerTo = (askId: string) =>
  news.find((each) => each.type === 'ptz-answer' && each.askId === askId);
const troubles = () => news.filter(({ type }) => type === 'ptz-trouble');

describe('a turn by hand', () => {
  it('starts when told and stops when told, with what it was started with', async () => {
    desk.take(move('m1'));
    await settle();
    expect(answerTo('ask m1')).toMatchObject({ reason: null });
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle();
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5']);
    expect(ended).toMatchObject([{ moveId: 'm1', end: 'released' }]);
  });

  it('goes on while the page says so, and stops two seconds after its last word', async () => {
    desk.take(move('m1'));
    for (let second = 0; second < 5; second += 1) {
      await settle(1_000);
      desk.take({ type: 'ptz-keep', moveId: 'm1' });
    }
    expect(calls).toEqual(['start left 0.5']);
    await settle(deadManMs - 1);
    expect(calls).toHaveLength(1);
    await settle(1);
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5']);
    expect(ended).toMatchObject([{ end: 'dead-man' }]);
  });

  it('says the stop twice where nobody tells whether the camera obeyed', async () => {
    desk.take(move('m1'));
    await settle();
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle(5_000);
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5', 'stop left 0.5']);
  });

  it('is stopped twice and no more where the platform cannot tell where this head looks', async () => {
    desk = deskOver({
      frame: null,
      position: { read: () => Promise.reject(away()), turnTo: () => Promise.resolve() },
      move: async (_, command, speed, action) => void calls.push(`${action} ${command} ${speed}`),
    });
    desk.take(move('m1'));
    await settle();
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle(60_000);
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5', 'stop left 0.5']);
    expect(troubles()).toEqual([]);
    expect(ended).toMatchObject([{ moveId: 'm1', end: 'released' }]);
  });

  it('is stopped again and again until the platform answers, and an alarm is told', async () => {
    desk.take(move('m1'));
    await settle();
    failures = 6;
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle(2_000);
    expect(troubles()).toMatchObject([{ trouble: 'stop-unanswered', cameraId: 'c1' }]);
    expect(ended).toEqual([]);
    await settle(20_000);
    expect(ended).toMatchObject([{ moveId: 'm1', end: 'released' }]);
    expect(troubles()).toHaveLength(1);
  });

  it('of another direction ends the one before, whose late second stop does not touch it', async () => {
    desk.take(move('m1'));
    await settle();
    desk.take(move('m2', 'up'));
    await settle(1_500);
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5', 'start up 0.5']);
    expect(ended).toMatchObject([{ moveId: 'm1', end: 'replaced' }]);
  });

  it('started right after one that was let go is not stopped by its late second stop', async () => {
    desk.take(move('m1'));
    await settle();
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle(100);
    expect(ended).toMatchObject([{ moveId: 'm1', end: 'released' }]);
    desk.take(move('m2', 'up'));
    await settle(1_500);
    expect(calls).toEqual(['start left 0.5', 'stop left 0.5', 'start up 0.5']);
  });

  it('that no stop ends is told of twice, and then left to who stands before the head', async () => {
    let panDeg = 0;
    const looks = async () => ({ panDeg: (panDeg += 1), tiltDeg: 0, zoom: 1 });
    desk = deskOver({
      frame: null,
      position: { read: looks, turnTo: () => Promise.resolve() },
      move: async (_, command, speed, action) => void calls.push(`${action} ${command} ${speed}`),
    });
    desk.take(move('m1'));
    await settle();
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle(600_000);
    const stops = calls.length - 1;
    expect(stops).toBe(12);
    expect(troubles()).toMatchObject([
      { trouble: 'still-turning' },
      { trouble: 'stop-given-up', attempts: stops },
    ]);
    await settle(600_000);
    expect(calls).toHaveLength(1 + stops);
    await desk.stopAll('gateway-stopping', 0);
  });

  it('ends with the look that it rests on', async () => {
    desk.take(move('m1'));
    await settle();
    looks.clear();
    desk.take({ type: 'ptz-keep', moveId: 'm1' });
    await settle();
    expect(ended).toMatchObject([{ end: 'look-ended' }]);
  });

  it('is refused without a running look at this camera, and where the platform cannot', async () => {
    looks.set('look', 'another');
    desk.take(move('m1'));
    await settle();
    expect(answerTo('ask m1')).toMatchObject({ reason: 'no-look' });
    looks.set('look', 'c1');
    desk = deskOver(null);
    desk.take(move('m2'));
    await settle();
    expect(answerTo('ask m2')).toMatchObject({ reason: 'platform-cannot-turn' });
    expect(calls).toEqual([]);
  });

  it('is left to the gateway that has the platform', async () => {
    desk.take({ ...move('m1'), camera: { ...camera, platformId: 'elsewhere' } } as PtzOrder);
    await settle(1_000);
    expect(news).toEqual([]);
  });

  it('is reported once the link is back, and not twice', async () => {
    desk.take(move('m1'));
    await settle();
    linkIsUp = false;
    desk.take({ type: 'ptz-stop', moveId: 'm1', end: 'released' });
    await settle();
    linkIsUp = true;
    desk.reportAgain();
    await settle();
    desk.reportAgain();
    await settle();
    expect(ended).toMatchObject([{ moveId: 'm1' }]);
  });

  it('is stopped with the process', async () => {
    desk.take(move('m1'));
    await settle();
    const stopping = desk.stopAll('gateway-stopping', 1_000);
    await settle(1_000);
    await stopping;
    expect(calls).toContain('stop left 0.5');
    expect(ended).toMatchObject([{ end: 'gateway-stopping' }]);
  });
});

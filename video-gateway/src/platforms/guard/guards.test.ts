import { setTimeout as delay } from 'node:timers/promises';
import { systemClock, type Clock, type DomainError, type PlatformFailure } from 'grid-data';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CircuitBreaker } from '#platforms/guard/circuit-breaker.ts';
import { GuardedCalls } from '#platforms/guard/guarded-calls.ts';
import { LicenceLines } from '#platforms/guard/licence-lines.ts';
import { OpeningBudget } from '#platforms/guard/opening-budget.ts';
import { platformFailure } from '#platforms/platform-failure.ts';

const reasonOf = (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(
    () => 'done',
    (error: unknown) => (error as DomainError).reason,
  );

const failing = (reason: PlatformFailure) => () =>
  Promise.reject(platformFailure(reason, 'as the test says'));

describe('a platform that fails again and again', () => {
  it('is spared, tried once after ten seconds, and used again when it answers', async () => {
    let nowMs = 0;
    const breaker = new CircuitBreaker({ now: () => new Date(nowMs) });
    let calls = 0;
    const ask = (answer: () => Promise<unknown>) =>
      reasonOf(
        breaker.run(() => {
          calls += 1;
          return answer();
        }),
      );
    for (let i = 0; i < 8; i += 1) await ask(failing('platform-unreachable'));
    expect(calls).toBe(5);
    nowMs += 10_000;
    await ask(failing('platform-unreachable'));
    await ask(failing('platform-unreachable'));
    expect(calls).toBe(6);
    nowMs += 10_000;
    await ask(() => Promise.resolve());
    await ask(failing('camera-offline'));
    await expect(ask(() => Promise.resolve())).resolves.toBe('done');
  });
});

describe('a login that is refused', () => {
  const limits = { maxLoginRefusals: 3, loginPauseMs: 60_000 };

  it('is not tried again until the pause is over, and shows as such', async () => {
    let nowMs = 0;
    const calls = new GuardedCalls({ now: () => new Date(nowMs) }, limits);
    let asked = 0;
    const ask = (answer: () => Promise<unknown>) =>
      reasonOf(
        calls.run(() => {
          asked += 1;
          return answer();
        }),
      );
    for (let i = 0; i < 6; i += 1) await ask(failing('platform-auth-refused'));
    expect(asked).toBe(3);
    expect(calls.health).toEqual({ state: 'refused', reason: 'platform-login-paused' });
    nowMs += 60_000;
    await expect(ask(() => Promise.resolve())).resolves.toBe('done');
    expect(calls.health.state).toBe('reachable');
    // A fresh start: one more refusal pauses nothing.
    await ask(failing('platform-auth-refused'));
    await expect(ask(() => Promise.resolve())).resolves.toBe('done');
  });

  it('is tried by one caller at a time while it is in doubt, and by all at once when it holds', async () => {
    const calls = new GuardedCalls(systemClock, limits);
    let atOnce = 0;
    let most = 0;
    const ask = () =>
      calls.run(async () => {
        most = Math.max(most, (atOnce += 1));
        await delay(5);
        atOnce -= 1;
      });
    const first = ask();
    await Promise.all([first, ...Array.from({ length: 5 }, ask)]);
    expect(most).toBe(5);
  });
});

describe('the lines of a licence', () => {
  it('go to who waited first, and come back one by one', async () => {
    const lines = new LicenceLines(2, 60_000);
    const [first, second] = [await lines.take(), await lines.take()];
    const order: string[] = [];
    const third = lines.take().then((giveBack) => (order.push('third'), giveBack));
    const fourth = lines.take().then((giveBack) => (order.push('fourth'), giveBack));
    expect([lines.inUse, lines.waiting]).toEqual([2, 2]);
    first();
    first();
    (await third)();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
    expect(lines.inUse).toBe(2);
    second();
    (await fourth)();
    expect([lines.inUse, lines.waiting]).toEqual([0, 0]);
  });

  it('are refused to who waited too long, who then takes nobody’s place', async () => {
    const lines = new LicenceLines(1, 20);
    const giveBack = await lines.take();
    await expect(reasonOf(lines.take())).resolves.toBe('licence-full');
    expect(lines.waiting).toBe(0);
    giveBack();
    expect(lines.inUse).toBe(0);
    await expect(lines.take()).resolves.toBeTypeOf('function');
  });

  it('are without end where nobody counts', async () => {
    const lines = new LicenceLines(null, 0);
    await Promise.all(Array.from({ length: 1_000 }, () => lines.take()));
    expect(lines.inUse).toBe(1_000);
  });
});

describe('five hundred cameras that come back at once', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are opened over more than twenty seconds, a wall of fifty of them at once', async () => {
    vi.useFakeTimers();
    const clock: Clock = { now: () => new Date(Date.now()) };
    const budget = new OpeningBudget(clock, { opensPerSecond: 20, opensBurst: 50 });
    const startedAt = Date.now();
    const opened: number[] = [];
    const attempt = async (): Promise<void> => {
      try {
        await budget.spend();
        opened.push(Date.now() - startedAt);
      } catch (error) {
        expect((error as DomainError).reason).toBe('platform-busy');
        setTimeout(() => void attempt(), 500 + Math.random() * 500);
      }
    };
    for (let i = 0; i < 500; i += 1) void attempt();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(500);
    expect(opened.filter((at) => at === 0)).toHaveLength(50);
    expect(Math.max(...opened)).toBeGreaterThan(20_000);
    const perSecond = new Map<number, number>();
    for (const at of opened.filter((ms) => ms > 0)) {
      const second = Math.floor(at / 1_000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThan(25);
  });
});

import { DomainError, type FromGateway } from 'grid-data';
import { afterEach, expect, it, vi } from 'vitest';
import { RecordingDepths } from '#playback/recording-depths.ts';
import type { Platform, TimeSpan } from '#platforms/platform.ts';

const dayMs = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 23);
let depths: RecordingDepths | null = null;
afterEach(() => depths?.stop());

/** A recorder that keeps so many days of each camera; null for one that does not answer. */
function aPlatform(keptDays: Record<string, number | null>) {
  const asked: string[] = [];
  const list = (id: string, { fromMs, toMs }: TimeSpan) => {
    asked.push(id);
    const kept = keptDays[id];
    if (kept == null)
      throw new DomainError('unavailable', 'down', { reason: 'platform-unreachable' });
    const from = Math.max(fromMs, now - kept * dayMs);
    return Promise.resolve(from < toMs ? [{ fromMs: from, toMs }] : []);
  };
  const cameras = Object.keys(keptDays).map((platformCameraId) => ({ platformCameraId }));
  const platform = {
    id: 'city',
    recordings: { speeds: [1], list, open: () => Promise.reject(new Error('unused')) },
    listCameras: () => Promise.resolve({ cameras, next: null }),
  } as unknown as Platform;
  return { platform, asked };
}

it('tells how far back each camera’s recordings reach, with one question where they reach the floor', async () => {
  const told: Extract<FromGateway, { type: 'recording-depth' }>[] = [];
  const { platform, asked } = aPlatform({ whole: 40, week: 7.5, none: 0, silent: null });
  depths = new RecordingDepths({
    platforms: [platform],
    clock: { now: () => new Date(now) },
    tell: (depth) => void told.push(depth),
    onError: () => undefined,
    paceMs: 1,
  });
  depths.start();
  await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(4), { timeout: 10_000 });
  const daysOf = (id: string) => {
    const { oldestAt } = told.find(({ platformCameraId }) => platformCameraId === id)!;
    return oldestAt === null ? null : (now - Date.parse(oldestAt)) / dayMs;
  };
  expect(daysOf('whole')).toBe(30);
  expect(daysOf('week')).toBe(7);
  expect(daysOf('none')).toBeNull();
  expect(told.find(({ platformCameraId }) => platformCameraId === 'silent')).toMatchObject({
    oldestAt: null,
    failure: 'platform-unreachable',
  });
  expect(asked.slice(0, asked.indexOf('week'))).toEqual(['whole']);
});

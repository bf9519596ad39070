import { expect, test } from 'vitest';
import { boundsOf, chosenSpan, spanHolding } from './span.ts';

const now = Date.parse('2026-05-04T12:00:00Z');
const hourMs = 3_600_000;

test('a moment outside of what the line shows widens it to the shortest that holds it', () => {
  const hour = { kind: 'hour' } as const;
  expect(spanHolding(hour, now - 0.5 * hourMs, now)).toBe(hour);
  expect(spanHolding(hour, now - 5 * hourMs, now)).toEqual({ kind: 'day' });
  expect(spanHolding(hour, now - 50 * hourMs, now)).toEqual({ kind: 'week' });
  const at = now - 900 * hourMs;
  const { fromMs, toMs } = boundsOf(spanHolding(hour, at, now), now);
  expect([at - fromMs, toMs - at]).toEqual([12 * hourMs, 12 * hourMs]);
});

test('a chosen stretch ends now at the latest, and is refused where it is none', () => {
  const span = chosenSpan(now - 2 * hourMs, now + hourMs, now);
  expect(boundsOf(span!, now)).toMatchObject({ fromMs: now - 2 * hourMs, toMs: now });
  expect(chosenSpan(now - hourMs, now - 2 * hourMs, now)).toBeNull();
  expect(chosenSpan(now + hourMs, now + 2 * hourMs, now)).toBeNull();
  expect(chosenSpan(now - 32 * 24 * hourMs, now, now)).toBeNull();
});

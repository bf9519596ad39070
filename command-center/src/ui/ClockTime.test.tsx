// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { ClockTime } from './ClockTime.tsx';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-06T01:00:00+08:00') }));
afterEach(() => vi.useRealTimers());

const shown = (at: string) =>
  />([^<]+)</.exec(renderToStaticMarkup(<ClockTime at={new Date(at)} seconds={false} />))?.[1];

test('a time of today is a time of day, one of another day says which, by the city’s calendar', () => {
  expect(shown('2026-05-06T00:30:00+08:00')).toBe('00:30');
  expect(shown('2026-05-05T23:30:00+08:00')).toBe('05/05 23:30');
  expect(shown('2026-05-07T08:00:00+08:00')).toBe('05/07 08:00');
});

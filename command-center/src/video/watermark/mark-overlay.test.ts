// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MarkOverlay } from './mark-overlay.ts';

const looker = { name: '值班员', unit: '涟源市' };
let stage: HTMLElement;
let removed: number;
let overlay: MarkOverlay;
const mark = () => stage.querySelector<HTMLElement>('[data-watermark]')!;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  stage = document.createElement('div');
  document.body.append(stage);
  removed = 0;
  overlay = new MarkOverlay(stage, { looker, viewId: 'nOhi5Jabc' }, () => {
    removed += 1;
  });
  // jsdom knows no style sheets of modules.
  mark().style.opacity = '0.5';
  mark().style.fontSize = '12px';
});

afterEach(() => {
  overlay.close();
  stage.remove();
  vi.useRealTimers();
});

const noticed = () => vi.waitFor(() => expect(removed).toBe(1));

test('a picture is marked with who looks, the unit, the time and the ticket', () => {
  expect(mark().textContent).toMatch(/值班员 涟源市\n.*nOhi5J$/);
});

test('the mark moves, and is not taken for tampering', () => {
  const places = new Set<string>();
  for (let i = 0; i < 10; i += 1) {
    vi.advanceTimersByTime(45_000);
    places.add(mark().style.left + mark().style.top);
  }
  expect(places.size).toBeGreaterThan(3);
  expect(removed).toBe(0);
});

test('a mark that is taken away is noticed', async () => {
  mark().remove();
  await noticed();
});

test.each([
  ['display', 'none'],
  ['visibility', 'hidden'],
  ['opacity', '0.01'],
  ['fontSize', '1px'],
] as const)('a mark hidden by %s is noticed', async (property, value) => {
  mark().style[property] = value;
  await noticed();
});

test('a mark with another name is noticed', async () => {
  mark().textContent = 'somebody else';
  await noticed();
});

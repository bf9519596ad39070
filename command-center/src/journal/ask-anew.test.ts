import { afterEach, expect, test, vi } from 'vitest';
import { gisClient } from '#gis/client.ts';
import { JournalHeadDocument } from '#gis/generated/graphql.ts';
import { askAnew, askFailedAnew } from './ask-anew.ts';

afterEach(async () => {
  vi.unstubAllGlobals();
  await gisClient.clearStore();
});

/** A question on screen, and a server that can be broken. */
function onScreen() {
  let asked = 0;
  let head = 1;
  let broken = false;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    if (broken) throw new TypeError('Failed to fetch');
    return Response.json({ data: { journalHead: head } });
  });
  const question = gisClient.watchQuery({ query: JournalHeadDocument });
  const subscription = question.subscribe({ next: () => undefined });
  return {
    asked: () => asked,
    shown: () => question.getCurrentResult().data?.journalHead,
    failed: () => question.getCurrentResult().error !== undefined,
    set: (change: { head?: number; broken?: boolean }) => {
      head = change.head ?? head;
      broken = change.broken ?? broken;
    },
    close: () => subscription.unsubscribe(),
  };
}

test('told to ask anew, what is on screen is asked again, and again after it failed', async () => {
  const screen = onScreen();
  await vi.waitFor(() => expect(screen.shown()).toBe(1));
  screen.set({ broken: true });
  askAnew();
  await vi.waitFor(() => expect(screen.failed()).toBe(true));
  expect(screen.shown()).toBe(1);
  screen.set({ broken: false, head: 2 });
  askFailedAnew();
  await vi.waitFor(() => expect(screen.shown()).toBe(2));
  screen.close();
});

test('what has its answer is left alone', async () => {
  const screen = onScreen();
  await vi.waitFor(() => expect(screen.shown()).toBe(1));
  askFailedAnew();
  expect(screen.asked()).toBe(1);
  screen.close();
});

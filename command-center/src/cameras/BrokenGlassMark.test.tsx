import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PlayerView } from '#video/player/player.ts';
import { startWords } from '#words/i18n.ts';
import { BrokenGlassMark } from './BrokenGlassMark.tsx';

let root: Root;

beforeAll(async () => {
  await startWords('en');
});
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

const granted = (viewId: string, maxViewSeconds: number): PlayerView => ({
  state: { kind: 'live', since: 0 },
  transport: 'fmp4-websocket',
  ticket: { viewId, ticket: '', purpose: 'break-glass', chargedTo: '', maxViewSeconds },
  codec: null,
  sound: null,
});
const ended = (reason: string): PlayerView => ({
  ...granted('second', 200),
  state: { kind: 'offline', since: 0, reason, retryAt: null },
});

async function shown(view: PlayerView | null): Promise<string> {
  await act(async () => root.render(<BrokenGlassMark reason="a fire" view={view} />));
  return document.querySelector('[data-broken-glass]')!.textContent;
}

test('the mark counts what the newest ticket leaves of the ten minutes, and no more once they are over', async () => {
  expect(await shown(null)).not.toMatch(/left/);
  expect(await shown(granted('first', 600))).toMatch(/10:00 left|9:59 left/);
  expect(await shown(granted('second', 200))).toMatch(/3:20 left|3:19 left/);
  for (const reason of ['view-time-over', 'break-glass-over']) {
    expect(await shown(ended(reason))).toMatch(/time is over$/);
  }
});

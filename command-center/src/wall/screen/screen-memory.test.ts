import { beforeEach, expect, test } from 'vitest';
import {
  forgetScreen,
  rememberedLive,
  rememberedPicture,
  rememberedScreen,
  rememberLive,
  rememberPicture,
  rememberScreen,
  type ScreenMemory,
} from './screen-memory.ts';

const rect = { leftMm: 0, topMm: 0, widthMm: 100, heightMm: 100 };
const memory = {
  screen: { id: 's', name: 'one', rect },
  showing: { version: 3, content: { tiles: [{ id: 'a', kind: 'panel', panel: 'clock', rect }] } },
  guestsSince: null,
} as unknown as ScreenMemory;

beforeEach(() => localStorage.clear());

test('a screen remembers what it showed', () => {
  expect(rememberedScreen()).toBeNull();
  rememberScreen(memory);
  expect(rememberedScreen()).toEqual(memory);
});

test('what another version of the page kept blanks no screen', () => {
  const tiles = [{ id: 'a', kind: 'hologram' }];
  rememberScreen({ ...memory, showing: { version: 3, content: { tiles } } as never });
  expect(rememberedScreen()).toEqual({ ...memory, showing: null });
  for (const text of ['{', '7', '{"screen": {}}', '[]']) {
    localStorage.setItem('cloud-eye.screen', text);
    expect(rememberedScreen()).toBeNull();
  }
});

test('when the line last lived is remembered, and an unpaired machine remembers nothing at all', () => {
  expect(rememberedLive()).toBeNull();
  rememberScreen(memory);
  rememberPicture('data:image/jpeg;base64,aa');
  rememberLive(1_700_000_000_000);
  expect(rememberedLive()).toBe(1_700_000_000_000);
  forgetScreen();
  expect([rememberedLive(), rememberedPicture(), rememberedScreen()]).toEqual([null, null, null]);
  expect(localStorage.length).toBe(0);
});

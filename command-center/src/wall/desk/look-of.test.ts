import { expect, test } from 'vitest';
import type { ScreenHealth, ScreenState } from 'grid-data';
import type { ScreenFieldsFragment } from '#gis/generated/graphql.ts';
import { lookOf } from './Miniature.tsx';

const screen = { pairedAt: '2026-01-01T00:00:00Z', showing: null } as ScreenFieldsFragment;
const health = { version: 0, clockErrorMs: 0, picturesFailed: [] } as unknown as ScreenHealth;
const state: ScreenState = {
  ...{ screenId: 's', connected: true, health },
  since: '2026-01-01T08:00:00Z',
  heardAt: '2026-01-01T09:00:00Z',
};
const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);

test('a screen is well while it says so, and silent once three of its reports are missing', () => {
  expect(lookOf(screen, state, at('09:00:05'))).toBe('good');
  expect(lookOf(screen, state, at('09:00:11'))).toBe('silent');
});

test('a screen that came and never said how it does is silent too, though not at once', () => {
  const mute = { ...state, health: null, heardAt: null };
  expect(lookOf(screen, mute, at('08:00:05'))).toBe('good');
  expect(lookOf(screen, mute, at('08:00:11'))).toBe('silent');
});

test('one without a line is offline, whenever it was heard', () => {
  expect(lookOf(screen, { ...state, connected: false }, at('09:00:01'))).toBe('offline');
  expect(lookOf(screen, { ...state, connected: false }, at('10:00:00'))).toBe('offline');
});

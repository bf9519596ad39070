import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mapRest } from '#map/map-rest.ts';
import { chosenCommand, hallCommands, useHallKeys } from './hall-keys.ts';
import { hallPanels, showPanel } from './hall-panels.ts';
import { currentPath, goTo } from './path.ts';
import { useCovered } from './use-covered.ts';

let root: Root;

function Hall() {
  useHallKeys();
  return <main inert={useCovered()} />;
}

beforeEach(() => {
  goTo('/');
  root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(<Hall />));
});
afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
  showPanel(null);
  goTo('/');
});

const press = (key: string) =>
  flushSync(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true })),
  );
const isInert = () => document.querySelector('main')?.hasAttribute('inert');

test('under a page that fills the screen the hall is out of reach and its map rests', () => {
  expect([isInert(), mapRest.get().resting]).toEqual([false, false]);
  flushSync(() => goTo('/evaluation'));
  expect([isInert(), mapRest.get().resting]).toEqual([true, true]);
  flushSync(() => goTo('/'));
  expect([isInert(), mapRest.get().resting]).toEqual([false, false]);
});

test('the desk leaves the map in sight, so it is drawn', () => {
  flushSync(() => goTo('/desk'));
  expect([isInert(), mapRest.get().resting]).toEqual([false, false]);
});

test('keys do nothing in a hall that cannot be seen', () => {
  press('s');
  expect(hallPanels.get().open).toBe('situation');
  flushSync(() => goTo('/recordings'));
  press('Escape');
  press('y');
  expect(hallPanels.get().open).toBe('situation');
  press('/');
  expect(hallPanels.get().open).toBe('search');
});

test('a command found from a page leads back to the hall in which it acts', () => {
  const command = (id: string) => hallCommands().find((each) => each.id === id)!;
  flushSync(() => goTo('/recordings'));
  chosenCommand(command('mute'))();
  expect(currentPath()).toBe('/recordings');
  chosenCommand(command('mute'))();
  chosenCommand(command('layers'))();
  expect([currentPath(), hallPanels.get().open]).toEqual(['/', 'layers']);
});

import { expect, test } from 'vitest';
import { callItHall, currentPath, goTo } from './path.ts';

test('an address that names no page becomes that of the hall, with its view and without a step back', () => {
  history.replaceState(null, '', '/?lang=en');
  goTo('/nowhere');
  const steps = history.length;
  callItHall();
  expect(currentPath()).toBe('/');
  expect(location.search).toBe('?lang=en');
  expect(history.length).toBe(steps);
});

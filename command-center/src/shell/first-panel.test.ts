import { afterEach, expect, test } from 'vitest';
import { openFirstPanel } from './first-panel.ts';
import { hallPanels, showPanel } from './hall-panels.ts';

afterEach(() => showPanel(null));

test('who decides comes to the numbers, who acts to the map', () => {
  openFirstPanel({ role: 'duty-officer' });
  expect(hallPanels.get().open).toBeNull();
  openFirstPanel({ role: 'leader' });
  expect(hallPanels.get().open).toBe('situation');
});

test('a panel that is open already is not pushed aside', () => {
  showPanel('layers');
  openFirstPanel({ role: 'leader' });
  expect(hallPanels.get().open).toBe('layers');
});

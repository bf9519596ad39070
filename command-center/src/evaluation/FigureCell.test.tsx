import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '#words/i18n.ts';
import { FigureCell } from './FigureCell.tsx';

let root: Root | null = null;
beforeAll(() => startWords('en'));
afterEach(() => {
  root?.unmount();
  root = null;
  document.body.replaceChildren();
});

const rate = {
  ...{ __typename: 'EvaluationFigure' as const, key: 'dispose-rate', nameZh: '处置率' },
  ...{ nameEn: 'Disposal rate', unit: 'percent', value: 75, numerator: 3, denominator: 4 },
  ...{ rowsAre: 'incident', rows: 4 },
};
const group = { key: 'water', nameZh: '水务局', nameEn: 'Water' };
const stretch = { areaCode: '990101', from: '2026-05-01', to: '2026-06-01' };

function cell(figure: typeof rate, of: { stretch?: typeof stretch } = {}) {
  const onOpen = vi.fn();
  root = createRoot(document.body.appendChild(document.createElement('main')));
  flushSync(() =>
    root?.render(
      <table>
        <tbody>
          <tr>
            <FigureCell {...{ figure, group, onOpen }} by="department" {...of} />
          </tr>
        </tbody>
      </table>,
    ),
  );
  const buttons = [...document.querySelectorAll('button')];
  const said = buttons.map((button) => [button.dataset['open'], button.textContent]);
  return { onOpen, buttons, said, text: document.querySelector('td')!.textContent };
}

const opened = {
  ...{ key: 'dispose-rate', rowsAre: 'incident', by: 'department', group: 'water' },
  title: 'Disposal rate · Water',
};

test('a rate of a group opens what it counts and what it is about', () => {
  const { onOpen, buttons, said, text } = cell(rate);
  expect(text).toBe('75.00% 3 / 4');
  expect(said).toEqual([
    ['counted', '3'],
    ['among', '4'],
  ]);
  for (const button of buttons) button.click();
  expect(onOpen.mock.calls).toEqual([
    [{ ...opened, counted: true }],
    [{ ...opened, counted: false }],
  ]);
});

test('of a month it opens the rows of that month', () => {
  const { onOpen, buttons } = cell(rate, { stretch });
  buttons[0]!.click();
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ ...opened, counted: true, stretch });
});

test.each([
  ['of nothing counted opens what it is about alone', { numerator: 0, value: 0 }, ['4']],
  ['without cases opens nothing', { numerator: 0, denominator: 0, rows: 0, value: 0 }, []],
  ['that counts opens its cases once', { unit: 'count', value: 4, numerator: 4 }, ['4']],
  ['in minutes opens its cases alone', { unit: 'minutes', value: 90.5, numerator: 362 }, ['4']],
  ['whose numerator are reworks opens its cases alone', { key: 'rework-rate' }, ['4']],
])('a figure %s', (_, more, numbers) => {
  expect(cell({ ...rate, ...more }).said.map(([, text]) => text)).toEqual(numbers);
});

import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { firstLinkageRule, takeInLinkageRule, type LinkageRule, type RuleFault } from 'grid-data';
import i18next from 'i18next';
import { startWords } from '#words/i18n.ts';
import { RuleSentence } from './RuleSentence.tsx';
import type { Choices } from './use-choices.ts';

vi.mock('#recordings/ThingFinder.tsx', () => ({ ThingFinder: () => null }));

const choices: Choices = {
  areas: [
    { value: '431382', words: '涟源市' },
    { value: '431382001', words: '蓝田' },
  ],
  classes: [
    { value: 'E0102', words: '暴露垃圾' },
    { value: 'E0201', words: '店外经营' },
  ],
  scenes: [],
};

let root: Root;
let rule: LinkageRule;

function Under({ told }: { told: readonly RuleFault[] }) {
  const [draft, setDraft] = useState(rule);
  const change = (next: LinkageRule): void => {
    rule = next;
    setDraft(next);
  };
  const taken = takeInLinkageRule(draft);
  const faults = [...('faults' in taken ? taken.faults : []), ...told];
  return <RuleSentence rule={draft} choices={choices} faults={faults} onChange={change} />;
}

async function show(shown: LinkageRule, told: readonly RuleFault[] = []): Promise<void> {
  rule = shown;
  await act(async () => root.render(<Under told={told} />));
}
const sentence = () =>
  [...document.querySelectorAll('[data-part]')].map((line) => line.textContent).join(' ');
const chip = (path: string) =>
  document.querySelector<HTMLElement>(`[data-blank="${path}"] > button`)!;
const click = (element: Element | null | undefined) =>
  act(async () => (element as HTMLElement).click());
const choice = (words: string) =>
  [...document.querySelectorAll('[role=dialog] label')]
    .find((label) => label.textContent === words)
    ?.querySelector('input');

beforeAll(async () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  await startWords('zh-CN');
});
beforeEach(async () => {
  await i18next.changeLanguage('zh-CN');
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

test('a rule reads as a sentence in both languages', async () => {
  const when = { ...firstLinkageRule.when, classCodes: ['E0102'], grades: [1, 2] } as never;
  await show({ ...firstLinkageRule, when, where: ['431382001'] });
  expect(sentence()).toContain('当蓝田有问题上报，类别为暴露垃圾，等级为特别重大、重大时：');
  expect(document.querySelector('ol')?.textContent).toContain('打开最好的 4 台获准摄像机');
  await act(async () => i18next.changeLanguage('en'));
  expect(sentence()).toContain(
    'When an incident in 蓝田 is reported, of class 暴露垃圾, of grade Extremely grave, Grave, then:',
  );
});

test('a blank opens its choices with the keyboard, Esc gives the keyboard back to it', async () => {
  await show(firstLinkageRule);
  await click(chip('where'));
  expect(document.activeElement?.getAttribute('type')).toBe('checkbox');
  await click(choice('蓝田'));
  expect(rule.where).toEqual(['431382001']);
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  await act(async () => document.activeElement?.dispatchEvent(escape));
  expect(document.querySelector('[role=dialog]')).toBe(null);
  expect(document.activeElement).toBe(chip('where'));
});

test('a condition is added, filled in and taken out again', async () => {
  await show(firstLinkageRule);
  await click(chip('condition'));
  await click(choice('类别'));
  await click(chip('when.classCodes'));
  await click(choice('店外经营'));
  expect(rule.when).toMatchObject({ classCodes: ['E0201'] });
  await click(document.querySelector('[data-act="remove-classes"]'));
  expect(rule.when).toMatchObject({ classCodes: [] });
  expect(document.querySelector('[data-blank="when.classCodes"]')).toBe(null);
});

test('an action is added and taken out; a rule without any says what it lacks', async () => {
  await show({ ...firstLinkageRule, effects: [{ kind: 'focus' }] });
  await click(chip('effect'));
  await click(choice('通知'));
  expect(rule.effects.map(({ kind }) => kind)).toEqual(['focus', 'notify']);
  for (const _ of rule.effects) await click(document.querySelector('[data-act="remove-effect"]'));
  expect(rule.effects).toEqual([]);
  expect(document.body.textContent).toContain('至少要有一个动作');
});

test('a fault stands at the blank it belongs to, and goes when it is mended', async () => {
  await show(firstLinkageRule);
  await click(chip('when.kind'));
  await click(choice('到某个时刻'));
  expect(chip('effects.0').dataset['fault']).toBe('needs-incident');
  expect(chip('effects.0').getAttribute('aria-describedby')).toBeTruthy();
  await click(chip('when.kind'));
  await click(choice('问题上报或超期'));
  expect(chip('effects.0').dataset['fault']).toBe(undefined);
});

test('what the server alone knows stands at its blank too', async () => {
  const effects = [{ kind: 'show-scene' as const, sceneId: crypto.randomUUID() }];
  await show({ ...firstLinkageRule, effects }, [
    { field: 'effects.0.sceneId', reason: 'unknown-scene' },
  ]);
  const blank = document.querySelector('[data-blank="effects.0.sceneId"]');
  expect(blank?.querySelector('[role=alert]')?.textContent).toBe('场景不在或未发布');
});

import i18next from 'i18next';
import { pinyin } from 'pinyin-pro';
import { beforeAll, expect, test } from 'vitest';
import { permissionsOf, type Role } from 'grid-data';
import { findCommands } from '#search/find-commands.ts';
import { startWords } from '#words/i18n.ts';
import { paletteCommands } from './palette-commands.ts';

beforeAll(() => startWords('en'));

const offered = (role: Role) =>
  paletteCommands({ permissions: permissionsOf(role) }, i18next.getFixedT('en', 'shell') as never);
const everything = () =>
  paletteCommands(
    {
      permissions: [
        ...permissionsOf('administrator'),
        ...permissionsOf('duty-officer'),
        'case.configure',
        'linkage.edit',
        'evaluation.read',
      ],
    },
    i18next.getFixedT('en', 'shell') as never,
  );

test('each command and page is typed as its Chinese name is spelled', () => {
  const all = everything();
  expect(all.filter(({ kind }) => kind === 'page').map(({ id }) => id)).toEqual([
    'desk',
    'evaluation',
    'records',
    'recordings',
    'linkage',
    'caseRules',
    'accounts',
    'wallDesigner',
  ]);
  for (const command of all) {
    const chinese = command.names[0]!.replaceAll(/[^\u4E00-\u9FFF]/g, '');
    const spelled = pinyin(chinese, { toneType: 'none', type: 'array', v: true });
    expect(command.pinyin, command.id).toBe(spelled.join(' '));
  }
});

test.each([
  ['工作台', 'desk'],
  ['gzt', 'desk'],
  ['gongzuotai', 'desk'],
  ['Desk', 'desk'],
  ['tuceng', 'layers'],
  ['图层', 'layers'],
  ['legend', 'layers'],
  ['y', 'layers'],
  ['?', 'keys'],
  ['spyxzk', 'video-health'],
])('%s finds %s first', (typed, id) => {
  expect(findCommands(everything(), typed)[0]?.id).toBe(id);
});

test('what nothing is called finds nothing', () => {
  expect(findCommands(everything(), '不存在')).toEqual([]);
  expect(findCommands(everything(), '、')).toEqual([]);
});

test('no page is offered that the account may not open', () => {
  const worker = offered('grid-worker').map(({ id }) => id);
  expect(worker).not.toContain('accounts');
  expect(worker).not.toContain('linkage');
  expect(worker).not.toContain('wallDesigner');
  expect(offered('administrator').map(({ id }) => id)).toContain('accounts');
});

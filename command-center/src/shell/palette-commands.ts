/** What the search palette offers beside what it finds: the commands of the keyboard, and the pages of the account. */
import i18next from 'i18next';
import type { PaletteCommand } from '#search/find-commands.ts';
import { languages } from '#words/i18n.ts';
import { commandPinyin } from './command-pinyin.ts';
import { chosenCommand, hallCommands } from './hall-keys.ts';
import { pagesOf } from './hall-pages.ts';
import { goTo } from './path.ts';

export function paletteCommands(
  viewer: { permissions: readonly string[] },
  t: (key: string) => string,
): PaletteCommand[] {
  const mayUseWall = viewer.permissions.some((each) => each.startsWith('wall.'));
  const commands = hallCommands().filter(({ id }) => id !== 'wall' || mayUseWall);
  return [
    ...commands.map((command) => ({
      ...named(command.id, `command.${command.id}`, t),
      kind: 'command' as const,
      shortcut: command.key,
      run: chosenCommand(command),
    })),
    ...pagesOf(viewer).map(({ id, path }) => ({
      ...named(id, id, t),
      kind: 'page' as const,
      shortcut: '',
      run: () => goTo(path),
    })),
  ];
}

function named(id: string, key: string, t: (key: string) => string) {
  const names = languages.map((language) => i18next.getFixedT(language, 'shell')(key));
  return { id, words: t(key), names, pinyin: commandPinyin[id] ?? '' };
}

/** Commands and pages by their words in every language, their key, and the pinyin of the Chinese ones. */
export type PaletteCommand = {
  id: string;
  kind: 'command' | 'page';
  /** In the language of the screen. */
  words: string;
  /** In every language. */
  names: readonly string[];
  /** Of the Chinese name, syllable by syllable: sou suo. */
  pinyin: string;
  /** Empty where no key does it. */
  shortcut: string;
  run: () => void;
};

/** All of them for an empty text; else the nearest first. */
export function findCommands(
  commands: readonly PaletteCommand[],
  typed: string,
): readonly PaletteCommand[] {
  const text = lettersOf(typed);
  if (typed.trim() === '') return commands;
  return commands
    .map((command) => ({ command, rank: rankOf(command, typed.trim(), text) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ command }) => command);
}

/** Its key, a name, how that begins, how a word of it begins, the middle; null where nothing of it is so. */
function rankOf(command: PaletteCommand, typed: string, text: string): number | null {
  if (command.shortcut !== '' && command.shortcut.toLowerCase() === typed.toLowerCase()) return 0;
  if (text === '') return null;
  const syllables = command.pinyin.split(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const names = [...command.names.map(lettersOf), initials, syllables.join('')];
  if (names.includes(text)) return 1;
  if (names.some((name) => name.startsWith(text))) return 2;
  if (names.some((name) => name.includes(text))) return 3;
  return null;
}

/** Blanks, marks and the width of letters make no difference. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

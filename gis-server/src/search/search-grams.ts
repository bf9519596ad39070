import { pinyin } from 'pinyin-pro';

/** Longest text that is indexed; what is longer is found by its beginning. */
const longestText = 120;

/**
 * What a thing is found by: every pair of neighbouring letters of its texts and of their pinyin initials, in lower
 * case, and each text's first letter by itself (`^x`) for searches of one letter.
 */
export function searchGrams(texts: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    const letters = normalised(text);
    addPairs(letters, grams);
    const initials = pinyinInitials(text);
    if (initials !== letters) addPairs(initials, grams);
  }
  return [...grams];
}

/** Pairs that a thing must have all of to match what somebody typed; none for an empty text. */
export function queryGrams(typed: string): string[] {
  const letters = normalised(typed);
  if (letters.length === 1) return [`^${letters}`];
  const grams = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i += 1) grams.add(letters.slice(i, i + 2));
  return [...grams];
}

/** 柳塘街道 becomes ltjd; letters and digits stay. */
export function pinyinInitials(text: string): string {
  const initials = pinyin(text.slice(0, longestText), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  });
  return normalised(initials.join(''));
}

/** 柳塘街道 becomes liutangjiedao; ü is v, as keyboards write it. */
export function pinyinInFull(text: string): string {
  const syllables = pinyin(text.slice(0, longestText), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  return normalised(syllables.join(''));
}

/** The form in which letters are compared: lower case, full-width made half-width, blanks and marks left out. */
export function normalised(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function addPairs(letters: string, grams: Set<string>): void {
  if (letters === '') return;
  grams.add(`^${letters[0]}`);
  for (let i = 0; i + 1 < letters.length; i += 1) grams.add(letters.slice(i, i + 2));
}

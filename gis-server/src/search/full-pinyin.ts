/**
 * Full pinyin as people type it, without blanks: liutangjiedao. Things are looked up by the initials that it stands
 * for, which the index has anyway, and kept where the letters are theirs (DECISIONS 76).
 */

const syllable = new RegExp(
  `^(?:${[
    'a[io]?|ou?|e[inr]?|ang?',
    '[bmp](?:a[io]?|[aei]ng?|ei|ie?|ia[no]|o|u)|pou|me|m[io]u',
    '[fw](?:a|[ae]ng?|ei|o|u)|fou|wai',
    '[dt](?:a[io]?|ang?|e|eng|ong|ie?|ing|ia[no]|ou|u[ino]?|uan)|de[in]|diu|dia|tei',
    '[nl](?:a[io]?|ei?|[eio]ng|i[eu]?|i?ang?|iao|in|ou|u[eo]?|ve?|uan)|nen|lia|lun',
    '[ghk](?:a[io]?|[ae]ng?|e|ei|ong|ou|u[aino]?|uai|uang?)',
    '[jqx](?:ia?|iao|iang?|ie|ing?|iong|iu|u[en]?|uan)',
    '(?:[csz]h?|r)(?:[ae]ng?|ao|e|i|ou|u[ino]?|uan)|[csz](?:ai?|ong)',
    '[csz]h(?:ai?|uai?|uang?)|[zs]h?ei|[cz]hong|rong|rua',
    'y(?:ao?|[ai]ng?|e|i|ong|ou|u[en]?|uan)',
  ].join('|')})$`,
);
const longestSyllable = 6;
/** Few words fall into syllables in more ways; the rest of them are read as one of these. */
const mostReadings = 8;
/** What is typed of a name that is longer than this narrows nothing any more. */
const longestTyped = 40;

/**
 * The initials that letters may stand for, by each way in which they fall into syllables: xian is x and xa. What is
 * typed of a last syllable counts by its first letter. Empty where they are no pinyin of two syllables or more.
 */
export function initialsOfFullPinyin(typed: string): string[] {
  const letters = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’]/g, '');
  if (!/^[a-z]{3,}$/.test(letters)) return [];
  const readings = new Set<string>();
  read(letters.slice(0, longestTyped), '', readings);
  return [...readings].filter((initials) => initials.length > 1 && initials !== letters);
}

function read(rest: string, initials: string, readings: Set<string>): void {
  if (readings.size >= mostReadings) return;
  if (rest === '') {
    readings.add(initials);
    return;
  }
  for (let length = Math.min(longestSyllable, rest.length); length > 0; length -= 1) {
    if (syllable.test(rest.slice(0, length))) {
      read(rest.slice(length), initials + rest.charAt(0), readings);
    }
  }
  if (initials !== '' && beginsSyllable(rest)) readings.add(initials + rest.charAt(0));
}

/** Whether somebody may be in the middle of typing a syllable. */
function beginsSyllable(rest: string): boolean {
  return /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)[aeiouv]{0,3}n?$/.test(rest);
}

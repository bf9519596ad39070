/**
 * What a worker looks for by a few letters: each word typed stands somewhere in the texts, or begins the pinyin
 * initials of one. The phone does it by itself, for there may be no line.
 */
export function findByWords<Thing>(
  things: readonly Thing[],
  typed: string,
  textsOf: (thing: Thing) => { texts: readonly (string | null)[]; initials: string },
): Thing[] {
  const words = lower(typed).split(/\s+/).filter(Boolean);
  return things.filter((thing) => {
    const { texts, initials } = textsOf(thing);
    const all = lower(texts.filter((text) => text !== null).join('\n'));
    return words.every((word) => all.includes(word) || initials.includes(word));
  });
}

const lower = (text: string): string => text.normalize('NFKC').toLowerCase();

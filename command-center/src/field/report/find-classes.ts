/** Classes whose name, in either language, code or pinyin initials hold what is typed. */
export type NamedClass = {
  code: string;
  nameZh: string;
  nameEn: string;
  /** Absent in what an older app kept. */
  initials?: string;
};

export function findClasses<Class extends NamedClass>(
  classes: readonly Class[],
  typed: string,
): Class[] {
  const words = typed.normalize('NFKC').trim().toLowerCase();
  if (words === '') return [];
  return classes
    .map((each) => ({ each, rank: rankOf(each, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ each }) => each);
}

/** What begins so comes first, a name before letters that stand for one; null where nothing holds it. */
function rankOf({ code, nameZh, nameEn, initials = '' }: NamedClass, words: string): number | null {
  const names = [nameZh, nameEn.toLowerCase(), code.toLowerCase()];
  if (names.some((name) => name.startsWith(words))) return 0;
  if (initials.startsWith(words)) return 1;
  if (names.some((name) => name.includes(words))) return 2;
  return initials.includes(words) ? 3 : null;
}

/** Classes whose name or code holds what is typed, in either language. */
export type NamedClass = { code: string; nameZh: string; nameEn: string };

export function findClasses<Class extends NamedClass>(
  classes: readonly Class[],
  typed: string,
): Class[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return [];
  const rank = ({ code, nameZh, nameEn }: NamedClass): number => {
    const names = [nameZh, nameEn.toLowerCase(), code.toLowerCase()];
    if (names.some((name) => name.startsWith(words))) return 0;
    return names.some((name) => name.includes(words)) ? 1 : 2;
  };
  return classes
    .map((each) => ({ each, rank: rank(each) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

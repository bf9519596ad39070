import type { Random } from '../random.ts';
import { field, readSeedCsv } from '../seed-files.ts';

/** Gives each line of a town's lattice its one name. */
export type StreetNamer = (line: string) => string;

export function createStreetNamer(isSeat: boolean, random: Random): StreetNamer {
  const rows = readSeedCsv('street-names.csv');
  const of = (kind: string): string[] =>
    rows.filter((row) => field(row, 'kind') === kind).map((row) => field(row, 'name'));
  const stems = shuffled(of('stem'), random);
  const names = new Map<string, string>();
  const mains = isSeat
    ? of('seat-main')
    : ['人民路', '交通路', '建设路', '文化路', ...stems.splice(0, 4).map((stem) => `${stem}路`)];
  let minor = 0;
  return (line) => {
    const known = names.get(line);
    if (known !== undefined) return known;
    const index = Number(line.split('/')[1]);
    const isMain = index % (isSeat ? 4 : 3) === 0;
    const name = (isMain ? mains.shift() : undefined) ?? minorName(stems, minor++, line);
    names.set(line, name);
    return name;
  };
}

/** 路 and 街 by the line's direction, 巷 for the small; when the stems run out they come again as 二路, 三路. */
function minorName(stems: string[], number: number, line: string): string {
  const stem = stems[number % stems.length]!;
  const round = Math.floor(number / stems.length);
  const suffix = line.startsWith('0/') ? '路' : number % 3 === 0 ? '巷' : '街';
  return `${stem}${['', '二', '三', '四', '五'][round] ?? '新'}${suffix}`;
}

export function shuffled<T>(list: T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** Forms that single fields of office files come in. */
import { z } from 'zod';

type Words = Readonly<Record<string, string>>;

/** Our own word for what was said in Chinese; whatever else was said, as it is. */
export function ownWord(words: Words, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const said = value.trim();
  const known = said.normalize('NFKC');
  return Object.hasOwn(words, known) ? words[known] : said;
}

/** Takes Chinese words of the field for our own. */
export function chinese<T extends z.ZodType>(words: Words, form: T) {
  return z.preprocess((value) => ownWord(words, value), form);
}

/** Text, also where a GeoJSON gives it as a number; what is missing stays missing. */
export function written<T extends z.ZodType>(form: T) {
  return z.preprocess((value) => {
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? value.trim() : value;
  }, form);
}

/** A day as ISO writes it, and as office programs do: 2026/5/1, 20260501, 2026年5月1日. */
export const day = z.preprocess(
  (value) => {
    const parts = /^(\d{4})[/.年]?(\d{1,2})[/.月]?(\d{1,2})日?$/.exec(String(value).trim());
    if (parts === null) return value;
    const [, year = '', month = '', date = ''] = parts;
    return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  },
  z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], 'a day like 2026-05-01'),
);

/** A moment as ISO writes it, and as office programs do; without an offset it is that of the city (UTC+8). */
export const moment = z.preprocess(
  (value) => {
    const parts = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})[ T](\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(
      String(value).trim(),
    );
    if (parts === null) return value;
    const [, year = '', month = '', date = '', hour = '', minute = '', second = '00'] = parts;
    const two = (text: string) => text.padStart(2, '0');
    return `${year}-${two(month)}-${two(date)}T${two(hour)}:${minute}:${second}+08:00`;
  },
  z.iso.datetime({ offset: true, error: 'a moment like 2026-05-01 08:30' }),
);

/** Several values in one field, parted by ; | , or their Chinese forms. */
export function list<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[;；|,，、]/).filter(Boolean) : value),
    z.array(item).min(1),
  );
}

const yes = ['true', '1', 'yes', 'y', '是', '有'];
const no = ['false', '0', 'no', 'n', '否', '无'];

export const truth = z.preprocess((value) => {
  if (typeof value === 'boolean') return value;
  const said = String(value).trim().toLowerCase();
  if (yes.includes(said)) return true;
  return no.includes(said) ? false : value;
}, z.boolean('yes or no (是/否)'));

/**
 * A theme of another system as a table, one row a number of an area or a place; what is said of the theme or of an
 * indicator stands in each of its rows or in the first alone. Rows that cannot be taken are told with line and reason.
 */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { datums, toCgcs2000 } from '#domain/coordinate-systems.ts';
import { themeDocument, type ThemeDocument } from '#domain/outside/theme-document.ts';
import { moment, truth } from './field-forms.ts';
import type { RejectedRow } from './source-row.ts';

export type ThemeTable = { document: ThemeDocument | null; rejects: RejectedRow[] };

type Cells = Readonly<Record<string, string>>;
type Indicator = Omit<ThemeDocument['indicators'][number], 'areas' | 'places'> & {
  areas: Map<string, number>;
  places: Map<string, ThemePlace>;
};
type ThemePlace = NonNullable<ThemeDocument['indicators'][number]['places']>[number];

/** Header words for our own. */
const aliases: Readonly<Record<string, string>> = {
  主题代码: 'theme',
  主题: 'themeName',
  主题名称: 'themeName',
  来源: 'source',
  数据来源: 'source',
  截至: 'asOf',
  截至时间: 'asOf',
  有效小时: 'goodForHours',
  示意: 'illustrative',
  指标代码: 'indicator',
  指标: 'indicatorName',
  指标名称: 'indicatorName',
  单位: 'unit',
  涉及个人: 'sensitive',
  区划代码: 'areaCode',
  数值: 'value',
  数量: 'value',
  编号: 'id',
  名称: 'name',
  经度: 'longitude',
  纬度: 'latitude',
  坐标系: 'datum',
};

const number = (least: number, most: number) =>
  z.preprocess(
    (text) => (text === undefined ? text : Number(text)),
    z.number().min(least).max(most),
  );

const areaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/, 'a code of 6, 9 or 12 digits');
const areaRow = z.object({ areaCode, value: number(0, 1e12) });
const placeRow = z.object({
  id: z.string().max(80),
  name: z.string().max(120),
  areaCode,
  longitude: number(-180, 1e8),
  latitude: number(-90, 1e8),
  datum: z.enum(datums).default('cgcs2000'),
});
const flags = z.object({ sensitive: truth.default(false), illustrative: truth.default(false) });

export function themeOfTable(bytes: Uint8Array): ThemeTable {
  const rows = rowsOf(bytes);
  if (rows instanceof Error) {
    return { document: null, rejects: [{ line: 1, reason: 'no-table', detail: rows.message }] };
  }
  const rejects: RejectedRow[] = [];
  const indicators = new Map<string, Indicator>();
  const said = new Map<string, string>();
  for (const { line, cells } of rows) {
    const fault = takeIn(cells, said, indicators);
    if (fault !== null) rejects.push({ line, ...fault });
  }
  const head = Object.fromEntries(said);
  const asOf = moment.safeParse(head['asOf']);
  const parsed = themeDocument.safeParse({
    theme: head['theme'],
    name: head['themeName'],
    source: head['source'],
    illustrative: flags.shape.illustrative.safeParse(head['illustrative']).data ?? false,
    asOf: asOf.success ? asOf.data : head['asOf'],
    goodForHours: Number(head['goodForHours']),
    indicators: [...indicators.values()].map(({ areas, places, ...rest }) => ({
      ...rest,
      ...(places.size > 0
        ? { places: [...places.values()] }
        : { areas: [...areas].map(([code, value]) => ({ areaCode: code, value })) }),
    })),
  });
  if (parsed.success) return { document: parsed.data, rejects };
  const { path, message } = parsed.error.issues[0]!;
  const detail = `${path.join('.') || 'table'}: ${message}`;
  return { document: null, rejects: [{ line: 1, reason: 'no-theme', detail }, ...rejects] };
}

type Fault = Omit<RejectedRow, 'line'>;
const headWords = ['theme', 'themeName', 'source', 'asOf', 'goodForHours', 'illustrative'] as const;

/** Answers why the row is not taken, or null. */
function takeIn(
  cells: Cells,
  said: Map<string, string>,
  indicators: Map<string, Indicator>,
): Fault | null {
  for (const word of headWords) {
    const [before, now] = [said.get(word), cells[word]];
    if (before !== undefined && now !== undefined && before !== now) {
      return { reason: 'another-theme', detail: `${word} ${now}: the rows before say ${before}` };
    }
    if (now !== undefined) said.set(word, now);
  }
  const { indicator: code } = cells;
  if (code === undefined) return { reason: 'invalid-field', detail: 'indicator is missing' };
  const known = indicators.get(code) ?? newIndicator(code, cells);
  if ('reason' in known) return known;
  const fault = cells['value'] === undefined ? takePlace(cells, known) : takeNumber(cells, known);
  if (fault === null) indicators.set(code, known);
  return fault;
}

function newIndicator(code: string, cells: Cells): Indicator | Fault {
  const sensitive = flags.shape.sensitive.safeParse(cells['sensitive']);
  if (!sensitive.success) return faultOf(sensitive.error, cells, 'sensitive');
  const parsed = z
    .object({ code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), name: z.string().max(40) })
    .safeParse({ code, name: cells['indicatorName'] ?? code });
  if (!parsed.success) return faultOf(parsed.error, { ...cells, code }, 'indicator');
  const unit = (cells['unit'] ?? '').slice(0, 10);
  return { ...parsed.data, unit, sensitive: sensitive.data, areas: new Map(), places: new Map() };
}

function takeNumber(cells: Cells, { areas, places }: Indicator): Fault | null {
  if (places.size > 0) return { reason: 'mixed', detail: 'the indicator counts places' };
  const row = areaRow.safeParse(cells);
  if (!row.success) return faultOf(row.error, cells, 'value');
  const { areaCode: code, value } = row.data;
  if (areas.has(code)) return { reason: 'twice', detail: `${code} has a number already` };
  areas.set(code, value);
  return null;
}

function takePlace(cells: Cells, { areas, places, sensitive }: Indicator): Fault | null {
  if (areas.size > 0) return { reason: 'mixed', detail: 'the indicator has numbers of areas' };
  if (sensitive) return { reason: 'sensitive-place', detail: 'a place would point at persons' };
  const row = placeRow.safeParse(cells);
  if (!row.success) return faultOf(row.error, cells, 'value');
  const { datum, longitude, latitude, ...rest } = row.data;
  const [east, north] = toCgcs2000(datum, [longitude, latitude]);
  if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) {
    return { reason: 'invalid-field', detail: `${longitude}, ${latitude} is no place of ${datum}` };
  }
  if (places.has(rest.id)) return { reason: 'twice', detail: `${rest.id} stands there already` };
  places.set(rest.id, { ...rest, longitude: east, latitude: north });
  return null;
}

function faultOf(error: z.ZodError, cells: Cells, fallback: string): Fault {
  const detail = error.issues
    .map(({ path, message }) => {
      const field = String(path[0] ?? fallback);
      const value = cells[field];
      return value === undefined
        ? `${field} is missing`
        : `${field} ${JSON.stringify(value).slice(0, 60)}: ${message}`;
    })
    .join('; ');
  return { reason: 'invalid-field', detail };
}

/** UTF-8 or GB18030, the names of the columns in any of the words known; an empty cell says nothing. */
function rowsOf(bytes: Uint8Array): { line: number; cells: Cells }[] | Error {
  try {
    const records = parse(textOf(bytes), {
      columns: (header: string[]) => header.map((name) => aliases[name.trim()] ?? name.trim()),
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')),
    }));
  } catch (error) {
    return error as Error;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

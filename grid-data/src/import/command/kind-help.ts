/** What a file of one kind must and may say, for people who have the file in hand. */
import { aliasesOf, ownNames } from '../columns.ts';
import { importRules, shapesOf, type ImportKind } from '../import-kinds.ts';

/** Names of the fields that a row of this kind cannot do without. */
function neededFields(kind: ImportKind): string[] {
  const { shape } = importRules[kind].fields;
  return Object.keys(shape).filter((field) => !shape[field]?.safeParse(undefined).success);
}

/** Fields that no row of a file with these columns can have. */
export function missingFields(kind: ImportKind, columns: readonly string[]): string[] {
  const there = ownNames(kind, Object.fromEntries(columns.map((column) => [column, 'x'])));
  return neededFields(kind).filter((field) => !(field in there));
}

/** One line a field: our name, whether it is needed, and the column names that mean the same. */
export function helpOf(kind: ImportKind): string {
  const { fields, geometry } = importRules[kind];
  const needed = neededFields(kind);
  const aliases = aliasesOf(kind);
  const line = (field: string) => {
    const others = Object.keys(aliases).filter((header) => aliases[header] === field);
    const mark = needed.includes(field) ? '*' : ' ';
    return `  ${mark} ${field.padEnd(20)} ${others.join(', ')}`.trimEnd();
  };
  const shapes = shapesOf[geometry];
  const place = shapes.includes('Point') ? ['longitude', 'latitude'].map(line) : [];
  const shape = shapes.length > 0 ? [`a GeoJSON gives each ${shapes.join(' or ')}`] : [];
  const columns = [...Object.keys(fields.shape).map(line), ...place];
  return [
    `columns of ${kind} (* needed), and other names they may have:`,
    ...columns,
    ...shape,
  ].join('\n');
}

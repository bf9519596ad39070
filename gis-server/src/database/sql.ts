import { DomainError } from 'grid-data';

/** A piece of SQL with its values apart; pieces nest in each other and number their values anew. */
export type Statement = {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
  readonly text: string;
};

type RawSql = { readonly raw: string };

/** Writes SQL: `${value}` becomes a parameter, `${statement}` a nested piece, `${identifier('x')}` a checked name. */
export function sql(strings: TemplateStringsArray, ...inserts: unknown[]): Statement {
  const parts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  const addText = (text: string) => {
    parts[parts.length - 1] += text;
  };
  inserts.forEach((insert, index) => {
    if (isStatement(insert)) addStatement(insert);
    else if (isRaw(insert)) addText(insert.raw);
    else addValue(insert);
    addText(strings[index + 1] ?? '');
  });
  return statementOf(parts, values);

  function addValue(value: unknown): void {
    values.push(value);
    parts.push('');
  }
  function addStatement(inner: Statement): void {
    addText(inner.parts[0] ?? '');
    inner.values.forEach((value, index) => {
      addValue(value);
      addText(inner.parts[index + 1] ?? '');
    });
  }
}

/** Joins pieces with a separator such as `, ` or ` and `. */
export function joinSql(pieces: readonly Statement[], separator: string): Statement {
  const parts: string[] = [''];
  const values: unknown[] = [];
  pieces.forEach((piece, index) => {
    parts[parts.length - 1] += (index === 0 ? '' : separator) + (piece.parts[0] ?? '');
    piece.values.forEach((value, at) => {
      values.push(value);
      parts.push(piece.parts[at + 1] ?? '');
    });
  });
  return statementOf(parts, values);
}

/** A column or table name, optionally with its alias in front; anything else is refused. */
export function identifier(name: string): RawSql {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(name)) {
    throw new DomainError('invalid-input', `not a column name: ${name}`);
  }
  return { raw: name };
}

/** Fixed SQL text written in our own source, such as a literal that another function has checked. */
export function rawSql(text: string): Statement {
  return statementOf([text], []);
}

function statementOf(parts: readonly string[], values: readonly unknown[]): Statement {
  const text = parts.reduce((whole, part, index) => `${whole}$${index}${part}`);
  return { parts, values, text };
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'parts' in value && 'text' in value;
}

function isRaw(value: unknown): value is RawSql {
  return typeof value === 'object' && value !== null && 'raw' in value;
}

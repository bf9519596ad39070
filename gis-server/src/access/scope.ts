import { identifier, rawSql, sql, type Statement } from '#database/sql.ts';
import { DomainError } from 'grid-data';
import type { Viewer } from './viewer.ts';

/** The half-open range of codes that begin with a prefix, compared letter by letter (collate "C"). */
export type CodeRange = { from: string; to: string };

export function codeRange(prefix: string): CodeRange {
  if (!/^\d{0,15}$/.test(prefix)) {
    throw new DomainError('invalid-input', `not an area code: ${prefix}`, { reason: 'bad-code' });
  }
  if (prefix === '') return { from: '', to: ':' }; // ':' follows '9'
  const last = prefix.charCodeAt(prefix.length - 1);
  return { from: prefix, to: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
}

/** Codes below an area, as literals: only a literal lets the planner weigh it against the position index. */
export function codesWithin(areaCode: string, column: string): Statement {
  const { from, to } = codeRange(areaCode);
  return areaCode === ''
    ? rawSql('true')
    : sql`('${rawSql(from)}' <= ${identifier(column)} and ${identifier(column)} < '${rawSql(to)}')`;
}

/** The one place where the viewer's area enters a statement. */
export function withinScope(viewer: Viewer, areaColumn: string): Statement {
  return codesWithin(viewer.scopePrefix, areaColumn);
}

/** The same with the second axis: a department sees only the cases given to it. */
export function withinCaseScope(
  viewer: Viewer,
  areaColumn: string,
  departmentColumn: string,
): Statement {
  const area = withinScope(viewer, areaColumn);
  if (viewer.role !== 'department') return area;
  const department = viewer.departmentCode ?? '';
  return sql`(${area} and ${identifier(departmentColumn)} = ${department})`;
}

/** Whether a row of this area lies in the viewer's scope, for what is judged in memory. */
export function seesArea(viewer: Viewer, areaCode: string): boolean {
  return areaCode.startsWith(viewer.scopePrefix);
}

import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { audienceOf, journalKinds, type JournalKind } from 'grid-data';
import type { JournalRow } from './journal-row.ts';

/** Kinds of rows that the viewer's permissions open: acts of people only to those who audit them. */
export function visibleKinds(viewer: Viewer): JournalKind[] {
  return journalKinds.filter((kind) => mayReadKind(viewer, kind));
}

/** What belongs to a case, or tells of one as rules do: a department hears of the cases given to it. */
const ofCases: ReadonlySet<JournalRow['subjectKind']> = new Set([
  'incident',
  'plot',
  'linkage-rule',
]);

/** Whether a row is the viewer's to see: kind, area and, for a department, whose case it is. */
export function maySee(viewer: Viewer, row: JournalRow): boolean {
  if (!mayReadKind(viewer, row.kind) || !seesArea(viewer, row.areaCode)) return false;
  if (viewer.role !== 'department' || !ofCases.has(row.subjectKind)) return true;
  return viewer.departmentCode !== null && row.departmentCode === viewer.departmentCode;
}

function mayReadKind(viewer: Viewer, kind: JournalKind): boolean {
  if (viewer.permissions.has('audit.read')) return true;
  return audienceOf(kind) === 'map' && viewer.permissions.has('map.read');
}

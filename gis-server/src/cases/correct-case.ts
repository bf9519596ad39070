/** 更正: what the intake took down wrongly is put right, with all that follows from it. */
import type { Viewer } from '#access/viewer.ts';
import type { Place } from '#areas/service.ts';
import type { Writing } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentClass, incidentsById } from '#incidents/queries.ts';
import { rewrite } from '#intake/revise-incident.ts';
import type { CorrectedField, Correction } from 'grid-data';
import { invalidMove } from './refusals.ts';

/** What of the correction differs from what the case says; a field that says the same is no correction. */
export async function takeInCorrection(
  tx: Writing,
  incident: IncidentRecord,
  correction: Correction,
): Promise<Correction> {
  const { classCode, position, address, grade } = correction;
  if (classCode !== null && classCode !== incident.classCode) await knownClass(tx, classCode);
  const isThere =
    position?.longitude === incident.position.longitude &&
    position.latitude === incident.position.latitude;
  return {
    classCode: classCode === incident.classCode ? null : classCode,
    position: isThere ? null : position,
    address: address === incident.address ? null : address,
    grade: grade === incident.grade ? null : grade,
  };
}

async function knownClass(tx: Writing, code: string): Promise<void> {
  const found = await incidentClass(tx, code);
  if (found === null) {
    throw invalidMove('correction', `there is no class ${code.slice(0, 40)}`, 'unknown-class');
  }
  if (found.retiredAt !== null) {
    throw invalidMove('correction', 'the class takes no new case any more', 'class-retired');
  }
}

type Corrected = { moved: IncidentRecord; correction: Correction; place: Place | null };

/** The case with what it says now; a title that was the name of the old class becomes that of the new one. */
export async function writeCorrection(
  tx: Writing,
  viewer: Viewer,
  { moved, correction, place }: Corrected,
): Promise<IncidentRecord> {
  const { classCode, position, address, grade } = correction;
  const before = await incidentClass(tx, moved.classCode);
  const after = classCode === null ? before : await incidentClass(tx, classCode);
  const isNamedByClass = moved.title === before?.nameZh;
  await rewrite(tx, viewer, {
    ...moved,
    ...(position === null ? {} : { position, ...place }),
    classCode: classCode ?? moved.classCode,
    title: isNamedByClass ? (after?.nameZh ?? moved.title) : moved.title,
    address: address ?? moved.address,
    grade: grade ?? moved.grade,
  });
  const [corrected] = await incidentsById(tx, viewer, [moved.id]);
  return corrected ?? moved;
}

export function recordCorrection(tx: Writing, before: IncidentRecord, after: IncidentRecord): void {
  const { areaCode, departmentCode, position } = after;
  const about = { departmentCode, subjectKind: 'incident', subjectId: after.id } as const;
  if (areaCode !== before.areaCode) {
    // Who stands in the old area hears rows of that area alone, and must hear that the case is no longer there.
    tx.record({
      kind: 'incident.left-area',
      ...about,
      areaCode: before.areaCode,
      position: before.position,
      payload: { fromAreaCode: before.areaCode, toAreaCode: areaCode },
    });
  }
  const changes = changesOf(before, after);
  tx.record({ kind: 'incident.corrected', ...about, areaCode, position, payload: { changes } });
}

function changesOf(before: IncidentRecord, after: IncidentRecord): CorrectedField[] {
  const said = (
    incident: IncidentRecord,
  ): Record<CorrectedField['field'], string | number | null> => ({
    classCode: incident.classCode,
    title: incident.title,
    position: `${incident.position.longitude}, ${incident.position.latitude}`,
    areaCode: incident.areaCode,
    address: incident.address,
    grade: incident.grade,
  });
  const [from, to] = [said(before), said(after)];
  return (Object.keys(from) as CorrectedField['field'][])
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }));
}

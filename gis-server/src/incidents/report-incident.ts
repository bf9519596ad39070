/** Writes a report down in one transaction, whoever tells it: a page, a citizen, a line of another house. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '#access/viewer.ts';
import type { Place } from '#areas/service.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import type { Writing } from '#database/transaction.ts';
import { keyUnitsById, tieCase } from '#key-units/key-unit-queries.ts';
import { takeInOrder } from '#intake/intake-queries.ts';
import type { Order } from '#intake/intake-queries.ts';
import { reviseIncident } from '#intake/revise-incident.ts';
import { addPhotos } from '#photos/add-photos.ts';
import { checkPicture, tellPicture } from '#picture-reports/tell-picture.ts';
import type { ToldPicture } from '#picture-reports/tell-picture.ts';
import { keepReporter } from '#reporters/reporter-queries.ts';
import { searchGrams } from '#search/search-grams.ts';
import type { Position } from '#within/within.ts';
import { DomainError, stageFrom } from 'grid-data';
import type { ReporterWords } from 'grid-data';
import { indexIncident, insertIncident } from './commands.ts';
import type { NewIncident } from './commands.ts';
import type { IncidentClassRecord } from './incident-record.ts';
import { incidentClass, incidentsById } from './queries.ts';

export type ReportWords = {
  classCode: string;
  title: string | null;
  description: string | null;
  address: string | null;
  grade: number | null;
  source: string;
  componentCode: string | null;
  reportedAt: Date;
  /** Set where the report carries the number of another system. */
  order: Order | null;
  /** Somebody writes it by hand, and must be told where it would change nothing. */
  refuseKnown?: boolean;
  reporter: ReporterWords | null;
};

export type Told = {
  words: ReportWords;
  position: Position;
  place: Place;
  photoIds: readonly string[];
  /** Who sent the photos. */
  uploader: string;
  /** The unit that it is about. */
  keyUnitId?: string | null;
  /** The live picture that it was seen on. */
  picture?: ToldPicture | null;
  at: Date;
};

/** The id of its incident: of the first one where the same order has come before. */
export async function reportIncident(tx: Writing, viewer: Viewer, told: Told): Promise<string> {
  const { words, place, position, at, keyUnitId = null, picture = null } = told;
  const kind = await knownClass(tx, words.classCode);
  await checkComponent(tx, viewer, words.componentCode);
  await checkKeyUnit(tx, viewer, keyUnitId);
  const look = picture === null ? null : await checkPicture(tx, viewer, picture, at);
  const id = randomUUID();
  const { order } = words;
  if (order !== null) {
    const taken = await takeInOrder(tx, { order, incidentId: id, at });
    if (taken.is === 'known') {
      if (words.refuseKnown === true) {
        throw new DomainError('conflict', 'this order is a case already, in this revision', {
          reason: 'order-known',
          details: { field: 'input.order' },
        });
      }
      return taken.incidentId;
    }
    if (taken.is === 'newer') {
      const { incidentId } = taken;
      await reviseIncident(tx, viewer, { incidentId, words: { ...words, order }, kind });
      await addPhotosOfRevision(tx, viewer, incidentId, told);
      return incidentId;
    }
  }
  const { title, grade, order: _, refuseKnown: __, reporter, ...rest } = words;
  const incident: NewIncident = {
    ...rest,
    ...place,
    id,
    title: title ?? kind.nameZh,
    grade: grade ?? kind.defaultGrade,
    position,
    stage: stageFrom('reported', { at, ...(await readCaseRules(tx)) }),
  };
  await insertIncident(tx, viewer, incident);
  await indexIncident(tx, incident, searchGrams([incident.title, incident.address]));
  recordReport(tx, incident, keyUnitId);
  if (keyUnitId !== null)
    await tieCase(tx, { incidentId: id, keyUnitId, areaCode: place.areaCode });
  if (picture !== null && look !== null)
    await tellPicture(tx, picture, { incidentId: id, areaCode: place.areaCode, look, at });
  if (reporter !== null) await keepReporter(tx, { id, areaCode: place.areaCode }, reporter);
  const { photoIds, uploader } = told;
  const photographed = { ...incident, departmentCode: null };
  await addPhotos(tx, photographed, { photoIds, uploader, move: 'report', at });
  return id;
}

/** What a second call shows belongs to the case as what the first one showed. */
async function addPhotosOfRevision(
  tx: Writing,
  viewer: Viewer,
  incidentId: string,
  { photoIds, uploader, at }: Told,
): Promise<void> {
  const [incident] = photoIds.length > 0 ? await incidentsById(tx, viewer, [incidentId]) : [];
  if (incident !== undefined) {
    await addPhotos(tx, incident, { photoIds, uploader, move: 'report', at });
  }
}

async function knownClass(tx: Writing, code: string): Promise<IncidentClassRecord> {
  const found = await incidentClass(tx, code);
  if (found !== null && found.retiredAt !== null) {
    throw invalidReport('input.classCode', 'takes no new case any more', 'class-retired');
  }
  if (found !== null) return found;
  throw invalidReport('input.classCode', `there is no class ${code.slice(0, 40)}`, 'unknown-code');
}

async function checkComponent(tx: Writing, viewer: Viewer, code: string | null): Promise<void> {
  if (code === null || (await cityComponentsByCode(tx, viewer, [code])).length > 0) return;
  const message = `there is no city component ${code} in your scope`;
  throw invalidReport('input.cityComponentCode', message, 'unknown-code');
}

async function checkKeyUnit(tx: Writing, viewer: Viewer, id: string | null): Promise<void> {
  if (id === null || (await keyUnitsById(tx, viewer, [id])).length > 0) return;
  throw invalidReport('input.keyUnitId', 'there is no such unit in your scope', 'unknown-key-unit');
}

function recordReport(tx: Writing, incident: NewIncident, keyUnitId: string | null): void {
  const { classCode, title, grade, source, componentCode } = incident;
  tx.record({
    kind: 'incident.reported',
    areaCode: incident.areaCode,
    departmentCode: null,
    subjectKind: 'incident',
    subjectId: incident.id,
    position: incident.position,
    payload: {
      ...{ classCode, title, grade, source, componentCode },
      ...(keyUnitId === null ? {} : { keyUnitId }),
    },
  });
}

export function invalidReport(
  field: string,
  message: string,
  reason: string,
  more: object = {},
): DomainError {
  return new DomainError('invalid-input', `${field}: ${message}`, {
    reason,
    details: { field, ...more },
  });
}

/** What is done to incidents: report and acknowledge; moves stand in cases. Each is one command, idempotent by its id. */
import { randomUUID } from 'node:crypto';
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { readCaseRules } from '#cases/case-rules.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import { addPhotos, takeInPhotoIds } from '#photos/add-photos.ts';
import { searchGrams } from '#search/search-grams.ts';
import type { Position } from '#within/within.ts';
import {
  DomainError,
  incidentGrades,
  incidentSources,
  isCityComponentCode,
  stageFrom,
} from 'grid-data';
import type { Clock } from 'grid-data';
import { acknowledge, indexIncident, insertIncident } from './commands.ts';
import type { NewIncident } from './commands.ts';
import type { IncidentClassRecord, IncidentRecord } from './incident-record.ts';
import { incidentClass, incidentsForUpdate, incidentsById } from './queries.ts';

export type Report = {
  commandId: string;
  classCode: string;
  title?: string | null;
  description?: string | null;
  position: Position;
  address?: string | null;
  cityComponentCode?: string | null;
  grade?: number | null;
  source?: string | null;
  seenAt?: Date | null;
  photoIds?: readonly string[] | null;
};

export type IncidentCommands = ReturnType<typeof createIncidentCommands>;

/** What is older is for the archive, and mostly a year mistyped. */
const longestAgoMs = 366 * 86_400_000;

type Parts = { database: Database; clock: Clock; areas: AreaService };

export function createIncidentCommands({ database, clock, areas }: Parts) {
  const asItIsNow = async (viewer: Viewer, id: string): Promise<IncidentRecord> => {
    const [incident] = await database.inScope(viewer, (db) => incidentsById(db, viewer, [id]));
    if (incident === undefined) throw unknownIncident(id);
    return incident;
  };

  return {
    async report(viewer: Viewer, report: Report): Promise<IncidentRecord> {
      requirePermission(viewer, 'incident.report');
      const words = takeInReport(report, clock.now());
      const photoIds = takeInPhotoIds(report.photoIds);
      const place = await areas.placeOf(viewer, report.position, 'input.position');
      const command = { commandId: report.commandId, kind: 'incident.report' };
      const id = await database.command(viewer, command, async (tx) => {
        const kind = await knownClass(tx, report.classCode);
        const rules = await readCaseRules(tx);
        const { title, grade, ...rest } = words;
        await checkComponent(tx, viewer, words.componentCode);
        const incident: NewIncident = {
          ...rest,
          ...place,
          id: randomUUID(),
          classCode: kind.code,
          title: title ?? kind.nameZh,
          grade: grade ?? kind.defaultGrade,
          position: report.position,
          stage: stageFrom('reported', { at: clock.now(), ...rules }),
        };
        await insertIncident(tx, viewer, incident);
        await indexIncident(tx, incident, searchGrams([incident.title, incident.address]));
        recordReport(tx, incident);
        await addPhotos(
          tx,
          { ...incident, departmentCode: null },
          { photoIds, uploader: viewer.userId, move: 'report', at: clock.now() },
        );
        return incident.id;
      });
      return asItIsNow(viewer, id);
    },

    async acknowledge(viewer: Viewer, commandId: string, id: string): Promise<IncidentRecord> {
      requirePermission(viewer, 'incident.accept');
      if (!isUuid(id)) throw unknownIncident(id);
      const at = clock.now();
      const command = { commandId, kind: 'incident.acknowledge' };
      await database.command(viewer, command, async (tx) => {
        const incident = (await incidentsForUpdate(tx, viewer, [id])).get(id.toLowerCase());
        if (incident === undefined) throw unknownIncident(id);
        // Two people may press at once: the second finds it done and changes nothing.
        if (await acknowledge(tx, viewer, { id, at })) {
          tx.record({
            kind: 'incident.acknowledged',
            areaCode: incident.areaCode,
            departmentCode: incident.departmentCode,
            subjectKind: 'incident',
            subjectId: id,
            position: incident.position,
            payload: {},
          });
        }
        return id;
      });
      return asItIsNow(viewer, id);
    },
  };
}

function takeInReport(report: Report, now: Date) {
  const { seenAt, grade, cityComponentCode } = report;
  if (seenAt && seenAt > now) {
    throw invalid('input.seenAt', 'lies in the future', 'seen-in-future', { now });
  }
  if (seenAt && seenAt.getTime() < now.getTime() - longestAgoMs) {
    throw invalid('input.seenAt', 'lies more than a year ago', 'seen-too-long-ago', { now });
  }
  if (typeof grade === 'number' && !incidentGrades.some((known) => known === grade)) {
    throw invalid('input.grade', `${grade} is not one of 1, 2, 3, 4`, 'unknown-word');
  }
  if (typeof cityComponentCode === 'string' && !isCityComponentCode(cityComponentCode)) {
    throw invalid('input.cityComponentCode', 'has not 16 digits', 'unknown-code');
  }
  return {
    title: takeInText(report.title, 200, 'input.title'),
    description: takeInText(report.description, 4_000, 'input.description'),
    address: takeInText(report.address, 300, 'input.address'),
    grade: grade ?? null,
    source: takeInWord(report.source ?? 'grid-worker', incidentSources, 'input.source'),
    componentCode: cityComponentCode ?? null,
    reportedAt: seenAt ?? now,
  };
}

async function knownClass(tx: Writing, code: string): Promise<IncidentClassRecord> {
  const found = await incidentClass(tx, code);
  if (found !== null) return found;
  throw invalid('input.classCode', `there is no class ${code.slice(0, 40)}`, 'unknown-code');
}

async function checkComponent(tx: Writing, viewer: Viewer, code: string | null): Promise<void> {
  if (code === null || (await cityComponentsByCode(tx, viewer, [code])).length > 0) return;
  const message = `there is no city component ${code} in your scope`;
  throw invalid('input.cityComponentCode', message, 'unknown-code');
}

function recordReport(tx: Writing, incident: NewIncident): void {
  const { classCode, title, grade, source, componentCode } = incident;
  tx.record({
    kind: 'incident.reported',
    areaCode: incident.areaCode,
    departmentCode: null,
    subjectKind: 'incident',
    subjectId: incident.id,
    position: incident.position,
    payload: { classCode, title, grade, source, componentCode },
  });
}

function invalid(field: string, message: string, reason: string, more: object = {}): DomainError {
  return new DomainError('invalid-input', `${field}: ${message}`, {
    reason,
    details: { field, ...more },
  });
}

function unknownIncident(id: string): DomainError {
  return new DomainError('not-found', `there is no incident ${id.slice(0, 40)} in your scope`, {
    reason: 'unknown-incident',
  });
}

/** What is done to incidents: report and acknowledge; moves stand in cases. Each is one command, idempotent by its id. */
import { requirePermission } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import type { Database } from '#database/transaction.ts';
import { isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { Order } from '#intake/intake-queries.ts';
import { takeInPhotoIds } from '#photos/add-photos.ts';
import { orderOf, takeInPicture } from '#picture-reports/tell-picture.ts';
import type { Position } from '#within/within.ts';
import {
  DomainError,
  incidentGrades,
  incidentSources,
  isCityComponentCode,
  sourceRule,
} from 'grid-data';
import type { Clock, IncidentSource, ReporterWords } from 'grid-data';
import { acknowledge } from './commands.ts';
import type { IncidentRecord } from './incident-record.ts';
import { incidentsForUpdate, incidentsById } from './queries.ts';
import { invalidReport, reportIncident } from './report-incident.ts';
import type { ReportWords } from './report-incident.ts';

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
  keyUnitId?: string | null;
  picture?: { viewId: string; takenAt: Date; placedBy: string } | null;
  order?: { externalId: string; revision?: number | null; refuseKnown?: boolean | null } | null;
  reporter?: { [K in keyof ReporterWords]?: ReporterWords[K] | null | undefined } | null;
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
      const at = clock.now();
      const told = takeInReport(report, at);
      const photoIds = takeInPhotoIds(report.photoIds);
      const picture = takeInPicture(report.picture, { source: told.source, photoIds });
      const words = picture === null ? told : { ...told, order: orderOf(picture) };
      const { position } = report;
      const place = await areas.placeOf(viewer, position, 'input.position');
      const keyUnitId = takeInText(report.keyUnitId, 64, 'input.keyUnitId');
      const uploader = viewer.userId;
      const whole = { words, position, place, photoIds, uploader, at, keyUnitId, picture };
      const command = { commandId: report.commandId, kind: 'incident.report' };
      let made: IncidentRecord | undefined;
      const id = await database.command(viewer, command, async (tx) => {
        const reported = await reportIncident(tx, viewer, whole);
        [made] = await incidentsById(tx, viewer, [reported]);
        return reported;
      });
      return made ?? asItIsNow(viewer, id);
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

function takeInReport(report: Report, now: Date): ReportWords {
  const { seenAt, grade, cityComponentCode } = report;
  if (seenAt && seenAt > now) {
    throw invalidReport('input.seenAt', 'lies in the future', 'seen-in-future', { now });
  }
  if (seenAt && seenAt.getTime() < now.getTime() - longestAgoMs) {
    throw invalidReport('input.seenAt', 'lies more than a year ago', 'seen-too-long-ago', { now });
  }
  if (typeof grade === 'number' && !incidentGrades.some((known) => known === grade)) {
    throw invalidReport('input.grade', `${grade} is not one of 1, 2, 3, 4`, 'unknown-word');
  }
  if (typeof cityComponentCode === 'string' && !isCityComponentCode(cityComponentCode)) {
    throw invalidReport('input.cityComponentCode', 'has not 16 digits', 'unknown-code');
  }
  const source = takeInWord(report.source ?? 'grid-worker', incidentSources, 'input.source');
  return {
    classCode: report.classCode,
    title: takeInText(report.title, 200, 'input.title'),
    description: takeInText(report.description, 4_000, 'input.description'),
    address: takeInText(report.address, 300, 'input.address'),
    grade: grade ?? null,
    source,
    componentCode: cityComponentCode ?? null,
    reportedAt: seenAt ?? now,
    order: takeInOrderOf(report, source),
    refuseKnown: report.order?.refuseKnown === true,
    reporter: takeInReporter(report.reporter),
  };
}

function takeInOrderOf({ order }: Report, source: IncidentSource): Order | null {
  if (!order) return null;
  const externalId = takeInText(order.externalId, 100, 'input.order.externalId');
  if (externalId === null) {
    throw invalidReport('input.order.externalId', 'is no number', 'missing');
  }
  if (!sourceRule(source).numbered) {
    throw invalidReport('input.order', `reports of ${source} carry no number`, 'not-numbered');
  }
  const revision = order.revision ?? 1;
  if (revision < 1) {
    throw invalidReport('input.order.revision', 'counts from 1', 'out-of-range');
  }
  return { source, externalId, revision };
}

export function takeInReporter(given: Report['reporter']): ReporterWords | null {
  if (!given) return null;
  const words = {
    name: takeInText(given.name, 60, 'input.reporter.name'),
    telephone: takeInText(given.telephone, 40, 'input.reporter.telephone'),
    home: takeInText(given.home, 200, 'input.reporter.home'),
    wantsCallBack: given.wantsCallBack === true,
  };
  if (words.telephone !== null && !/^[+\d][\d ()-]{4,}$/.test(words.telephone)) {
    throw invalidReport('input.reporter.telephone', 'is no telephone number', 'bad-telephone');
  }
  if (words.wantsCallBack && words.telephone === null) {
    throw invalidReport('input.reporter.telephone', 'a call-back needs a number', 'missing');
  }
  return words;
}

function unknownIncident(id: string): DomainError {
  return new DomainError('not-found', `there is no incident ${id.slice(0, 40)} in your scope`, {
    reason: 'unknown-incident',
  });
}

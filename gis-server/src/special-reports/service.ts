/** 专报: written at a center from cases, approved by a leader, found again; each act is a command with its row. */
import { notAtDesk, requireDesk, worksAtDesk } from '#access/desk.ts';
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { allDepartments } from '#cases/desk-queries.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { paperLanguages } from '#documents/paper-words.ts';
import { invalidField, isUuid, takeInText, takeInWord } from '#graphql/take-in.ts';
import type { HistoryService } from '#history/service.ts';
import { incidentsById } from '#incidents/queries.ts';
import {
  DomainError,
  longestReportPart,
  longestReportTitle,
  mostReportCases,
  specialReportParts,
  specialReportStates,
  type Clock,
  type SpecialReportPart,
} from 'grid-data';
import { randomUUID } from 'node:crypto';
import { draftOfCases } from './draft-of-cases.ts';
import * as queries from './queries.ts';
import type { ReportWords, SpecialReportRecord } from './queries.ts';

type Parts = { database: Database; clock: Clock; areas: AreaService; history: HistoryService };

type Given = { [P in SpecialReportPart]?: string | null | undefined } & {
  commandId: string;
  id?: string | null | undefined;
  version?: number | null | undefined;
  title: string;
  incidentIds: readonly string[];
};
type Seen = { commandId: string; id: string; version: number };
type Decision = Seen & { approved: boolean; note?: string | null | undefined };
type Asked = {
  text?: string | null | undefined;
  state?: string | null | undefined;
  incidentId?: string | null | undefined;
  first: number;
};

const mostListed = 100;

export const mayWriteReport = (viewer: Viewer, { state, areaCode }: SpecialReportRecord) =>
  state === 'draft' && areaCode === viewer.areaCode && worksAtDesk(viewer);

export const mayDecideReport = (viewer: Viewer, { state, authorId }: SpecialReportRecord) =>
  state === 'submitted' &&
  authorId !== viewer.userId &&
  viewer.permissions.has('incident.instruct');

export type SpecialReportService = ReturnType<typeof createSpecialReportService>;

export function createSpecialReportService({ database, clock, areas, history }: Parts) {
  const byId = async (viewer: Viewer, id: string): Promise<SpecialReportRecord> => {
    requireReader(viewer);
    const found = isUuid(id)
      ? await database.inScope(viewer, (db) => queries.specialReportById(db, viewer, id))
      : null;
    return found ?? unknownReport();
  };

  /** One act on a report in its present state, by who saw it so. */
  const act = async (
    viewer: Viewer,
    { seen, kind }: { seen: Seen; kind: string },
    work: (tx: Writing, report: SpecialReportRecord, at: Date) => Promise<void>,
  ): Promise<SpecialReportRecord> => {
    const { commandId, id, version } = seen;
    await database.command(viewer, { commandId, kind }, async (tx) => {
      const report = isUuid(id) ? await queries.specialReportForUpdate(tx, viewer, id) : null;
      if (report === null) return unknownReport();
      if (report.state === 'approved')
        throw conflict('it is approved: it stays as it is', 'signed');
      if (report.version !== version) {
        throw conflict('somebody has changed it meanwhile', 'version-conflict', { now: report });
      }
      await work(tx, report, clock.now());
    });
    return byId(viewer, id);
  };

  return {
    byId,

    list(viewer: Viewer, asked: Asked): Promise<SpecialReportRecord[]> {
      requireReader(viewer);
      const { state, incidentId } = asked;
      if (incidentId && !isUuid(incidentId)) return Promise.resolve([]);
      const filter = {
        text: takeInText(asked.text, 100, 'text'),
        state: state ? takeInWord(state, specialReportStates, 'state') : null,
        incidentId: incidentId ?? null,
        first: Math.min(mostListed, Math.max(1, asked.first)),
      };
      return database.inScope(viewer, (db) => queries.specialReports(db, viewer, filter));
    },

    casesOf: (viewer: Viewer, { incidentIds }: SpecialReportRecord) =>
      database.inScope(viewer, (db) => incidentsById(db, viewer, incidentIds)),

    async draft(viewer: Viewer, asked: { incidentIds: readonly string[]; language: string }) {
      requireReader(viewer);
      const language = takeInWord(asked.language, paperLanguages, 'language');
      const ids = takeInCases(asked.incidentIds, 'incidentIds');
      const { incidents, departments } = await database.inScope(viewer, async (db) => ({
        incidents: await incidentsById(db, viewer, ids),
        departments: await allDepartments(db),
      }));
      if (incidents.length < ids.length) throw unknownCase('incidentIds');
      const rows = await history.of(viewer, 'incident', ids);
      const places = await areas.byCode(viewer, [
        ...new Set(incidents.map(({ areaCode }) => areaCode)),
      ]);
      const cases = incidents
        .toSorted((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime())
        .map((incident) => {
          const office = departments.find(({ code }) => code === incident.departmentCode);
          return {
            incident,
            areaName: places.find(({ code }) => code === incident.areaCode)?.name ?? '',
            departmentName: (language === 'en' ? office?.nameEn : office?.nameZh) ?? null,
            history: rows.filter(({ subjectId }) => subjectId === incident.id),
          };
        });
      return draftOfCases(cases, language);
    },

    async write(viewer: Viewer, given: Given): Promise<SpecialReportRecord> {
      requireDesk(viewer);
      const words = takeInReport(given);
      const { commandId, id, version } = given;
      if (id) {
        const seen = { commandId, id, version: version ?? 0 };
        return act(viewer, { seen, kind: 'special-report.write' }, async (tx, report, at) => {
          requireDraft(viewer, report);
          await requireCases(tx, viewer, words.incidentIds);
          await queries.changeReport(tx, viewer, { id, words, at });
          recordWritten(tx, report, words);
        });
      }
      const command = { commandId, kind: 'special-report.write' };
      const newId = await database.command(viewer, command, async (tx) => {
        await requireCases(tx, viewer, words.incidentIds);
        const made = { id: randomUUID(), areaCode: viewer.areaCode };
        await queries.insertReport(tx, viewer, { id: made.id, words, at: clock.now() });
        recordWritten(tx, made, words);
        return made.id;
      });
      return byId(viewer, newId);
    },

    submit: (viewer: Viewer, seen: Seen): Promise<SpecialReportRecord> => {
      requireDesk(viewer);
      return act(viewer, { seen, kind: 'special-report.submit' }, async (tx, report, at) => {
        requireDraft(viewer, report);
        const missing = specialReportParts.filter((part) => report[part] === null);
        if (missing.length > 0) {
          throw invalidField(missing[0]!, 'the template asks for it', 'part-missing', { missing });
        }
        await queries.submitReport(tx, viewer, { id: report.id, at });
        const payload = { title: report.title };
        tx.record({ kind: 'special-report.submitted', ...about(report), payload });
      });
    },

    /** 签发: the number comes with the approval. */
    decide(viewer: Viewer, { approved, note: said, ...seen }: Decision) {
      requirePermission(viewer, 'incident.instruct');
      const note = takeInText(said, 500, 'note');
      if (!approved && note === null) {
        throw invalidField('note', 'who sends it back says why', 'note-missing');
      }
      return act(viewer, { seen, kind: 'special-report.decide' }, async (tx, report, at) => {
        const { id, title, areaCode } = report;
        if (report.state !== 'submitted') {
          throw conflict('it is not before the leader', 'not-submitted');
        }
        if (report.authorId === viewer.userId) {
          throw new DomainError('not-allowed', 'somebody else than its author approves', {
            reason: 'own-report',
          });
        }
        const number = approved ? await queries.nextNumber(tx, areaCode, cityYear(at)) : null;
        await queries.decideReport(tx, viewer, { id, at, number, note });
        if (number === null) {
          tx.record({ kind: 'special-report.returned', ...about(report), payload: { title } });
        } else {
          const payload = { title, number };
          tx.record({ kind: 'special-report.approved', ...about(report), payload });
        }
      });
    },
  };
}

function takeInReport(given: Given): ReportWords {
  const title = takeInText(given.title, longestReportTitle, 'input.title');
  if (title === null) throw invalidField('input.title', 'it needs a title', 'missing');
  const part = (name: SpecialReportPart) =>
    takeInText(given[name], longestReportPart, `input.${name}`);
  return {
    title,
    cause: part('cause'),
    course: part('course'),
    disposal: part('disposal'),
    advice: part('advice'),
    incidentIds: takeInCases(given.incidentIds, 'input.incidentIds'),
  };
}

function takeInCases(given: readonly string[], field: string): string[] {
  const ids = [...new Set(given.map((id) => id.toLowerCase()))];
  if (ids.length > mostReportCases) {
    throw invalidField(field, `at most ${mostReportCases} cases`, 'out-of-range');
  }
  if (!ids.every(isUuid)) throw unknownCase(field);
  return ids;
}

async function requireCases(tx: Writing, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const seen = await incidentsById(tx, viewer, ids);
  if (seen.length < ids.length) throw unknownCase('input.incidentIds');
}

function requireDraft(viewer: Viewer, report: SpecialReportRecord): void {
  if (report.areaCode !== viewer.areaCode) {
    throw new DomainError('not-allowed', 'it is written at its own center', {
      reason: 'other-center',
    });
  }
  if (report.state !== 'draft') throw conflict('it is before the leader', 'submitted');
}

type About = Pick<SpecialReportRecord, 'id' | 'areaCode'>;
const about = ({ id, areaCode }: About) =>
  ({ areaCode, subjectKind: 'special-report', subjectId: id }) as const;

function recordWritten(tx: Writing, report: About, { title, incidentIds }: ReportWords): void {
  const payload = { title, cases: incidentIds.length };
  tx.record({ kind: 'special-report.written', ...about(report), payload });
}

/** Of the city's calendar. */
const cityYear = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear();

/** Desks write them; leaders read and decide. */
function requireReader(viewer: Viewer): void {
  if (!worksAtDesk(viewer) && !viewer.permissions.has('incident.instruct')) throw notAtDesk();
}

const conflict = (message: string, reason: string, details: object = {}) =>
  new DomainError('conflict', message, { reason, details: { ...details } });

const unknownCase = (field: string) =>
  invalidField(field, 'one of them is not in your scope', 'unknown-incident');

function unknownReport(): never {
  throw new DomainError('not-found', 'there is no such report in your scope', {
    reason: 'unknown-report',
  });
}

/** Makes the reports that are due, each once: what two rounds or two servers make at once is kept once. */
import { systemViewer, type Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import { cityTime, lastMonthOf } from '#documents/city-time.ts';
import { insertReport } from '#documents/document-queries.ts';
import { written } from '#documents/written.ts';
import { createAreaService } from '#areas/service.ts';
import { createEvaluation, type Evaluation } from '#evaluation/evaluation.ts';
import { createScorecards, type Scorecards } from '#evaluation/scorecards.ts';
import type { Clock } from 'grid-data';
import { createHash, randomUUID } from 'node:crypto';
import { dueReports, type DueReport } from './due-reports.ts';
import { reportLanguage, reportPaper } from './report-paper.ts';
import {
  centers,
  dutiesOf,
  entriesOf,
  graveCasesOf,
  isMade,
  notesOf,
  type Center,
} from './report-queries.ts';
import { keepFirstSchedule, readSchedule } from './schedule.ts';

type Parts = { database: Database; clock: Clock };

/** What was missed is made up little by little: the house has other things to look after. */
const mostAtOnce = 2;
const formats = ['pdf', 'docx'] as const;

export class ReportRounds {
  readonly #parts: Parts;
  readonly #evaluation: Evaluation;
  readonly #scorecards: Scorecards;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { database, clock } = parts;
    const areas = createAreaService(database);
    this.#evaluation = createEvaluation({ database, clock, areas });
    this.#scorecards = createScorecards({ database, clock, areas });
  }

  /** How many were made. */
  async run(): Promise<number> {
    const { database, clock } = this.#parts;
    const now = clock.now();
    const viewer = reporter();
    const due = await database.write(viewer, async (tx) => {
      const schedule = await readSchedule(tx, now);
      await keepFirstSchedule(tx, schedule);
      const reports = dueReports(schedule, now);
      const all = reports.length === 0 ? [] : await centers(tx, viewer);
      const missing: { report: DueReport; center: Center }[] = [];
      for (const report of reports) {
        for (const center of all) {
          if (missing.length === mostAtOnce) return missing;
          if (!(await isMade(tx, viewer, { ...report, areaCode: center.code }))) {
            missing.push({ report, center });
          }
        }
      }
      return missing;
    });
    for (const each of due) await this.#make(viewer, each);
    return due.length;
  }

  async #scorecardOf(viewer: Viewer, { areaCode, to }: { areaCode: string; to: Date }) {
    const asked = { areaCode, month: lastMonthOf(to) };
    return {
      department: await this.#scorecards.scorecard(viewer, { ...asked, by: 'department' }),
      area: await this.#scorecards.scorecard(viewer, { ...asked, by: 'area' }),
    };
  }

  async #make(
    viewer: Viewer,
    { report, center }: { report: DueReport; center: Center },
  ): Promise<void> {
    const { database, clock } = this.#parts;
    const evaluation = this.#evaluation;
    const { kind, from, to } = report;
    const stretch = { areaCode: center.code, from, to };
    const beside = await database.inScope(viewer, async (db) => ({
      duties: await dutiesOf(db, viewer, stretch),
      entries: await entriesOf(db, viewer, stretch),
      notes: await notesOf(db, viewer, stretch),
      grave: await graveCasesOf(db, viewer, stretch),
    }));
    const madeAt = clock.now();
    const paper = reportPaper({
      ...{ kind, from, to, madeAt, ...beside },
      areaName: center.name,
      madeBy: viewer.displayName,
      figures: await evaluation.figures(viewer, stretch),
      departments: await evaluation.groups(viewer, { ...stretch, by: 'department' }),
      areas: await evaluation.groups(viewer, { ...stretch, by: 'area' }),
      ...(kind === 'monthly-report' ? { scorecard: await this.#scorecardOf(viewer, stretch) } : {}),
    });
    const files = await Promise.all(formats.map((format) => written(paper, format)));
    const day = cityTime(from).slice(0, kind === 'daily-report' ? 10 : 7);
    await database.write(viewer, async (tx) => {
      for (const [index, format] of formats.entries()) {
        const content = files[index]!;
        const sha256 = createHash('sha256').update(content).digest('hex');
        const record = {
          ...{ ...stretch, id: randomUUID(), kind, format, sha256, madeAt, title: paper.title },
          ...{ departmentCode: null, incidentId: null, language: reportLanguage },
          fileName: `${kind}-${center.code}-${day}.${format}`,
          bytes: content.length,
          madeBy: viewer.displayName,
        };
        if (!(await insertReport(tx, record, content))) continue;
        tx.record({
          kind: 'document.made',
          areaCode: center.code,
          subjectKind: 'document',
          subjectId: record.id,
          payload: { document: kind, format, title: paper.title, sha256 },
        });
      }
    });
  }
}

/** The house itself, with the right to read the figures that it reports. */
function reporter(): Viewer {
  const viewer = systemViewer();
  return { ...viewer, permissions: new Set([...viewer.permissions, 'evaluation.read']) };
}

/** What a center keeps by hand, made into files among the documents of the house. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { AreaService } from '#areas/service.ts';
import { cityTime } from '#documents/city-time.ts';
import type { DocumentRecord } from '#documents/document-queries.ts';
import { paperLanguages } from '#documents/paper-words.ts';
import type { DocumentService } from '#documents/service.ts';
import type { DutyLogService } from '#duty-log/service.ts';
import { takeInWord } from '#graphql/take-in.ts';
import type { Clock } from 'grid-data';
import type { SpecialReportService } from '#special-reports/service.ts';
import { specialReportPaper } from './special-report-paper.ts';
import { dutyLogPaper } from './duty-log-paper.ts';

type Parts = {
  clock: Clock;
  areas: AreaService;
  documents: DocumentService;
  dutyLog: DutyLogService;
  specialReports: SpecialReportService;
};

/** Numbers have no place in them: what is counted goes as XLSX. */
const formats = ['pdf', 'docx'] as const;

export type RecordPapers = ReturnType<typeof createRecordPapers>;
type AskedPaper = { commandId: string; format: string; language: string };

export function createRecordPapers(parts: Parts) {
  const { clock, areas, documents, dutyLog, specialReports } = parts;
  return {
    /** 值班日志: as it stands now while the shift lasts, for good once it is handed over. */
    async dutyLog(
      viewer: Viewer,
      asked: AskedPaper & { shiftId: string },
    ): Promise<DocumentRecord> {
      requirePermission(viewer, 'data.export');
      const format = takeInWord(asked.format, formats, 'format');
      const language = takeInWord(asked.language, paperLanguages, 'language');
      const shift = await dutyLog.byId(viewer, asked.shiftId);
      const { areaCode, begunAt: from, handedOverAt } = shift;
      const [area] = await areas.byCode(viewer, [areaCode]);
      const madeAt = clock.now();
      const paper = dutyLogPaper(
        {
          ...{ shift, madeAt, madeBy: viewer.displayName, areaName: area?.name ?? areaCode },
          lines: await dutyLog.linesOf(viewer, shift),
          duties: await dutyLog.dutiesOf(viewer, shift),
        },
        language,
      );
      const fileName = `duty-log-${areaCode}-${cityTime(from).replace(' ', '-').replace(':', '')}.${format}`;
      const facts = { kind: 'duty-log', areaCode, incidentId: null, format, language };
      const span = { from, to: handedOverAt ?? madeAt };
      return documents.keep(viewer, asked.commandId, { ...facts, ...span, fileName, paper });
    },

    /** 专报: to print, and to write on. */
    async specialReport(
      viewer: Viewer,
      asked: AskedPaper & { id: string },
    ): Promise<DocumentRecord> {
      requirePermission(viewer, 'data.export');
      const format = takeInWord(asked.format, formats, 'format');
      const language = takeInWord(asked.language, paperLanguages, 'language');
      const report = await specialReports.byId(viewer, asked.id);
      const { areaCode, writtenAt: from, decidedAt, number } = report;
      const [area] = await areas.byCode(viewer, [areaCode]);
      const madeAt = clock.now();
      const incidents = await specialReports.casesOf(viewer, report);
      const made = { madeAt, madeBy: viewer.displayName, areaName: area?.name ?? areaCode };
      const paper = specialReportPaper({ report, incidents, ...made }, language);
      const name = number === null ? report.id.slice(0, 8) : number.match(/\d+/g)!.join('-');
      const facts = { kind: 'special-report', areaCode, incidentId: null, format, language };
      return documents.keep(viewer, asked.commandId, {
        ...{ ...facts, paper, from, to: decidedAt ?? madeAt },
        fileName: `special-report-${areaCode}-${name}.${format}`,
      });
    },
  };
}

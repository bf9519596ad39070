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
import { dutyLogPaper } from './duty-log-paper.ts';

type Parts = {
  clock: Clock;
  areas: AreaService;
  documents: DocumentService;
  dutyLog: DutyLogService;
};

/** Numbers have no place in them: what is counted goes as XLSX. */
const formats = ['pdf', 'docx'] as const;

export type RecordPapers = ReturnType<typeof createRecordPapers>;
type AskedPaper = { commandId: string; format: string; language: string };

export function createRecordPapers({ clock, areas, documents, dutyLog }: Parts) {
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
  };
}

/** 文书: papers made from what is known now, kept as files; making one is a command with its row in the journal. */
import { requirePermission, type Viewer } from '#access/viewer.ts';
import type { CameraUse } from '#camera-use/camera-use.ts';
import type { Evaluation } from '#evaluation/evaluation.ts';
import type { Scorecards } from '#evaluation/scorecards.ts';
import { isUuid, takeInWord } from '#graphql/take-in.ts';
import { DomainError } from 'grid-data';
import { createHash, randomUUID } from 'node:crypto';
import { cityTime, lastMonthOf } from './city-time.ts';
import * as queries from './document-queries.ts';
import type { DocumentRecord } from './document-queries.ts';
import { caseFilePaper } from './case-file-paper.ts';
import { tellCase, type CaseFileParts } from './case-file-told.ts';
import { evaluationPaper } from './evaluation-paper.ts';
import { paperFormats, type Paper } from './paper.ts';
import { paperLanguages } from './paper-words.ts';
import { written } from './written.ts';

type Parts = CaseFileParts & {
  evaluation: Evaluation;
  scorecards: Scorecards;
  cameraUse: CameraUse;
};

type AskedEvaluationDocument = {
  commandId: string;
  areaCode: string;
  from: Date;
  to: Date;
  format: string;
  language: string;
};

type Made = Pick<
  DocumentRecord,
  'areaCode' | 'kind' | 'incidentId' | 'format' | 'language' | 'from' | 'to'
> & { paper: Paper; fileName: string; departmentCode?: string | null };

export type DocumentService = ReturnType<typeof createDocumentService>;

const mostListed = 200;

export function createDocumentService(parts: Parts) {
  const { database, clock, areas, evaluation, scorecards, cameraUse } = parts;
  const keep = async (viewer: Viewer, commandId: string, made: Made): Promise<DocumentRecord> => {
    const { paper, departmentCode, ...facts } = made;
    const content = await written(paper, made.format);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const command = { commandId, kind: 'document.make' };
    const id = await database.command(viewer, command, async (tx) => {
      const record: DocumentRecord = {
        ...facts,
        id: randomUUID(),
        departmentCode: departmentCode ?? viewer.departmentCode,
        title: paper.title,
        bytes: content.length,
        sha256,
        madeBy: viewer.displayName,
        madeAt: clock.now(),
      };
      await queries.insertDocument(tx, record, content);
      tx.record({
        kind: 'document.made',
        areaCode: made.areaCode,
        subjectKind: 'document',
        subjectId: record.id,
        payload: { document: made.kind, format: made.format, title: paper.title, sha256 },
      });
      return record.id;
    });
    const kept = await database.inScope(viewer, (db) => queries.documentById(db, viewer, id));
    return kept ?? unknownDocument();
  };

  return {
    /** A paper of another noun, made into a file. */
    keep,

    list(viewer: Viewer, asked: { areaCode: string; incidentId: string | null; first: number }) {
      requirePermission(viewer, 'evaluation.read');
      const { incidentId } = asked;
      if (incidentId !== null && !isUuid(incidentId)) return Promise.resolve([]);
      const first = Math.min(mostListed, Math.max(1, asked.first));
      return database.inScope(viewer, (db) => queries.documents(db, viewer, { ...asked, first }));
    },

    async withContent(viewer: Viewer, id: string) {
      requirePermission(viewer, 'data.export');
      if (!isUuid(id)) return unknownDocument();
      const found = await database.inScope(viewer, (db) =>
        queries.documentWithContent(db, viewer, id),
      );
      return found ?? unknownDocument();
    },

    /** 案卷: one case on paper, as it stands now. */
    async makeCaseFile(
      viewer: Viewer,
      asked: { commandId: string; incidentId: string; language: string },
    ): Promise<DocumentRecord> {
      requirePermission(viewer, 'data.export');
      const language = takeInWord(asked.language, paperLanguages, 'language');
      const incidentId = isUuid(asked.incidentId) ? asked.incidentId : unknownIncident();
      const told = await tellCase(parts, viewer, { incidentId, language });
      const { areaCode, caseNo, departmentCode } = told.incident;
      const fileName = `case-${caseNo ?? incidentId}.pdf`;
      const facts = {
        areaCode,
        departmentCode,
        kind: 'case-file',
        incidentId,
        format: 'pdf',
      } as const;
      const span = { from: told.incident.reportedAt, to: told.madeAt };
      const paper = caseFilePaper(told, language);
      return keep(viewer, asked.commandId, { ...facts, ...span, language, fileName, paper });
    },

    async makeEvaluation(viewer: Viewer, asked: AskedEvaluationDocument): Promise<DocumentRecord> {
      requirePermission(viewer, 'data.export');
      const format = takeInWord(asked.format, paperFormats, 'input.format');
      const language = takeInWord(asked.language, paperLanguages, 'input.language');
      const { areaCode, from, to } = asked;
      const [area] = await areas.byCode(viewer, [areaCode]);
      if (area === undefined) return unknownArea();
      const stretch = { areaCode, from, to };
      const ofMonth = { areaCode, month: lastMonthOf(to) };
      const paper = evaluationPaper(
        {
          areaName: area.name,
          ...{ from, to },
          madeBy: viewer.displayName,
          madeAt: clock.now(),
          figures: await evaluation.figures(viewer, stretch),
          departments: await evaluation.groups(viewer, { ...stretch, by: 'department' }),
          areas: await evaluation.groups(viewer, { ...stretch, by: 'area' }),
          scorecard: {
            department: await scorecards.scorecard(viewer, { ...ofMonth, by: 'department' }),
            area: await scorecards.scorecard(viewer, { ...ofMonth, by: 'area' }),
          },
          cameraUse: {
            areas: await cameraUse.use(viewer, { ...stretch, by: 'area' }),
            platforms: await cameraUse.use(viewer, { ...stretch, by: 'platform' }),
          },
        },
        language,
      );
      const fileName = `evaluation-${areaCode}-${cityTime(from).slice(0, 10)}.${format}`;
      const facts = { areaCode, kind: 'evaluation', incidentId: null, format, language, from, to };
      return keep(viewer, asked.commandId, { ...facts, fileName, paper });
    },
  };
}

function unknownDocument(): never {
  throw new DomainError('not-found', 'there is no such document in your scope', {
    reason: 'unknown-document',
  });
}

function unknownIncident(): never {
  throw new DomainError('not-found', 'there is no such case in your scope', {
    reason: 'unknown-incident',
  });
}

function unknownArea(): never {
  throw new DomainError('not-found', 'there is no such area in your scope', {
    reason: 'unknown-area',
  });
}

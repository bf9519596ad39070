/** 专报 as one paper: number, author, the parts of its template, its cases, and who approved it. */
import { cityTime } from '#documents/city-time.ts';
import type { Block, Paper, Section } from '#documents/paper.ts';
import { paperWords, wordsOfCase, type PaperLanguage } from '#documents/paper-words.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import type { SpecialReportRecord } from '#special-reports/queries.ts';
import { specialReportParts } from 'grid-data';
import { recordWords } from './record-words.ts';

export type SpecialReportTold = {
  report: SpecialReportRecord;
  incidents: readonly IncidentRecord[];
  areaName: string;
  madeBy: string;
  madeAt: Date;
};

export function specialReportPaper(told: SpecialReportTold, language: PaperLanguage): Paper {
  const words = recordWords[language].specialReport;
  const { report, areaName, madeBy, madeAt } = told;
  const parts = specialReportParts.map((part): Section => {
    const text = report[part] ?? words.nothing;
    return { heading: words.parts[part], blocks: [{ kind: 'text', text }] };
  });
  return {
    title: report.title,
    lines: [
      [words.name(areaName), report.number ?? words.draft].join(' '),
      words.by(report.author, cityTime(report.writtenAt)),
      paperWords[language].made(madeBy, cityTime(madeAt)),
    ],
    sections: [
      ...parts,
      { heading: words.cases, blocks: [casesOf(told, language)] },
      { heading: words.approval, blocks: [approvalOf(report, language)] },
    ],
    foot: [report.title, report.number ?? words.draft].join(' '),
  };
}

function casesOf({ incidents }: SpecialReportTold, language: PaperLanguage): Block {
  const words = recordWords[language].specialReport;
  if (incidents.length === 0) return { kind: 'text', text: words.nothing };
  const { state } = wordsOfCase(language);
  return {
    kind: 'table',
    columns: words.caseColumns.map((title) => ({ title, share: 1 / words.caseColumns.length })),
    rows: incidents.map((each) => [
      ...[each.caseNo, each.title, state(each.state), each.address, cityTime(each.reportedAt)],
    ]),
  };
}

function approvalOf(report: SpecialReportRecord, language: PaperLanguage): Block {
  const words = recordWords[language].specialReport;
  if (report.state !== 'approved') return { kind: 'text', text: words.notApproved };
  return {
    kind: 'facts',
    facts: [
      [words.number, report.number],
      [words.approvedBy, report.decidedBy],
      [words.approvedAt, report.decidedAt === null ? null : cityTime(report.decidedAt)],
      [words.note, report.decisionNote],
    ],
  };
}

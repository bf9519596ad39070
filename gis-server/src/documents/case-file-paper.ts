/** 案卷 as one paper: what it is, its clock, its place, its pictures, and what was done by whom. */
import type { IncidentRecord } from '#incidents/incident-record.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { cityTime } from './city-time.ts';
import type { Block, Cell, Paper, Picture, Plan } from './paper.ts';
import type { CorrectedField } from 'grid-data';
import { paperWords, wordsOfCase, type PaperLanguage } from './paper-words.ts';

export type CaseTold = {
  incident: IncidentRecord;
  className: string;
  areaName: string;
  departmentName: string | null;
  /** Whether the boundaries on the plan are derived and not surveyed (示意). */
  illustrative: boolean;
  plan: Plan;
  pictures: readonly (Omit<Picture, 'caption'> & {
    move: string;
    addedAt: Date;
    addedBy: string | null;
  })[];
  history: readonly JournalRow[];
  madeBy: string;
  madeAt: Date;
};

export function caseFilePaper(told: CaseTold, language: PaperLanguage): Paper {
  const words = paperWords[language];
  const { incident, madeBy, madeAt, plan, illustrative } = told;
  const caption = words.caseFile.plan(incident.address ?? told.areaName, illustrative);
  const name = incident.caseNo ?? incident.id;
  return {
    title: words.caseFile.title(incident.title),
    lines: [words.caseFile.number(name), words.made(madeBy, cityTime(madeAt))],
    sections: [
      { heading: words.caseFile.facts, blocks: [factsOf(told, language)] },
      { heading: words.caseFile.clock, blocks: [clockOf(told, language)] },
      { heading: words.caseFile.place, blocks: [{ kind: 'plan', plan, caption }] },
      { heading: words.caseFile.pictures, blocks: picturesOf(told, language) },
      { heading: words.caseFile.history, blocks: [historyOf(told, language)] },
    ],
    foot: `${words.caseFile.title(incident.title)} ${name}`,
  };
}

function factsOf(told: CaseTold, language: PaperLanguage): Block {
  const { incident, className, areaName, departmentName } = told;
  const { labels } = paperWords[language].caseFile;
  const words = wordsOfCase(language);
  const { longitude, latitude } = incident.position;
  return {
    kind: 'facts',
    facts: [
      [labels.class, className],
      [labels.state, words.state(incident.state)],
      [labels.grade, incident.grade],
      [labels.source, words.source(incident.source)],
      [labels.area, areaName],
      [labels.address, incident.address],
      [labels.position, `${longitude.toFixed(6)}, ${latitude.toFixed(6)} (CGCS2000)`],
      [labels.department, departmentName],
      [labels.description, incident.description],
    ],
  };
}

function clockOf({ incident }: CaseTold, language: PaperLanguage): Block {
  const { clockLabels: labels, units } = paperWords[language].caseFile;
  const { facts } = incident;
  const limit = facts.limit === null ? null : `${facts.limit.value} ${units[facts.limit.unit]}`;
  const at = (moment: Date | null): Cell => (moment === null ? null : cityTime(moment));
  return {
    kind: 'facts',
    facts: [
      [labels.reported, at(incident.reportedAt)],
      [labels.registered, at(incident.registeredAt)],
      [labels.dispatched, at(incident.dispatchedAt)],
      [labels.limit, limit],
      [labels.due, at(incident.dueAt)],
      [labels.feedback, at(facts.feedbackAt)],
      [labels.closeDue, at(facts.closeDueAt)],
      [labels.closed, at(incident.closedAt)],
      [labels.reworks, facts.reworkCount],
      [labels.returns, facts.returnCount],
    ],
  };
}

function picturesOf({ pictures }: CaseTold, language: PaperLanguage): Block[] {
  if (pictures.length === 0) {
    return [{ kind: 'text', text: paperWords[language].caseFile.noPictures }];
  }
  const words = wordsOfCase(language);
  return [
    {
      kind: 'pictures',
      pictures: pictures.map(({ move, addedAt, addedBy, ...picture }) => ({
        ...picture,
        caption: [words.move(move), addedBy, cityTime(addedAt)].filter(Boolean).join(' · '),
      })),
    },
  ];
}

/** From what to what, as it was put right. */
function correctedWords(payload: unknown): string {
  const { changes = [] } = payload as { changes?: readonly CorrectedField[] };
  return changes.map(({ from, to }) => `${from ?? '—'} → ${to ?? '—'}`).join('；');
}

function historyOf({ history }: CaseTold, language: PaperLanguage): Block {
  const { columns } = paperWords[language].caseFile;
  const words = wordsOfCase(language);
  return {
    kind: 'table',
    columns: [
      { title: columns.at, share: 0.19 },
      { title: columns.act, share: 0.24 },
      { title: columns.by, share: 0.19 },
      { title: columns.note, share: 0.38 },
    ],
    rows: history.map(({ at, kind, actorName, payload }) => {
      const { move, to, note } = payload as Record<string, unknown>;
      const named = typeof move === 'string' ? words.move(move) : words.kind(kind);
      const state = typeof to === 'string' ? words.state(to) : null;
      return [
        cityTime(at),
        [named, state].filter(Boolean).join(' · '),
        actorName ?? '',
        typeof note === 'string' ? note : correctedWords(payload),
      ];
    }),
  };
}

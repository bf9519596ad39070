/** The template of a special report, filled from cases as far as the house knows: what, how it went, what was done. */
import { cityTime } from '#documents/city-time.ts';
import { wordsOfCase, type PaperLanguage } from '#documents/paper-words.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { longestReportPart, longestReportTitle } from 'grid-data';

export type CaseOfDraft = {
  incident: IncidentRecord;
  areaName: string;
  departmentName: string | null;
  history: readonly JournalRow[];
};

const phrases = {
  'zh-CN': {
    one: (title: string) => `关于${title}的专报`,
    many: (title: string, count: number) => `关于${title}等${count}起案件的专报`,
    grade: (grade: number) => `${grade} 级`,
    with: (name: string) => `处置部门：${name}`,
  },
  en: {
    one: (title: string) => `Special report: ${title}`,
    many: (title: string, count: number) => `Special report: ${title} and ${count - 1} more`,
    grade: (grade: number) => `grade ${grade}`,
    with: (name: string) => `with ${name}`,
  },
};

/** What is told of the disposal; all that is said on the way there stands in the course. */
const disposalMoves: readonly unknown[] = ['feed-back', 'check-passed', 'check-failed', 'close'];

export function draftOfCases(cases: readonly CaseOfDraft[], language: PaperLanguage) {
  const say = phrases[language];
  const [first] = cases;
  const title =
    first === undefined
      ? ''
      : cases.length === 1
        ? say.one(first.incident.title)
        : say.many(first.incident.title, cases.length);
  const parts = (write: (each: CaseOfDraft) => string): string =>
    cases.map(write).join('\n\n').slice(0, longestReportPart);
  return {
    title: title.slice(0, longestReportTitle),
    cause: parts((each) => causeOf(each, language)),
    course: parts((each) => courseOf(each, language)),
    disposal: parts((each) => disposalOf(each, language)),
  };
}

function causeOf({ incident, areaName }: CaseOfDraft, language: PaperLanguage): string {
  const { caseNo, title, grade, source, address, reportedAt, description } = incident;
  const words = wordsOfCase(language);
  const place = [areaName, address].filter(Boolean).join(' ');
  const facts = [caseNo, words.source(source), phrases[language].grade(grade)].filter(Boolean);
  return [`${cityTime(reportedAt)} ${place} ${title} (${facts.join(', ')})`, description]
    .filter(Boolean)
    .join('\n');
}

function courseOf({ history }: CaseOfDraft, language: PaperLanguage): string {
  const words = wordsOfCase(language);
  return history
    .map(({ at, kind, actorName, payload }) => {
      const { move, note } = payload as Record<string, unknown>;
      const named = typeof move === 'string' ? words.move(move) : words.kind(kind);
      return [cityTime(at), named, actorName, typeof note === 'string' ? note : null]
        .filter(Boolean)
        .join(' ');
    })
    .join('\n');
}

function disposalOf(
  { incident, history, departmentName }: CaseOfDraft,
  language: PaperLanguage,
): string {
  const words = wordsOfCase(language);
  const said = history.flatMap(({ at, payload }) => {
    const { move, note } = payload as Record<string, unknown>;
    return typeof note === 'string' && disposalMoves.includes(move)
      ? [`${cityTime(at)} ${note}`]
      : [];
  });
  const state = words.state(incident.state);
  const now =
    departmentName === null ? state : `${state}, ${phrases[language].with(departmentName)}`;
  return [`${incident.caseNo ?? incident.title}: ${now}`, ...said].join('\n');
}

/** 值班日志 as one paper: who was on duty, what was done and by whom, and who signed for it. */
import { cityTime } from '#documents/city-time.ts';
import type { Block, Cell, Paper } from '#documents/paper.ts';
import { paperWords, type PaperLanguage } from '#documents/paper-words.ts';
import type { LineRecord } from '#duty-log/line-queries.ts';
import type { ShiftDutyRecord, ShiftRecord } from '#duty-log/shift-queries.ts';
import { recordWords } from './record-words.ts';

export type DutyLogTold = {
  shift: ShiftRecord;
  lines: readonly LineRecord[];
  duties: readonly ShiftDutyRecord[];
  areaName: string;
  madeBy: string;
  madeAt: Date;
};

export function dutyLogPaper(told: DutyLogTold, language: PaperLanguage): Paper {
  const words = recordWords[language].dutyLog;
  const { shift, areaName, madeBy, madeAt } = told;
  const title = words.title(areaName, cityTime(shift.begunAt));
  const end = shift.handedOverAt === null ? words.lasting : cityTime(shift.handedOverAt);
  return {
    title,
    lines: [
      words.stretch(cityTime(shift.begunAt), end),
      paperWords[language].made(madeBy, cityTime(madeAt)),
    ],
    sections: [
      { heading: words.onDuty, blocks: [dutiesOf(told, language)] },
      { heading: words.log, blocks: [logOf(told, language)] },
      { heading: words.handover, blocks: [handoverOf(shift, language)] },
    ],
    foot: title,
  };
}

function dutiesOf({ duties }: DutyLogTold, language: PaperLanguage): Block {
  const words = recordWords[language].dutyLog;
  if (duties.length === 0) return { kind: 'text', text: words.nobody };
  const posts: Record<string, string> = words.posts;
  return {
    kind: 'table',
    columns: words.onDutyColumns.map((title) => ({ title, share: 0.25 })),
    rows: duties.map(({ post, displayName, signedInAt, signedOutAt }) => [
      ...[posts[post] ?? post, displayName, cityTime(signedInAt)],
      signedOutAt === null ? words.stillThere : cityTime(signedOutAt),
    ]),
  };
}

function logOf({ lines }: DutyLogTold, language: PaperLanguage): Block {
  const words = recordWords[language].dutyLog;
  if (lines.length === 0) return { kind: 'text', text: words.nothing };
  const kinds: Record<string, string> = words.kinds;
  const { logColumns } = words;
  return {
    kind: 'table',
    columns: [
      { title: logColumns.at, share: 0.19 },
      { title: logColumns.what, share: 0.17 },
      { title: logColumns.by, share: 0.17 },
      { title: logColumns.text, share: 0.47 },
    ],
    rows: lines.map((line) => [
      ...[cityTime(line.at), kinds[line.kind] ?? line.kind, line.by],
      textOf(line, language),
    ]),
  };
}

function textOf(line: LineRecord, language: PaperLanguage): Cell {
  const words = recordWords[language].dutyLog;
  const posts: Record<string, string> = words.posts;
  const { caseName, grade, post } = line.facts;
  const parts = [
    caseName,
    grade === null || grade === undefined ? null : words.grade(grade),
    post ? (posts[post] ?? post) : null,
    line.text,
    line.struckAt === null ? null : words.struck(line.struckBy ?? '', line.struckFor ?? ''),
  ];
  return parts.filter(Boolean).join(' · ');
}

function handoverOf(shift: ShiftRecord, language: PaperLanguage): Block {
  const words = recordWords[language].dutyLog;
  const at = (moment: Date | null): Cell => (moment === null ? null : cityTime(moment));
  return {
    kind: 'facts',
    facts: [
      [words.summary, shift.summary],
      [words.handedOver, shift.handedOverBy],
      [words.handedOverAt, at(shift.handedOverAt)],
      [words.takenOver, shift.takenOverBy],
      [words.takenOverAt, at(shift.takenOverAt)],
      [words.sha256, shift.sha256],
    ],
  };
}

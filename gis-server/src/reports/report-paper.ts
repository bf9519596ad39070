/** 日报、月报 as one paper: who was on duty, what was handed over, the gravest cases, and the figures. */
import { cityTime } from '#documents/city-time.ts';
import { evaluationPaper, type EvaluationTold } from '#documents/evaluation-paper.ts';
import type { Block, Cell, Column, Paper, Section } from '#documents/paper.ts';
import { wordsOfCase } from '#documents/paper-words.ts';
import type { DueReport } from './due-reports.ts';
import type { DutyRow, EntryRow, GraveRow, NoteRow } from './report-queries.ts';

export type ReportTold = EvaluationTold & {
  kind: DueReport['kind'];
  duties: readonly DutyRow[];
  entries: readonly EntryRow[];
  notes: readonly NoteRow[];
  grave: readonly GraveRow[];
};

/** Reports that the house writes by itself are written in the language of the city. */
export const reportLanguage = 'zh-CN';
const posts: Record<string, string> = { leader: '带班领导', 'shift-leader': '值班长' };

export function reportPaper(told: ReportTold): Paper {
  const { kind, areaName, from, to } = told;
  const period = cityTime(from).slice(0, kind === 'daily-report' ? 10 : 7);
  const title = `${areaName}${kind === 'daily-report' ? '日报' : '月报'} ${period}`;
  const figures = evaluationPaper(told, reportLanguage);
  const lastMoment = new Date(to.getTime() - 1);
  return {
    title,
    lines: [
      `期间：${cityTime(from)} 至 ${cityTime(lastMoment)}`,
      `按计划生成：${cityTime(told.madeAt)}`,
    ],
    sections: [
      dutySection(told.duties),
      entriesSection(told.entries),
      notesSection(told.notes),
      graveSection(told.grave),
      ...figures.sections,
    ],
    foot: title,
  };
}

function dutySection(duties: readonly DutyRow[]): Section {
  const rows = duties.map(({ areaName, post, name, from, to }) => [
    ...[areaName, posts[post] ?? post, name, cityTime(from)],
    to === null ? '在岗' : cityTime(to),
  ]);
  return section('值班信息', ['地点', '岗位', '姓名', '到岗', '离岗'], rows, '无人签到。');
}

function entriesSection(entries: readonly EntryRow[]): Section {
  const rows = entries.map(({ areaName, at, by, text }) => [areaName, cityTime(at), by, text]);
  return section('值班日志', ['地点', '时间', '记录人', '内容'], rows, '无记录。');
}

function notesSection(notes: readonly NoteRow[]): Section {
  const rows = notes.map(({ writtenAt, writtenBy, text, takenBy }) => [
    ...[cityTime(writtenAt), writtenBy, text, takenBy],
  ]);
  return section('交接班记录', ['时间', '记录人', '内容', '接班人'], rows, '无交接记录。');
}

function graveSection(grave: readonly GraveRow[]): Section {
  const words = wordsOfCase(reportLanguage);
  const rows = grave.map(({ caseNo, title, grade, state, address, reportedAt }) => [
    ...[caseNo, title, grade, words.state(state), address, cityTime(reportedAt)],
  ]);
  const titles = ['案卷编号', '标题', '等级', '状态', '地址', '上报'];
  return section('重大案件', titles, rows, '无重大案件。');
}

function section(
  heading: string,
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  none: string,
): Section {
  const columns = titles.map((title): Column => ({ title, share: 1 / titles.length }));
  const block: Block =
    rows.length > 0 ? { kind: 'table', columns, rows } : { kind: 'text', text: none };
  return { heading, blocks: [block] };
}

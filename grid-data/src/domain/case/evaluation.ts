/**
 * The figures of 综合评价 as code beside their text: what is counted, of what, and in which version. A changed formula
 * gets the next version, so that a figure once published can be told from one worked out anew.
 */
import type { CallBackOutcome } from '../reporter.ts';
import type { CaseFacts } from './case-facts.ts';
import type { CaseSettings } from './case-settings.ts';
import type { WorkTime } from './work-calendar.ts';

export type EvaluatedCase = CaseFacts & {
  id: string;
  reportedAt: Date;
  /** What was said when whoever told it was last called back (回访). */
  lastCallBack: { at: Date; outcome: CallBackOutcome } | null;
};

/** From `from` inclusive to `to` exclusive, as seen at `now`, under what the city has settled. */
export type EvaluationPeriod = {
  from: Date;
  to: Date;
  now: Date;
  workTime: WorkTime;
  settings: Pick<CaseSettings, 'verifySources'>;
};

/** 岗位: whose work a figure measures. */
export const posts = [
  'supervisor', // 监督员: reports, verifies, checks
  'acceptor', // 受理员
  'shift-leader', // 值班长
  'dispatcher', // 派遣员
  'department', // 专业部门
  'center', // 监督中心
] as const;
export type Post = (typeof posts)[number];

/** The act whose doer answers for a case in a figure. */
export const postActs = [
  'report',
  'find', // a report by a grid worker: what somebody else had to tell was found by nobody
  'send-verify',
  'verify',
  'check',
  'send-check',
  'register',
  'dispatch',
  'dispose',
  'close',
  'call-back',
] as const;
export type PostAct = (typeof postActs)[number];

/** What is said of a figure wherever it stands. */
export type FormulaWords = {
  key: string;
  version: number;
  post: Post;
  nameZh: string;
  nameEn: string;
  /** As it stands on the screen and in the export. */
  textZh: string;
  textEn: string;
  unit: 'percent' | 'count' | 'minutes';
};

export type Formula = FormulaWords & {
  act: PostAct;
  /** The cases that it is about; none of them is no figure, and not 0 %. */
  among: (one: EvaluatedCase, period: EvaluationPeriod) => boolean;
  /** What each of them adds: 1 or 0 for a rate, any number for a sum or a mean. */
  adds: (one: EvaluatedCase, period: EvaluationPeriod) => number;
};

export type Figure = {
  key: string;
  version: number;
  /** Two decimals; null where there are no cases. */
  value: number | null;
  numerator: number;
  denominator: number;
};

export function figureOf(
  formula: Formula,
  cases: readonly EvaluatedCase[],
  period: EvaluationPeriod,
): Figure {
  const among = cases.filter((each) => formula.among(each, period));
  const numerator = among.reduce((sum, each) => sum + formula.adds(each, period), 0);
  const denominator = among.length;
  const { key, version } = formula;
  const value = valueOf(formula, { numerator, denominator });
  return { key, version, numerator, denominator, value };
}

export function valueOf(
  { unit }: Pick<FormulaWords, 'unit'>,
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
): number | null {
  if (unit === 'count') return numerator;
  if (denominator === 0) return null;
  const share = numerator / denominator;
  return Math.round(share * (unit === 'percent' ? 100 : 1) * 100) / 100;
}

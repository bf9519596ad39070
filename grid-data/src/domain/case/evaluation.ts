/**
 * The figures of 综合评价 as code beside their text: what is counted, of what, and in which version. A changed formula
 * gets the next version, so that a figure once published can be told from one worked out anew.
 */
import type { IncidentState } from '../incident.ts';
import type { CaseFacts } from './case-facts.ts';
import type { WorkTime } from './work-calendar.ts';

export type EvaluatedCase = CaseFacts & { id: string; reportedAt: Date };

/** From `from` inclusive to `to` exclusive, as seen at `now`. */
export type EvaluationPeriod = { from: Date; to: Date; now: Date; workTime: WorkTime };

export type Formula = {
  key: string;
  version: number;
  /** As it stands on the screen and in the export. */
  textZh: string;
  textEn: string;
  unit: 'percent' | 'count' | 'minutes';
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

const within = (at: Date | number | null | undefined, { from, to }: EvaluationPeriod) =>
  at !== null && at !== undefined && Number(at) >= from.getTime() && Number(at) < to.getTime();
const one = (holds: boolean) => (holds ? 1 : 0);

/** 作废, 不予受理, 合并 and 挂账 leave all denominators but that of the reports. */
const counts = ({ state, mergedInto }: EvaluatedCase) =>
  mergedInto === null && !['voided', 'rejected', 'suspended'].includes(state);

const isReported = (each: EvaluatedCase, period: EvaluationPeriod) =>
  within(each.reportedAt, period);
const isRegistered = (each: EvaluatedCase, period: EvaluationPeriod) =>
  counts(each) && within(each.registeredAt, period);
/** 应处置: due for disposal in the period. */
const isDue = (each: EvaluatedCase, period: EvaluationPeriod) =>
  counts(each) && within(each.dueAt, period);
const isDisposed = ({ feedbackAt }: EvaluatedCase) => feedbackAt !== null;
const inTime = (at: Date | null, due: Date | null) => at !== null && due !== null && at <= due;
/** 应结案: closed in the period, or not closed and past due in it. */
const isDueToClose = (each: EvaluatedCase, period: EvaluationPeriod) => {
  if (!counts(each)) return false;
  if (each.closedAt !== null) return within(each.closedAt, period);
  return within(each.closeDueAt, period) && Number(each.closeDueAt) < period.now.getTime();
};
const stageIsDue =
  (state: IncidentState) =>
  (each: EvaluatedCase, period: EvaluationPeriod): boolean =>
    counts(each) && within(each.stages[state]?.due, period);
const stageInTime = (state: IncidentState) => (each: EvaluatedCase) => {
  const stage = each.stages[state];
  return one(stage?.to != null && stage.due !== null && stage.to <= stage.due);
};

const formulaList = [
  {
    key: 'report',
    version: 1,
    textZh: '上报数 = 期内上报的案件',
    textEn: 'Reports = cases reported in the period',
    unit: 'count',
    among: isReported,
    adds: () => 1,
  },
  {
    key: 'register-rate',
    version: 1,
    textZh: '立案率 = 期内上报且已立案 ÷ 期内上报',
    textEn:
      'Registration rate = registered of those reported in the period ÷ reported in the period',
    unit: 'percent',
    among: isReported,
    adds: ({ registeredAt }) => one(registeredAt !== null),
  },
  {
    key: 'valid-report-rate',
    version: 1,
    textZh: '有效上报率 = (已立案 − 作废、合并) ÷ 期内上报',
    textEn: 'Valid reports = (registered − voided or merged) ÷ reported in the period',
    unit: 'percent',
    among: isReported,
    adds: (each) =>
      one(each.registeredAt !== null && each.state !== 'voided' && each.mergedInto === null),
  },
  {
    key: 'in-time-verify-rate',
    version: 1,
    textZh: '按时核实率 = 按时核实 ÷ 期内应核实',
    textEn: 'Verified in time ÷ due to verify in the period',
    unit: 'percent',
    among: stageIsDue('verifying'),
    adds: stageInTime('verifying'),
  },
  {
    key: 'in-time-check-rate',
    version: 1,
    textZh: '按时核查率 = 按时核查 ÷ 期内应核查',
    textEn: 'Checked in time ÷ due to check in the period',
    unit: 'percent',
    among: stageIsDue('checking'),
    adds: stageInTime('checking'),
  },
  {
    key: 'in-time-register-rate',
    version: 1,
    textZh: '按时立案率 = 按时立案 ÷ 期内立案',
    textEn: 'Registered in time ÷ registered in the period',
    unit: 'percent',
    among: isRegistered,
    adds: stageInTime('accepted'),
  },
  {
    key: 'accurate-register-rate',
    version: 1,
    textZh: '准确立案率 = (立案 − 作废) ÷ 期内立案',
    textEn: '(Registered − voided) ÷ registered in the period',
    unit: 'percent',
    // The only one whose denominator keeps what was voided: it measures just that.
    among: ({ registeredAt, mergedInto }, period) =>
      mergedInto === null && within(registeredAt, period),
    adds: ({ state }) => one(state !== 'voided'),
  },
  {
    key: 'in-time-dispatch-rate',
    version: 1,
    textZh: '按时派遣率 = 按时派遣 ÷ 期内应派遣',
    textEn: 'Dispatched in time ÷ due to dispatch in the period',
    unit: 'percent',
    among: stageIsDue('registered'),
    adds: stageInTime('registered'),
  },
  {
    key: 'accurate-dispatch-rate',
    version: 1,
    textZh: '准确派遣率 = (已派遣 − 部门退回) ÷ 期内应派遣',
    textEn: '(Dispatched − returned by a department) ÷ due to dispatch in the period',
    unit: 'percent',
    among: stageIsDue('registered'),
    adds: ({ dispatchedAt, returnCount }) => one(dispatchedAt !== null && returnCount === 0),
  },
  {
    key: 'dispose-rate',
    version: 1,
    textZh: '处置率 = 已处置 ÷ 期内应处置',
    textEn: 'Disposed ÷ due for disposal in the period',
    unit: 'percent',
    among: isDue,
    adds: (each) => one(isDisposed(each)),
  },
  {
    key: 'in-time-dispose-rate',
    version: 1,
    textZh: '按期处置率 = 按期处置 ÷ 期内应处置',
    textEn: 'Disposed in time ÷ due for disposal in the period',
    unit: 'percent',
    among: isDue,
    adds: ({ feedbackAt, dueAt }) => one(inTime(feedbackAt, dueAt)),
  },
  {
    key: 'overdue-disposed',
    version: 1,
    textZh: '超期处置数 = 期内应处置中超期才处置的案件',
    textEn: 'Disposed late, of those due in the period',
    unit: 'count',
    among: (each, period) =>
      isDue(each, period) && isDisposed(each) && !inTime(each.feedbackAt, each.dueAt),
    adds: () => 1,
  },
  {
    key: 'overdue-open',
    version: 1,
    textZh: '超期未处置数 = 期内应处置、已超期仍未处置的案件',
    textEn: 'Past due and not disposed, of those due in the period',
    unit: 'count',
    among: (each, period) =>
      isDue(each, period) && !isDisposed(each) && Number(each.dueAt) < period.now.getTime(),
    adds: () => 1,
  },
  {
    key: 'rework-rate',
    version: 1,
    textZh: '返工率 = 返工次数 ÷ 期内应处置中的已处置',
    textEn: 'Reworks ÷ disposed of those due in the period',
    unit: 'percent',
    among: (each, period) => isDue(each, period) && isDisposed(each),
    adds: ({ reworkCount }) => reworkCount,
  },
  {
    key: 'close-rate',
    version: 1,
    textZh: '结案率 = 期内结案 ÷ 应结案(期内结案 + 期内到期未结案)',
    textEn: 'Closed in the period ÷ (closed in the period + past due in it and not closed)',
    unit: 'percent',
    among: isDueToClose,
    adds: ({ closedAt }) => one(closedAt !== null),
  },
  {
    key: 'in-time-close-rate',
    version: 1,
    textZh: '按期结案率 = 按期结案 ÷ 应结案(期内结案 + 期内到期未结案)',
    textEn: 'Closed in time ÷ (closed in the period + past due in it and not closed)',
    unit: 'percent',
    among: isDueToClose,
    adds: ({ closedAt, closeDueAt }) => one(inTime(closedAt, closeDueAt)),
  },
  {
    key: 'mean-dispose-minutes',
    version: 1,
    textZh: '平均处置时长 = Σ(反馈 − 派遣，工作分钟) ÷ 期内应处置中的已处置',
    textEn:
      'Mean of working minutes from dispatch to feedback, of those due in the period and disposed',
    unit: 'minutes',
    among: (each, period) => isDue(each, period) && isDisposed(each) && each.dispatchedAt !== null,
    adds: ({ dispatchedAt, feedbackAt }, { workTime }) =>
      workTime.between(dispatchedAt ?? new Date(0), feedbackAt ?? new Date(0)) / 60_000,
  },
] as const satisfies readonly Formula[];

export const formulas: readonly Formula[] = formulaList;
export type FormulaKey = (typeof formulaList)[number]['key'];
export const formulaKeys: readonly FormulaKey[] = formulaList.map(({ key }) => key);

export function formulaOf(key: FormulaKey): Formula {
  return formulaList.find((formula) => formula.key === key) as Formula;
}

export function figureOf(
  formula: Formula,
  cases: readonly EvaluatedCase[],
  period: EvaluationPeriod,
): Figure {
  const among = cases.filter((each) => formula.among(each, period));
  const numerator = among.reduce((sum, each) => sum + formula.adds(each, period), 0);
  const denominator = among.length;
  const { key, version } = formula;
  return { key, version, numerator, denominator, value: valueOf(formula, numerator, denominator) };
}

function valueOf({ unit }: Formula, numerator: number, denominator: number): number | null {
  if (unit === 'count') return numerator;
  if (denominator === 0) return null;
  const share = numerator / denominator;
  return Math.round(share * (unit === 'percent' ? 100 : 1) * 100) / 100;
}

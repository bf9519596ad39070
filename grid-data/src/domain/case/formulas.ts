/** What the house counts, each formula with its text and version, whose post it measures, and whose act answers for it. */
import type { IncidentState } from '../incident.ts';
import type { EvaluatedCase, EvaluationPeriod, Formula, Post, PostAct } from './evaluation.ts';

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

/** Whom a 巡查 could have forestalled: people who had to call, or the house itself, before a grid worker told of it. */
const toldByOthers: readonly string[] = [
  'hotline',
  'hotline-12319',
  'public-report',
  'leader',
  'department',
  'video-patrol',
];
/** By when it had to be sent to 核实: where it was sent, that moment's limit, else that of where it still waits. */
const sendDue = ({ state, verdict, source, stages }: EvaluatedCase, period: EvaluationPeriod) => {
  const sources: readonly string[] = period.settings.verifySources;
  const waits = state === 'reported' && verdict === null && sources.includes(source);
  return waits ? stages.reported?.due : stages.verifying?.sendDue;
};
const isAnswered = ({ lastCallBack }: EvaluatedCase) =>
  lastCallBack !== null && lastCallBack.outcome !== 'not-reached';

const by = (post: Post, act: PostAct) => ({ post, act });

const formulaList = [
  {
    key: 'report',
    version: 1,
    ...by('supervisor', 'report'),
    nameZh: '上报数',
    nameEn: 'Reports',
    textZh: '上报数 = 期内上报的案件',
    textEn: 'Reports = cases reported in the period',
    unit: 'count',
    among: isReported,
    adds: () => 1,
  },
  {
    key: 'register-rate',
    version: 1,
    ...by('supervisor', 'report'),
    nameZh: '立案率',
    nameEn: 'Registration rate',
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
    ...by('supervisor', 'report'),
    nameZh: '有效上报率',
    nameEn: 'Valid reports',
    textZh: '有效上报率 = (已立案 − 作废、合并) ÷ 期内上报',
    textEn: 'Valid reports = (registered − voided or merged) ÷ reported in the period',
    unit: 'percent',
    among: isReported,
    adds: (each) =>
      one(each.registeredAt !== null && each.state !== 'voided' && each.mergedInto === null),
  },
  {
    key: 'missed-rate',
    version: 1,
    ...by('supervisor', 'find'),
    nameZh: '漏报率',
    nameEn: 'Missed by the grid',
    textZh:
      '漏报率 = 漏报 ÷ (漏报 + 网格员上报)，均指期内立案；漏报 = 由热线、公众、领导、部门或视频巡查先报的',
    textEn:
      'Missed ÷ (missed + told by grid workers), registered in the period; missed = first told by hotlines, the public, leaders, departments or the video patrol',
    unit: 'percent',
    among: (each, period) =>
      isRegistered(each, period) &&
      (each.source === 'grid-worker' || toldByOthers.includes(each.source)),
    adds: ({ source }) => one(toldByOthers.includes(source)),
  },
  {
    key: 'in-time-send-verify-rate',
    version: 1,
    ...by('acceptor', 'send-verify'),
    nameZh: '按时派发核实率',
    nameEn: 'Sent to verify in time',
    textZh: '按时派发核实率 = 按时派发核实 ÷ 期内应派发核实',
    textEn: 'Sent to verify in time ÷ due to be sent to verify in the period',
    unit: 'percent',
    among: (each, period) => counts(each) && within(sendDue(each, period), period),
    adds: (each, period) => {
      const due = sendDue(each, period);
      const { verifying } = each.stages;
      return one(verifying?.sendDue != null && verifying.sendDue === due && verifying.from <= due);
    },
  },
  {
    key: 'in-time-verify-rate',
    version: 1,
    ...by('supervisor', 'verify'),
    nameZh: '按时核实率',
    nameEn: 'Verified in time',
    textZh: '按时核实率 = 按时核实 ÷ 期内应核实',
    textEn: 'Verified in time ÷ due to verify in the period',
    unit: 'percent',
    among: stageIsDue('verifying'),
    adds: stageInTime('verifying'),
  },
  {
    key: 'in-time-check-rate',
    version: 1,
    ...by('supervisor', 'check'),
    nameZh: '按时核查率',
    nameEn: 'Checked in time',
    textZh: '按时核查率 = 按时核查 ÷ 期内应核查',
    textEn: 'Checked in time ÷ due to check in the period',
    unit: 'percent',
    among: stageIsDue('checking'),
    adds: stageInTime('checking'),
  },
  {
    key: 'in-time-send-check-rate',
    version: 1,
    ...by('acceptor', 'send-check'),
    nameZh: '按时派发核查率',
    nameEn: 'Sent to check in time',
    textZh: '按时派发核查率 = 按时派发核查 ÷ 期内应派发核查',
    textEn: 'Sent to check in time ÷ due to be sent to check in the period',
    unit: 'percent',
    among: stageIsDue('feedback'),
    adds: stageInTime('feedback'),
  },
  {
    key: 'register',
    version: 1,
    ...by('shift-leader', 'register'),
    nameZh: '立案数',
    nameEn: 'Registrations',
    textZh: '立案数 = 期内立案的案件',
    textEn: 'Registrations = cases registered in the period',
    unit: 'count',
    among: isRegistered,
    adds: () => 1,
  },
  {
    key: 'in-time-register-rate',
    version: 1,
    ...by('shift-leader', 'register'),
    nameZh: '按时立案率',
    nameEn: 'Registered in time',
    textZh: '按时立案率 = 按时立案 ÷ 期内立案',
    textEn: 'Registered in time ÷ registered in the period',
    unit: 'percent',
    among: isRegistered,
    adds: stageInTime('accepted'),
  },
  {
    key: 'accurate-register-rate',
    version: 1,
    ...by('shift-leader', 'register'),
    nameZh: '准确立案率',
    nameEn: 'Accurate registration',
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
    ...by('dispatcher', 'dispatch'),
    nameZh: '按时派遣率',
    nameEn: 'Dispatched in time',
    textZh: '按时派遣率 = 按时派遣 ÷ 期内应派遣',
    textEn: 'Dispatched in time ÷ due to dispatch in the period',
    unit: 'percent',
    among: stageIsDue('registered'),
    adds: stageInTime('registered'),
  },
  {
    key: 'accurate-dispatch-rate',
    version: 1,
    ...by('dispatcher', 'dispatch'),
    nameZh: '准确派遣率',
    nameEn: 'Accurate dispatch',
    textZh: '准确派遣率 = (已派遣 − 部门退回) ÷ 期内应派遣',
    textEn: '(Dispatched − returned by a department) ÷ due to dispatch in the period',
    unit: 'percent',
    among: stageIsDue('registered'),
    adds: ({ dispatchedAt, returnCount }) => one(dispatchedAt !== null && returnCount === 0),
  },
  {
    key: 'dispose-rate',
    version: 1,
    ...by('department', 'dispose'),
    nameZh: '处置率',
    nameEn: 'Disposal rate',
    textZh: '处置率 = 已处置 ÷ 期内应处置',
    textEn: 'Disposed ÷ due for disposal in the period',
    unit: 'percent',
    among: isDue,
    adds: (each) => one(isDisposed(each)),
  },
  {
    key: 'in-time-dispose-rate',
    version: 1,
    ...by('department', 'dispose'),
    nameZh: '按期处置率',
    nameEn: 'Disposed in time',
    textZh: '按期处置率 = 按期处置 ÷ 期内应处置',
    textEn: 'Disposed in time ÷ due for disposal in the period',
    unit: 'percent',
    among: isDue,
    adds: ({ feedbackAt, dueAt }) => one(inTime(feedbackAt, dueAt)),
  },
  {
    key: 'overdue-disposed',
    version: 1,
    ...by('department', 'dispose'),
    nameZh: '超期处置数',
    nameEn: 'Disposed late',
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
    ...by('department', 'dispose'),
    nameZh: '超期未处置数',
    nameEn: 'Overdue and open',
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
    ...by('department', 'dispose'),
    nameZh: '返工率',
    nameEn: 'Rework rate',
    textZh: '返工率 = 返工次数 ÷ 期内应处置中的已处置',
    textEn: 'Reworks ÷ disposed of those due in the period',
    unit: 'percent',
    among: (each, period) => isDue(each, period) && isDisposed(each),
    adds: ({ reworkCount }) => reworkCount,
  },
  {
    key: 'close-due',
    version: 1,
    ...by('center', 'close'),
    nameZh: '应结案数',
    nameEn: 'Due to close',
    textZh: '应结案数 = 期内结案 + 期内到期未结案',
    textEn: 'Due to close = closed in the period + past due in it and not closed',
    unit: 'count',
    among: isDueToClose,
    adds: () => 1,
  },
  {
    key: 'close-rate',
    version: 1,
    ...by('center', 'close'),
    nameZh: '结案率',
    nameEn: 'Closing rate',
    textZh: '结案率 = 期内结案 ÷ 应结案(期内结案 + 期内到期未结案)',
    textEn: 'Closed in the period ÷ (closed in the period + past due in it and not closed)',
    unit: 'percent',
    among: isDueToClose,
    adds: ({ closedAt }) => one(closedAt !== null),
  },
  {
    key: 'in-time-close-rate',
    version: 1,
    ...by('center', 'close'),
    nameZh: '按期结案率',
    nameEn: 'Closed in time',
    textZh: '按期结案率 = 按期结案 ÷ 应结案(期内结案 + 期内到期未结案)',
    textEn: 'Closed in time ÷ (closed in the period + past due in it and not closed)',
    unit: 'percent',
    among: isDueToClose,
    adds: ({ closedAt, closeDueAt }) => one(inTime(closedAt, closeDueAt)),
  },
  {
    key: 'satisfied-rate',
    version: 2,
    ...by('center', 'call-back'),
    nameZh: '群众满意率',
    nameEn: 'Satisfied callers',
    textZh:
      '群众满意率 = 满意 ÷ 期内回访到的案件（以最后一次回访为准，未联系上的不计；作废、不予受理、合并、挂账的不计）',
    textEn:
      'Satisfied ÷ cases called back in the period, by the last call-back; left out are who was not reached, and what was voided, refused, merged or suspended',
    unit: 'percent',
    among: (each, period) =>
      counts(each) && isAnswered(each) && within(each.lastCallBack?.at, period),
    adds: ({ lastCallBack }) => one(lastCallBack?.outcome === 'satisfied'),
  },
  {
    key: 'mean-dispose-minutes',
    version: 1,
    ...by('department', 'dispose'),
    nameZh: '平均处置时长',
    nameEn: 'Mean time to dispose',
    textZh: '平均处置时长 = (反馈 − 派遣，工作分钟)之和 ÷ 期内应处置中的已处置',
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

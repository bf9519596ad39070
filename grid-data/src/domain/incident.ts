/** States of an incident from report to archive (reference: CJJ/T 106, GB/T 30428.8), named in GLOSSARY.md. */
export const incidentStates = [
  'reported', // 已上报
  'verifying', // 核实中
  'accepted', // 已受理
  'rejected', // 不予受理
  'voided', // 作废
  'registered', // 已立案
  'dispatched', // 已派遣
  'processing', // 处置中
  'suspended', // 挂账
  'feedback', // 已反馈
  'checking', // 核查中
  'checked', // 已核查
  'closed', // 已结案
  'archived', // 已归档
] as const;
export type IncidentState = (typeof incidentStates)[number];

const endStates: readonly IncidentState[] = ['rejected', 'voided', 'closed', 'archived'];

export function isOpenState(state: IncidentState): boolean {
  return !endStates.includes(state);
}

/** The six stages shown outside; 综合评价 reads all of them. */
export const incidentStages = [
  'report',
  'register',
  'dispatch',
  'dispose',
  'feedback',
  'close',
] as const;
export type IncidentStage = (typeof incidentStages)[number];

const stageByState: Record<IncidentState, IncidentStage> = {
  reported: 'report',
  verifying: 'report',
  accepted: 'report',
  rejected: 'close',
  voided: 'close',
  registered: 'register',
  dispatched: 'dispatch',
  processing: 'dispose',
  suspended: 'dispose',
  feedback: 'feedback',
  checking: 'feedback',
  checked: 'feedback',
  closed: 'close',
  archived: 'close',
};

export function stageOf(state: IncidentState): IncidentStage {
  return stageByState[state];
}

/** 1 特别重大, 2 重大, 3 较大, 4 一般: the grade of an incident, never a warning colour or a response level. */
export const incidentGrades = [1, 2, 3, 4] as const;
export type IncidentGrade = (typeof incidentGrades)[number];

export const limitUnits = ['urgent-hour', 'work-hour', 'work-day', 'natural-day'] as const;
export type LimitUnit = (typeof limitUnits)[number];

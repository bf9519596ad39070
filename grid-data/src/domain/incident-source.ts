/** Where the word of an incident comes from (GB/T 30428.8; 信息收集), and what that asks of the intake. */
export type IncidentSourceRule = {
  source: string;
  /** Verified (核实) before it is accepted, unless a city decides otherwise. */
  verifiedFirst: boolean;
  /** Somebody outside the house told it: name, telephone and home are kept apart, and an answer is owed. */
  hasReporter: boolean;
  /** Its reports carry the number of another system: each comes in once, in its newest revision. */
  numbered: boolean;
};

// prettier-ignore
export const incidentSourceTable = [
  { source: 'grid-worker', verifiedFirst: false, hasReporter: false, numbered: false }, // 网格员上报
  { source: 'hotline', verifiedFirst: true, hasReporter: true, numbered: true }, // 12345
  { source: 'hotline-12319', verifiedFirst: true, hasReporter: true, numbered: true }, // the older number of 城管
  { source: 'public-report', verifiedFirst: true, hasReporter: true, numbered: false }, // 公众上报
  { source: 'leader', verifiedFirst: false, hasReporter: false, numbered: true }, // 领导批示
  { source: 'department', verifiedFirst: false, hasReporter: false, numbered: true }, // 部门转办
  { source: 'sensor', verifiedFirst: false, hasReporter: false, numbered: true }, // 感知设备
  { source: 'theme', verifiedFirst: false, hasReporter: false, numbered: true }, // 专题
  { source: 'video-patrol', verifiedFirst: false, hasReporter: false, numbered: false }, // 视频巡查
  { source: 'emergency-line', verifiedFirst: false, hasReporter: true, numbered: true }, // which of them is not told
  { source: 'police-110', verifiedFirst: false, hasReporter: true, numbered: true },
  { source: 'fire-119', verifiedFirst: false, hasReporter: true, numbered: true },
  { source: 'medical-120', verifiedFirst: false, hasReporter: true, numbered: true },
  { source: 'traffic-122', verifiedFirst: false, hasReporter: true, numbered: true },
  { source: 'bulk-file', verifiedFirst: false, hasReporter: false, numbered: true }, // 批量导入
] as const satisfies readonly IncidentSourceRule[];

export type IncidentSource = (typeof incidentSourceTable)[number]['source'];
export const incidentSources: readonly IncidentSource[] = incidentSourceTable.map(
  ({ source }) => source,
);

export function sourceRule(source: IncidentSource): IncidentSourceRule {
  return incidentSourceTable.find((row) => row.source === source)!;
}

import type { EffectOutcome, LinkageEffect, LinkageRule } from 'grid-data';

export type StoppedRule = { reason: string; at: string; chain: string[] };

export type RuleRecord = {
  id: string;
  areaCode: string;
  /** Empty for the first rule, which screens name in their own language. */
  name: string;
  rule: LinkageRule;
  enabled: boolean;
  /** Why the engine stopped it; null where it did not. */
  stopped: StoppedRule | null;
  sinceSeq: number;
  changedBy: string;
  changedAt: Date;
  version: number;
};

export type FiringRecord = {
  id: string;
  ruleId: string;
  ruleVersion: number;
  ruleName: string;
  ruleAreaCode: string;
  areaCode: string;
  triggerSeq: number;
  triggerKind: string;
  incidentId: string | null;
  title: string | null;
  /** Of the gravest trigger; 9 where there is none. */
  grade: number;
  longitude: number | null;
  latitude: number | null;
  firedAt: Date;
  count: number;
  lastSeq: number;
  /** Rules whose effects led here. */
  chain: string[];
  /** The rule's effects as they were then, and what became of each. */
  effects: LinkageEffect[];
  outcomes: EffectOutcome[];
};

export type TriggerRecord = {
  triggerSeq: number;
  kind: string;
  subjectId: string;
  title: string | null;
  areaCode: string;
  at: Date;
};

export type NoticeRecord = {
  id: string;
  firingId: string;
  areaCode: string;
  role: string;
  mustAcknowledge: boolean;
  madeAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
};

/** The payload that names a firing's cause in each row of the journal about it. */
export function causeOf(firing: FiringRecord) {
  const { id, ruleId, ruleVersion, ruleName, ruleAreaCode, triggerSeq } = firing;
  return { firingId: id, ruleId, ruleVersion, ruleName, ruleAreaCode, triggerSeq };
}

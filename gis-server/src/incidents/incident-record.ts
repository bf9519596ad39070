import type { CameraPurpose, CaseFacts, IncidentGrade, IncidentState, LimitUnit } from 'grid-data';

export type IncidentRecord = {
  id: string;
  caseNo: string | null;
  classCode: string;
  title: string;
  description: string | null;
  state: IncidentState;
  grade: IncidentGrade;
  source: string;
  areaCode: string;
  unitGridCode: string | null;
  governanceGridCode: string | null;
  componentCode: string | null;
  /** What it was registered against. */
  standardId: string | null;
  departmentCode: string | null;
  address: string | null;
  position: { longitude: number; latitude: number };
  reportedAt: Date;
  registeredAt: Date | null;
  dispatchedAt: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  version: number;
  /** What the table of moves looks at. */
  facts: CaseFacts;
};

export type IncidentClassRecord = {
  code: string;
  kind: string;
  nameZh: string;
  nameEn: string;
  icon: string;
  defaultGrade: IncidentGrade;
  limitValue: number;
  limitUnit: LimitUnit;
  purposes: CameraPurpose[];
  departmentCode: string | null;
  retiredAt: Date | null;
};

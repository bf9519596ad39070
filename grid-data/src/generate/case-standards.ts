import { limitUnits, type LimitUnit } from '#domain/incident.ts';
import { field, readSeedCsv } from './seed-files.ts';

export type CaseStandardRow = {
  classCode: string;
  condition: string;
  limitValue: number;
  limitUnit: LimitUnit;
  closeCondition: string;
};

/** Conditions and limits to begin with; each city has its own. */
export function caseStandards(): CaseStandardRow[] {
  return readSeedCsv('case-standards.csv').map((row) => ({
    classCode: field(row, 'class'),
    condition: field(row, 'condition_zh'),
    limitValue: Number(field(row, 'limit_value')),
    limitUnit: limitUnits.find((unit) => unit === field(row, 'limit_unit')) ?? 'work-day',
    closeCondition: field(row, 'close_zh'),
  }));
}

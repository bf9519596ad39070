/** Which department a case goes to, and by which rule (reference: Changshu 2011; the standard leaves it to the city). */
import type { Viewer } from '#access/viewer.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { dispatchRules, type DispatchRuleRecord } from '#dispatch/queries.ts';
import { standardById } from '#case-standards/standard-queries.ts';
import { departmentState, incidentClass } from '#incidents/queries.ts';
import { dispatchRuleFor, type WorkTime } from 'grid-data';

export type PickedDepartment = {
  code: string;
  /**
   * maintainer, owner or competent department of the component; a rule of the city; that of the condition it was
   * registered against; else the class's own.
   */
  rule:
    | 'component-maintainer'
    | 'component-owner'
    | 'component-competent'
    | 'dispatch-rule'
    | 'standard'
    | 'class';
  /** The rule of the city that decided. */
  dispatchRule: DispatchRuleRecord | null;
};

type AtTime = { at: Date; workTime: WorkTime };

/** Components go first to whoever answers for them; all else by the rules of the city, its condition, then its class. */
export async function pickDepartment(
  db: Reading,
  viewer: Viewer,
  incident: Pick<IncidentRecord, 'componentCode' | 'classCode' | 'areaCode' | 'standardId'>,
  { at, workTime }: AtTime,
): Promise<PickedDepartment | null> {
  const { componentCode, classCode, areaCode } = incident;
  if (componentCode !== null) {
    const [component] = await cityComponentsByCode(db, viewer, [componentCode]);
    const answers = [
      [component?.maintainDepartment, 'component-maintainer'],
      [component?.ownerDepartment, 'component-owner'],
      [component?.competentDepartment, 'component-competent'],
    ] as const;
    for (const [code, rule] of answers) if (code) return { code, rule, dispatchRule: null };
  }
  const inWorkTime = workTime.between(at, new Date(at.getTime() + 1)) > 0;
  const asked = { areaCode, classCode, inWorkTime };
  const dispatchRule = dispatchRuleFor(await dispatchRules(db, viewer), asked);
  if (dispatchRule !== null) {
    return { code: dispatchRule.departmentCode, rule: 'dispatch-rule', dispatchRule };
  }
  const ofStandard = await departmentOfStandard(db, incident.standardId);
  if (ofStandard !== null) return { code: ofStandard, rule: 'standard', dispatchRule: null };
  const kind = await incidentClass(db, classCode);
  const code = kind?.departmentCode ?? null;
  return code === null ? null : { code, rule: 'class', dispatchRule: null };
}

/** A department that was closed since gets nothing. */
async function departmentOfStandard(db: Reading, id: string | null): Promise<string | null> {
  const code = id === null ? null : ((await standardById(db, id))?.departmentCode ?? null);
  return code !== null && (await departmentState(db, code)) === 'open' ? code : null;
}

/** Which department a case goes to, and by which rule (reference: Changshu 2011; the standard leaves it to the city). */
import type { Viewer } from '#access/viewer.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { dispatchRules, type DispatchRuleRecord } from '#dispatch/queries.ts';
import { standardById } from '#case-standards/standard-queries.ts';
import { incidentClass } from '#incidents/queries.ts';
import { allDepartments } from './desk-queries.ts';
import { dispatchRuleFor, type WorkTime } from 'grid-data';

export type PickedDepartment = {
  code: string;
  /**
   * owner, maintainer or competent department of the component; a rule of the city; that of the condition it was
   * registered against; else the class's own.
   */
  rule:
    | 'component-owner'
    | 'component-maintainer'
    | 'component-competent'
    | 'dispatch-rule'
    | 'standard'
    | 'class';
  /** The rule of the city that decided. */
  dispatchRule: DispatchRuleRecord | null;
};

type AtTime = { at: Date; workTime: WorkTime };

/**
 * Components go first to their owner, then to whoever maintains them or is competent (DECISIONS 70); all else by the rules
 * of the city, its condition, then its class. A department that is closed or that nobody knows is passed over.
 */
export async function pickDepartment(
  db: Reading,
  viewer: Viewer,
  incident: Pick<IncidentRecord, 'componentCode' | 'classCode' | 'areaCode' | 'standardId'>,
  { at, workTime }: AtTime,
): Promise<PickedDepartment | null> {
  const { componentCode, classCode, areaCode } = incident;
  const open = (await allDepartments(db)).filter(({ closedAt }) => closedAt === null);
  // Lists of components name their departments as often by name as by code.
  const codeOf = (said: string | null | undefined): string | null =>
    open.find(({ code, nameZh }) => said === code || said === nameZh)?.code ?? null;
  if (componentCode !== null) {
    const [component] = await cityComponentsByCode(db, viewer, [componentCode]);
    const answers = [
      [component?.ownerDepartment, 'component-owner'],
      [component?.maintainDepartment, 'component-maintainer'],
      [component?.competentDepartment, 'component-competent'],
    ] as const;
    for (const [said, rule] of answers) {
      const code = codeOf(said);
      if (code !== null) return { code, rule, dispatchRule: null };
    }
  }
  const inWorkTime = workTime.between(at, new Date(at.getTime() + 1)) > 0;
  const asked = { areaCode, classCode, inWorkTime };
  const rules = await dispatchRules(db, viewer);
  const dispatchRule = dispatchRuleFor(
    rules.filter(({ departmentCode }) => codeOf(departmentCode) !== null),
    asked,
  );
  if (dispatchRule !== null) {
    return { code: dispatchRule.departmentCode, rule: 'dispatch-rule', dispatchRule };
  }
  const standard =
    incident.standardId === null ? null : await standardById(db, incident.standardId);
  const ofStandard = codeOf(standard?.departmentCode);
  if (ofStandard !== null) return { code: ofStandard, rule: 'standard', dispatchRule: null };
  const code = codeOf((await incidentClass(db, classCode))?.departmentCode);
  return code === null ? null : { code, rule: 'class', dispatchRule: null };
}

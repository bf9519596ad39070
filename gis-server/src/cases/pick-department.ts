/** Which department a case goes to, and by which rule (reference: Changshu 2011; the standard leaves it to the city). */
import type { Viewer } from '#access/viewer.ts';
import { cityComponentsByCode } from '#city-components/queries.ts';
import type { Reading } from '#database/transaction.ts';
import type { IncidentRecord } from '#incidents/incident-record.ts';
import { incidentClass } from '#incidents/queries.ts';

export type PickedDepartment = {
  code: string;
  /** maintainer, owner or competent department of the component; else the class's own. */
  rule: 'component-maintainer' | 'component-owner' | 'component-competent' | 'class';
};

/** Components go first to whoever answers for them; everything else to the department of its class. */
export async function pickDepartment(
  db: Reading,
  viewer: Viewer,
  { componentCode, classCode }: Pick<IncidentRecord, 'componentCode' | 'classCode'>,
): Promise<PickedDepartment | null> {
  if (componentCode !== null) {
    const [component] = await cityComponentsByCode(db, viewer, [componentCode]);
    const answers = [
      [component?.maintainDepartment, 'component-maintainer'],
      [component?.ownerDepartment, 'component-owner'],
      [component?.competentDepartment, 'component-competent'],
    ] as const;
    for (const [code, rule] of answers) if (code) return { code, rule };
  }
  const kind = await incidentClass(db, classCode);
  return kind?.departmentCode ? { code: kind.departmentCode, rule: 'class' } : null;
}

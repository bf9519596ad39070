/** The loop of a case as a table: which step leads where, who may take it, and what it asks for (CJJ/T 106, GB/T 30428.8). */
import type { IncidentState } from './incident.ts';
import type { Permission } from './roles.ts';

export type IncidentStep = {
  from: IncidentState;
  to: IncidentState;
  permission: Permission;
  /** Taking a case away or back is said in words, which stay in its history. */
  needsNote?: true;
  /** The department that the step hands the case to is named. */
  needsDepartment?: true;
  /** Only the department that holds the case takes this step. */
  ownDepartmentOnly?: true;
};

export const incidentSteps: readonly IncidentStep[] = [
  { from: 'reported', to: 'verifying', permission: 'incident.accept' }, // 派发核实
  { from: 'verifying', to: 'reported', permission: 'incident.report' }, // 核实结果
  { from: 'reported', to: 'accepted', permission: 'incident.accept' }, // 受理
  { from: 'reported', to: 'rejected', permission: 'incident.accept', needsNote: true }, // 不予受理
  { from: 'accepted', to: 'registered', permission: 'incident.register' }, // 立案
  { from: 'accepted', to: 'voided', permission: 'incident.register', needsNote: true }, // 作废
  { from: 'registered', to: 'voided', permission: 'incident.register', needsNote: true }, // 作废
  { from: 'registered', to: 'dispatched', permission: 'incident.dispatch', needsDepartment: true }, // 派遣
  { from: 'registered', to: 'accepted', permission: 'incident.dispatch', needsNote: true }, // 退回
  { from: 'dispatched', to: 'processing', permission: 'incident.dispose', ownDepartmentOnly: true }, // 签收
  {
    from: 'dispatched',
    to: 'registered',
    permission: 'incident.dispose',
    needsNote: true,
    ownDepartmentOnly: true,
  }, // 退回
  { from: 'processing', to: 'suspended', permission: 'incident.register', needsNote: true }, // 挂账
  { from: 'suspended', to: 'processing', permission: 'incident.register' }, // 恢复
  { from: 'processing', to: 'feedback', permission: 'incident.dispose', ownDepartmentOnly: true }, // 反馈
  { from: 'feedback', to: 'processing', permission: 'incident.dispatch', needsNote: true }, // 返工
  { from: 'feedback', to: 'checking', permission: 'incident.accept' }, // 派发核查
  { from: 'checking', to: 'checked', permission: 'incident.report' }, // 核查通过
  { from: 'checking', to: 'dispatched', permission: 'incident.dispatch', needsNote: true }, // 核查不通过
  { from: 'checked', to: 'closed', permission: 'incident.register' }, // 结案
  { from: 'closed', to: 'archived', permission: 'incident.accept' }, // 归档
];

/** The step from one state to another, or null where the loop knows none. */
export function incidentStep(from: IncidentState, to: IncidentState): IncidentStep | null {
  return incidentSteps.find((step) => step.from === from && step.to === to) ?? null;
}

/** The steps that lead on from a state, for a viewer with these permissions. */
export function incidentStepsFrom(
  from: IncidentState,
  permissions: ReadonlySet<Permission>,
): IncidentStep[] {
  return incidentSteps.filter((step) => step.from === from && permissions.has(step.permission));
}

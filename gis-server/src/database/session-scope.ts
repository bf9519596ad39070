import { codeRange } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { DomainError } from 'grid-data';

/**
 * SQL that puts a transaction under the viewer's role and scope. Viewers at the root take the role whose policy is
 * `true`, because a policy that compares area codes keeps the planner from the position index; all others, and
 * departments wherever they stand, take the role that the policies hold.
 */
export function roleAndScope(viewer: Viewer): string {
  if (viewer.role === 'department') return underPolicies(viewer, viewer.departmentCode ?? '-');
  if (viewer.scopePrefix === '') return 'set local role cloud_eye_root';
  return underPolicies(viewer, '');
}

function underPolicies(viewer: Viewer, department: string): string {
  if (!/^[a-z0-9-]*$/.test(department)) {
    throw new DomainError('invalid-input', `not a department code: ${department}`);
  }
  const { from, to } = codeRange(viewer.scopePrefix);
  return [
    'set local role cloud_eye_app',
    `set local cloud_eye.scope = '${from}'`,
    `set local cloud_eye.scope_end = '${to}'`,
    `set local cloud_eye.department = '${department}'`,
  ].join('; ');
}

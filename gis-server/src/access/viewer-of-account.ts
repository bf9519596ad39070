import { permissionsOf, type Role } from 'grid-data';
import type { Viewer } from './viewer.ts';

export type AccountOfSession = {
  id: string;
  name: string;
  display_name: string;
  role: Role;
  area_code: string;
  department_code: string | null;
  password_hash: string | null;
  screen_id: string | null;
};

export function viewerFrom(account: AccountOfSession, sessionId: string, rootCode: string): Viewer {
  return {
    userId: account.id,
    sessionId,
    name: account.name,
    displayName: account.display_name,
    role: account.role,
    permissions: new Set(permissionsOf(account.role)),
    areaCode: account.area_code,
    departmentCode: account.department_code,
    scopePrefix: account.area_code === rootCode ? '' : account.area_code,
    screenId: account.screen_id,
  };
}

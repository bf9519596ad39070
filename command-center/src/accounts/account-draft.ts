/** What an administrator has typed about an account, and what is wrong with it before it is sent. */
import { areaLevelOf, roles, type Role } from 'grid-data';

export type AccountDraft = {
  name: string;
  displayName: string;
  role: string;
  areaCode: string;
  departmentCode: string;
  password: string;
};

export const emptyDraft: AccountDraft = {
  name: '',
  displayName: '',
  role: '',
  areaCode: '',
  departmentCode: '',
  password: '',
};

export const leastPasswordLength = 12;

export type DraftFault = { field: keyof AccountDraft; reason: string };

export function faultsOf(draft: AccountDraft): DraftFault[] {
  return [...nameFaults(draft), ...placeFaults(draft), ...passwordFaults(draft.password)];
}

/** Post and area, as moving an account needs them too. */
export function placeFaults(
  draft: Pick<AccountDraft, 'role' | 'areaCode' | 'departmentCode'>,
): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!isRole(draft.role)) faults.push({ field: 'role', reason: 'role-missing' });
  if (areaLevelOf(draft.areaCode) === null) faults.push({ field: 'areaCode', reason: 'area-code' });
  if (draft.role === 'department' && draft.departmentCode.trim() === '')
    faults.push({ field: 'departmentCode', reason: 'department-missing' });
  return faults;
}

export function passwordFaults(password: string): DraftFault[] {
  return password.length < leastPasswordLength
    ? [{ field: 'password', reason: 'password-short' }]
    : [];
}

function nameFaults(draft: AccountDraft): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!/^[a-z0-9._-]{3,40}$/.test(draft.name)) faults.push({ field: 'name', reason: 'name-form' });
  if (draft.displayName.trim() === '')
    faults.push({ field: 'displayName', reason: 'display-name-missing' });
  return faults;
}

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);

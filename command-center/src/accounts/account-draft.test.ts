import { expect, test } from 'vitest';
import { emptyDraft, faultsOf, type AccountDraft } from './account-draft.ts';

const good: AccountDraft = {
  name: 'zhang.wei',
  displayName: '张伟',
  role: 'duty-officer',
  areaCode: '990101',
  departmentCode: '',
  password: 'twelve-chars',
};
const reasons = (change: Partial<AccountDraft>) =>
  faultsOf({ ...good, ...change }).map((fault) => fault.reason);

test('a full draft may be sent', () => {
  expect(reasons({})).toEqual([]);
});

test('an empty one says everything that is missing at once', () => {
  expect(faultsOf(emptyDraft).map((fault) => fault.field)).toEqual([
    'name',
    'displayName',
    'role',
    'areaCode',
    'password',
  ]);
});

test.each([
  [{ name: 'Zhang Wei' }, 'name-form'],
  [{ areaCode: '99' }, 'area-code'],
  [{ password: 'short' }, 'password-short'],
  [{ role: 'department' }, 'department-missing'],
  [{ role: 'emperor' }, 'role-missing'],
])('%o is named as %s', (change, reason) => {
  expect(reasons(change)).toEqual([reason]);
});

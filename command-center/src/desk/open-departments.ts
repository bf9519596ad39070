/** Those that take cases: one that is closed stays in the past alone. */
export function openDepartments<Department extends { closedAt?: string | null }>(
  departments: readonly Department[],
): Department[] {
  return departments.filter(({ closedAt }) => !closedAt);
}

/** Whoever works at a desk of a center sees what its shifts did; the server decides it by the same rights. */
const rights = ['incident.accept', 'incident.register', 'incident.dispatch', 'duty.sign-in'];

export const keepsRecords = ({ permissions }: { permissions: readonly string[] }): boolean =>
  rights.some((right) => permissions.includes(right));

import { deskRights } from 'grid-data';

/** Whoever works at a desk of a center sees what its shifts did; the server decides it by the same rights. */
export const keepsRecords = ({ permissions }: { permissions: readonly string[] }): boolean =>
  deskRights.some((right) => permissions.includes(right));

/** Who works at a desk: the same few rights open the log, the handover and the special reports. */
import { deskRights, DomainError } from 'grid-data';
import type { Viewer } from './viewer.ts';

export const worksAtDesk = ({ permissions }: Viewer): boolean =>
  deskRights.some((right) => permissions.has(right));

export function requireDesk(viewer: Viewer): void {
  if (!worksAtDesk(viewer)) throw notAtDesk();
}

export const notAtDesk = (): DomainError =>
  new DomainError('not-allowed', 'it is kept at the desk', {
    reason: 'permission-missing',
    details: { oneOf: deskRights },
  });

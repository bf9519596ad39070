/** Who may decide on a copy, and what is decided about it. */
import { seesArea } from '#access/scope.ts';
import type { Viewer } from '#access/viewer.ts';
import { DomainError, speaksForOwner } from 'grid-data';
import type { RecordingExportRecord } from './export-record.ts';

/** Null where the viewer may decide on this copy, else why not. */
export function exportRefusal(viewer: Viewer, copy: RecordingExportRecord): string | null {
  if (!viewer.permissions.has('recording.approve')) return 'permission-missing';
  if (copy.requestedById === viewer.userId) return 'own-request';
  if (!seesArea(viewer, copy.areaCode)) return 'outside-scope';
  const approver = { ...viewer, standsAtRoot: viewer.scopePrefix === '' };
  return speaksForOwner(approver, copy.owner) ? null : 'not-of-owner';
}

/** The same for its second approval, which is another person's than the first. */
export function unmaskRefusal(viewer: Viewer, copy: RecordingExportRecord): string | null {
  return (
    exportRefusal(viewer, copy) ?? (copy.approvedById === viewer.userId ? 'own-approval' : null)
  );
}

/** Whether its second approval is what it waits for. */
export function awaitsUnmasking({ state, masking, unmaskedBy, failure }: RecordingExportRecord) {
  if (state !== 'approved' || unmaskedBy !== null) return false;
  return masking === 'none' || failure === 'masking-unavailable';
}

/**
 * Whether who decides must see what it would show: where all of it is hidden there is nothing to judge, and nobody
 * looks without need.
 */
export const isToReview = (copy: RecordingExportRecord): boolean =>
  (copy.state === 'requested' && copy.masking !== 'whole-picture') || awaitsUnmasking(copy);

export function unknownExport(): never {
  throw new DomainError('not-found', 'there is no such export in your scope', {
    reason: 'unknown-export',
  });
}

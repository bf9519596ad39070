import type { Viewer } from '#gis/use-viewer.ts';

/** Who sits at a seat: it takes reports down and accepts them. */
export function mayTakeDown(viewer: Pick<Viewer, 'permissions'> | null | undefined): boolean {
  return ['incident.report', 'incident.accept'].every(
    (right) => viewer?.permissions.includes(right) === true,
  );
}

import type { LookFieldsFragment } from '#gis/generated/graphql.ts';

export type NamedCamera = { id: string; name: string };

/** The camera of a look; by its id where it has left the auditor's area since. */
export function cameraOf({
  camera,
  cameraId,
}: Pick<LookFieldsFragment, 'camera' | 'cameraId'>): NamedCamera {
  return { id: cameraId, name: camera?.name ?? cameraId };
}

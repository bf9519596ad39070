import type { Viewer } from '#access/viewer.ts';
import type { Mover } from 'grid-data';

/** What the table of moves asks of whoever moves. */
export function moverOf({ permissions, departmentCode, scopePrefix }: Viewer): Mover {
  return { permissions, departmentCode, scopePrefix };
}

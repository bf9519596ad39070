/** What each role may look through a camera for by its own duty, without a case: a purpose stated must be one of these. */
import { cameraPurposes, type CameraPurpose } from './camera.ts';
import type { Role } from './roles.ts';

const townDuty: readonly CameraPurpose[] = [
  'public-security',
  'campus-safety',
  'flood-control',
  'forest-fire',
  'emergency',
];

const dutyPurposesByRole: Partial<Record<Role, readonly CameraPurpose[]>> = {
  'duty-officer': cameraPurposes,
  'shift-leader': cameraPurposes,
  leader: cameraPurposes,
  'town-monitor': townDuty,
  acceptor: ['city-management'],
  dispatcher: ['city-management'],
  // A wall shows what the duty person of its center may see, and is charged to that person.
  wall: cameraPurposes,
};

export function dutyPurposesOf(role: Role): readonly CameraPurpose[] {
  return dutyPurposesByRole[role] ?? [];
}

/** 破窗查看: the purpose that a look without any stands under; no owner can file it. */
export const breakGlassPurpose = 'break-glass';
export const breakGlassSeconds = 10 * 60;
export const leastBreakGlassReason = 10;
export const longestBreakGlassReason = 500;

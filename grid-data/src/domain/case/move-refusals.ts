/** Every word by which a move is refused: screens have one sentence for each. */
import { moveGuards, moveNeeds, type MoveGuard, type MoveNeed } from './moves.ts';

const besides = [
  'permission-missing',
  'other-department',
  'step-not-in-loop',
  'version-conflict',
  'unknown-incident',
  'unknown-code',
  'department-closed',
  'standard-retired',
  'wrong-area',
  'merge-into-itself',
  'merge-chain',
  'other-class',
  'out-of-range',
  'unknown-class',
  'class-retired',
  'unknown-grade',
  'outside-scope',
  'unknown-photo',
  'too-many-photos',
  'too-long',
  // Of many at once, and of what was done at once.
  'one-by-one',
  'unknown-bulk-move',
  'undo-too-late',
  'undone-already',
  // Of an act outside the table.
  'no-department',
  'already-there',
  'archived-or-merged',
  'archived',
] as const;

export type MoveRefusalReason =
  | `${MoveNeed}-missing`
  | `unmet-${MoveGuard}`
  | (typeof besides)[number];

export const moveRefusalReasons: readonly MoveRefusalReason[] = [
  ...moveNeeds.map((need) => `${need}-missing` as const),
  ...moveGuards.map((guard) => `unmet-${guard}` as const),
  ...besides,
];

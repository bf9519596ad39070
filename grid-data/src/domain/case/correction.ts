/** 更正: what somebody at the intake puts right about a case that was taken down wrongly. */

import type { IncidentGrade } from '../incident.ts';

/** What may be put right; what follows from it, as the area from the place, is not said by anyone. */
export const correctableFields = ['classCode', 'position', 'address', 'grade'] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What it should say; null: as it stands. */
export type Correction = {
  classCode: string | null;
  position: { longitude: number; latitude: number } | null;
  address: string | null;
  grade: IncidentGrade | null;
};

/** One field of a case, from what to what; a place as `longitude, latitude`. */
export type CorrectedField = {
  field: CorrectableField | 'title' | 'areaCode';
  from: string | number | null;
  to: string | number | null;
};

/** What of it differs from what the case says. */
export function correctedFields(correction: Correction): readonly CorrectableField[] {
  return correctableFields.filter((field) => correction[field] !== null);
}

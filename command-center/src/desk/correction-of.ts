/** What a correction says to the server, and how far it moves a case. */
import type { CorrectionInput } from '#gis/generated/graphql.ts';
import type { CorrectionDraft } from './move-draft.ts';
import { nearMark } from './near-plan.ts';

type Position = { longitude: number; latitude: number };

export function correctionOf({
  classCode,
  position,
  address,
  grade,
}: CorrectionDraft): CorrectionInput {
  const said = address?.trim() ?? '';
  return {
    classCode: classCode === '' ? null : classCode,
    position: position && { longitude: position.longitude, latitude: position.latitude },
    address: said === '' ? null : said,
    grade,
  };
}

/** In whole metres; 0 where it stays. */
export function metersMoved(from: Position, to: Position | null): number {
  return to === null ? 0 : Math.round(nearMark(from, to).meters);
}

/** Which pictures of a case show it before its disposal, and which after. */
import { photoSideOf } from 'grid-data';

type Photo = { move: string };

/** By the table of moves. */
const isAfter = ({ move }: Photo): boolean => photoSideOf(move) === 'after';

export function photoSides<Kept extends Photo>(photos: readonly Kept[]) {
  return {
    before: photos.filter((photo) => !isAfter(photo)),
    // The newest first: after a rework the last disposal counts.
    after: photos.filter(isAfter).toReversed(),
  };
}

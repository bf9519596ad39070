/** Which pictures of a case show it before its disposal, and which after. */
type Photo = { move: string };

/** With the feedback or a check after it; all else shows what there was to do. */
const afterMoves: readonly string[] = ['feed-back', 'check-passed', 'check-failed', 'close'];

export function photoSides<Kept extends Photo>(photos: readonly Kept[]) {
  return {
    before: photos.filter(({ move }) => !afterMoves.includes(move)),
    // The newest first: after a rework the last disposal counts.
    after: photos.filter(({ move }) => afterMoves.includes(move)).toReversed(),
  };
}

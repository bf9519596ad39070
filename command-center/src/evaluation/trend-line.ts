/** Scores of months as a line in a box of 100 × 100, 0 at the foot and 100 at the head; months without one are left open. */
export function trendLine(scores: readonly (number | null)[]): string {
  const step = scores.length > 1 ? 100 / (scores.length - 1) : 0;
  let path = '';
  let joined = false;
  scores.forEach((score, index) => {
    if (score === null) {
      joined = false;
      return;
    }
    const [x, y] = [(index * step).toFixed(1), (100 - score).toFixed(1)];
    // A lone point would be no line at all.
    path += joined ? `L${x} ${y}` : `M${x} ${y}h0.5`;
    joined = true;
  });
  return path;
}

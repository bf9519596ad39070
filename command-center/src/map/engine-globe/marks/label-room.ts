/** Which labels have room on the screen: the flat engine's library finds it by itself, here it is ours to find. */
export type LabelBox = { x: number; y: number; width: number; height: number };

/** Indices of the boxes, given by their middles, that lie over none before them; what has no place has no room. */
export function withRoom(boxes: readonly (LabelBox | undefined)[]): ReadonlySet<number> {
  const taken: LabelBox[] = [];
  const roomy = new Set<number>();
  boxes.forEach((box, index) => {
    if (!box || taken.some((other) => overlap(box, other))) return;
    taken.push(box);
    roomy.add(index);
  });
  return roomy;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height
  );
}

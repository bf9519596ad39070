/** Purposes a viewer may state for a camera: what its owner filed, as far as the viewer's duty goes. */
export type PurposeOffer =
  | { kind: 'one'; purpose: string }
  | { kind: 'choose'; purposes: readonly string[] }
  /** Nothing in common: looking would be refused, so it is said before it is asked. */
  | { kind: 'none'; reason: 'purpose-not-filed' | 'purpose-not-of-duty' };

export function offerPurposes(filed: readonly string[], duty: readonly string[]): PurposeOffer {
  if (filed.length === 0) return { kind: 'none', reason: 'purpose-not-filed' };
  const common = filed.filter((purpose) => duty.includes(purpose));
  const [first] = common;
  if (first === undefined) return { kind: 'none', reason: 'purpose-not-of-duty' };
  return common.length === 1
    ? { kind: 'one', purpose: first }
    : { kind: 'choose', purposes: common };
}

/** 重点单位: what the field keeps an eye on because rules are broken there more often, or at a higher price. */
export const keyUnitKinds = [
  'shop',
  'stall',
  'eatery',
  'illegal-building',
  'building-site',
  'crowded-place',
  'factory',
  'dangerous-goods',
] as const;
export type KeyUnitKind = (typeof keyUnitKinds)[number];

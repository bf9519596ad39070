export const lookColumns = [
  'requestedAt',
  'camera',
  'chargedTo',
  'purpose',
  'incident',
  'transport',
  'openedAt',
  'firstFrameAt',
  'closedAt',
  'endReason',
  'length',
] as const;

/** Decree 799: images are kept for at least 30 days. */
export const recordingFloorDays = 30;

/** Days back that a recorder is asked about, the farthest first: mostly the first answer is the last. */
export const askedDaysBack = [recordingFloorDays, 15, 7, 1] as const;

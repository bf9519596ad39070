/** 视频巡查: a report that somebody makes from the live picture of a camera. */

/** What its place comes from: the ground under the mark, where the camera hangs, or the hand of who reported. */
export const picturePlacings = ['ground', 'camera', 'hand'] as const;
export type PicturePlacing = (typeof picturePlacings)[number];

/** What a camera must be filed for, that cases of the city may be reported from its picture. */
export const patrolPurpose = 'city-management';

/** How long after its end a look may still be reported from: a case takes its time to write down. */
export const reportAfterLookMs = 60 * 60_000;

/** One picture of one look is one case, however often it is sent: no number of its own can be forgotten. */
export const pictureOrderId = (viewId: string, takenAt: Date): string =>
  `${viewId}@${takenAt.toISOString()}`;

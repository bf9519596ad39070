/** 视频轮巡: cameras shown one after the other, each for its time. */
export const longestTour = 200;
export const mostTourTiles = 64;
export const shortestDwellSeconds = 5;
export const longestDwellSeconds = 3600;
/**
 * So long before its turn a stop's ticket is asked for and its pull begun: less than a ticket's 30 s, enough for a
 * camera with a key picture each twelve seconds.
 */
export const warmUpSeconds = 15;

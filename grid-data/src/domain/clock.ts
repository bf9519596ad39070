/** The one way any process reads time, so that tests and replay can hold it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

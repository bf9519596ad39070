/** What the cameras of the tours on this page are called, as the list of tours told it. */
export const stopNames = new Map<string, string>();

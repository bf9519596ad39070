/** Asks the questions on screen again, so that a wall with nobody at it mends itself. */
import { gisClient } from '#gis/client.ts';

export function askAnew(): void {
  for (const question of gisClient.getObservableQueries()) void question.refetch().catch(refused);
}

/** Those whose last answer did not come: the server speaks again, so it may answer now. */
export function askFailedAnew(): void {
  for (const question of gisClient.getObservableQueries()) {
    if (question.getCurrentResult().error) void question.refetch().catch(refused);
  }
}

/** Its panel shows the cause, and the next heartbeat asks once more. */
const refused = (): void => undefined;

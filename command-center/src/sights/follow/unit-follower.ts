/** The unit that this page follows, if any. Only units of our own that are on duty and report where they are. */
import type { LonLat } from 'grid-data';
import { gisClient } from '#gis/client.ts';
import { CamerasOfPlaceDocument } from '#gis/generated/graphql.ts';
import { mapHost } from '#map/map-host.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import { unitPlace } from '#units/use-moving-units.ts';
import { warmUp } from '#video/warm-ticket.ts';
import { FollowRun, type CameraThere } from './follow-run.ts';

export type FollowedUnit = { id: string; name: string; purpose: string };

type FollowerState = { unit: FollowedUnit | null; run: FollowRun | null };

export const unitFollower = createStore<FollowerState>({ unit: null, run: null });

export function useUnitFollower<Part>(select: (state: FollowerState) => Part): Part {
  return useStore(unitFollower, select);
}

const lookEveryMs = 1_500;
let looking: ReturnType<typeof setInterval> | undefined;

export function followUnit(unit: FollowedUnit): void {
  stopFollowing();
  const run = new FollowRun({
    locate: () => unitPlace(unit.id),
    camerasAt: (place) => camerasAt(place, unit.purpose),
    warmUp: async (cameraId) => {
      const { alive } = await warmUp(cameraId, { dutyPurpose: unit.purpose }, 'main');
      return alive;
    },
  });
  // The next look tries again: what failed is the line, and the banner says so.
  const look = (): void => {
    keepInView(unit.id);
    void run.step().catch(() => undefined);
  };
  looking = setInterval(look, lookEveryMs);
  unitFollower.set({ unit, run });
  look();
}

/** Answers whether one was followed. */
export function stopFollowing(): boolean {
  const { run } = unitFollower.get();
  clearInterval(looking);
  run?.stop();
  unitFollower.set({ unit: null, run: null });
  return run !== null;
}

async function camerasAt(
  [longitude, latitude]: LonLat,
  purpose: string,
): Promise<readonly CameraThere[]> {
  const { data } = await gisClient.query({
    query: CamerasOfPlaceDocument,
    variables: { position: { longitude, latitude } },
    fetchPolicy: 'no-cache',
  });
  return (data?.nearestCameras ?? []).map(({ camera, relation, permitted, distanceMeters }) => ({
    cameraId: camera.id,
    name: camera.name,
    sees: relation === 'sees',
    usable: permitted && camera.state !== 'offline' && camera.purposes.includes(purpose),
    distanceMeters,
  }));
}

/** How much of the map's middle a followed unit may cross before the map comes after it. */
const freeShare = 0.3;

/** Positions come for what the map shows: a unit that leaves it would fall silent. */
function keepInView(unitId: string): void {
  const place = unitPlace(unitId)?.position;
  const { engine } = mapHost.get();
  if (!place || !engine) return;
  const [west, south, east, north] = engine.bounds();
  const { longitude, latitude } = engine.view();
  const far =
    Math.abs(place[0] - longitude) > (east - west) * freeShare ||
    Math.abs(place[1] - latitude) > (north - south) * freeShare;
  if (far) engine.flyTo({ longitude: place[0], latitude: place[1] });
}

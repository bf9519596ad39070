/** What the cameras on screen see, asked from the server once each and again when the journal says that it changed. */
import { gisClient } from '#gis/client.ts';
import { CameraSightsDocument, type CameraSightsQuery } from '#gis/generated/graphql.ts';
import { createStore } from '#ui/create-store.ts';

export type CameraSight = CameraSightsQuery['cameraSights'][number];

/** Null where the server has none yet: then the cone is drawn uncut. */
type Known = ReadonlyMap<string, CameraSight | null>;

export const cameraSights = createStore<{ known: Known }>({ known: new Map() });

/** As many as the server answers at once. */
const mostAtOnce = 200;
const gatherMs = 120;
const wanted = new Set<string>();
let gathering: ReturnType<typeof setTimeout> | null = null;

export function sightOf(cameraId: string): CameraSight | null {
  const { known } = cameraSights.get();
  if (!known.has(cameraId)) want(cameraId);
  return known.get(cameraId) ?? null;
}

/** The journal says that this camera sees something else now. */
export function forgetSight(cameraId: string): void {
  const known = new Map(cameraSights.get().known);
  known.delete(cameraId);
  cameraSights.set({ known });
}

export function forgetSights(): void {
  wanted.clear();
  if (cameraSights.get().known.size === 0) return;
  cameraSights.set({ known: new Map() });
}

function want(cameraId: string): void {
  wanted.add(cameraId);
  gathering ??= setTimeout(() => {
    gathering = null;
    void ask();
  }, gatherMs);
}

async function ask(): Promise<void> {
  while (wanted.size > 0) {
    const cameraIds = [...wanted].slice(0, mostAtOnce);
    for (const id of cameraIds) wanted.delete(id);
    const answer = await gisClient
      .query({ query: CameraSightsDocument, variables: { cameraIds }, fetchPolicy: 'no-cache' })
      .catch(() => null);
    // Where no answer came, the next drawing asks again.
    if (!answer?.data) return;
    const known = new Map(cameraSights.get().known);
    for (const id of cameraIds) known.set(id, null);
    for (const sight of answer.data.cameraSights) known.set(sight.cameraId, sight);
    cameraSights.set({ known });
  }
}

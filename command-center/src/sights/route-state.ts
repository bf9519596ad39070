/** 沿路看: which road or drawn line is followed, which way, and which of its cameras has been pointed at. */
import { startDrawing, stopDrawing } from '#draw/draw-state.ts';
import type { Drawn } from '#draw/drawing.ts';
import { gisClient } from '#gis/client.ts';
import { RoadsNearDocument, type RouteInput } from '#gis/generated/graphql.ts';
import { createStore, useStore } from '#ui/create-store.ts';
import type { LonLat } from 'grid-data';

export type FollowedRoute =
  | { kind: 'road'; roadId: string; name: string | null }
  | { kind: 'line'; line: readonly LonLat[] };

export const routeTools = ['road', 'line'] as const;
export type RouteTool = (typeof routeTools)[number];

type RouteState = {
  open: boolean;
  tool: RouteTool;
  followed: FollowedRoute | null;
  reversed: boolean;
  /** The last click for a road found none. */
  noRoad: boolean;
  /** Whose stretch is shown on the map. */
  pointedAt: string | null;
};

const nothing: RouteState = {
  open: false,
  tool: 'road',
  followed: null,
  reversed: false,
  noRoad: false,
  pointedAt: null,
};
export const routeState = createStore<RouteState>({ ...nothing });

export function useRoute<Part>(select: (state: RouteState) => Part): Part {
  return useStore(routeState, select);
}

export function openRoute(): void {
  routeState.set({ ...nothing, open: true });
  chooseRouteTool('road');
}

/** Answers whether there was anything to close. */
export function closeRoute(): boolean {
  const { open } = routeState.get();
  if (open) stopDrawing();
  routeState.set({ ...nothing });
  return open;
}

export function chooseRouteTool(tool: RouteTool): void {
  routeState.set({ tool, noRoad: false });
  if (tool === 'road') startDrawing('point', (drawn) => void followRoadAt(drawn));
  else startDrawing('line', followDrawn);
}

/** The road nearest to the click; where there is none the page says so and waits for another click. */
async function followRoadAt(drawn: Drawn): Promise<void> {
  if (drawn.kind !== 'point') return;
  const [longitude, latitude] = drawn.position;
  const answer = await gisClient
    .query({ query: RoadsNearDocument, variables: { position: { longitude, latitude } } })
    .catch(() => null);
  if (!routeState.get().open) return;
  const road = answer?.data?.roadsNear[0];
  if (road) return follow({ kind: 'road', roadId: road.id, name: road.name ?? null });
  chooseRouteTool('road');
  routeState.set({ noRoad: true });
}

function followDrawn(drawn: Drawn): void {
  if (drawn.kind === 'line') follow({ kind: 'line', line: drawn.line });
}

export function follow(followed: FollowedRoute): void {
  stopDrawing();
  routeState.set({ open: true, followed, noRoad: false, pointedAt: null });
}

export function turnRoute(): void {
  routeState.set(({ reversed }) => ({ reversed: !reversed, pointedAt: null }));
}

export function pointAtCamera(cameraId: string | null): void {
  routeState.set({ pointedAt: cameraId });
}

/** The route as it goes over the wire. */
export function routeInput(followed: FollowedRoute, reversed: boolean): RouteInput {
  if (followed.kind === 'road') return { roadId: followed.roadId, reversed };
  const coordinates = followed.line.map((place) => [...place]);
  return { line: { type: 'LineString', coordinates }, reversed };
}

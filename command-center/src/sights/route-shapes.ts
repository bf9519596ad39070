/** A followed route on the map: what of it is in sight now, what is not, and the stretch of the camera pointed at. */
import { useEffect } from 'react';
import { cutRoute, routeOf, type LonLat, type Stretch } from 'grid-data';
import type { CamerasAlongQuery } from '#gis/generated/graphql.ts';
import type { MapShape } from '#map/engine.ts';
import { replaceShapes } from '#map/map-model.ts';

export type RouteViewed = CamerasAlongQuery['camerasAlong'];
export type RouteCamera = RouteViewed['cameras'][number];

const ids = ['route', 'route-seen', 'route-stretch', 'route-here'] as const;

export function useRouteShapes(view: RouteViewed | null, pointedAt: string | null): void {
  useEffect(() => {
    replaceShapes(ids, view === null ? [] : shapesOf(view, pointedAt));
    return () => replaceShapes(ids, []);
  }, [view, pointedAt]);
}

export function shapesOf(view: RouteViewed, pointedAt: string | null): MapShape[] {
  const route = routeOf((view.line as GeoJSON.LineString).coordinates as unknown as LonLat[]);
  const parts = (stretches: readonly Stretch[]): GeoJSON.MultiLineString => ({
    type: 'MultiLineString',
    coordinates: stretches.map((stretch) => cutRoute(route, stretch).map((place) => [...place])),
  });
  const camera = view.cameras.find(({ camera: { id } }) => id === pointedAt);
  const shapes: MapShape[] = [
    {
      id: 'route',
      geometry: view.line,
      symbols: [
        { kind: 'line', color: 'map-halo', opacity: 0.8, widthPx: 7 },
        { kind: 'line', color: 'state-off', opacity: 0.95, widthPx: 3, dashed: true },
      ],
    },
    {
      id: 'route-seen',
      geometry: parts(view.seen),
      symbols: [{ kind: 'line', color: 'state-good', opacity: 1, widthPx: 4 }],
    },
  ];
  if (!camera) return shapes;
  const { longitude, latitude } = camera.position;
  shapes.push(
    {
      id: 'route-stretch',
      geometry: parts(camera.stretches),
      symbols: [{ kind: 'line', color: 'accent', opacity: 1, widthPx: 7 }],
    },
    {
      id: 'route-here',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      symbols: [{ kind: 'dot', color: 'accent', radiusPx: 7, opacity: 1 }],
    },
  );
  return shapes;
}

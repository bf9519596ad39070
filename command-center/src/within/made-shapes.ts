/** Shapes that the server makes of a place on the map: what a car reaches in time, what is seen from a height. */
import type { LonLat } from 'grid-data';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { gisClient } from '#gis/client.ts';
import {
  SightAreaDocument,
  TravelRingDocument,
  type SightAreaQuery,
  type TravelRingQuery,
} from '#gis/generated/graphql.ts';

/** What a shape was made from, so that another number makes another. */
export type Made =
  | {
      kind: 'travel';
      from: LonLat;
      minutes: number;
      ring: Omit<TravelRingQuery['travelRing'], 'shape'>;
    }
  | {
      kind: 'sight';
      from: LonLat;
      heightMeters: number;
      rangeMeters: number;
      sight: Omit<SightAreaQuery['sightArea'], 'shape'>;
    };

export type MadeShape = { shape: GeoJSON.Polygon | GeoJSON.MultiPolygon; made: Made };

export const minutesAtStart = 5;
/** A camera's mast. */
export const heightAtStart = 8;
export const farthestSightMeters = 3_000;

export async function travelRing(from: LonLat, minutes: number): Promise<MadeShape> {
  const [longitude, latitude] = from;
  const { data } = await gisClient.query({
    query: TravelRingDocument,
    variables: { from: { longitude, latitude }, minutes },
    fetchPolicy: 'no-cache',
  });
  const { shape, ...ring } = data!.travelRing;
  return { shape: areal(shape), made: { kind: 'travel', from, minutes, ring } };
}

export async function sightArea(
  from: LonLat,
  { heightMeters, rangeMeters }: { heightMeters: number; rangeMeters: number },
): Promise<MadeShape> {
  const [longitude, latitude] = from;
  const { data } = await gisClient.query({
    query: SightAreaDocument,
    variables: { from: { longitude, latitude }, heightMeters, rangeMeters },
    fetchPolicy: 'no-cache',
  });
  const { shape, ...sight } = data!.sightArea;
  return { shape: areal(shape), made: { kind: 'sight', from, heightMeters, rangeMeters, sight } };
}

function areal(shape: GeoJSON.Geometry): MadeShape['shape'] {
  if (shape.type === 'Polygon' || shape.type === 'MultiPolygon') return shape;
  throw new Error(`a ${shape.type} is no ground`);
}

/** Why none was made, in a word of the server's. */
export function refusalOf(error: unknown): string {
  if (!CombinedGraphQLErrors.is(error)) return 'unreachable';
  const reason = error.errors[0]?.extensions?.['reason'];
  return typeof reason === 'string' ? reason : 'unreachable';
}

/** What nobody sees, what would be seen were its cameras online, and where more cameras would stand. */
import { useEffect } from 'react';
import type { CoverageQuery, SiteSuggestionsQuery } from '#gis/generated/graphql.ts';
import type { MapShape } from '#map/engine.ts';
import { replaceShapes } from '#map/map-model.ts';

export type Covered = CoverageQuery['coverage'];
export type Site = SiteSuggestionsQuery['siteSuggestions'][number];

const roadIds = ['blind-unseen', 'blind-dark'] as const;
const siteIds = ['site-seen', 'site-places'] as const;

export function useCoverageShapes(covered: Covered | null): void {
  useEffect(() => {
    replaceShapes(roadIds, covered === null ? [] : roadShapes(covered));
    return () => replaceShapes(roadIds, []);
  }, [covered]);
}

export function useSiteShapes(sites: readonly Site[]): void {
  useEffect(() => {
    replaceShapes(siteIds, siteShapes(sites));
    return () => replaceShapes(siteIds, []);
  }, [sites]);
}

export function roadShapes({ unseen, dark }: Pick<Covered, 'unseen' | 'dark'>): MapShape[] {
  return [
    {
      id: 'blind-unseen',
      geometry: unseen,
      symbols: [{ kind: 'line', color: 'state-high', opacity: 0.75, widthPx: 2.5 }],
    },
    {
      id: 'blind-dark',
      geometry: dark,
      symbols: [{ kind: 'line', color: 'state-middle', opacity: 0.95, widthPx: 3, dashed: true }],
    },
  ];
}

export function siteShapes(sites: readonly Site[]): MapShape[] {
  if (sites.length === 0) return [];
  const seen = sites.flatMap((site) => (site.seen ? [site.seen] : []));
  return [
    {
      id: 'site-seen',
      geometry: { type: 'GeometryCollection', geometries: seen },
      symbols: [{ kind: 'fill', color: 'state-good', opacity: 0.35 }],
    },
    {
      id: 'site-places',
      geometry: {
        type: 'MultiPoint',
        coordinates: sites.map(({ position }) => [position.longitude, position.latitude]),
      },
      symbols: [
        { kind: 'dot', color: 'map-halo', radiusPx: 9, opacity: 1 },
        { kind: 'dot', color: 'state-good', radiusPx: 6.5, opacity: 1 },
      ],
    },
  ];
}

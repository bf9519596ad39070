import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { AreaOutlineDocument } from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';

/** Draws the selected area's outline on the map; null draws none. */
export function useAreaOutline(areaCode: string | null): void {
  const { data } = useQuery(AreaOutlineDocument, {
    variables: { code: areaCode ?? '' },
    skip: areaCode === null,
  });
  const outline = areaCode === null ? null : (data?.area?.outline ?? null);
  useEffect(() => {
    setShape(
      'selected-area',
      outline && {
        geometry: outline,
        symbols: [
          { kind: 'fill', color: 'accent', opacity: 0.05 },
          { kind: 'line', color: 'accent', opacity: 0.9, widthPx: 2 },
        ],
      },
    );
  }, [outline]);
}

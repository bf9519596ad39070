/** Brings the whole of the area that panels are about into view. */
import { gisClient } from '#gis/client.ts';
import { AreaSummaryDocument, ViewerDocument } from '#gis/generated/graphql.ts';
import { flyToBox } from '#map/map-host.ts';
import { mapModel } from '#map/map-model.ts';

export function showWholeArea(): void {
  const bbox = shownBbox();
  if (bbox) flyToBox(bbox);
}

function shownBbox(): readonly number[] | undefined {
  const { areaCode } = mapModel.get();
  if (areaCode) {
    const known = gisClient.cache.readQuery({
      query: AreaSummaryDocument,
      variables: { code: areaCode },
    });
    if (known?.area) return known.area.bbox;
  }
  return gisClient.cache.readQuery({ query: ViewerDocument })?.viewer?.area.bbox;
}

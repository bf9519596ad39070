/** Places that other systems of the city keep, as layers of the map: shown by hand, each from the answer that is newest. */
import { gisClient } from '#gis/client.ts';
import { CityThemeRowsDocument } from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';
import { createStore } from '#ui/create-store.ts';

export type ThemeLayer = { theme: string; indicator: string };

export const shownThemeLayers = createStore<{ ids: readonly string[] }>({ ids: [] });

export const themeLayerId = ({ theme, indicator }: ThemeLayer): string => `${theme}:${indicator}`;

/** Answers a failure, or null. */
export async function toggleThemeLayer(layer: ThemeLayer): Promise<unknown> {
  const id = themeLayerId(layer);
  const { ids } = shownThemeLayers.get();
  if (ids.includes(id)) {
    hide(id);
    return null;
  }
  shownThemeLayers.set({ ids: [...ids, id] });
  try {
    await show(id, layer);
    return null;
  } catch (failure) {
    hide(id);
    return failure;
  }
}

async function show(id: string, { theme, indicator }: ThemeLayer): Promise<void> {
  const { data } = await gisClient.query({
    query: CityThemeRowsDocument,
    variables: { theme, indicator },
    fetchPolicy: 'network-only',
  });
  if (!shownThemeLayers.get().ids.includes(id)) return;
  const coordinates = (data?.cityThemeRows.rows ?? []).flatMap(({ position }) =>
    position ? [[position.longitude, position.latitude]] : [],
  );
  setShape(`theme-${id}`, {
    geometry: { type: 'MultiPoint', coordinates },
    symbols: [
      { kind: 'dot', color: 'map-halo', radiusPx: 6.5, opacity: 1 },
      { kind: 'dot', color: 'map-area-name', radiusPx: 4.5, opacity: 1 },
    ],
  });
}

function hide(id: string): void {
  shownThemeLayers.set(({ ids }) => ({ ids: ids.filter((each) => each !== id) }));
  setShape(`theme-${id}`, null);
}

export function hideThemeLayers(): void {
  for (const id of shownThemeLayers.get().ids) hide(id);
}

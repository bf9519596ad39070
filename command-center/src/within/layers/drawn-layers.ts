/** What is done to layers that people keep; each act is a command, after which the lists are asked anew. */
import { gisClient } from '#gis/client.ts';
import { newCommandId } from '#gis/command-id.ts';
import {
  DrawnLayersDocument,
  RemoveDrawnLayerDocument,
  RestoreDrawnLayerDocument,
  SaveDrawnLayerDocument,
  type DrawnLayerInput,
  type DrawnLayerLineFragment,
} from '#gis/generated/graphql.ts';
import { setShape } from '#map/map-model.ts';
import { createStore } from '#ui/create-store.ts';
import { askAbout } from '../question.ts';

const refetchQueries = [DrawnLayersDocument];

export async function saveLayer(input: Omit<DrawnLayerInput, 'commandId'>): Promise<void> {
  const variables = { input: { ...input, commandId: newCommandId() } };
  await gisClient.mutate({ mutation: SaveDrawnLayerDocument, variables, refetchQueries });
}

export async function removeLayer({ id, version }: DrawnLayerLineFragment): Promise<void> {
  const variables = { commandId: newCommandId(), id, version };
  await gisClient.mutate({ mutation: RemoveDrawnLayerDocument, variables, refetchQueries });
  hideLayer(id);
}

export async function restoreLayer({ id }: DrawnLayerLineFragment): Promise<void> {
  const variables = { commandId: newCommandId(), id };
  await gisClient.mutate({ mutation: RestoreDrawnLayerDocument, variables, refetchQueries });
}

export const shownDrawnLayers = createStore<{ ids: readonly string[] }>({ ids: [] });

export function toggleDrawnLayer({ id, shape }: DrawnLayerLineFragment): void {
  if (shownDrawnLayers.get().ids.includes(id)) return hideLayer(id);
  shownDrawnLayers.set(({ ids }) => ({ ids: [...ids, id] }));
  setShape(`drawn-layer-${id}`, {
    geometry: shape,
    symbols: [
      { kind: 'fill', color: 'map-governance-cell', opacity: 0.18 },
      { kind: 'line', color: 'map-governance-cell', opacity: 0.95, widthPx: 2 },
    ],
  });
}

function hideLayer(id: string): void {
  shownDrawnLayers.set(({ ids }) => ({ ids: ids.filter((shown) => shown !== id) }));
  setShape(`drawn-layer-${id}`, null);
}

/** What lies in a layer that was kept. */
export function askAboutLayer({ name, shape }: DrawnLayerLineFragment): void {
  if (shape.type === 'Polygon' || shape.type === 'MultiPolygon')
    askAbout({ kind: 'shape', name, shape });
  else if (shape.type === 'LineString') {
    const line = shape.coordinates.map(([x, y]) => [x!, y!] as const);
    askAbout({ kind: 'line', line, meters: 100 });
  }
}

import { useEffect } from 'react';
import { journalState, onJournal, type JournalEntry } from '#journal/journal-state.ts';
import { tilesHaveSeen } from './tiles-seen.ts';
import { forgetSight, forgetSights } from './camera-sights.ts';
import { allLayers } from './layers/all-layers.ts';
import { mapHost } from './map-host.ts';
import { mapRest } from './map-rest.ts';
import { TileRefresh } from './tile-refresh.ts';

/** Keeps the tiles on screen in step with the journal. */
export function useMapFeed(): void {
  useEffect(() => {
    const missed = new Set<string>();
    const refresh = new TileRefresh((layerId, near) => {
      if (mapRest.get().resting) missed.add(layerId);
      else mapHost.get().engine?.refreshLayer(layerId, near);
    });
    const wake = mapRest.subscribe(() => {
      if (mapRest.get().resting) return;
      for (const layerId of missed) refresh.ask(layerId, null);
      missed.clear();
    });
    const leaving = new AbortController();
    const everything = (): void => {
      for (const layerId of tileLayers) refresh.ask(layerId, null);
    };
    const stop = onJournal({
      entry: (entry) => {
        if (entry.kind === 'camera.sight-changed' && entry.subjectId) {
          forgetSight(entry.subjectId);
        }
        const layerId = layerOfEntry(entry);
        if (!layerId) return;
        const { position } = entry;
        refresh.ask(layerId, position ? [position.longitude, position.latitude] : null);
      },
      reload: async (seq) => {
        forgetSights();
        everything();
        // An import fills layers anew, which takes the tile engine its time.
        if (await tilesHaveSeen(seq, leaving.signal)) everything();
      },
    });
    let before = journalState.get().status;
    const forget = journalState.subscribe(() => {
      const { status } = journalState.get();
      // Tiles asked while the line was broken did not come, and nobody at a wall moves the map to ask again.
      if (status === 'live' && before === 'lost') everything();
      before = status;
    });
    return () => {
      stop();
      forget();
      wake();
      leaving.abort();
      refresh.stop();
    };
  }, []);
}

const tileLayers = allLayers.filter(({ source }) => source.kind === 'tiles').map(({ id }) => id);

function layerOfEntry({ kind }: JournalEntry): string | null {
  if (kind.startsWith('incident.')) return 'incidents';
  if (kind.startsWith('camera.')) return 'cameras';
  if (kind.startsWith('city-component.')) return 'city-components';
  return null;
}

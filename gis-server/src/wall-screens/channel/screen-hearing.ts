/** What a screen hears of the journal: what its scene shows, and no more. */
import type { Viewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalReader } from '#journal/journal-reader.ts';
import { isFeedSign, type FeedEntry } from '#live/journal-feed.ts';
import { wallContent, type WallContent, type WallTile } from 'grid-data';
import { currentShowings } from '../showing-queries.ts';

type Parts = { database: Database; journal: Pick<JournalReader, 'onEntries'> };

const heardByPanel = {
  incidents: ['incident.'],
  counts: ['incident.', 'camera.', 'city-component.'],
  'video-health': ['camera.', 'video-platform.'],
  duty: ['duty.'],
  clock: [],
  today: ['incident.'],
  grades: ['incident.'],
  ages: ['incident.'],
  areas: ['incident.'],
  limits: ['incident.'],
  cameras: ['camera.'],
  units: [],
  themes: ['city-component.'],
  'city-themes': [],
  weather: [],
} as const;

/** Beginnings of the kinds of rows that a tile draws. */
function heardBy(tile: WallTile): readonly string[] {
  switch (tile.kind) {
    case 'map':
      return ['incident.', 'camera.', 'city-component.', 'import.'];
    case 'cameras':
      return ['camera.', 'duty.'];
    case 'incident-cameras':
      return ['camera.', 'duty.', 'incident.'];
    case 'panel':
      return heardByPanel[tile.panel];
  }
}

export class ScreenHearing {
  readonly #database: Database;
  readonly #shown = new Map<string, WallContent>();

  constructor({ database, journal }: Parts) {
    this.#database = database;
    journal.onEntries((rows) => {
      for (const { kind, subjectId, payload } of rows) {
        if (kind === 'wall.shown' && this.#shown.has(subjectId)) {
          this.#shown.set(subjectId, wallContent.parse(payload['content']));
        }
      }
    });
  }

  /** Leaves out of a feed what the screen does not show at the moment each entry comes. */
  async *through(viewer: Viewer, feed: AsyncIterable<FeedEntry>): AsyncGenerator<FeedEntry> {
    const { screenId } = viewer;
    if (screenId == null) return yield* feed;
    // Listened for before it is read: what is shown meanwhile is newer than what the reading finds.
    const before = this.#shown.get(screenId) ?? { tiles: [] };
    this.#shown.set(screenId, before);
    const [showing] = await this.#database.inScope(viewer, (db) =>
      currentShowings(db, viewer, [screenId]),
    );
    if (this.#shown.get(screenId) === before) {
      this.#shown.set(screenId, showing?.content ?? { tiles: [] });
    }
    for await (const entry of feed) {
      if (isFeedSign(entry) || this.#hears(screenId, entry.kind)) yield entry;
    }
  }

  #hears(screenId: string, kind: string): boolean {
    const tiles = this.#shown.get(screenId)?.tiles ?? [];
    return tiles.some((tile) => heardBy(tile).some((beginning) => kind.startsWith(beginning)));
  }
}

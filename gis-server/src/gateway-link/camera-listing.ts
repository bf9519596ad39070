import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { searchGrams } from '#search/search-grams.ts';
import {
  cameraOwners,
  distanceMeters,
  platformListReason,
  toCgcs2000,
  type Clock,
  type FromGateway,
  type PlatformCamera,
} from 'grid-data';
import {
  insertListed,
  knownCameras,
  markGone,
  renameFound,
  updateListed,
  type ChangedCamera,
  type KnownCamera,
  type ListedCamera,
  type RenamedCamera,
} from './camera-queries.ts';

type Page = Extract<FromGateway, { type: 'cameras' }>;

/** A platform rounds its positions: less is no move. */
const leastMoveMeters = 2;
const writer = systemViewer();

/** Takes a platform's camera list in, page by page. What was surveyed or filed here is never overwritten. */
export class CameraListing {
  readonly #database: Database;
  readonly #clock: Clock;
  /** By platform: a listing that broke off is forgotten with the next one. */
  readonly #seen = new Map<string, { listingId: string; ids: Set<string> }>();

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  async take(page: Page): Promise<void> {
    const seen = this.#seenIn(page);
    for (const { platformCameraId } of page.cameras) seen.add(platformCameraId);
    await this.#database.write(writer, (tx) => this.#writePage(tx, page));
    if (!page.last) return;
    this.#seen.delete(page.platformId);
    // A list without any camera says more about the platform than about its cameras.
    if (seen.size === 0) return;
    await this.#database.write(writer, (tx) =>
      markGone(tx, { platformId: page.platformId, listed: [...seen], now: this.#clock.now() }),
    );
  }

  #seenIn({ platformId, listingId }: Page): Set<string> {
    const before = this.#seen.get(platformId);
    if (before?.listingId === listingId) return before.ids;
    const ids = new Set<string>();
    this.#seen.set(platformId, { listingId, ids });
    return ids;
  }

  async #writePage(tx: Writing, page: Page): Promise<void> {
    const now = this.#clock.now();
    await tx.query(sql`-- Which platform lists these cameras?
      insert into video_platforms (id, name, owner, datum, state, state_since)
      values (${page.platformId}, ${page.platformName}, ${page.owner}, ${page.datum}, 'reachable', ${now})
      on conflict (id) do update set name = excluded.name, owner = excluded.owner, datum = excluded.datum`);
    // A platform that lists a camera twice means its last word.
    const listed = new Map(
      page.cameras.map((camera) => [camera.platformCameraId, listedAs(camera, page)]),
    );
    const known = await knownCameras(tx, page.platformId, [...listed.keys()]);
    await refreshCameras(tx, { known, listed, now });
    for (const { platformCameraId } of known) listed.delete(platformCameraId);
    await addCameras(tx, page, { listed: [...listed.values()], now });
  }
}

function listedAs(camera: PlatformCamera, { datum }: Page): ListedCamera {
  const { longitude, latitude } = camera;
  if (longitude === null || latitude === null) return camera;
  const [east, north] = toCgcs2000(datum, [longitude, latitude]);
  return { ...camera, longitude: east, latitude: north };
}

/** Cameras that the city did not know. Without filed purposes they stay shut; without a place they wait for one. */
async function addCameras(
  tx: Writing,
  page: Page,
  { listed, now }: { listed: readonly ListedCamera[]; now: Date },
): Promise<void> {
  const { platformId } = page;
  const placed = listed
    .filter(({ longitude }) => longitude !== null)
    .map((camera) => ({
      ...camera,
      id: `${platformId}:${camera.platformCameraId}`,
      grams: searchGrams([camera.name, camera.gbCode]),
    }));
  if (placed.length === 0) return;
  const owner = cameraOwners.find((each) => each === page.owner) ?? 'other';
  for (const { id, name, areaCode } of await insertListed(tx, placed, { platformId, owner, now })) {
    tx.record({
      kind: 'camera.listed',
      areaCode,
      subjectKind: 'camera',
      subjectId: id,
      payload: { name, platformId },
    });
  }
}

type Refresh = {
  known: readonly KnownCamera[];
  listed: ReadonlyMap<string, ListedCamera>;
  now: Date;
};

async function refreshCameras(tx: Writing, { known, listed, now }: Refresh): Promise<void> {
  const changed: ChangedCamera[] = [];
  const renamed: RenamedCamera[] = [];
  for (const before of known) {
    const change = changeOf(before, listed.get(before.platformCameraId)!);
    if (change === null) continue;
    changed.push(change);
    const { id, name } = change;
    if (name !== before.name) renamed.push({ id, name, grams: searchGrams([name]) });
    if (before.state === change.state && !before.isGone) continue;
    tx.record({
      kind: 'camera.state-changed',
      areaCode: before.areaCode,
      subjectKind: 'camera',
      subjectId: before.id,
      position: { longitude: before.longitude, latitude: before.latitude },
      payload: { from: before.state, to: change.state, reason: platformListReason },
    });
  }
  if (changed.length > 0) await updateListed(tx, changed, now);
  if (renamed.length > 0) await renameFound(tx, renamed);
}

/** Null where the list says nothing new. */
function changeOf(before: KnownCamera, listed: ListedCamera): ChangedCamera | null {
  const { name, gbCode, state, longitude, latitude } = listed;
  const moved = hasMoved(before, listed);
  const changed =
    moved ||
    before.isGone ||
    before.name !== name ||
    before.state !== state ||
    // A pull had found it offline; now the platform says so too.
    (state === 'offline' && before.stateReason !== platformListReason) ||
    (before.gbCode === null && gbCode !== null);
  if (!changed) return null;
  const place = moved ? { longitude, latitude } : { longitude: null, latitude: null };
  return { id: before.id, name, gbCode, state, ...place };
}

function hasMoved(before: KnownCamera, { longitude, latitude }: ListedCamera): boolean {
  if (before.isSurveyed || longitude === null || latitude === null) return false;
  const meters = distanceMeters([before.longitude, before.latitude], [longitude, latitude]);
  return meters > leastMoveMeters;
}

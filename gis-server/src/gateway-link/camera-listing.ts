import { systemViewer } from '#access/viewer.ts';
import { sql } from '#database/sql.ts';
import type { Database, Writing } from '#database/transaction.ts';
import { searchGrams } from '#search/search-grams.ts';
import {
  cameraOwners,
  distanceMeters,
  platformListReason,
  type CameraState,
  toCgcs2000,
  type Clock,
  type FromGateway,
  type PlatformCamera,
} from 'grid-data';
import {
  insertListed,
  knownCameras,
  markGone,
  moveFound,
  replaceUnplaced,
  renameFound,
  updateListed,
  type ChangedCamera,
  type KnownCamera,
  type ListedCamera,
  type MovedCamera,
  type RenamedCamera,
  type UnplacedCamera,
} from './camera-queries.ts';

type Page = Extract<FromGateway, { type: 'cameras' }>;

/** A platform rounds its positions: less is no move. */
const leastMoveMeters = 2;
/** The sweep comes round to each camera sooner: only where it is off does a list alone have the last word. */
const pullCountsMs = 24 * 3_600_000;
const writer = systemViewer();

type Seen = {
  listingId: string;
  ids: Set<string>;
  /** By the platform's id, as it may list one twice. */
  unplaced: Map<string, UnplacedCamera>;
};

/** Takes a platform's camera list in, page by page. What was surveyed or filed here is never overwritten. */
export class CameraListing {
  readonly #database: Database;
  readonly #clock: Clock;
  /** By platform: a listing that broke off is forgotten with the next one. */
  readonly #seen = new Map<string, Seen>();

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  async take(page: Page): Promise<void> {
    const seen = this.#seenIn(page);
    for (const { platformCameraId } of page.cameras) {
      seen.ids.add(platformCameraId);
      seen.unplaced.delete(platformCameraId);
    }
    const unplaced = await this.#database.write(writer, (tx) => this.#writePage(tx, page));
    for (const camera of unplaced) seen.unplaced.set(camera.platformCameraId, camera);
    if (!page.last) return;
    this.#seen.delete(page.platformId);
    // A list without any camera says more about the platform than about its cameras.
    if (seen.ids.size === 0) return;
    const { platformId } = page;
    await this.#database.write(writer, async (tx) => {
      await markGone(tx, { platformId, listed: [...seen.ids], now: this.#clock.now() });
      await replaceUnplaced(tx, platformId, [...seen.unplaced.values()]);
    });
  }

  #seenIn({ platformId, listingId }: Page): Seen {
    const before = this.#seen.get(platformId);
    if (before?.listingId === listingId) return before;
    const seen: Seen = { listingId, ids: new Set(), unplaced: new Map() };
    this.#seen.set(platformId, seen);
    return seen;
  }

  /** Answers those that have no place on the map. */
  async #writePage(tx: Writing, page: Page): Promise<UnplacedCamera[]> {
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
    return addCameras(tx, page, { listed: [...listed.values()], now });
  }
}

function listedAs(camera: PlatformCamera, { datum }: Page): ListedCamera {
  const { longitude, latitude } = camera;
  if (longitude === null || latitude === null) return camera;
  const [east, north] = toCgcs2000(datum, [longitude, latitude]);
  return { ...camera, longitude: east, latitude: north };
}

/**
 * Cameras that the city did not know. Without filed purposes they stay shut; those without a place in the city wait for
 * one, and are answered.
 */
async function addCameras(
  tx: Writing,
  page: Page,
  { listed, now }: { listed: readonly ListedCamera[]; now: Date },
): Promise<UnplacedCamera[]> {
  const { platformId } = page;
  const placed = listed
    .filter(({ longitude, latitude }) => longitude !== null && latitude !== null)
    .map((camera) => ({
      ...camera,
      id: `${platformId}:${camera.platformCameraId}`,
      grams: searchGrams([camera.name, camera.gbCode]),
    }));
  if (placed.length === 0) return withoutPlace(listed, new Set());
  const owner = cameraOwners.find((each) => each === page.owner) ?? 'other';
  const added = await insertListed(tx, placed, { platformId, owner, now });
  for (const { id, name, areaCode } of added) {
    tx.record({
      kind: 'camera.listed',
      areaCode,
      subjectKind: 'camera',
      subjectId: id,
      payload: { name, platformId },
    });
  }
  const addedIds = new Set(added.map(({ id }) => id));
  return withoutPlace(
    listed,
    new Set(
      placed.filter(({ id }) => addedIds.has(id)).map(({ platformCameraId }) => platformCameraId),
    ),
  );
}

function withoutPlace(
  listed: readonly ListedCamera[],
  placed: ReadonlySet<string>,
): UnplacedCamera[] {
  return listed
    .filter(({ platformCameraId }) => !placed.has(platformCameraId))
    .map(({ platformCameraId, name, gbCode, longitude, latitude }) => ({
      ...{ platformCameraId, name, gbCode },
      reason: longitude === null || latitude === null ? 'no-position' : 'outside',
    }));
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
    const change = changeOf(before, listed.get(before.platformCameraId)!, now);
    if (change === null) continue;
    changed.push(change);
    const { id, name } = change;
    if (name !== before.name) renamed.push({ id, name, grams: searchGrams([name]) });
    const to = change.state ?? before.state;
    if (before.state === to && !before.isGone) continue;
    tx.record({
      ...aboutCamera(before),
      kind: 'camera.state-changed',
      payload: { from: before.state, to, reason: platformListReason },
    });
  }
  if (renamed.length > 0) await renameFound(tx, renamed);
  if (changed.length === 0) return;
  const moved = await updateListed(tx, changed, now);
  if (moved.length === 0) return;
  await moveFound(tx, moved);
  recordMoves(tx, known, moved);
}

/** For the place where it stands now: who looks through it from where it stood is told as the look ends. */
function recordMoves(
  tx: Writing,
  known: readonly KnownCamera[],
  moved: readonly MovedCamera[],
): void {
  const areaBefore = new Map(known.map(({ id, areaCode }) => [id, areaCode]));
  for (const camera of moved) {
    tx.record({
      ...aboutCamera(camera),
      kind: 'camera.moved',
      payload: { fromAreaCode: areaBefore.get(camera.id)!, toAreaCode: camera.areaCode },
    });
  }
}

function aboutCamera({ id, areaCode, longitude, latitude }: MovedCamera) {
  const position = { longitude, latitude };
  return { areaCode, subjectKind: 'camera', subjectId: id, position } as const;
}

/** Null where the list says nothing new. */
function changeOf(before: KnownCamera, listed: ListedCamera, now: Date): ChangedCamera | null {
  const { name, gbCode, longitude, latitude } = listed;
  const moved = hasMoved(before, listed);
  const state = believedState(before, listed.state, now);
  const changed =
    moved ||
    before.isGone ||
    before.name !== name ||
    state !== null ||
    (before.gbCode === null && gbCode !== null);
  if (!changed) return null;
  const place = moved ? { longitude, latitude } : { longitude: null, latitude: null };
  return { id: before.id, name, gbCode, state, ...place };
}

/** What the list changes about the state; null where nothing. A pull has seen what a platform only says. */
function believedState(before: KnownCamera, listed: CameraState, now: Date): CameraState | null {
  const { state, stateReason, checkedAt } = before;
  if (listed === 'unknown') return null;
  const foundByPull = state === 'offline' && stateReason !== platformListReason;
  if (listed === state) {
    // A pull had found it offline; now the platform says so too.
    return foundByPull ? listed : null;
  }
  const pullCounts = checkedAt !== null && now.getTime() - checkedAt.getTime() < pullCountsMs;
  return listed === 'online' && foundByPull && pullCounts ? null : listed;
}

function hasMoved(before: KnownCamera, { longitude, latitude }: ListedCamera): boolean {
  if (before.isSurveyed || longitude === null || latitude === null) return false;
  const meters = distanceMeters([before.longitude, before.latitude], [longitude, latitude]);
  return meters > leastMoveMeters;
}

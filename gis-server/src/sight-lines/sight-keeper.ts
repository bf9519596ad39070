/** Keeps what each camera sees in step with the cameras, the houses and the ground. */
import { setTimeout as pause } from 'node:timers/promises';
import { systemViewer } from '#access/viewer.ts';
import type { Database } from '#database/transaction.ts';
import type { JournalRow } from '#journal/journal-row.ts';
import { readRelief } from '#tiles/load-relief.ts';
import type { Clock } from 'grid-data';
import { SightDesk } from './sight-desk.ts';
import type { ComputedSight, SightCamera } from './sight-job.ts';
import {
  allCameraIds,
  buildingsAround,
  buildingsNear,
  saveSights,
  sightCameras,
} from './sight-queries.ts';

/** Few at once: on the embedded engine everybody waits while a batch is read or written. */
const batchSize = 20;
const retryAfterMs = 1_000;

/** What moves, lists or takes in cameras: from then on the stored sight may be another. */
const changes: readonly string[] = ['camera.surveyed', 'camera.moved', 'camera.listed'];

export class SightKeeper {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<string>();
  #desk: SightDesk | null = null;
  #allAsked = false;
  #work: Promise<void> | null = null;
  #computed = 0;
  #failure: Error | null = null;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Works through all cameras in the background; those whose inputs are as they were cost a comparison. */
  start(): void {
    this.#allAsked = true;
    this.#go();
  }

  onJournal(rows: readonly JournalRow[]): void {
    for (const { kind, subjectId } of rows) {
      if (changes.includes(kind)) this.#waiting.add(subjectId);
      if (kind === 'import.applied') this.#allAsked = true;
    }
    if (this.#waiting.size > 0 || this.#allAsked) this.#go();
  }

  /** What cameras that stand nowhere yet would see; nothing is kept. Behind the batch that is in hand. */
  async imagine(cameras: readonly SightCamera[]): Promise<ComputedSight[]> {
    const buildings = await this.#database.inScope(systemViewer(), (db) =>
      buildingsNear(db, cameras),
    );
    const desk = await this.#openDesk();
    return desk.compute({ cameras: [...cameras], buildings });
  }

  gauges(): Record<string, number> {
    return {
      camera_sights_waiting: this.#waiting.size,
      camera_sights_computed: this.#computed,
      camera_sights_failing: this.#failure === null ? 0 : 1,
    };
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#work !== null) await this.#work;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
    await this.#desk?.close();
  }

  #go(): void {
    this.#work ??= this.#drain().finally(() => {
      this.#work = null;
    });
  }

  async #drain(): Promise<void> {
    const { signal } = this.#stopping;
    while ((this.#allAsked || this.#waiting.size > 0) && !signal.aborted) {
      try {
        await this.#takeAll();
        await this.#nextBatch();
        this.#failure = null;
      } catch (error) {
        this.#failure = error as Error;
        // Aborted only by stop(), after which nothing is left to do.
        await pause(retryAfterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #takeAll(): Promise<void> {
    if (!this.#allAsked) return;
    const ids = await allCameraIds(this.#database);
    // The ground may have been taken in anew as well.
    await this.#desk?.close();
    this.#desk = new SightDesk(await readRelief(this.#database));
    this.#allAsked = false;
    for (const id of ids) this.#waiting.add(id);
  }

  async #nextBatch(): Promise<void> {
    const ids = [...this.#waiting].slice(0, batchSize);
    if (ids.length === 0) return;
    // Before they are read: what changes from here on waits again.
    for (const id of ids) this.#waiting.delete(id);
    try {
      await this.#workOut(ids);
    } catch (error) {
      for (const id of ids) this.#waiting.add(id);
      throw error;
    }
  }

  async #workOut(ids: readonly string[]): Promise<void> {
    const [cameras, buildings] = await this.#database.inScope(systemViewer(), async (db) => [
      await sightCameras(db, ids),
      await buildingsAround(db, ids),
    ]);
    const desk = await this.#openDesk();
    const sights = await desk.compute({ cameras, buildings });
    if (sights.length > 0) await this.#save(cameras, sights);
    this.#computed += sights.length;
  }

  async #openDesk(): Promise<SightDesk> {
    if (this.#desk !== null) return this.#desk;
    const relief = await readRelief(this.#database);
    return (this.#desk ??= new SightDesk(relief));
  }

  /** The first sight of a camera is no news; that it sees something else than before is. */
  async #save(cameras: readonly SightCamera[], sights: readonly ComputedSight[]): Promise<void> {
    const before = new Map(cameras.map((camera) => [camera.id, camera]));
    await this.#database.write(systemViewer(), async (tx) => {
      await saveSights(tx, sights, this.#clock.now());
      for (const { cameraId, visibleShare, unknown } of sights) {
        const camera = before.get(cameraId);
        if (camera === undefined || camera.storedInputs === null) continue;
        const { longitude, latitude, areaCode } = camera;
        tx.record({
          kind: 'camera.sight-changed',
          areaCode,
          subjectKind: 'camera',
          subjectId: cameraId,
          position: { longitude, latitude },
          payload: { visibleShare, unknown },
        });
      }
    });
  }
}

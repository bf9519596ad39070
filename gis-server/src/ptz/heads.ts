/** Where the cameras that were turned look now, as far as anybody knows. */
import { systemViewer } from '#access/viewer.ts';
import type { Viewer } from '#access/viewer.ts';
import { seesArea } from '#access/scope.ts';
import type { Database } from '#database/transaction.ts';
import { headBearing, widthAtZoom, type Clock, type HeadPosition } from 'grid-data';
import { headsOfCameras } from './ptz-queries.ts';
import type { CameraHeadRecord, HeadOfCamera, PresetRecord } from './ptz-record.ts';

type Angles = Pick<PresetRecord, 'bearingDeg' | 'tiltDeg' | 'zoom'>;
const unknown: Angles = { bearingDeg: null, tiltDeg: null, zoom: null };

/** A head that turns tells several positions a second; its survey is not read for each. */
const surveyKeptMs = 10_000;

export class Heads {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #now = new Map<string, CameraHeadRecord>();
  readonly #surveys = new Map<string, { head: HeadOfCamera; readAtMs: number }>();
  #onChange: (head: CameraHeadRecord) => void = () => undefined;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  onChange(act: (head: CameraHeadRecord) => void): void {
    this.#onChange = act;
  }

  of(cameraId: string): CameraHeadRecord | null {
    return this.#now.get(cameraId) ?? null;
  }

  seenBy(viewer: Viewer): CameraHeadRecord[] {
    return [...this.#now.values()].filter(({ areaCode }) => seesArea(viewer, areaCode));
  }

  /** What its platform tells. */
  async told(cameraId: string, position: HeadPosition): Promise<void> {
    const head = await this.#surveyOf(cameraId);
    if (head === null) return;
    const { zeroBearingDeg } = head;
    const bearingDeg = zeroBearingDeg === null ? null : headBearing(zeroBearingDeg, position);
    this.#set(head, { bearingDeg, tiltDeg: position.tiltDeg, zoom: position.zoom });
  }

  /** Turned by hand where no platform tells how far: then nobody knows, and no direction is made up. */
  lost(head: HeadOfCamera): void {
    this.#set(head, unknown);
  }

  /** At a preset, whose direction may be known. */
  at(head: HeadOfCamera, preset: Angles | null): void {
    const { bearingDeg, tiltDeg, zoom } = preset ?? unknown;
    this.#set(head, { bearingDeg, tiltDeg, zoom });
  }

  /** At home a camera looks as it was surveyed. */
  home(head: HeadOfCamera): void {
    this.#set(head, { bearingDeg: head.bearingDeg, tiltDeg: null, zoom: 1 });
    this.#now.delete(head.cameraId);
  }

  async #surveyOf(cameraId: string): Promise<HeadOfCamera | null> {
    const nowMs = this.#clock.now().getTime();
    const known = this.#surveys.get(cameraId);
    if (known !== undefined && nowMs - known.readAtMs < surveyKeptMs) return known.head;
    const [head] = await this.#database.inScope(systemViewer(), (db) =>
      headsOfCameras(db, [cameraId]),
    );
    if (head === undefined) return null;
    this.#surveys.set(cameraId, { head, readAtMs: nowMs });
    return head;
  }

  #set(head: HeadOfCamera, angles: Angles): void {
    const { cameraId, areaCode, longitude, latitude, rangeMeters, widthDeg } = head;
    const record = {
      cameraId,
      areaCode,
      position: { longitude, latitude },
      rangeMeters,
      ...angles,
      widthDeg: widthDeg === null ? null : widthAtZoom(widthDeg, angles.zoom ?? 1),
      at: this.#clock.now(),
    };
    this.#now.set(cameraId, record);
    this.#onChange(record);
  }
}

/** What the platforms' recorders kept: files of an hour over thirty days, with the gaps that recorders have. */
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { FaultBoard } from '../faults/fault-board.ts';

export type RecordedTime = { fromMs: number; toMs: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const keptMs = 30 * 24 * hourMs;
/** 03:00 in Beijing is 19:00 UTC: then the recorder checks its disks. */
const upkeep = { utcHour: 19, minutes: 10 };
const faultyMinutes = { from: 20, to: 25 };
/** A list without end is no list. */
const maxFiles = 1_000;

export class Recorder {
  readonly #faults: FaultBoard;
  readonly #now: () => number;

  constructor(faults: FaultBoard, now: () => number = Date.now) {
    this.#faults = faults;
    this.#now = now;
  }

  /** Files that hold something of the time asked for, in order; cut to it. */
  filesOf(camera: SimulatedCamera, { fromMs, toMs }: RecordedTime): RecordedTime[] {
    const now = this.#now();
    const [from, to] = [Math.max(fromMs, now - keptMs), Math.min(toMs, now)];
    const files: RecordedTime[] = [];
    for (let hour = Math.floor(from / hourMs) * hourMs; hour < to; hour += hourMs) {
      for (const file of this.#filesIn(camera, hour)) {
        const cut = { fromMs: Math.max(file.fromMs, from), toMs: Math.min(file.toMs, to) };
        if (cut.toMs > cut.fromMs) files.push(cut);
        if (files.length === maxFiles) return files;
      }
    }
    return files;
  }

  #filesIn(camera: SimulatedCamera, hour: number): RecordedTime[] {
    const isUpkeep = new Date(hour).getUTCHours() === upkeep.utcHour;
    const begin = hour + (isUpkeep ? upkeep.minutes * minuteMs : 0);
    const end = hour + hourMs;
    if (!this.#faults.isOn('recording-gap', camera)) return [{ fromMs: begin, toMs: end }];
    return [
      { fromMs: begin, toMs: hour + faultyMinutes.from * minuteMs },
      { fromMs: hour + faultyMinutes.to * minuteMs, toMs: end },
    ];
  }
}

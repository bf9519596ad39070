import { Worker } from 'node:worker_threads';
import type { ReliefRaster } from 'tiles';
import type { ComputedSight, SightJob } from './sight-job.ts';

type Waiting = { resolve: (sights: ComputedSight[]) => void; reject: (error: Error) => void };

/** One thread that works out sights, one batch after the other; started anew where it died. */
export class SightDesk {
  readonly #relief: ReliefRaster | null;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;

  constructor(relief: ReliefRaster | null) {
    this.#relief = relief;
  }

  compute(job: SightJob): Promise<ComputedSight[]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      worker.postMessage(job, []);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sight-worker.ts', import.meta.url), {
      workerData: this.#relief,
    });
    const died = (error: Error) => {
      this.#worker = null;
      this.#waiting?.reject(error);
      this.#waiting = null;
    };
    worker.on('message', (sights: ComputedSight[]) => {
      this.#waiting?.resolve(sights);
      this.#waiting = null;
    });
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the sight worker ended with ${code}`)));
    return worker;
  }
}

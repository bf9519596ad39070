import { Worker } from 'node:worker_threads';
import type { ReliefRaster } from 'tiles';
import type { ComputedSight, SightJob } from './sight-job.ts';

type Waiting = { resolve: (sights: ComputedSight[]) => void; reject: (error: Error) => void };

/** One thread that works out sights, one batch after the other; started anew where it died. */
export class SightDesk {
  readonly #relief: ReliefRaster | null;
  #worker: Worker | null = null;
  /** In the order in which they were asked, which is that of the answers. */
  #waiting: Waiting[] = [];

  constructor(relief: ReliefRaster | null) {
    this.#relief = relief;
  }

  compute(job: SightJob): Promise<ComputedSight[]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
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
    // What waits for it holds the process, not the thread that waits for work.
    worker.unref();
    // Whoever waits for a sight holds the process; the thread alone does not.
    worker.unref();
    const died = (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const { reject } of waiting) reject(error);
    };
    worker.on('message', (sights: ComputedSight[]) => this.#waiting.shift()?.resolve(sights));
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the sight worker ended with ${code}`)));
    return worker;
  }
}

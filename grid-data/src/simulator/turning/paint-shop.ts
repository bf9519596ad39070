/** Asks the painting thread for pictures; it begins with the first that is asked for. */
import { Worker } from 'node:worker_threads';
import { sharedClips } from '../clips/catalogue.ts';
import type { PaintOrder, Painted } from './paint-worker.ts';
import type { RawPicture } from './raw-picture.ts';

export class PaintShop {
  #worker: Worker | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, (picture: RawPicture) => void>();

  /** Whether there is a drawing behind the clip of this name. */
  static knows(scene: string): boolean {
    return scene in sharedClips;
  }

  paint(order: Omit<PaintOrder, 'id'>): Promise<RawPicture> {
    this.#worker ??= this.#start();
    this.#asked += 1;
    const id = this.#asked;
    this.#worker.postMessage({ ...order, id } satisfies PaintOrder, []);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./paint-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', ({ id, picture }: Painted) => {
      this.#waiting.get(id)?.(picture);
      this.#waiting.delete(id);
    });
    return worker;
  }
}

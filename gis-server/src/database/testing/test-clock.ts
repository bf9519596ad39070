import type { Clock } from 'grid-data';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = new Date('2026-05-04T03:02:01.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  advanceSeconds(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

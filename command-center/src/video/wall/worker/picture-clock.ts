/** How old a picture is: by the true time inside it, else by the gateway's word of the camera's clock. */
import { wallTimeOf } from '#video/fmp4/capture-time.ts';

const keep = 200;

export class PictureClock {
  readonly #takenAt = new Map<number, number>();
  #tie: { milliseconds: number; wall: number } | null = null;

  tie(milliseconds: number, wall: number): void {
    this.#tie = { milliseconds, wall };
  }

  forget(): void {
    this.#takenAt.clear();
    this.#tie = null;
  }

  saw(milliseconds: number, picture: Uint8Array): void {
    const wall = wallTimeOf(picture) ?? this.#tied(milliseconds);
    if (wall === null) return;
    this.#takenAt.set(milliseconds, wall);
    if (this.#takenAt.size <= keep) return;
    for (const oldest of this.#takenAt.keys()) {
      this.#takenAt.delete(oldest);
      break;
    }
  }

  takenAt(milliseconds: number): number | null {
    return this.#takenAt.get(milliseconds) ?? null;
  }

  #tied(milliseconds: number): number | null {
    return this.#tie === null ? null : this.#tie.wall + (milliseconds - this.#tie.milliseconds);
  }
}

/**
 * Sound and picture of an RTP session count from different beginnings: sender reports tie both to the wall's clock,
 * and until those have come, what arrives together belongs together.
 */
import { ticksPerMillisecond, type AudioUnit, type VideoUnit } from '#media/access-unit.ts';

/** Clocks of one camera that differ by more are not the same clock. */
const mostApartMs = 10_000;

export class SoundAlignment {
  #picture: Pick<VideoUnit, 'pts' | 'wall'> | null = null;
  #offset: number | null = null;

  saw({ pts, wall }: VideoUnit): void {
    this.#picture = { pts, wall };
  }

  /** The same sound on the picture's clock; null before the first picture. */
  align(unit: AudioUnit): AudioUnit | null {
    const picture = this.#picture;
    if (picture === null) return null;
    const apartMs = unit.wall === null || picture.wall === null ? null : unit.wall - picture.wall;
    if (apartMs !== null && Math.abs(apartMs) < mostApartMs) {
      this.#offset = picture.pts + Math.round(apartMs * ticksPerMillisecond) - unit.dts;
    } else if (this.#offset === null || this.#isFar(unit)) {
      this.#offset = picture.pts - unit.dts;
    }
    const dts = unit.dts + this.#offset!;
    return { ...unit, dts, pts: dts };
  }

  /** The picture's clock was set, the sound's was not. */
  #isFar(unit: AudioUnit): boolean {
    const apart = unit.dts + this.#offset! - this.#picture!.pts;
    return Math.abs(apart) > mostApartMs * ticksPerMillisecond;
  }
}

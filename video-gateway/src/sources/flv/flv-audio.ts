/** The sound of an FLV stream: AAC behind its configuration, or G.711. */
import type { AudioConfig, AudioUnit } from '#media/access-unit.ts';
import { aacConfig } from '#media/aac.ts';
import { g711Config } from '#media/g711.ts';

const formats = { pcma: 7, pcmu: 8, aac: 10 } as const;
const maxUnitBytes = 64 * 1024;

export class FlvAudio {
  #aac: AudioConfig | null = null;
  /** The format has no rate for it: G.711 in FLV has 8 kHz, mono or stereo. */
  readonly #g711 = new Map<number, AudioConfig>();

  /** Null for what is no sound yet, or none that we carry. */
  read(body: Buffer, dts: number): AudioUnit | null {
    if (body.length < 2 || body.length > maxUnitBytes) return null;
    const format = body[0]! >> 4;
    if (format === formats.aac) return this.#readAac(body, dts);
    if (format !== formats.pcma && format !== formats.pcmu) return null;
    return this.#unit(this.#g711Config(body[0]!), body.subarray(1), dts);
  }

  #readAac(body: Buffer, dts: number): AudioUnit | null {
    if (body[1] === 0) {
      const specific = body.subarray(2);
      if (this.#aac?.decoderConfig.equals(specific) !== true) this.#aac = aacConfig(specific);
      return null;
    }
    if (this.#aac === null || body.length < 3) return null;
    return this.#unit(this.#aac, body.subarray(2), dts);
  }

  #g711Config(head: number): AudioConfig {
    const key = head & 0xf1;
    const known = this.#g711.get(key);
    if (known !== undefined) return known;
    const config = g711Config(head >> 4 === formats.pcma ? 'pcma' : 'pcmu', 8000, 1 + (head & 1));
    this.#g711.set(key, config);
    return config;
  }

  #unit(config: AudioConfig, data: Buffer, dts: number): AudioUnit {
    return { track: 'audio', dts, pts: dts, wall: null, data, config };
  }
}

/** The sound of a transport stream: ADTS frames, or G.711 as GB/T 28181 puts it there. */
import { ticksPerSecond, type AudioConfig, type AudioUnit } from '#media/access-unit.ts';
import { aacConfig, splitAdts } from '#media/aac.ts';
import { g711Config } from '#media/g711.ts';
import type { TransportAudioType } from '#sources/mpegts/program-tables.ts';

type Times = Pick<AudioUnit, 'dts' | 'pts' | 'wall'>;

export class TransportAudio {
  readonly #g711: AudioConfig | null;
  #aac: { specific: Buffer; config: AudioConfig | null } | null = null;

  constructor(type: TransportAudioType) {
    this.#g711 = type === 'adts' ? null : g711Config(type);
  }

  read(payload: Buffer, times: Times): readonly AudioUnit[] {
    if (this.#g711 !== null) {
      return [{ track: 'audio', ...times, data: payload, config: this.#g711 }];
    }
    return splitAdts(payload).flatMap(({ specific, frame }, index) => {
      const config = this.#configOf(specific);
      if (config === null) return [];
      const later = Math.round(
        (index * config.samplesPerUnit * ticksPerSecond) / config.sampleRate,
      );
      const { dts, pts, wall } = times;
      return [
        { track: 'audio', dts: dts + later, pts: pts + later, wall, data: frame, config } as const,
      ];
    });
  }

  #configOf(specific: Buffer): AudioConfig | null {
    if (this.#aac?.specific.equals(specific) !== true) {
      this.#aac = { specific, config: aacConfig(specific) };
    }
    return this.#aac.config;
  }
}

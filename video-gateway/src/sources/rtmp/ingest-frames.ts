/** How access units cross the pipe between the RTMP child and the gateway. */
import { z } from 'zod';
import type { AccessUnit, AudioConfig, VideoConfig } from '#media/access-unit.ts';

/** Commands to the child and its answers, over the process channel. */
export type IngestCommand =
  | { do: 'tap'; stream: number; path: string }
  | { do: 'pull'; stream: number; url: string }
  | { do: 'close'; stream: number };
export type IngestEvent =
  | { on: 'listening' }
  | { on: 'ended'; stream: number; reason: string; message: string };

const kinds = { videoConfig: 1, picture: 2, audioConfig: 3, sound: 4 } as const;
const headBytes = 9;
const unitHeadBytes = 25;
const maxFrameBytes = 16 * 1024 * 1024;

/** That process parses hostile streams: what it says is checked like anything from outside. */
const decoderConfig = z.string().transform((base64) => Buffer.from(base64, 'base64'));
const count = z.number().int().nonnegative();
const videoConfig = z.object({
  codec: z.enum(['h264', 'h265']),
  codecName: z.string(),
  width: count,
  height: count,
  decoderConfig,
});
const audioConfig = z.object({
  codec: z.enum(['aac', 'pcma', 'pcmu']),
  codecName: z.string(),
  sampleRate: count.positive(),
  channels: count.positive(),
  samplesPerUnit: count,
  decoderConfig,
});

export function configFrame(stream: number, { track, config }: AccessUnit): Buffer {
  const { decoderConfig, ...plain } = config;
  const json = JSON.stringify({ ...plain, decoderConfig: decoderConfig.toString('base64') });
  const kind = track === 'video' ? kinds.videoConfig : kinds.audioConfig;
  return frame(stream, kind, Buffer.from(json));
}

export function unitFrame(stream: number, unit: AccessUnit): Buffer {
  const head = Buffer.allocUnsafe(unitHeadBytes);
  head.writeDoubleBE(unit.dts, 0);
  head.writeDoubleBE(unit.pts, 8);
  head.writeDoubleBE(unit.wall ?? Number.NaN, 16);
  head[24] = unit.track === 'video' && unit.key ? 1 : 0;
  return frame(stream, unit.track === 'video' ? kinds.picture : kinds.sound, head, unit.data);
}

function frame(stream: number, kind: number, ...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, headBytes);
  const head = Buffer.allocUnsafe(headBytes);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(stream, 4);
  head[8] = kind;
  return Buffer.concat([head, ...parts], length);
}

export class IngestFrameReader {
  readonly #onUnit: (stream: number, unit: AccessUnit) => void;
  readonly #configs = new Map<number, VideoConfig>();
  readonly #audioConfigs = new Map<number, AudioConfig>();
  #pending: Buffer = Buffer.alloc(0);

  constructor(onUnit: (stream: number, unit: AccessUnit) => void) {
    this.#onUnit = onUnit;
  }

  forget(stream: number): void {
    this.#configs.delete(stream);
    this.#audioConfigs.delete(stream);
  }

  push(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    let at = 0;
    while (this.#pending.length - at >= headBytes) {
      const length = this.#pending.readUInt32BE(at);
      if (length < headBytes || length > maxFrameBytes) throw new Error('pipe out of step');
      if (this.#pending.length - at < length) break;
      this.#take(this.#pending.subarray(at, at + length));
      at += length;
    }
    this.#pending = this.#pending.subarray(at);
  }

  #take(bytes: Buffer): void {
    const stream = bytes.readUInt32BE(4);
    const body = bytes.subarray(headBytes);
    switch (bytes[8]) {
      case kinds.videoConfig:
        this.#configs.set(stream, videoConfig.parse(JSON.parse(body.toString('utf8'))));
        return;
      case kinds.audioConfig:
        this.#audioConfigs.set(stream, audioConfig.parse(JSON.parse(body.toString('utf8'))));
        return;
      case kinds.picture: {
        const config = this.#configs.get(stream);
        if (config === undefined) return;
        this.#onUnit(stream, { track: 'video', ...readUnit(body), key: body[24] === 1, config });
        return;
      }
      case kinds.sound: {
        const config = this.#audioConfigs.get(stream);
        if (config === undefined) return;
        this.#onUnit(stream, { track: 'audio', ...readUnit(body), config });
        return;
      }
      default:
        throw new Error('pipe out of step');
    }
  }
}

function readUnit(body: Buffer) {
  const wall = body.readDoubleBE(16);
  return {
    dts: body.readDoubleBE(0),
    pts: body.readDoubleBE(8),
    wall: Number.isNaN(wall) ? null : wall,
    data: body.subarray(unitHeadBytes),
  };
}

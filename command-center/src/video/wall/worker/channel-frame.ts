/** Binary messages of /video/play-many: eight bytes of header, then a coded picture, sound, or a configuration. */
export type ChannelFrame = {
  channel: number;
  kind: 'config' | 'picture' | 'sound' | 'sound-config';
  key: boolean;
  /** Newer pictures follow at once: to be decoded, not shown. */
  behind: boolean;
  /** Milliseconds of the stream's timeline. */
  milliseconds: number;
  payload: Uint8Array<ArrayBuffer>;
};

const flags = { key: 1, config: 2, audio: 4, behind: 8 } as const;
const headerBytes = 8;

/** Null for what is too short to be one. */
export function readChannelFrame(message: ArrayBuffer): ChannelFrame | null {
  if (message.byteLength < headerBytes) return null;
  const view = new DataView(message);
  const set = view.getUint8(2);
  const audio = (set & flags.audio) !== 0;
  const config = (set & flags.config) !== 0;
  return {
    channel: view.getUint16(0),
    kind: audio ? (config ? 'sound-config' : 'sound') : config ? 'config' : 'picture',
    key: (set & flags.key) !== 0,
    behind: (set & flags.behind) !== 0,
    milliseconds: view.getUint32(4),
    payload: new Uint8Array(message, headerBytes),
  };
}

export type PictureConfig = {
  codec: string;
  width: number;
  height: number;
  description: Uint8Array<ArrayBuffer>;
};

export type SoundConfig = {
  codec: string;
  sampleRate: number;
  channels: number;
  description: Uint8Array<ArrayBuffer>;
};

export function readPictureConfig(payload: Uint8Array): PictureConfig | null {
  const read = parse(payload);
  const { codec, width, height } = read ?? {};
  if (typeof codec !== 'string' || !isSize(width) || !isSize(height)) return null;
  return { codec, width, height, description: bytesOf(read?.['description']) };
}

export function readSoundConfig(payload: Uint8Array): SoundConfig | null {
  const read = parse(payload);
  const { codec, sampleRate, channels } = read ?? {};
  if (typeof codec !== 'string' || !isSize(sampleRate) || !isSize(channels)) return null;
  return { codec, sampleRate, channels, description: bytesOf(read?.['description']) };
}

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1_000_000;

function parse(payload: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(payload));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null; // a channel whose configuration cannot be read shows nothing, and says so
  }
}

function bytesOf(base64: unknown): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(typeof base64 === 'string' ? base64 : ''), (c) => c.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

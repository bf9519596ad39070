/** One coded picture or piece of sound with its times: what every source yields and every packager takes. */
export type VideoConfig = {
  codec: 'h264' | 'h265';
  /** RFC 6381 name, such as `avc1.64001f`. */
  codecName: string;
  width: number;
  height: number;
  /** Payload of the avcC or hvcC box. */
  decoderConfig: Buffer;
};

export type AudioConfig = {
  codec: 'aac' | 'pcma' | 'pcmu';
  /** As WebCodecs and RFC 6381 name it: `mp4a.40.2`, `alaw`, `ulaw`. */
  codecName: string;
  /** Of the coded samples; HE-AAC is played at twice this rate. */
  sampleRate: number;
  channels: number;
  /** What one AAC unit holds; 0 for G.711, where each byte is a sample. */
  samplesPerUnit: number;
  /** AudioSpecificConfig; empty for G.711. */
  decoderConfig: Buffer;
};

type Times = {
  /** Ticks of 90 kHz on the source's own clock, unwrapped; both tracks of a source share that clock. */
  dts: number;
  pts: number;
  /** Unix milliseconds of capture, where the source tells them. */
  wall: number | null;
};

export type VideoUnit = Times & {
  track: 'video';
  /** Decoding may start here. */
  key: boolean;
  /** NAL units, each behind its length in four bytes. */
  data: Buffer;
  /** The same object as long as the configuration stays the same. */
  config: VideoConfig;
};

export type AudioUnit = Times & {
  track: 'audio';
  /** One raw AAC frame, or G.711 samples. */
  data: Buffer;
  config: AudioConfig;
};

export type AccessUnit = VideoUnit | AudioUnit;

export const ticksPerSecond = 90_000;
export const ticksPerMillisecond = ticksPerSecond / 1000;

/** What a scripted camera sends once it plays: pictures, sound and reports, spoiled as its script says. */
import { clipFrames, clipSound } from '#testing/camera/clip-audio.ts';
import { clipPictures } from '#testing/camera/clip.ts';
import { goodbye, RtpWriter, senderReport } from '#testing/camera/rtp-writer.ts';

export type StreamScript = {
  codec?: 'h264' | 'h265';
  /** What the description promises. */
  audio?: 'aac' | 'pcma' | 'pcmu';
  /** Promises sound and sends none. */
  mute?: boolean;
  /** Milliseconds between pictures. */
  periodMs?: number;
  /** Sends no more after so many pictures, with the connection left up. */
  fallSilentAfter?: number;
  /** Says goodbye after so many pictures. */
  sayGoodbyeAfter?: number;
  /** Ticks of 90 kHz by number of the picture, where they are not what they should be. */
  timestampOf?: (picture: number) => number;
  /** One key picture at the beginning and at every so many pictures; those between are repeated. */
  keyEvery?: number;
  /** Which packets get lost or late, by their number; a late one comes after the three behind it. */
  spoil?: (packet: number) => 'lost' | 'late' | null;
  /** RTP payloads of a picture, where it is no clip of ours. */
  payloadsOf?: (picture: number) => readonly Buffer[];
  /** Who it says it is (SSRC), by number of the picture. */
  sourceOf?: (picture: number) => number;
  /** Unix ms of picture 0, told in sender reports. */
  wallMs?: number;
};

export type Carrier = {
  send(track: 'video' | 'audio', kind: 'packet' | 'control', data: Buffer): void;
};

const ticksPerPicture = 3600;
/** Both near their wrap, and nothing to do with each other. */
const firstPictureTicks = 4_294_900_000;
const firstSoundTicks = 4_294_960_000;
const lateBy = 3;
const picturesPerReport = 10;

export class ScriptedStream {
  readonly #script: StreamScript;
  readonly #carrier: Carrier;
  readonly #writer: RtpWriter;
  readonly #timer: NodeJS.Timeout;
  readonly #late: { after: number; data: Buffer }[] = [];
  #pictures = 0;
  #packets = 0;
  #soundSamples = 0;

  constructor(script: StreamScript, carrier: Carrier) {
    this.#script = script;
    this.#carrier = carrier;
    this.#writer = new RtpWriter(script.codec ?? 'h264');
    this.#timer = setInterval(() => this.#beat(), script.periodMs ?? 40);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const { fallSilentAfter, sayGoodbyeAfter, audio, mute, wallMs } = this.#script;
    if (this.#pictures >= (fallSilentAfter ?? Number.POSITIVE_INFINITY)) return;
    if (wallMs !== undefined && this.#pictures % picturesPerReport === 1) this.#report(wallMs);
    this.#sendPicture();
    if (audio !== undefined && mute !== true) this.#sendSound(audio);
    if (this.#pictures === sayGoodbyeAfter) this.#carrier.send('video', 'control', goodbye());
  }

  #sendPicture(): void {
    const { keyEvery, timestampOf } = this.#script;
    const clip = clipPictures(this.#script.codec ?? 'h264');
    const index =
      keyEvery === undefined
        ? this.#pictures % clip.length
        : this.#pictures % keyEvery === 0
          ? 0
          : 1 + ((this.#pictures % keyEvery) % 20);
    const usual = this.#pictures * ticksPerPicture;
    const ticks = firstPictureTicks + (timestampOf?.(this.#pictures) ?? usual);
    const payloads = this.#script.payloadsOf?.(this.#pictures);
    const packets = payloads
      ? this.#writer.payloads(payloads, ticks)
      : this.#writer.packets(clip[index]!, ticks);
    const source = this.#script.sourceOf?.(this.#pictures);
    for (const data of packets) {
      if (source !== undefined) data.writeUInt32BE(source, 8);
      this.#sendSpoiled(data);
    }
    this.#pictures += 1;
  }

  #sendSpoiled(data: Buffer): void {
    const fate = this.#script.spoil?.(this.#packets) ?? null;
    this.#packets += 1;
    if (fate === null) this.#carrier.send('video', 'packet', data);
    if (fate === 'late') this.#late.push({ after: this.#packets + lateBy, data });
    while ((this.#late[0]?.after ?? Number.POSITIVE_INFINITY) <= this.#packets) {
      this.#carrier.send('video', 'packet', this.#late.shift()!.data);
    }
  }

  /** As much as the pictures so far need. */
  #sendSound(audio: 'aac' | 'pcma' | 'pcmu'): void {
    const rate = audio === 'aac' ? clipSound.sampleRate : 8000;
    const due = Math.floor((this.#pictures * ticksPerPicture * rate) / 90_000);
    const step = audio === 'aac' ? clipSound.samplesPerFrame : 160;
    const frames = clipFrames();
    for (; this.#soundSamples + step <= due; this.#soundSamples += step) {
      const ticks = firstSoundTicks + this.#soundSamples;
      const frame = frames[(this.#soundSamples / step) % frames.length]!;
      const packet =
        audio === 'aac'
          ? this.#writer.aac([frame], ticks)
          : this.#writer.sound(Buffer.alloc(step, 0xd5), ticks, audio === 'pcma' ? 8 : 0);
      this.#carrier.send('audio', 'packet', packet);
    }
  }

  #report(wallMs: number): void {
    const seconds = (this.#pictures * ticksPerPicture) / 90_000;
    const rate = this.#script.audio === 'aac' ? clipSound.sampleRate : 8000;
    const now = wallMs + seconds * 1000;
    const pictureTicks = firstPictureTicks + this.#pictures * ticksPerPicture;
    const soundTicks = firstSoundTicks + Math.round(seconds * rate);
    this.#carrier.send('video', 'control', senderReport('video', pictureTicks, now));
    this.#carrier.send('audio', 'control', senderReport('audio', soundTicks, now));
  }
}

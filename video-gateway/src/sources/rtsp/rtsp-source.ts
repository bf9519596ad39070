/** Pulls one camera over RTSP: its picture, its sound where it has any, over TCP or UDP, until it is closed. */
import type { DomainError } from 'grid-data';
import { Conversion } from '#sources/converter/conversion.ts';
import { AudioAssembler } from '#sources/rtp/audio-assembler.ts';
import { PictureAssembler } from '#sources/rtp/picture-assembler.ts';
import { ProgramAssembler } from '#sources/rtp/program-assembler.ts';
import { ReceivedStream } from '#sources/rtp/received-stream.ts';
import type { RtpPacket } from '#sources/rtp/rtp-packet.ts';
import { SoundAlignment } from '#sources/rtp/sound-alignment.ts';
import { keepAlive, readSession, type RtspSession } from '#sources/rtsp/keep-alive.ts';
import type { RtspConnection } from '#sources/rtsp/rtsp-connection.ts';
import type { RtspMessage } from '#sources/rtsp/rtsp-message.ts';
import {
  controlUri,
  openRtsp,
  requireOk,
  type RtspOpening,
  type RtspTarget,
} from '#sources/rtsp/rtsp-opening.ts';
import {
  setUpTrack,
  type RtspTransport,
  type TrackLine,
  type TrackSetup,
} from '#sources/rtsp/rtsp-transport.ts';
import {
  readSessionDescription,
  type AudioDescription,
  type ProgramDescription,
  type VideoDescription,
} from '#sources/rtsp/session-description.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';

export type RtspSourceTarget = RtspTarget & {
  /** What is asked for first; the other is taken where the camera refuses it. */
  rtspTransport?: RtspTransport | undefined;
  /** Whether ffmpeg may be started for a picture that no browser plays. */
  mayConvert?: boolean | undefined;
  play?: RecordedPlay | undefined;
};

/** Where in a recording to begin, in RTSP's own time, and how. */
export type RecordedPlay = {
  fromSeconds: number;
  /** Recorded time per time. */
  scale: number;
  /** How much faster than that it may be sent, with nothing left out (RFC 2326, Speed). */
  speed: number;
  keysOnly: boolean;
  sound: boolean;
};

const reportPeriodMs = 5_000;
/** After so long without a datagram they are stopped somewhere on their way. */
const datagramPatienceMs = 3_000;

export class RtspSource implements Source {
  readonly #target: RtspSourceTarget;
  readonly #handlers: SourceHandlers;
  readonly #alignment = new SoundAlignment();
  #connection: RtspConnection | null = null;
  #lines: TrackLine[] = [];
  #session: RtspSession | null = null;
  #conversion: Conversion | null = null;
  #stopTimers: (() => void)[] = [];
  #closed = false;

  constructor(target: RtspSourceTarget, handlers: SourceHandlers) {
    this.#target = target;
    this.#handlers = handlers;
    // What comes sooner than it was recorded overruns datagrams, and a copy has no use for holes.
    const isHurried = (target.play?.speed ?? 1) > 1;
    this.#open(isHurried ? 'tcp' : (target.rtspTransport ?? 'tcp')).catch((error: unknown) =>
      this.#failBy(error),
    );
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#hangUp();
  }

  async #open(preferred: RtspTransport): Promise<void> {
    const opening = await openRtsp(this.#target, {
      onConnection: (connection) => {
        if (this.#closed) {
          connection.close();
          throw sourceFailure('source-ended', 'closed by us');
        }
        this.#connection = connection;
      },
      onPacket: (channel, payload) => this.#receive(channel, payload),
      onEnd: (failure) => this.#fail(failure),
    });
    const { video, program, audio, codecs } = readSessionDescription(opening.description);
    const picture = video ?? program;
    if (picture === null) {
      if (this.#target.mayConvert === true && codecs.length > 0) return this.#convert(opening);
      const offered = codecs.join(', ') || 'no video';
      throw sourceFailure('codec-unsupported', `the camera offers ${offered.slice(0, 200)}`);
    }
    const transport = await this.#setUpPicture(opening, picture, preferred);
    // A program stream has its sound within.
    const isHeard = this.#target.play?.sound !== false;
    if (audio !== null && isHeard && picture === video)
      await this.#setUpSound(opening, audio, transport);
    await this.#play(opening, transport);
  }

  #convert(opening: RtspOpening): void {
    this.#conversion = new Conversion(opening, {
      onUnit: (unit) => {
        if (!this.#closed) this.#handlers.onUnit(unit);
      },
      onEnd: (failure) => this.#fail(failure),
    });
  }

  async #setUpPicture(
    opening: RtspOpening,
    video: VideoDescription | ProgramDescription,
    preferred: RtspTransport,
  ): Promise<RtspTransport> {
    const assembler =
      video.codec === 'mp2p' ? new ProgramAssembler(video) : new PictureAssembler(video);
    const onPacket = (packet: RtpPacket) => this.#takePicture(assembler, packet);
    const setup = this.#trackSetup(opening, { ...video, index: 0 }, { assembler, onPacket });
    const other = preferred === 'tcp' ? 'udp' : 'tcp';
    for (const transport of [preferred, other] as const) {
      const { line, status, reply } = await setUpTrack(transport, setup);
      if (line === null) {
        if (status !== 461) requireOk(reply, 'SETUP');
        continue;
      }
      this.#session = readSession(reply.headers.get('session')?.[0] ?? '', opening.base);
      this.#keep(line);
      return transport;
    }
    throw sourceFailure('transport-unsupported', 'the camera refuses TCP and UDP');
  }

  /** A camera that refuses its sound still shows its picture. */
  async #setUpSound(
    opening: RtspOpening,
    audio: AudioDescription,
    transport: RtspTransport,
  ): Promise<void> {
    const assembler = new AudioAssembler(audio);
    const onPacket = (packet: RtpPacket) => this.#takeSound(assembler, packet);
    const setup = this.#trackSetup(opening, { ...audio, index: 1 }, { assembler, onPacket });
    const { line } = await setUpTrack(transport, setup);
    if (line !== null) this.#keep(line);
  }

  #trackSetup(
    opening: RtspOpening,
    track: { control: string; clockRate: number; payloadType: number; index: number },
    to: {
      assembler: PictureAssembler | ProgramAssembler | AudioAssembler;
      onPacket: (packet: RtpPacket) => void;
    },
  ): TrackSetup {
    const createStream = (reorders: boolean) =>
      new ReceivedStream({
        ...track,
        reorders,
        onPacket: to.onPacket,
        onReport: (report) => to.assembler.learn(report),
        onGoodbye: () => {
          // Sound may end alone; the stream is over when its picture is.
          if (track.index === 0)
            this.#fail(sourceFailure('source-ended', 'the camera says goodbye'));
        },
      });
    return {
      opening,
      uri: controlUri(opening.base, track.control),
      session: this.#session?.id ?? null,
      index: track.index,
      createStream,
      onError: (error) => this.#failBy(error),
    };
  }

  async #play(opening: RtspOpening, transport: RtspTransport): Promise<void> {
    const { connection, methods } = opening;
    const { uri, id } = this.#session!;
    const headers = { Session: id, ...playHeaders(this.#target.play) };
    const reply = await connection.request({ method: 'PLAY', uri, headers });
    requireOk(reply, 'PLAY');
    if (this.#closed) return;
    this.#handlers.onPlaying?.(startedAs(reply));
    this.#stopTimers.push(keepAlive(connection, this.#session!, methods));
    const reports = setInterval(() => {
      for (const line of this.#lines) line.sendReport();
    }, reportPeriodMs);
    this.#stopTimers.push(() => clearInterval(reports));
    if (transport === 'udp') this.#watchDatagrams();
  }

  /** Datagrams may be stopped by a firewall or an address translation that lets the connection through. */
  #watchDatagrams(): void {
    const timer = setTimeout(() => {
      if (this.#lines.some(({ stream }) => stream.received > 0)) return;
      this.#hangUp();
      this.#open('tcp').catch((error: unknown) => this.#failBy(error));
    }, datagramPatienceMs);
    this.#stopTimers.push(() => clearTimeout(timer));
  }

  #receive(channel: number, payload: Buffer): void {
    this.#conversion?.takePacket(channel, payload);
    for (const { channels, stream } of this.#lines) {
      if (channels?.[0] === channel) stream.takePacket(payload);
      else if (channels?.[1] === channel) stream.takeControl(payload);
    }
  }

  #takePicture(assembler: PictureAssembler | ProgramAssembler, packet: RtpPacket): void {
    const lostBefore = assembler.lost;
    for (const unit of assembler.push(packet)) {
      if (this.#closed) return;
      if (unit.track === 'video') this.#alignment.saw(unit);
      this.#handlers.onUnit(unit);
    }
    if (assembler.lost > lostBefore) this.#handlers.onLost?.(assembler.lost - lostBefore);
  }

  #takeSound(assembler: AudioAssembler, packet: RtpPacket): void {
    for (const unit of assembler.push(packet)) {
      const aligned = this.#alignment.align(unit);
      if (aligned !== null && !this.#closed) this.#handlers.onUnit(aligned);
    }
  }

  /** A track may be set up after we were closed. */
  #keep(line: TrackLine): void {
    if (this.#closed) line.close();
    else this.#lines.push(line);
  }

  #hangUp(): void {
    for (const stop of this.#stopTimers.splice(0)) stop();
    for (const line of this.#lines.splice(0)) line.close();
    if (this.#session !== null) {
      const { uri, id } = this.#session;
      this.#connection?.notify({ method: 'TEARDOWN', uri, headers: { Session: id } });
    }
    this.#session = null;
    this.#conversion?.close();
    this.#connection?.close();
    this.#connection = null;
  }

  #failBy(error: unknown): void {
    this.#fail(asFailure(error, 'broken-stream'));
  }

  #fail(failure: DomainError): void {
    if (this.#closed) return;
    this.close();
    this.#handlers.onEnd(failure);
  }
}

/** What a recorder does not know it leaves out of its answer, and plays as it can. */
function playHeaders(play: RecordedPlay | undefined): Record<string, string> {
  const { fromSeconds, scale, speed, keysOnly } = play ?? livePlay;
  return {
    Range: `npt=${fromSeconds.toFixed(3)}-`,
    ...(scale === 1 ? {} : { Scale: scale.toFixed(3) }),
    ...(speed === 1 ? {} : { Speed: speed.toFixed(3) }),
    // Of ONVIF's streaming specification; others read past it.
    ...(keysOnly ? { Frames: 'intra' } : {}),
  };
}

const livePlay = { fromSeconds: 0, scale: 1, speed: 1, keysOnly: false };

/** A recorder begins with the key picture before what was asked for, and may know its own speeds only. */
function startedAs(reply: RtspMessage): { fromSeconds: number | null; scale: number | null } {
  const from = /npt\s*=\s*(-?\d+(?:\.\d+)?)/.exec(reply.headers.get('range')?.[0] ?? '');
  const scale = Number(reply.headers.get('scale')?.[0] ?? Number.NaN);
  return {
    fromSeconds: from === null ? null : Number(from[1]),
    scale: Number.isFinite(scale) && scale > 0 ? scale : null,
  };
}

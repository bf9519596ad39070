import type { Socket } from 'node:net';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { Recording } from '../cameras/stream-tokens.ts';
import type { Broadcast } from '../media/broadcast.ts';
import { rtpTimestampOf } from '../media/timeline.ts';
import { nptRange, positionIn, scaleIn } from '../recordings/play-range.ts';
import { RecordedSound } from '../recordings/recorded-sound.ts';
import { RecordedPlayer } from '../recordings/recorded-player.ts';
import type { ClientTransport, UdpPair } from './client-transport.ts';
import { chooseTransport } from './client-transport.ts';
import type { FramePackets } from './h264-packets.ts';
import type { MediaGate } from './media-gate.ts';
import type { RtspRequest } from './request-reader.ts';
import { senderReport } from './sender-report.ts';
import { sessionDescription, soundTrack } from './session-description.ts';

export const sessionTimeoutSeconds = 60;
const framesPerReport = 75;
/** How far a camera's clock is ahead under `clock-skew`. */
const skewMs = 10 * 60_000;
const methods = 'OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER';

export type SessionParts = {
  socket: Socket;
  sessionId: number;
  gate: MediaGate;
  faults: FaultBoard;
  udp: UdpPair;
  broadcastOf(camera: SimulatedCamera): Broadcast;
};

export type RtspAnswer = {
  status: number;
  phrase: string;
  headers: Record<string, string>;
  body?: string;
};

/** What one client's connection has asked for so far: at most one camera. */
export class RtspSession {
  readonly #parts: SessionParts;
  #camera: SimulatedCamera | null = null;
  #broadcast: Broadcast | null = null;
  #recorded: { player: RecordedPlayer; recording: Recording } | null = null;
  #transport: ClientTransport | null = null;
  #stopWatching: (() => void) | null = null;
  #awaitsKey = false;
  #sent = { packets: 0, octets: 0, framesSinceReport: 0 };

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  get camera(): SimulatedCamera | null {
    return this.#camera;
  }

  get isPlaying(): boolean {
    return this.#stopWatching !== null || this.#recorded?.player.isPlaying === true;
  }

  answer(request: RtspRequest): RtspAnswer {
    switch (request.method) {
      case 'OPTIONS':
        return ok({ Public: methods });
      case 'DESCRIBE':
        return this.#describe(request);
      case 'SETUP':
        return request.url.endsWith(soundTrack) ? this.#setupSound(request) : this.#setup(request);
      case 'PLAY':
        return this.#play(request);
      case 'PAUSE':
        return this.#pause(request);
      case 'TEARDOWN':
        this.close();
        return ok({ Connection: 'close' });
      case 'GET_PARAMETER':
      case 'SET_PARAMETER':
        return ok(this.#sessionHeader());
      default:
        return { status: 405, phrase: 'Method Not Allowed', headers: { Allow: methods } };
    }
  }

  /** Media begins only after the answer to PLAY is on the wire. */
  startAfterAnswer(): void {
    if (this.#recorded) {
      this.#recorded.player.start();
      return;
    }
    const broadcast = this.#broadcast;
    if (!broadcast || this.#stopWatching) return;
    this.#stopWatching = broadcast.watch((frame) => this.#deliver(frame));
    for (const frame of broadcast.currentGroup()) this.#deliver(frame);
  }

  close(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#recorded?.player.pause();
    this.#transport = null;
  }

  #describe(request: RtspRequest): RtspAnswer {
    const opened = this.#parts.gate.open(request.url);
    if (opened.kind === 'refused') return opened;
    this.#camera = opened.camera;
    this.#broadcast = this.#parts.broadcastOf(opened.camera);
    const { clip } = this.#broadcast.packetizer;
    const range = opened.recorded ? rangeOf(opened.recorded) : null;
    if (opened.recorded) this.#load(opened.recorded, this.#broadcast);
    const description = sessionDescription(clip, this.#parts.sessionId, range);
    const base = request.url.endsWith('/') ? request.url : `${request.url}/`;
    return {
      ...ok({ 'Content-Base': base, 'Content-Type': 'application/sdp' }),
      body: description,
    };
  }

  #load(recording: Recording, { packetizer }: Broadcast): void {
    this.#recorded?.player.pause();
    const player = new RecordedPlayer({
      packetizer,
      recording,
      hasRoom: () => this.#transport?.hasRoom() !== false,
      deliver: (frame) => this.#deliver(frame),
      onEnd: () => this.#parts.socket.end(),
    });
    this.#recorded = { player, recording };
  }

  #setup(request: RtspRequest): RtspAnswer {
    if (!this.#broadcast) return { status: 454, phrase: 'Session Not Found', headers: {} };
    const offered = request.headers.get('transport') ?? '';
    this.#transport = chooseTransport(offered, this.#parts.socket, this.#parts.udp);
    if (!this.#transport) return { status: 461, phrase: 'Unsupported Transport', headers: {} };
    const session = `${this.#sessionName()};timeout=${sessionTimeoutSeconds}`;
    return ok({ Session: session, Transport: this.#transport.header });
  }

  #setupSound(request: RtspRequest): RtspAnswer {
    if (!this.#recorded || !this.#broadcast) {
      return { status: 404, phrase: 'Not Found', headers: {} };
    }
    const offered = request.headers.get('transport') ?? '';
    const transport = chooseTransport(offered, this.#parts.socket, this.#parts.udp);
    if (!transport) return { status: 461, phrase: 'Unsupported Transport', headers: {} };
    // Beside the picture's own source, and never the same.
    const sound = new RecordedSound(transport, (this.#broadcast.packetizer.ssrc ^ 1) >>> 0);
    this.#recorded.player.hearWith(sound);
    return ok({ Session: this.#sessionName(), Transport: transport.header });
  }

  #play(request: RtspRequest): RtspAnswer {
    const broadcast = this.#broadcast;
    if (!broadcast || !this.#transport || !this.#isOwn(request)) {
      return { status: 454, phrase: 'Session Not Found', headers: {} };
    }
    const track = `${request.url.replace(/\/$/, '')}/trackID=1`;
    if (this.#recorded) return this.#playRecorded(request, track);
    const first = broadcast.currentGroup()[0]!;
    const sequence = first.packets[0]!.readUInt16BE(2);
    const time = rtpTimestampOf(first.frameNumber);
    return ok({
      ...this.#sessionHeader(),
      Range: 'npt=now-',
      'RTP-Info': `url=${track};seq=${sequence};rtptime=${time}`,
    });
  }

  #playRecorded(request: RtspRequest, track: string): RtspAnswer {
    const { player, recording } = this.#recorded!;
    const { fromMs, toMs } = recording.asked;
    const asked = {
      positionMs: positionIn(request.headers.get('range'), fromMs),
      scale: scaleIn(request.headers.get('scale')),
      speed: scaleIn(request.headers.get('speed')),
    };
    const { positionMs, scale, speed, sequence, rtpTime } = player.prepare(asked);
    return ok({
      ...this.#sessionHeader(),
      Range: nptRange(positionMs, toMs, fromMs),
      Scale: scale.toFixed(3),
      ...(asked.speed === null ? {} : { Speed: speed.toFixed(3) }),
      'RTP-Info': `url=${track};seq=${sequence};rtptime=${rtpTime}`,
    });
  }

  #pause(request: RtspRequest): RtspAnswer {
    if (!this.#recorded || !this.#isOwn(request)) {
      return { status: 455, phrase: 'Method Not Valid In This State', headers: {} };
    }
    this.#recorded.player.pause();
    return ok(this.#sessionHeader());
  }

  #deliver(frame: FramePackets): void {
    const transport = this.#transport;
    if (!transport || this.#parts.faults.isOn('stall', this.#camera)) {
      this.#awaitsKey = true;
      return;
    }
    if (!transport.hasRoom()) this.#awaitsKey = true;
    if (this.#awaitsKey && !(frame.isKey && transport.hasRoom())) return;
    this.#awaitsKey = false;
    transport.sendFrame(frame);
    this.#sent.packets += frame.packets.length;
    this.#sent.octets += frame.payloadBytes;
    if (this.#sent.framesSinceReport++ % framesPerReport === 0) this.#report(transport, frame);
  }

  #report(transport: ClientTransport, frame: FramePackets): void {
    const { rtpTimestamp } = frame;
    const isAhead = this.#parts.faults.isOn('clock-skew', this.#camera);
    const unixMs = frame.unixMs + (isAhead ? skewMs : 0);
    const ssrc = this.#broadcast!.packetizer.ssrc;
    const counts = { packetCount: this.#sent.packets, octetCount: this.#sent.octets };
    transport.sendReport(senderReport({ ssrc, unixMs, rtpTimestamp, ...counts }));
  }

  #isOwn(request: RtspRequest): boolean {
    return request.headers.get('session')?.split(';')[0] === this.#sessionName();
  }

  #sessionHeader(): Record<string, string> {
    return this.#transport ? { Session: this.#sessionName() } : {};
  }

  #sessionName(): string {
    return String(this.#parts.sessionId);
  }
}

function ok(headers: Record<string, string>): RtspAnswer {
  return { status: 200, phrase: 'OK', headers };
}

function rangeOf({ asked }: Recording): string {
  return nptRange(asked.fromMs, asked.toMs, asked.fromMs);
}

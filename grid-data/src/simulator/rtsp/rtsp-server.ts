import { createSocket } from 'node:dgram';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { CameraRegister } from '../cameras/camera-register.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import { slowAnswerMs } from '../faults/fault-board.ts';
import type { Broadcast } from '../media/broadcast.ts';
import type { UdpPair } from './client-transport.ts';
import type { MediaGate } from './media-gate.ts';
import type { RtspRequest } from './request-reader.ts';
import { RtspRequestReader } from './request-reader.ts';
import type { RtspAnswer } from './rtsp-session.ts';
import { RtspSession, sessionTimeoutSeconds } from './rtsp-session.ts';

export type RtspServerParts = {
  port: number;
  gate: MediaGate;
  register: CameraRegister;
  faults: FaultBoard;
  broadcastOf(camera: SimulatedCamera): Broadcast;
};

/** The media node behind the platform: RTSP over TCP, media inside the connection or by UDP. */
export class RtspServer {
  readonly #parts: RtspServerParts;
  readonly #server: Server;
  readonly #sessions = new Map<Socket, RtspSession>();
  readonly #udp: UdpPair;
  #stopNotices: () => void = () => {};

  private constructor(parts: RtspServerParts, udp: UdpPair) {
    this.#parts = parts;
    this.#udp = udp;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  static async listen(parts: RtspServerParts): Promise<RtspServer> {
    const server = new RtspServer(parts, await bindUdpPair());
    server.#server.listen(parts.port, '127.0.0.1');
    await once(server.#server, 'listening');
    server.#stopNotices = parts.faults.onChange(() => server.#cutOfflineCameras());
    return server;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : this.#parts.port;
  }

  /** Clients that are being sent pictures, by the city's camera id. */
  playingCounts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const session of this.#sessions.values()) {
      const id = session.isPlaying ? session.camera?.id : undefined;
      if (id !== undefined) counts[id] = (counts[id] ?? 0) + 1;
    }
    return counts;
  }

  async close(): Promise<void> {
    this.#stopNotices();
    for (const socket of this.#sessions.keys()) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
    this.#udp.rtp.close();
    this.#udp.rtcp.close();
  }

  #serve(socket: Socket): void {
    const { gate, faults, broadcastOf } = this.#parts;
    const sessionId = randomInt(100_000_000, 999_999_999);
    const parts = { socket, sessionId, gate, faults, broadcastOf, udp: this.#udp };
    const session = new RtspSession(parts);
    this.#sessions.set(socket, session);
    const reader = new RtspRequestReader();
    let answers = Promise.resolve();
    const idle = watchForSilence(socket);
    socket.on('data', (chunk) => {
      idle.refresh();
      try {
        for (const request of reader.push(chunk)) {
          answers = answers
            .then(() => this.#answer(socket, session, request))
            .catch(() => void socket.destroy());
        }
      } catch {
        socket.end('RTSP/1.0 400 Bad Request\r\n\r\n');
      }
    });
    socket.on('error', () => socket.destroy()); // a client that is gone needs no answer
    socket.on('close', () => {
      clearTimeout(idle);
      session.close();
      this.#sessions.delete(socket);
    });
  }

  async #answer(socket: Socket, session: RtspSession, request: RtspRequest): Promise<void> {
    const answer = session.answer(request);
    if (this.#parts.faults.isOn('slow', session.camera)) await delay(slowAnswerMs);
    if (socket.destroyed) return;
    socket.write(written(answer, request));
    if (request.method === 'PLAY' && answer.status === 200) session.startAfterAnswer();
    if (request.method === 'TEARDOWN') socket.end();
  }

  #cutOfflineCameras(): void {
    for (const [socket, session] of this.#sessions) {
      const camera = session.camera;
      if (camera && this.#parts.register.stateOf(camera) === 'offline') socket.destroy();
    }
  }
}

// A client that neither asks nor reports for the session's time-out is taken for gone.
function watchForSilence(socket: Socket): NodeJS.Timeout {
  return setTimeout(() => socket.destroy(), sessionTimeoutSeconds * 1000).unref();
}

function written(answer: RtspAnswer, request: RtspRequest): string {
  const headers: Record<string, string> = {
    CSeq: request.headers.get('cseq') ?? '0',
    Server: 'city-simulator',
    Date: new Date().toUTCString(),
    ...answer.headers,
  };
  const body = answer.body ?? '';
  if (body) headers['Content-Length'] = String(Buffer.byteLength(body));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `RTSP/1.0 ${answer.status} ${answer.phrase}\r\n${lines.join('')}\r\n${body}`;
}

async function bindUdpPair(): Promise<UdpPair> {
  const rtp = createSocket('udp4');
  const rtcp = createSocket('udp4');
  for (const socket of [rtp, rtcp]) {
    socket.on('error', () => {}); // a client's closed port answers with an ICMP error: its own affair
    socket.bind(0, '127.0.0.1');
  }
  await Promise.all([once(rtp, 'listening'), once(rtcp, 'listening')]);
  return { rtp, rtcp, rtpPort: rtp.address().port, rtcpPort: rtcp.address().port };
}

/** A camera that speaks RTSP as a test tells it to, faults included. */
import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { clipSound } from '#testing/camera/clip-audio.ts';
import { parameterSets } from '#testing/camera/clip.ts';
import { interleaved } from '#testing/camera/rtp-writer.ts';
import { ScriptedChallenge, type ChallengeScript } from '#testing/camera/scripted-challenge.ts';
import {
  ScriptedStream,
  type Carrier,
  type StreamScript,
} from '#testing/camera/scripted-stream.ts';

export type CameraScript = StreamScript & {
  /** Answer DESCRIBE with a redirect to this address. */
  redirectTo?: string;
  /** Asks every request for these. */
  credentials?: ChallengeScript;
  /** Refuse whatever is sent. */
  refuseAll?: boolean;
  /** Addresses that it knows, all where nothing is said. */
  knows?: (request: string) => boolean;
  /** As a camera behind address translation does. */
  contentBase?: string;
  /** Transports that it takes, all where nothing is said. */
  transports?: readonly ('tcp' | 'udp')[];
  /** Takes UDP, and nothing comes. */
  datagramsVanish?: boolean;
  sessionTimeoutSeconds?: number;
  /** In the stead of the usual picture's lines. */
  description?: readonly string[];
};

type Player = { socket: Socket; tracks: Map<'video' | 'audio', Carriage>; stop: () => void };
type Carriage = { send(kind: 'packet' | 'control', data: Buffer): void };

export class ScriptedCamera {
  readonly script: CameraScript;
  readonly requests: string[] = [];
  /** When each DESCRIBE came, by performance.now(). */
  readonly describedAt: number[] = [];
  /** RTCP packets that came back. */
  readonly reports: Buffer[] = [];
  /** How many players it has at this moment, and ever had. */
  playing = 0;
  /** Where its datagrams went last. */
  clientPort = 0;
  played = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #challenge: ScriptedChallenge | null;
  #closed = false;
  #rtp: DatagramSocket | null = null;
  #rtcp: DatagramSocket | null = null;

  constructor(script: CameraScript = {}) {
    this.script = script;
    this.#challenge = script.credentials ? new ScriptedChallenge(script.credentials) : null;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    [this.#rtp, this.#rtcp] = await Promise.all([datagrams(), datagrams()]);
    this.#rtcp.on('message', (data) => this.reports.push(data));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  url(userinfo = ''): string {
    return `rtsp://${userinfo}127.0.0.1:${this.port}/live/1`;
  }

  /** As somebody else on the camera's host would. */
  async sendFromAnotherPort(data: Buffer): Promise<boolean> {
    const socket = await datagrams();
    const sent = await new Promise<boolean>((resolve) =>
      socket.send(data, this.clientPort, '127.0.0.1', (error) => resolve(error === null)),
    );
    socket.close();
    return sent;
  }

  /** Breaks every connection without a farewell. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const socket of this.#sockets) socket.destroy();
    this.#rtp?.close();
    this.#rtcp?.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    const player: Player = { socket, tracks: new Map(), stop: () => undefined };
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      player.stop();
    });
    let pending: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      pending = this.#readRequests(Buffer.concat([pending, chunk]), player);
    });
  }

  #readRequests(bytes: Buffer, player: Player): Buffer {
    let rest = bytes;
    for (;;) {
      if (rest[0] === 0x24) {
        const length = rest.length < 4 ? Number.POSITIVE_INFINITY : 4 + rest.readUInt16BE(2);
        if (rest.length < length) return rest;
        this.reports.push(rest.subarray(4, length));
        rest = rest.subarray(length);
        continue;
      }
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return rest;
      this.#take(rest.toString('latin1', 0, end), player);
      rest = rest.subarray(end + 4);
    }
  }

  #take(request: string, player: Player): void {
    const method = request.split(' ', 1)[0]!;
    this.requests.push(method);
    if (method === 'DESCRIBE') this.describedAt.push(performance.now());
    const answer = this.#answer(method, request, player);
    player.socket.write(answer);
    const isOk = answer.startsWith('RTSP/1.0 200');
    if (method === 'PLAY' && isOk) this.#play(player);
    if (method === 'TEARDOWN') player.socket.end();
  }

  #answer(method: string, request: string, player: Player): string {
    const cseq = /CSeq: (\d+)/.exec(request)?.[1] ?? '0';
    const reply = (status: string, headers: string[] = [], body = '') =>
      [
        `RTSP/1.0 ${status}`,
        `CSeq: ${cseq}`,
        ...headers,
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n');
    if (method === 'OPTIONS') {
      return reply('200 OK', ['Public: DESCRIBE, SETUP, PLAY, GET_PARAMETER']);
    }
    if (this.script.redirectTo !== undefined) {
      return reply('302 Moved', [`Location: ${this.script.redirectTo}`]);
    }
    if (this.script.knows?.(request) === false) return reply('404 Not Found');
    const challenge = this.script.refuseAll
      ? 'WWW-Authenticate: Digest realm="cam", nonce="0"'
      : (this.#challenge?.judge(method, request) ?? null);
    if (challenge !== null) return reply('401 Unauthorized', [challenge]);
    const session = `Session: 77;timeout=${this.script.sessionTimeoutSeconds ?? 60}`;
    if (method === 'SETUP') return this.#setUp(request, player, { reply, session });
    if (method !== 'DESCRIBE') return reply('200 OK', [session]);
    const base = this.script.contentBase ?? `rtsp://127.0.0.1:${this.port}/live/1/`;
    const headers = [`Content-Base: ${base}`, 'Content-Type: application/sdp'];
    return reply('200 OK', headers, this.#description());
  }

  #setUp(
    request: string,
    player: Player,
    { reply, session }: { reply: (status: string, headers?: string[]) => string; session: string },
  ): string {
    const track = / \S*track2 RTSP/.test(request) ? 'audio' : 'video';
    const taken = this.script.transports ?? ['tcp', 'udp'];
    const channel = /interleaved=(\d+)/.exec(request)?.[1];
    const clientPort = Number(/client_port=(\d+)/.exec(request)?.[1] ?? 0);
    const transport = /^Transport: (.*)$/m.exec(request)![1]!.trim();
    if (!taken.includes(channel === undefined ? 'udp' : 'tcp')) {
      return reply('461 Unsupported Transport');
    }
    if (channel !== undefined) {
      const first = Number(channel);
      player.tracks.set(track, {
        send: (kind, data) =>
          player.socket.write(interleaved(first + (kind === 'packet' ? 0 : 1), data)),
      });
      return reply('200 OK', [session, `Transport: ${transport}`]);
    }
    const send = (kind: 'packet' | 'control', data: Buffer) => {
      // A session that its client has not yet ended may outlive the camera's ports.
      if (this.script.datagramsVanish === true || this.#closed) return;
      const [socket, port] =
        kind === 'packet' ? [this.#rtp!, clientPort] : [this.#rtcp!, clientPort + 1];
      if (kind === 'packet') this.clientPort = port;
      socket.send(data, port, '127.0.0.1');
    };
    player.tracks.set(track, { send });
    const ports = `server_port=${this.#rtp!.address().port}-${this.#rtcp!.address().port}`;
    return reply('200 OK', [session, `Transport: ${transport};${ports}`]);
  }

  #description(): string {
    const lines = this.script.description ?? this.#pictureLines();
    return [
      'v=0',
      'o=- 0 0 IN IP4 0.0.0.0',
      's=camera',
      't=0 0',
      ...lines,
      ...this.#soundLines(),
      '',
    ].join('\r\n');
  }

  #pictureLines(): readonly string[] {
    const codec = this.script.codec ?? 'h264';
    const sets = parameterSets(codec).map((set) => set.toString('base64'));
    const format =
      codec === 'h264'
        ? `packetization-mode=1; sprop-parameter-sets=${sets.join(',')}`
        : `sprop-vps=${sets[0]};sprop-sps=${sets[1]};sprop-pps=${sets[2]}`;
    return [
      'm=video 0 RTP/AVP 96',
      `a=rtpmap:96 ${codec.toUpperCase()}/90000`,
      `a=fmtp:96 ${format}`,
      'a=control:track1',
    ];
  }

  #soundLines(): readonly string[] {
    const { audio } = this.script;
    if (audio === undefined) return [];
    if (audio !== 'aac')
      return [`m=audio 0 RTP/AVP ${audio === 'pcma' ? 8 : 0}`, 'a=control:track2'];
    return [
      'm=audio 0 RTP/AVP 97',
      `a=rtpmap:97 MPEG4-GENERIC/${clipSound.sampleRate}/1`,
      `a=fmtp:97 streamtype=5;mode=AAC-hbr;config=${clipSound.specific};sizelength=13;indexlength=3;indexdeltalength=3`,
      'a=control:track2',
    ];
  }

  #play(player: Player): void {
    this.playing += 1;
    this.played += 1;
    const carrier: Carrier = {
      send: (track, kind, data) => player.tracks.get(track)?.send(kind, data),
    };
    const stream = new ScriptedStream(this.script, carrier);
    player.stop = () => {
      stream.stop();
      this.playing -= 1;
    };
  }
}

function datagrams(): Promise<DatagramSocket> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.on('error', () => undefined);
    socket.bind(0, '127.0.0.1', () => resolve(socket));
  });
}

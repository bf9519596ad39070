/** Plays CMAF fragments from the gateway's WebSocket through MediaSource. */
import { AppendQueue } from '#video/fmp4/append-queue.ts';
import { CaptureTimes } from '#video/fmp4/capture-time.ts';
import {
  readGatewayMessage,
  reasonOfCloseCode,
  type GatewayMessage,
} from '#video/fmp4/gateway-message.ts';
import { steerToEdge } from '#video/fmp4/live-edge.ts';
import type { StartTransport, Transport, TransportEvent } from '#video/player/picture-state.ts';

/** The gateway must write the view into the register first, so this is longer than a bare handshake. */
const openWithinMs = 8_000;
const steerEveryMs = 250;

export const playFmp4: StartTransport = ({ video, sound }, ticket, tell) => {
  if (typeof MediaSource === 'undefined') {
    queueMicrotask(() =>
      tell({ type: 'ended', cause: 'transport', reason: 'media-source-missing' }),
    );
    return { close() {}, captureDelaySeconds: () => null, bufferedAheadSeconds: () => null };
  }
  return new Fmp4Playback(video, sound ? { ticket, sound } : { ticket }, tell);
};

class Fmp4Playback implements Transport {
  readonly #video: HTMLVideoElement;
  readonly #tell: (event: TransportEvent) => void;
  readonly #socket: WebSocket;
  readonly #source = new MediaSource();
  readonly #sourceUrl: string;
  readonly #captures = new CaptureTimes();
  readonly #steering: ReturnType<typeof setInterval>;
  readonly #deadline: ReturnType<typeof setTimeout>;
  #queue: AppendQueue | null = null;
  #buffer: SourceBuffer | null = null;
  /** Bytes that arrive before the MediaSource has opened. */
  #early: Uint8Array<ArrayBuffer>[] = [];
  #mime: string | null = null;
  #mimeChanged: string | null = null;
  #ended = false;

  constructor(
    video: HTMLVideoElement,
    firstWord: { ticket: string; sound?: boolean },
    tell: (event: TransportEvent) => void,
  ) {
    this.#video = video;
    this.#tell = tell;
    this.#sourceUrl = URL.createObjectURL(this.#source);
    video.src = this.#sourceUrl;
    this.#source.addEventListener('sourceopen', () => this.#openBuffer());
    this.#socket = new WebSocket(playAddress());
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('open', () => this.#socket.send(JSON.stringify(firstWord)));
    this.#socket.addEventListener('message', (event) => this.#receive(event.data));
    this.#socket.addEventListener('close', (event) => this.#closed(event.code));
    this.#deadline = setTimeout(() => this.#end('transport', 'socket-silent'), openWithinMs);
    this.#steering = setInterval(this.#steer, steerEveryMs);
    document.addEventListener('visibilitychange', this.#steer);
  }

  close(): void {
    this.#stop();
  }

  captureDelaySeconds(mediaTime: number): number | null {
    const takenAt = this.#captures.takenAt(mediaTime);
    return takenAt === null ? null : (Date.now() - takenAt) / 1000;
  }

  bufferedAheadSeconds(): number | null {
    const { buffered, currentTime } = this.#video;
    return buffered.length === 0 ? null : buffered.end(buffered.length - 1) - currentTime;
  }

  #receive(data: unknown): void {
    if (this.#ended) return;
    if (typeof data === 'string') {
      const message = readGatewayMessage(data);
      if (message !== null) this.#obey(message);
    } else if (data instanceof ArrayBuffer) {
      this.#take(new Uint8Array(data));
    }
  }

  #obey(message: GatewayMessage): void {
    switch (message.type) {
      case 'opened':
        clearTimeout(this.#deadline);
        this.#tell(message);
        return;
      case 'state':
      case 'sound':
        this.#tell(message);
        return;
      case 'config':
        // Named before it is refused: a codec that cannot be shown must be said.
        this.#tell({
          type: 'config',
          codec: codecOf(message.mime),
          width: message.width,
          height: message.height,
        });
        this.#configure(message.mime);
        return;
      case 'closed':
        this.#end('view', message.reason);
    }
  }

  #configure(mime: string): void {
    if (!MediaSource.isTypeSupported(mime)) {
      this.#end('view', 'codec-unsupported');
      return;
    }
    if (this.#mime !== null && this.#mime !== mime) this.#mimeChanged = mime;
    this.#mime = mime;
    if (this.#buffer === null) this.#openBuffer();
  }

  #openBuffer(): void {
    if (this.#mime === null || this.#buffer !== null || this.#source.readyState !== 'open') return;
    this.#buffer = this.#source.addSourceBuffer(this.#mime);
    this.#queue = new AppendQueue(this.#buffer, {
      currentTime: () => this.#video.currentTime,
      appended: this.#steer,
      fail: (reason) => this.#end('transport', reason),
    });
    for (const bytes of this.#early) this.#queue.push(bytes);
    this.#early = [];
  }

  #take(bytes: Uint8Array<ArrayBuffer>): void {
    this.#tell({ type: 'bytes', count: bytes.length });
    this.#captures.add(bytes);
    if (this.#queue === null) {
      this.#early.push(bytes);
      return;
    }
    this.#queue.push(bytes, this.#mimeChanged);
    this.#mimeChanged = null;
  }

  /** Runs after each append, on a timer and when the tab comes back, so that a return never plays a burst. */
  #steer = (): void => {
    const { buffered, currentTime } = this.#video;
    if (this.#ended || buffered.length === 0) return;
    const newest = buffered.length - 1;
    const move = steerToEdge({
      bufferedStart: buffered.start(newest),
      bufferedEnd: buffered.end(newest),
      currentTime,
    });
    if (move.seekTo !== null) this.#video.currentTime = move.seekTo;
    if (this.#video.playbackRate !== move.playbackRate)
      this.#video.playbackRate = move.playbackRate;
    // Muted pictures may start by themselves; a browser that still refuses shows the first frame and tries again.
    if (this.#video.paused) this.#video.play().catch(() => {});
  };

  #closed(code: number): void {
    const reason = reasonOfCloseCode(code);
    if (reason !== null) this.#end('view', reason);
    else this.#end('transport', 'socket-failed');
  }

  #end(cause: 'view' | 'transport', reason: string): void {
    if (this.#ended) return;
    this.#stop();
    this.#tell({ type: 'ended', cause, reason });
  }

  /** Leaves the last frame on the screen: who removes the element clears it. */
  #stop(): void {
    this.#ended = true;
    clearTimeout(this.#deadline);
    clearInterval(this.#steering);
    document.removeEventListener('visibilitychange', this.#steer);
    this.#socket.close();
    URL.revokeObjectURL(this.#sourceUrl);
  }
}

function playAddress(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/video/play`;
}

const codecOf = (mime: string) => /codecs="([^"]+)"/.exec(mime)?.[1] ?? mime;

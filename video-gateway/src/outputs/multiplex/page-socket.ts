/** One page's socket: opens and ends its channels, and refuses with a reason what it cannot read or grant. */
import { DomainError } from 'grid-data';
import type { WebSocket } from 'ws';
import { closeCodes, sayClosed } from '#outputs/close-codes.ts';
import { Channel } from '#outputs/multiplex/channel.ts';
import type { Line } from '#outputs/multiplex/line.ts';
import { readPageMessage, type PageMessage } from '#outputs/multiplex/page-message.ts';
import type { ViewDesk } from '#views/view-desk.ts';

type Opening = Extract<PageMessage, { type: 'open' }>;
type Parts = {
  webSocket: WebSocket;
  line: Line;
  desk: ViewDesk;
  clientIp: string | null;
  sessionId: string | null;
  onError: (message: string) => void;
};

const mostChannels = 64;
const misshapenTolerated = 20;
const messagesPerSecond = 200;
/** A socket without any channel is let go: at the begin as soon as on /play. */
const firstChannelMs = 5_000;
const noChannelMs = 60_000;
const stuckMs = 10_000;
const watchMs = 1_000;

export class PageSocket {
  readonly #parts: Parts;
  /** Null between the ticket and its row in the register. */
  readonly #channels = new Map<number, Channel | null>();
  #watching: NodeJS.Timeout | null = null;
  #misshapen = 0;
  #messages = 0;
  #idleSinceMs = performance.now();
  #everOpened = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  watch(): void {
    const { webSocket } = this.#parts;
    webSocket.on('message', (data: Buffer, isBinary) => this.#hear(data, isBinary));
    webSocket.once('close', () => this.#end());
    this.#watching = setInterval(() => this.#watch(), watchMs);
  }

  #hear(data: Buffer, isBinary: boolean): void {
    this.#messages += 1;
    if (this.#messages > messagesPerSecond)
      return this.#close('too-many-messages', closeCodes.tooMuch);
    const message = readPageMessage(data, isBinary);
    if (message !== null) return this.#obey(message);
    this.#misshapen += 1;
    this.#refuse(null, 'message-misshapen');
    if (this.#misshapen > misshapenTolerated) {
      this.#close('message-misshapen', closeCodes.misshapen);
    }
  }

  #obey(message: PageMessage): void {
    if (message.type === 'priority') return this.#parts.line.focusOn(message.channel);
    if (message.type === 'open') {
      this.#open(message).catch((error: unknown) => {
        this.#parts.onError(`play-many: ${String(error)}`);
        this.#parts.webSocket.terminate();
      });
      return;
    }
    const channel = this.#channels.get(message.channel);
    if (channel === undefined) return this.#refuse(message.channel, 'unknown-channel');
    if (message.type === 'close') {
      // One that is still being opened is let go when its row is written.
      if (channel === null) this.#channels.delete(message.channel);
      else channel.view.close('viewer-left');
    } else if (message.type === 'profile') channel?.wish({ profile: message.profile });
    else if (message.type === 'key-only') channel?.wish({ keyOnly: message.on });
    else channel?.wish({ sound: message.on });
  }

  async #open(message: Opening): Promise<void> {
    const { channel: number, ticket } = message;
    const { desk, clientIp, sessionId, webSocket } = this.#parts;
    if (this.#channels.has(number)) return this.#refuse(number, 'channel-taken');
    if (this.#channels.size >= mostChannels) return this.#refuse(number, 'too-many-channels');
    this.#channels.set(number, null);
    this.#everOpened = true;
    try {
      const visitor = { transport: 'multiplex-websocket', clientIp, sessionId } as const;
      const view = await desk.open(ticket, visitor);
      const wanted = this.#channels.get(number) === null && webSocket.readyState === webSocket.OPEN;
      if (wanted)
        this.#show(new Channel(number, view, { line: this.#parts.line, wish: wishOf(message) }));
      else view.close('viewer-left');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#gone(number);
      this.#parts.line.tell({ type: 'closed', channel: number, reason: error.reason });
    }
  }

  #show(channel: Channel): void {
    const { number, view } = channel;
    this.#channels.set(number, channel);
    const { viewId, maxViewSeconds } = view.ticket;
    view.onClose((reason) => {
      channel.end();
      if (this.#channels.get(number) === channel) this.#gone(number);
      this.#parts.line.tellLast({ type: 'closed', channel: number, reason });
    });
    this.#parts.line.tell({ type: 'opened', channel: number, viewId, maxViewSeconds });
    channel.start();
  }

  #gone(number: number): void {
    this.#channels.delete(number);
    this.#idleSinceMs = performance.now();
  }

  #refuse(channel: number | null, reason: string): void {
    this.#parts.line.tell({ type: 'refused', channel, reason });
  }

  #watch(): void {
    this.#messages = 0;
    this.#misshapen = Math.max(0, this.#misshapen - 1);
    const now = performance.now();
    if (this.#parts.line.load(now).stuckMs > stuckMs) {
      return this.#close('viewer-too-slow', closeCodes.unavailable);
    }
    const patience = this.#everOpened ? noChannelMs : firstChannelMs;
    if (this.#channels.size > 0 || now - this.#idleSinceMs < patience) return;
    this.#close('first-message-late', this.#everOpened ? closeCodes.normal : closeCodes.late);
  }

  #close(reason: string, code: number): void {
    this.#endViews(reason);
    sayClosed(this.#parts.webSocket, reason, code);
  }

  #end(): void {
    if (this.#watching) clearInterval(this.#watching);
    this.#endViews('viewer-left');
  }

  #endViews(reason: string): void {
    for (const channel of this.#channels.values()) channel?.view.close(reason);
    this.#channels.clear();
  }
}

const wishOf = ({ profile = 'main', keyOnly = false, sound = false }: Opening) => ({
  profile,
  keyOnly,
  sound,
});

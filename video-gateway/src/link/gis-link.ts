/** The one WebSocket that the gateway dials to gis-server; comes back by itself, answers by request id. */
import { randomUUID } from 'node:crypto';
import {
  DomainError,
  isPtzOrder,
  toGateway,
  type CameraSource,
  type ExportOrder,
  type Clock,
  type FromGateway,
  type PtzOrder,
  type PtzReport,
  type ToGateway,
} from 'grid-data';
import { WebSocket } from 'ws';
import { parseJson } from '#parse-json.ts';
import { redialDelayMs } from '#redial-delay.ts';

export type GisLinkOptions = {
  /** Such as http://127.0.0.1:8080 */
  serverUrl: string;
  internalKey: string;
  gatewayId: string;
  clock: Clock;
  onWelcome: (publicKeyPem: string) => void;
  onRevoke: (viewIds: readonly string[], reason: string) => void;
  onPtz: (order: PtzOrder) => void;
  onExport: (order: ExportOrder, ticket: string | undefined) => void;
  onDeleteExport: (exportId: string) => void;
  onCheck: (cameraIds: readonly string[]) => void;
  onError: (message: string) => void;
};

/** A message that waits for its answer; the link gives it its id. */
export type LinkRequest =
  Extract<FromGateway, { requestId: string }> extends infer M
    ? M extends { requestId: string }
      ? Omit<M, 'requestId'>
      : never
    : never;

type Answer = Extract<ToGateway, { requestId: string }>;
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

const answerTimeoutMs = 5_000;
/** A page of a camera list is written in one go; the embedded database takes its time over it. */
const listingTimeoutMs = 60_000;
const pingPeriodMs = 5_000;
/** Started side by side, gis-server may take so long until it listens. */
const startUpMs = 20_000;

export class GisLink {
  readonly #options: GisLinkOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #startedAt: Date;
  #socket: WebSocket | null = null;
  #up = false;
  #wasUp = false;
  #attempt = 0;
  #retryTimer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(options: GisLinkOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
  }

  get isUp(): boolean {
    return this.#up;
  }

  start(): void {
    const { serverUrl, internalKey, gatewayId } = this.#options;
    const url = `${serverUrl.replace(/^http/, 'ws').replace(/\/$/, '')}/internal/gateway`;
    const socket = new WebSocket(url, {
      headers: { Authorization: `Bearer ${internalKey}` },
      handshakeTimeout: 5_000,
      perMessageDeflate: false,
      maxPayload: 1024 * 1024,
    });
    this.#socket = socket;
    const hello: FromGateway = {
      type: 'hello',
      gatewayId,
      startedAt: this.#startedAt.toISOString(),
    };
    socket.on('open', () => socket.send(JSON.stringify(hello)));
    socket.on('message', (data: Buffer) => this.#receive(String(data)));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!this.#isStartingTogether(error))
        this.#options.onError(`link to gis-server: ${error.message}`);
    });
    const stopPinging = this.#keepPinging(socket);
    socket.on('close', () => {
      stopPinging();
      this.#onClose();
    });
  }

  stop(): void {
    this.#stopped = true;
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#socket?.close();
    const socket = this.#socket;
    setTimeout(() => socket?.terminate(), 500).unref();
  }

  async resolveCamera(cameraId: string): Promise<CameraSource> {
    const answer = await this.request({ type: 'resolve-camera', cameraId });
    if (answer.type === 'camera-source' && answer.source !== null) return answer.source;
    const reason = (answer.type === 'camera-source' ? answer.reason : null) ?? 'unknown-camera';
    throw new DomainError('not-found', 'gis-server names no source for the camera', { reason });
  }

  /** Rejects with `register-unavailable` while the link is down or silent. */
  request(message: LinkRequest): Promise<Answer> {
    if (!this.#up) return Promise.reject(linkDown('the link to gis-server is down'));
    const requestId = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => settle(() => reject(linkDown('gis-server does not answer'))),
        message.type === 'cameras' ? listingTimeoutMs : answerTimeoutMs,
      );
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(requestId);
        act();
      };
      this.#waiting.set(requestId, {
        resolve: (answer) => settle(() => resolve(answer)),
        reject: (error) => settle(() => reject(error)),
      });
      this.#socket?.send(JSON.stringify({ ...message, requestId }));
    });
  }

  /** For what the next sync says again anyway; dropped while the link is down. */
  tell(
    message:
      | Extract<
          FromGateway,
          {
            type:
              | 'camera-states'
              | 'platform-state'
              | 'gateway-report'
              | 'recording-depth'
              | 'export-progress';
          }
        >
      | Exclude<PtzReport, { requestId: string }>,
  ): void {
    if (this.#up) this.#socket?.send(JSON.stringify(message));
  }

  #receive(text: string): void {
    const read = toGateway.safeParse(parseJson(text));
    if (!read.success) {
      this.#options.onError('link to gis-server: a message that cannot be read');
      return;
    }
    const message = read.data;
    if (message.type === 'welcome') {
      this.#up = true;
      this.#attempt = 0;
      this.#wasUp = true;
      this.#options.onWelcome(message.publicKeyPem);
    } else if (message.type === 'revoke') {
      this.#options.onRevoke(message.viewIds, message.reason);
    } else if (isPtzOrder(message)) {
      this.#options.onPtz(message);
    } else if (message.type === 'write-export') {
      this.#options.onExport(message.order, message.ticket);
    } else if (message.type === 'delete-export') {
      this.#options.onDeleteExport(message.exportId);
    } else if (message.type === 'check-cameras') {
      this.#options.onCheck(message.cameraIds);
    } else {
      this.#waiting.get(message.requestId)?.resolve(message);
    }
  }

  /** Nobody listens yet; a refusal of any other kind does not mend itself by waiting. */
  #isStartingTogether(error: NodeJS.ErrnoException): boolean {
    const elapsedMs = this.#options.clock.now().getTime() - this.#startedAt.getTime();
    return error.code === 'ECONNREFUSED' && !this.#wasUp && elapsedMs < startUpMs;
  }

  /** A link whose other end vanished without a word must not look alive: revocations come through it. */
  #keepPinging(socket: WebSocket): () => void {
    let answered = true;
    socket.on('pong', () => {
      answered = true;
    });
    const timer = setInterval(() => {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (!answered) {
        socket.terminate();
        return;
      }
      answered = false;
      socket.ping();
    }, pingPeriodMs);
    return () => clearInterval(timer);
  }

  #onClose(): void {
    this.#up = false;
    this.#socket = null;
    for (const waiting of this.#waiting.values()) {
      waiting.reject(linkDown('the link to gis-server broke'));
    }
    if (this.#stopped) return;
    this.#retryTimer = setTimeout(() => this.start(), redialDelayMs(this.#attempt));
    this.#attempt += 1;
  }
}

const linkDown = (message: string): DomainError =>
  new DomainError('unavailable', message, { reason: 'register-unavailable' });

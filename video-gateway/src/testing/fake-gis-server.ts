/** The other end of the link: grants views, names sources, signs tickets, and remembers what it was told. */
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  fromGateway,
  pulledWindow,
  type CameraSource,
  type ExportOrder,
  type FromGateway,
  type PtzOrder,
  type StreamTicket,
  type ToGateway,
} from 'grid-data';
import { WebSocketServer, type WebSocket } from 'ws';

export const internalKey = 'a-key-for-tests-only-0123456789';

/** What gis-server adds to a request of this session on its way to the gateway. */
export const proxied = (sessionId = 'session-1') => ({
  authorization: `Bearer ${internalKey}`,
  'x-session-id': sessionId,
});

export class FakeGisServer {
  readonly sources = new Map<string, CameraSource>();
  /** Cameras that nobody has looked at for long. */
  readonly toCheck = new Set<string>();
  readonly messages: FromGateway[] = [];
  /** Why the next views are refused; null grants them. */
  refusal: string | null = null;
  /** When false, closing rows are not acknowledged. */
  acknowledges = true;
  /** When false, whatever is asked stays unanswered. */
  answers = true;
  #keys = generateKeyPairSync('ed25519');
  #server: Server | null = null;
  #socket: WebSocket | null = null;
  #watchers: (() => void)[] = [];

  async listen(port = 0): Promise<void> {
    const server = createServer();
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      if (request.headers.authorization !== `Bearer ${internalKey}`) socket.destroy();
      else sockets.handleUpgrade(request, socket, head, (webSocket) => this.#serve(webSocket));
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.#server = server;
  }

  get port(): number {
    return (this.#server!.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#socket?.terminate();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** As after a restart with a new key: what the old one signed is void. */
  rotateKeys(): void {
    this.#keys = generateKeyPairSync('ed25519');
    this.#socket?.terminate();
  }

  check(cameraIds: string[]): void {
    this.#say({ type: 'check-cameras', cameraIds });
  }

  revoke(viewIds: string[], reason = 'revoked'): void {
    this.#say({ type: 'revoke', viewIds, reason });
  }

  order(order: PtzOrder): void {
    this.#say('askId' in order ? { ...order, ticket: this.turnTicket(order) } : order);
  }

  /** As gis-server signs an order to turn a camera. */
  turnTicket(order: Extract<PtzOrder, { askId: string }>, change: Partial<StreamTicket> = {}) {
    const { cameraId, ...source } = order.camera;
    const act = order.type === 'ptz-move' ? 'move' : order.act.kind;
    return this.ticket({ cameraId, source, turn: { act }, ...change });
  }

  orderExport(order: ExportOrder): void {
    const { cameraId, requestId, exportId, fromMs, toMs, sound } = order;
    const pulled = pulledWindow({ fromMs, toMs });
    const recording = { requestId, ...pulled, exportId, ...(sound && { sound }) };
    this.#say({ type: 'write-export', order, ticket: this.ticket({ cameraId, recording }) });
  }

  deleteExport(exportId: string): void {
    this.#say({ type: 'delete-export', exportId });
  }

  ticket(change: Partial<StreamTicket> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const source = this.sources.get(change.cameraId ?? 'camera-1');
    const ticket: StreamTicket = {
      version: 1,
      viewId: randomUUID(),
      cameraId: 'camera-1',
      profile: 'main',
      userId: 'user-1',
      sessionId: 'session-1',
      purpose: 'traffic',
      issuedAt: now,
      startBefore: now + 30,
      maxViewSeconds: 600,
      ...(source?.kind === 'platform' && { source: placeOf(source) }),
      ...change,
    };
    const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
    const signature = sign(null, Buffer.from(payload), this.#keys.privateKey).toString('base64url');
    return `${payload}.${signature}`;
  }

  publicKeyPem(): string {
    return this.#keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** The first message, past or to come, that fits. */
  async saw<T extends FromGateway['type']>(
    type: T,
    fits: (message: Extract<FromGateway, { type: T }>) => boolean = () => true,
  ): Promise<Extract<FromGateway, { type: T }>> {
    for (;;) {
      const found = this.messages.find(
        (message): message is Extract<FromGateway, { type: T }> =>
          message.type === type && fits(message as Extract<FromGateway, { type: T }>),
      );
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }

  #serve(webSocket: WebSocket): void {
    this.#socket = webSocket;
    webSocket.on('error', () => undefined);
    webSocket.on('message', (data: Buffer) => {
      const message = fromGateway.parse(JSON.parse(data.toString()));
      this.messages.push(message);
      this.#answer(message);
      for (const wake of this.#watchers.splice(0)) wake();
    });
  }

  #answer(message: FromGateway): void {
    if (message.type === 'hello') this.#say({ type: 'welcome', publicKeyPem: this.publicKeyPem() });
    if (!('requestId' in message) || !this.answers) return;
    const { requestId } = message;
    if (message.type === 'resolve-camera') {
      const source = this.sources.get(message.cameraId) ?? null;
      this.#say({
        type: 'camera-source',
        requestId,
        source,
        reason: source ? null : 'unknown-camera',
      });
    } else if (message.type === 'view-opening') {
      const granted = this.refusal === null;
      this.#say({ type: 'view-opening-answer', requestId, granted, reason: this.refusal });
    } else if (message.type === 'cameras-to-check') {
      const cameras = [...this.toCheck].map((cameraId) => ({
        cameraId,
        source: this.sources.get(cameraId)!,
      }));
      this.#say({ type: 'cameras-to-check-answer', requestId, cameras });
    } else if (message.type === 'cameras' || this.acknowledges) {
      this.#say({ type: 'accepted', requestId });
    }
  }

  #say(message: ToGateway): void {
    this.#socket?.send(JSON.stringify(message));
  }
}

const placeOf = ({
  platformId,
  platformCameraId,
}: Extract<CameraSource, { kind: 'platform' }>) => ({
  platformId,
  platformCameraId,
});

/** A gateway that does what a test says, at the other end of the real socket. */
import { toGateway, type CameraSource, type PlatformCamera, type ToGateway } from 'grid-data';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';

export class ScriptedGateway {
  publicKeyPem = '';
  readonly #socket: WebSocket;
  readonly #received: ToGateway[] = [];
  readonly #waiting: {
    wanted: (message: ToGateway) => boolean;
    take: (message: ToGateway) => void;
  }[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(toGateway.parse(JSON.parse(String(data)))));
  }

  static async dial(url: string, key: string): Promise<ScriptedGateway> {
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${key}` } });
    const gateway = new ScriptedGateway(socket);
    await once(socket, 'open');
    return gateway;
  }

  async hello(startedAt: Date, gatewayId = 'scripted'): Promise<void> {
    const welcome = this.#next((message) => message.type === 'welcome');
    this.#send({ type: 'hello', gatewayId, startedAt: startedAt.toISOString() });
    this.publicKeyPem = ((await welcome) as { publicKeyPem: string }).publicKeyPem;
  }

  async open(viewId: string, cameraId: string) {
    const answer = await this.#ask({
      type: 'view-opening',
      viewId,
      cameraId,
      transport: 'fmp4-websocket',
      clientIp: '192.0.2.1',
      at: new Date().toISOString(),
    });
    const { granted, reason } = answer as Extract<ToGateway, { type: 'view-opening-answer' }>;
    return { granted, reason };
  }

  async closed(viewId: string, at: Date, reason: string): Promise<void> {
    const counts = { bytes: 1000, frames: 25 };
    const times = { at: at.toISOString(), firstFrameAt: at.toISOString() };
    await this.#ask({ type: 'view-closed', viewId, reason, ...times, ...counts });
  }

  async source(cameraId: string): Promise<CameraSource | null> {
    const answer = await this.#ask({ type: 'resolve-camera', cameraId });
    return (answer as Extract<ToGateway, { type: 'camera-source' }>).source;
  }

  async list(platformId: string, datum: string, pages: PlatformCamera[][]): Promise<void> {
    const listing = {
      platformId,
      platformName: 'Made up',
      owner: 'traffic',
      datum,
      listingId: randomUUID(),
    };
    for (const [index, cameras] of pages.entries()) {
      await this.#ask({ type: 'cameras', ...listing, last: index === pages.length - 1, cameras });
    }
  }

  tellState(cameraId: string, state: string, at: Date): void {
    const reason = state === 'online' ? null : 'no-frames';
    this.#send({
      type: 'camera-states',
      states: [{ cameraId, state, reason, at: at.toISOString() }],
    });
  }

  /** Why this look is taken back, once it is. */
  async revocationOf(viewId: string): Promise<string> {
    const revoke = await this.#next(
      (message) => message.type === 'revoke' && message.viewIds.includes(viewId),
    );
    return (revoke as Extract<ToGateway, { type: 'revoke' }>).reason;
  }

  close(): void {
    this.#socket.close();
  }

  #ask(message: Record<string, unknown>): Promise<ToGateway> {
    const requestId = randomUUID();
    const answer = this.#next((each) => 'requestId' in each && each.requestId === requestId);
    this.#send({ ...message, requestId });
    return answer;
  }

  #send(message: Record<string, unknown>): void {
    this.#socket.send(JSON.stringify(message));
  }

  #next(wanted: (message: ToGateway) => boolean): Promise<ToGateway> {
    const index = this.#received.findIndex(wanted);
    if (index >= 0) return Promise.resolve(this.#received.splice(index, 1)[0]!);
    return new Promise((take) => this.#waiting.push({ wanted, take }));
  }

  #receive(message: ToGateway): void {
    const index = this.#waiting.findIndex(({ wanted }) => wanted(message));
    if (index < 0) this.#received.push(message);
    else this.#waiting.splice(index, 1)[0]!.take(message);
  }
}

import { carriesInternalKey } from '#http/internal-key.ts';
import { refuseUpgrade, type UpgradeHandler } from '#http/upgrade-router.ts';
import {
  fromGateway,
  isPtzReport,
  type FromGateway,
  type PtzOrder,
  type PtzReport,
  type ToGateway,
} from 'grid-data';
import { WebSocketServer, type WebSocket } from 'ws';
import type { RecordingFloors } from '#recordings/recording-floor.ts';
import type { ExportOrders } from '#recordings/export-orders.ts';
import type { CameraListing } from './camera-listing.ts';
import type { CameraRegister } from './camera-register.ts';
import type { GatewayReports } from './gateway-reports.ts';
import type { ViewRegister } from './view-register.ts';

export type GatewayLinkParts = {
  internalKey: string;
  publicKeyPem: string;
  views: ViewRegister;
  cameras: CameraRegister;
  listing: CameraListing;
  reports: GatewayReports;
  exports: ExportOrders;
  floors: Pick<RecordingFloors, 'take'>;
  /** After a gateway has said hello: what ended meanwhile is taken back. */
  onGateway: () => Promise<void>;
  ptz: {
    take: (report: PtzReport) => Promise<void>;
    viewEnded: (viewId: string) => void;
    gatewayStarted: (startedAt: Date) => Promise<void>;
  };
};

const takenInTurn = new Set<FromGateway['type']>([
  'cameras',
  'camera-states',
  'platform-state',
  'gateway-report',
]);

/** The server end of the one WebSocket that the video gateway dials: /internal/gateway. */
export class GatewayLink {
  readonly #parts: GatewayLinkParts;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  /** Each with the name that it gave itself. */
  readonly #gateways = new Map<WebSocket, string>();
  /** Pages of a listing follow each other, and so do states; everything else is answered as it comes. */
  readonly #turns = new Map<FromGateway['type'], Promise<void>>();

  constructor(parts: GatewayLinkParts) {
    this.#parts = parts;
  }

  get gateways(): number {
    return this.#gateways.size;
  }

  readonly handleUpgrade: UpgradeHandler = (request, socket, head) => {
    if (!carriesInternalKey(request, this.#parts.internalKey)) {
      return refuseUpgrade(socket, '401 Unauthorized');
    }
    this.#server.handleUpgrade(request, socket, head, (gateway) => {
      gateway.on('message', (data) => this.#receive(gateway, String(data)));
      gateway.on('close', () => this.#gateways.delete(gateway));
      gateway.on('error', () => gateway.terminate());
    });
  };

  /** Tells one gateway: a copy is written once. False where none is there. */
  order(message: ToGateway): boolean {
    const [gateway] = this.#gateways.keys();
    if (gateway !== undefined) send(gateway, message);
    return gateway !== undefined;
  }

  /** Tells every gateway to stop these pictures. */
  revoke(viewIds: string[], reason: string): void {
    for (const gateway of this.#gateways.keys()) {
      send(gateway, { type: 'revoke', viewIds, reason });
    }
  }

  /** One gateway is enough: each reaches all platforms. */
  check(cameraIds: readonly string[]): void {
    const [gateway] = this.#gateways.keys();
    if (gateway) send(gateway, { type: 'check-cameras', cameraIds: [...cameraIds] });
  }

  /** To every gateway: the one that has the camera's platform obeys. Answers how many there are. */
  orderAll(order: PtzOrder): number {
    for (const gateway of this.#gateways.keys()) send(gateway, order);
    return this.#gateways.size;
  }

  close(): void {
    for (const gateway of this.#gateways.keys()) gateway.close(1001, 'server stops');
    this.#server.close();
  }

  #receive(gateway: WebSocket, text: string): void {
    const message = parseMessage(text);
    if (message === null) {
      console.error('gateway link: a message that cannot be read');
      return;
    }
    const inTurn = takenInTurn.has(message.type);
    const done = inTurn ? this.#answerInTurn(gateway, message) : this.#answer(gateway, message);
    done.catch((error: Error) => {
      // No answer: the gateway asks again or keeps its row until the database is back.
      console.error(`gateway link: ${message.type} failed: ${error.message}`);
    });
  }

  #answerInTurn(gateway: WebSocket, message: FromGateway): Promise<void> {
    const before = this.#turns.get(message.type) ?? Promise.resolve();
    const done = before.then(() => this.#answer(gateway, message));
    const settled = done.catch(() => {}); // said by the caller; the next one must still be taken
    this.#turns.set(message.type, settled);
    return done;
  }

  async #answer(gateway: WebSocket, message: FromGateway): Promise<void> {
    const { views, cameras, listing, reports, exports, floors, ptz } = this.#parts;
    if (isPtzReport(message)) {
      await ptz.take(message);
      if (message.type !== 'ptz-ended') return;
      return send(gateway, { type: 'accepted', requestId: message.requestId });
    }
    switch (message.type) {
      case 'hello':
        return this.#welcome(gateway, message);
      case 'cameras':
        await listing.take(message);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
      case 'platform-state':
        return cameras.takePlatformState(message);
      case 'camera-states':
        return cameras.takeStates(message);
      case 'gateway-report':
        return reports.take(this.#gateways.get(gateway) ?? '', message);
      case 'cameras-swept':
        await reports.takeRound(message);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
      case 'cameras-to-check': {
        const { requestId } = message;
        const found = await cameras.toCheck(message);
        return send(gateway, { type: 'cameras-to-check-answer', requestId, cameras: found });
      }
      case 'resolve-camera': {
        const source = await cameras.source(message.cameraId);
        const reason = source === null ? 'unknown-camera' : null;
        return send(gateway, {
          type: 'camera-source',
          requestId: message.requestId,
          source,
          reason,
        });
      }
      case 'view-opening': {
        const reason = await views.open(message, this.#gateways.get(gateway) ?? null);
        const granted = reason === null;
        const { requestId } = message;
        return send(gateway, { type: 'view-opening-answer', requestId, granted, reason });
      }
      case 'view-closed':
        await views.close(message);
        ptz.viewEnded(message.viewId);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
      case 'recording-depth':
        return floors.take(message);
      case 'export-progress':
        return exports.progressed(message);
      case 'export-written':
        await exports.written(message);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
      case 'export-failed':
        await exports.failed(message);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
      case 'export-deleted':
        await exports.deleted(message);
        return send(gateway, { type: 'accepted', requestId: message.requestId });
    }
  }

  async #welcome(
    gateway: WebSocket,
    { startedAt, gatewayId }: Extract<FromGateway, { type: 'hello' }>,
  ): Promise<void> {
    await this.#parts.views.endThoseBefore(startedAt, gatewayId);
    this.#gateways.set(gateway, gatewayId);
    send(gateway, { type: 'welcome', publicKeyPem: this.#parts.publicKeyPem });
    await this.#parts.onGateway();
    await this.#parts.ptz.gatewayStarted(new Date(startedAt));
  }
}

function send(gateway: WebSocket, message: ToGateway): void {
  if (gateway.readyState === gateway.OPEN) gateway.send(JSON.stringify(message));
}

function parseMessage(text: string): FromGateway | null {
  try {
    const parsed = fromGateway.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

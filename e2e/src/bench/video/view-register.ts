/** Stands in for gis-server before a gateway under measurement: grants every view and signs tickets. */
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromGateway, type FromGateway, type StreamTicket, type ToGateway } from 'grid-data';
import { WebSocketServer } from 'ws';
import { benchSession } from './bench-caller.ts';

export type ViewRegister = {
  url: string;
  /** The view and the ticket that opens it. */
  ticket(cameraId?: string): { viewId: string; ticket: string };
  revoke(viewIds: readonly string[]): void;
  /** Views that the gateway has asked for. */
  opened: number;
  /** Views that the gateway has told to be over. */
  closed: number;
  close(): void;
};

/** Where a camera is pulled, whichever is asked for or by its id. */
export async function startViewRegister(
  cameraUrl: string | ((cameraId: string) => string),
): Promise<ViewRegister> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const urlOf = typeof cameraUrl === 'string' ? () => cameraUrl : cameraUrl;
  const register: ViewRegister = {
    ...{ url: '', opened: 0, closed: 0 },
    ticket: (cameraId = 'bench-camera') => {
      const ticket = ticketNow(cameraId);
      const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      const signature = sign(null, Buffer.from(payload), privateKey).toString('base64url');
      return { viewId: ticket.viewId, ticket: `${payload}.${signature}` };
    },
    revoke: (viewIds) => {
      const said: ToGateway = { type: 'revoke', viewIds: [...viewIds], reason: 'rights-changed' };
      for (const socket of sockets.clients) socket.send(JSON.stringify(said));
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const message = fromGateway.parse(JSON.parse(data.toString()));
      if (message.type === 'view-opening') register.opened += 1;
      if (message.type === 'view-closed') register.closed += 1;
      const answer = answerTo(message, { publicKeyPem, urlOf });
      if (answer !== null) socket.send(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  register.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return register;
}

function answerTo(
  message: FromGateway,
  known: { publicKeyPem: string; urlOf: (cameraId: string) => string },
): ToGateway | null {
  if (message.type === 'hello') return { type: 'welcome', publicKeyPem: known.publicKeyPem };
  if (!('requestId' in message)) return null;
  const { requestId } = message;
  if (message.type === 'resolve-camera') {
    const source = { kind: 'direct' as const, url: known.urlOf(message.cameraId) };
    return { type: 'camera-source', requestId, source, reason: null };
  }
  return message.type === 'view-opening'
    ? { type: 'view-opening-answer', requestId, granted: true, reason: null }
    : { type: 'accepted', requestId };
}

function ticketNow(cameraId: string): StreamTicket {
  const now = Math.floor(Date.now() / 1000);
  return {
    version: 1,
    viewId: randomUUID(),
    cameraId,
    profile: 'main',
    userId: 'bench',
    sessionId: benchSession,
    purpose: 'traffic',
    issuedAt: now,
    startBefore: now + 30,
    maxViewSeconds: 3600,
  };
}

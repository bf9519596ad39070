/** Where viewers' WebSockets come in: takes the upgrade, and ends a socket together with the look that it shows. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { DomainError } from 'grid-data';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeCodeOfEnd, closeCodeOfRefusal, closeCodes, sayClosed } from '#outputs/close-codes.ts';
import { firstWord, type FirstMessage } from '#outputs/door/first-word.ts';
import { ReaderWatch } from '#outputs/door/reader-watch.ts';
import type { CallerOf, Visiting } from '#outputs/visiting.ts';
import type { Look } from '#views/look.ts';

/** `socket` lies under `webSocket`: bytes that many viewers are given are written to it as they are. */
export type Caller = Visiting & { webSocket: WebSocket; socket: Socket; reader: ReaderWatch };
export type Welcome = (caller: Caller) => Promise<void>;

const maxMessageBytes = 4096;

export class WebSocketDoor {
  readonly #welcome: Welcome;
  readonly #callerOf: CallerOf;
  readonly #onError: (message: string) => void;
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
  });

  constructor(
    welcome: Welcome,
    { callerOf, onError }: { callerOf: CallerOf; onError: (message: string) => void },
  ) {
    this.#welcome = welcome;
    this.#callerOf = callerOf;
    this.#onError = onError;
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const visiting = this.#callerOf(request);
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      // A broken or abusive peer ends with its own 'close'; nothing else is to be done about it.
      webSocket.on('error', () => undefined);
      // Node's server hands out sockets; only the declaration allows for other streams.
      const under = socket as Socket;
      const reader = new ReaderWatch(webSocket, under);
      this.#welcome({ ...visiting, webSocket, socket: under, reader }).catch((error: unknown) => {
        this.#onError(`websocket: ${String(error)}`);
        webSocket.terminate();
      });
    });
  }

  close(): void {
    for (const webSocket of this.#server.clients) webSocket.terminate();
    this.#server.close();
  }
}

/** Hears the ticket and opens what it is for. Null where the caller has gone, or was told why not. */
export async function admit<Opened extends { look: Look }>(
  { webSocket }: Caller,
  open: (said: FirstMessage) => Promise<Opened>,
): Promise<Opened | null> {
  const said = await firstWord(webSocket);
  if (said === null) return null;
  let opened: Opened;
  try {
    opened = await open(said);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    sayClosed(webSocket, error.reason, closeCodeOfRefusal(error));
    return null;
  }
  const { look } = opened;
  if (webSocket.readyState !== webSocket.OPEN) look.close('viewer-left');
  // Revoked while the platform was asked what it has: the look is over before it began.
  else if (look.isClosed) sayClosed(webSocket, 'revoked', closeCodes.refused);
  else return opened;
  return null;
}

/** `stop`: lets go of what is shown. */
export function endTogether({ webSocket }: Caller, look: Look, stop: () => void): void {
  look.onClose((reason) => {
    stop();
    sayClosed(webSocket, reason, closeCodeOfEnd(reason));
  });
  webSocket.once('close', () => look.close('viewer-left'));
}

/** Checks a play ticket: signed by gis-server, in time, and never seen before. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import {
  DomainError,
  longestCameraId,
  longestPlatformCameraId,
  longestPlatformId,
  streamProfiles,
  turnActs,
  type Clock,
  type RecordingPermit,
  type StreamTicket,
} from 'grid-data';
import { z } from 'zod';

/** Clocks of two machines may differ by so much. */
const skewSeconds = 5;
const maxTicketLength = 2048;
const id = z.string().min(1).max(128);

const ticketShape = z.object({
  version: z.literal(1),
  /** Also a path of the HLS routes: nothing but URL-safe characters. */
  viewId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  cameraId: z.string().min(1).max(longestCameraId),
  profile: z.enum(streamProfiles),
  userId: id,
  sessionId: id,
  purpose: id,
  issuedAt: z.number().int(),
  startBefore: z.number().int(),
  maxViewSeconds: z.number().int().positive().max(86_400),
  recording: z
    .object({
      requestId: id,
      fromMs: z.number().int(),
      toMs: z.number().int(),
      sound: z.literal(true).optional(),
      exportId: z.uuid().optional(),
    })
    .refine(({ fromMs, toMs }) => toMs > fromMs)
    .optional(),
  source: z
    .object({
      platformId: z.string().min(1).max(longestPlatformId),
      platformCameraId: z.string().min(1).max(longestPlatformCameraId),
    })
    .optional(),
  turn: z.object({ act: z.enum(turnActs) }).optional(),
});

/** Unix seconds until which a look may last that begins at the last moment. */
export const overAtSeconds = ({ startBefore, maxViewSeconds }: StreamTicket): number =>
  startBefore + maxViewSeconds + skewSeconds;

export class TicketVerifier {
  readonly #clock: Clock;
  /** View ids that were started, until their ticket would be too old anyway. */
  readonly #used = new Map<string, number>();
  #publicKey: KeyObject | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  trust(publicKeyPem: string): void {
    const key = createPublicKey(publicKeyPem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('the ticket key is not Ed25519');
    this.#publicKey = key;
  }

  /** Spends it for the session that it was signed for; in the hands of another it stays unspent. */
  spendAs(sessionId: string | null, text: string): StreamTicket {
    this.readAs(sessionId, text);
    return this.spend(text);
  }

  readAs(sessionId: string | null, text: string): StreamTicket {
    const ticket = this.read(text);
    if (ticket.sessionId !== sessionId) throw refused('ticket-of-other-session');
    return ticket;
  }

  /** Spends the ticket. Every refusal is a DomainError whose reason says why. */
  spend(text: string): StreamTicket {
    const ticket = this.read(text);
    this.#used.set(ticket.viewId, ticket.startBefore + skewSeconds);
    return ticket;
  }

  /** Checks it and leaves it unspent. */
  read(text: string): StreamTicket {
    const ticket = this.#read(text);
    const now = this.#nowWithin(ticket, ticket.startBefore + skewSeconds);
    this.#forgetBefore(now);
    if (this.#used.has(ticket.viewId)) throw refused('ticket-used');
    return ticket;
  }

  /** Of a look that may still run, begun or not: for who does not open looks, and serves them. */
  readRunning(text: string): StreamTicket {
    const ticket = this.#read(text);
    this.#nowWithin(ticket, overAtSeconds(ticket));
    return ticket;
  }

  #nowWithin(ticket: StreamTicket, until: number): number {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    if (now > until) throw refused('ticket-expired');
    if (now < ticket.issuedAt - skewSeconds) throw refused('ticket-not-yet-valid');
    return now;
  }

  #read(text: string): StreamTicket {
    if (this.#publicKey === null) {
      throw new DomainError('unavailable', 'no ticket key yet', { reason: 'register-unavailable' });
    }
    const match = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})$/.exec(text);
    if (text.length > maxTicketLength || !match) throw refused('ticket-forged');
    const [, payload = '', signature = ''] = match;
    const signed = verify(
      null,
      Buffer.from(payload),
      this.#publicKey,
      Buffer.from(signature, 'base64url'),
    );
    if (!signed) throw refused('ticket-forged');
    return readPayload(payload);
  }

  #forgetBefore(now: number): void {
    for (const [viewId, until] of this.#used) {
      if (until >= now) break;
      this.#used.delete(viewId);
    }
  }
}

/** What is signed and still unreadable was made by another version of gis-server. */
function readPayload(payload: string): StreamTicket {
  try {
    const read = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const { recording, source, turn, ...ticket } = ticketShape.parse(read);
    return {
      ...ticket,
      ...(source && { source }),
      ...(turn && { turn }),
      ...(recording && { recording: permitOf(recording) }),
    };
  } catch (error) {
    throw new DomainError('not-allowed', 'the ticket is refused', {
      reason: 'ticket-forged',
      cause: error,
    });
  }
}

function permitOf({
  exportId,
  sound,
  ...permit
}: NonNullable<z.infer<typeof ticketShape>['recording']>): RecordingPermit {
  return { ...permit, ...(sound && { sound }), ...(exportId !== undefined && { exportId }) };
}

/** One message for all, so that only the reason tells them apart. */
const refused = (reason: string): DomainError =>
  new DomainError('not-allowed', 'the ticket is refused', { reason });

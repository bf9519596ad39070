/** Who asks, as the proxy of our own installation says: the session whose cookie the request carried, and its address. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Visitor } from '#views/view-admission.ts';

export type Visiting = Omit<Visitor, 'transport'>;
export type CallerOf = (request: IncomingMessage) => Visiting;

/** The session counts only from who holds the installation's key: gis-server, which has seen the cookie. */
export function callersBy(internalKey: string): CallerOf {
  const proof = Buffer.from(`Bearer ${internalKey}`);
  return (request) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const isOurs = given.length === proof.length && timingSafeEqual(given, proof);
    const said = isOurs ? request.headers['x-session-id'] : undefined;
    return { clientIp: clientIpOf(request), sessionId: typeof said === 'string' ? said : null };
  };
}

/** The viewer's address for the journal; the forwarded one counts only from a proxy on this machine. */
function clientIpOf(request: IncomingMessage): string | null {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? null;
  if (peer !== '127.0.0.1' && peer !== '::1') return peer;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')[0]!
    .trim();
  return /^[0-9a-fA-F.:]{2,45}$/.test(forwarded) ? forwarded : peer;
}

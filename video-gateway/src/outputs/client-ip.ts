import type { IncomingMessage } from 'node:http';

/** The viewer's address for the journal; the forwarded one counts only from a proxy on this machine. */
export function clientIpOf(request: IncomingMessage): string | null {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? null;
  if (peer !== '127.0.0.1' && peer !== '::1') return peer;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')[0]!
    .trim();
  return /^[0-9a-fA-F.:]{2,45}$/.test(forwarded) ? forwarded : peer;
}

/** The first half of a pull over RTSP: connects, asks what the camera offers, and follows it where that is permitted. */
import type { AddressGuard, AllowedHosts, PinnedAddress } from '#sources/address-guard.ts';
import type { Credentials } from '#sources/rtsp/rtsp-auth.ts';
import { RtspConnection, type RtspConnectionHandlers } from '#sources/rtsp/rtsp-connection.ts';
import { statusOf, type RtspMessage } from '#sources/rtsp/rtsp-message.ts';
import { sourceFailure } from '#sources/source-failure.ts';

export type RtspTarget = {
  url: string;
  allowed: AllowedHosts;
  guard: AddressGuard;
  /** Within `allowed` where nothing is said. */
  redirects?: 'within-media-hosts' | 'refuse' | undefined;
};

export type RtspOpening = {
  connection: RtspConnection;
  address: PinnedAddress;
  /** What the control addresses of the description are relative to. */
  base: string;
  /** Methods that the camera says it has. */
  methods: string;
  description: string;
};

export type OpeningHandlers = RtspConnectionHandlers & {
  /** Told of each connection as it begins, so that it can be closed; throws to give up. */
  onConnection(connection: RtspConnection): void;
};

const maxRedirects = 2;

export async function openRtsp(
  target: RtspTarget,
  handlers: OpeningHandlers,
): Promise<RtspOpening> {
  let url = new URL(target.url);
  for (let redirects = 0; ; redirects += 1) {
    const { connection, address } = await connectTo(url, target, handlers);
    const uri = bareUri(url);
    const options = await connection.request({ method: 'OPTIONS', uri });
    const reply = await connection.request({
      method: 'DESCRIBE',
      uri,
      headers: { Accept: 'application/sdp' },
    });
    const status = statusOf(reply);
    if (status < 301 || status > 308) {
      requireOk(reply, 'DESCRIBE');
      const declared = reply.headers.get('content-base') ?? reply.headers.get('content-location');
      return {
        connection,
        address,
        base: ownUri(uri, declared?.[0] ?? uri),
        methods: options.headers.get('public')?.join(',') ?? '',
        description: reply.body.toString('utf8'),
      };
    }
    connection.close();
    const left = target.redirects === 'refuse' ? 0 : maxRedirects - redirects;
    const to = redirected(url, reply, { left, allowed: target.allowed });
    await target.guard(to, target.allowed).catch((error: unknown) => {
      throw sourceFailure('redirect-refused', 'the camera sends us to a forbidden host', error);
    });
    url = to;
  }
}

async function connectTo(url: URL, { guard, allowed }: RtspTarget, handlers: OpeningHandlers) {
  if (url.protocol !== 'rtsp:') {
    throw sourceFailure('transport-unsupported', `no RTSP pull over ${url.protocol}`);
  }
  const address = await guard(url, allowed);
  const connection = new RtspConnection(address, credentialsOf(url), handlers);
  handlers.onConnection(connection);
  return { connection, address };
}

function redirected(
  from: URL,
  reply: RtspMessage,
  { left, allowed }: { left: number; allowed: AllowedHosts },
): URL {
  const location = reply.headers.get('location')?.[0] ?? '';
  if (left === 0 || !URL.canParse(location)) {
    throw sourceFailure('redirect-refused', 'too many redirects, or one without an address');
  }
  const to = new URL(location);
  // A camera given by its own address may only move within its host.
  const permitted = allowed !== null || to.hostname === from.hostname;
  if (to.protocol !== 'rtsp:' || !permitted) {
    throw sourceFailure('redirect-refused', 'the camera sends us to another host');
  }
  if (to.hostname === from.hostname) {
    to.username = from.username;
    to.password = from.password;
  }
  return to;
}

export function requireOk(reply: RtspMessage, method: string): void {
  const status = statusOf(reply);
  if (status === 200) return;
  const message = `${method} was answered with ${status}`;
  if (status === 404 || status === 454) throw sourceFailure('camera-not-found', message);
  if (status === 403) throw sourceFailure('camera-auth-refused', message);
  if (status === 461) throw sourceFailure('transport-unsupported', message);
  throw sourceFailure(status === 503 ? 'camera-offline' : 'broken-stream', message);
}

function credentialsOf(url: URL): Credentials | null {
  if (url.username === '') return null;
  return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

function bareUri(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.toString();
}

/** Cameras behind address translation name their inner address: the request goes over our connection anyway. */
export function ownUri(own: string, declared: string): string {
  if (!URL.canParse(declared)) return own;
  const uri = new URL(declared);
  return `rtsp://${new URL(own).host}${uri.pathname}${uri.search}`;
}

export function controlUri(base: string, control: string): string {
  if (control === '' || control === '*') return base;
  if (/^[a-z]+:\/\//i.test(control)) return ownUri(base, control);
  return `${base}${base.endsWith('/') ? '' : '/'}${control}`;
}

/** Opens a camera's HTTP address, pinned to what the guard permitted. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { AddressGuard, AllowedHosts, PinnedAddress } from '#sources/address-guard.ts';
import { asFailure, sourceFailure } from '#sources/source-failure.ts';

export type HttpTarget = { url: string; allowed: AllowedHosts; guard: AddressGuard };

/** GETs a stream from the address the guard pinned; redirects are refused, they would leave that address. */
export async function openHttp(target: HttpTarget, signal: AbortSignal): Promise<IncomingMessage> {
  const url = new URL(target.url);
  const address = await target.guard(url, target.allowed);
  signal.throwIfAborted();
  const reply = await get(url, address, signal);
  const status = reply.statusCode ?? 0;
  if (status === 200) return reply;
  reply.resume();
  const message = `the camera answered with ${status}`;
  if (status >= 300 && status < 400) throw sourceFailure('redirect-refused', message);
  if (status === 401 || status === 403) throw sourceFailure('camera-auth-refused', message);
  if (status === 404) throw sourceFailure('camera-not-found', message);
  throw sourceFailure('camera-offline', message);
}

function get(url: URL, address: PinnedAddress, signal: AbortSignal): Promise<IncomingMessage> {
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send({
      host: address.address,
      port: address.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, 'user-agent': 'cloud-eye' },
      ...(url.username === '' ? {} : { auth: credentials }),
      ...(isIP(url.hostname) === 0 ? { servername: url.hostname } : {}),
      signal,
    });
    const timer = setTimeout(
      () => request.destroy(sourceFailure('camera-unreachable', 'no answer within 8 s')),
      8_000,
    );
    request.once('response', (reply) => {
      clearTimeout(timer);
      resolve(reply);
    });
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(asFailure(error, 'camera-unreachable'));
    });
    request.end();
  });
}

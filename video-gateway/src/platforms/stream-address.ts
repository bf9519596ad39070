/** Which of the addresses that a platform gives is ours to pull: seen from our network zone, and among its media hosts. */
import { platformFailure } from '#platforms/platform-failure.ts';
import type { StreamTransport } from '#platforms/platform.ts';
import { createAddressGuard } from '#sources/address-guard.ts';

export type AddressZone = {
  mediaHosts: readonly string[];
  /** `host` or `host:port` as the platform knows it → as our network reaches it. */
  addressRewrite: Readonly<Record<string, string>>;
};

export type StreamAddress = { url: string; transport: StreamTransport };

/** Our own ports are looked at again where the pull begins. */
const permits = createAddressGuard(new Set());

export async function chooseAddress(
  given: readonly string[],
  zone: AddressZone,
): Promise<StreamAddress> {
  const readable = given.flatMap((text) => readAddress(text, zone) ?? []);
  if (readable.length === 0) {
    throw platformFailure('transport-unsupported', 'the platform gives an address we cannot pull');
  }
  for (const address of readable) {
    const isOurs = permits(new URL(address.url), zone.mediaHosts).then(
      () => true,
      () => false,
    );
    if (await isOurs) return address;
  }
  throw platformFailure(
    'address-refused',
    'the platform gives no address among its media hosts; if it lies in another network zone, addressRewrite maps it',
  );
}

function readAddress(text: string, { addressRewrite }: AddressZone): StreamAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const transport = transportOf(url);
  if (transport === null) return null;
  const to = addressRewrite[url.host] ?? addressRewrite[url.hostname];
  if (to === undefined) return { url: text, transport };
  const { host, port } = splitHost(to);
  url.hostname = host;
  if (port !== '') url.port = port;
  return { url: url.toString(), transport };
}

function splitHost(text: string): { host: string; port: string } {
  const found = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text);
  return { host: found?.[1] ?? text, port: found?.[2] ?? '' };
}

export function transportOf(url: URL): StreamTransport | null {
  switch (url.protocol) {
    case 'rtsp:':
      return 'rtsp';
    case 'rtmp:':
      return 'rtmp';
    case 'http:':
    case 'https:':
      return url.pathname.endsWith('.m3u8') ? 'hls' : 'http-flv';
    default:
      return null;
  }
}

/** Decides which addresses a pull may connect to, after our own name resolution; the pull then uses that address alone. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { sourceFailure } from '#sources/source-failure.ts';

export type PinnedAddress = { address: string; port: number };

/** `null` means: a camera whose address a person imported, so any host but our own services. */
export type AllowedHosts = readonly string[] | null;

export type AddressGuard = (url: URL, allowed: AllowedHosts) => Promise<PinnedAddress>;

const defaultPorts: Record<string, number> = {
  'rtsp:': 554,
  'rtmp:': 1935,
  'http:': 80,
  'https:': 443,
};

export type Resolver = (hostname: string) => Promise<readonly string[]>;

const resolveBySystem: Resolver = async (hostname) =>
  (await lookup(hostname, { all: true })).map((found) => found.address);

export function createAddressGuard(
  ownPorts: ReadonlySet<number>,
  resolve: Resolver = resolveBySystem,
): AddressGuard {
  return async (url, allowed) => {
    const port = url.port === '' ? defaultPorts[url.protocol] : Number(url.port);
    if (port === undefined) {
      throw sourceFailure('transport-unsupported', `no pull over ${url.protocol}`);
    }
    const address = await firstAddress(url.hostname, resolve);
    const parsed = ipaddr.process(address);
    if (isOwnHost(parsed) && ownPorts.has(port)) {
      throw sourceFailure('address-refused', 'the address is one of our own services');
    }
    if (
      allowed === null
        ? isNeverACamera(parsed)
        : !(await permits(allowed, { parsed, port }, resolve))
    ) {
      throw sourceFailure(
        'address-refused',
        'the address is not one of the platform’s media hosts',
      );
    }
    return { address: parsed.toString(), port };
  };
}

async function firstAddress(hostname: string, resolve: Resolver): Promise<string> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  // Decimal and octal spellings of an address (http://2130706433/) reach here as names for rtsp: and rtmp:.
  if (isIP(bare) === 0 && ipaddr.isValid(bare)) {
    throw sourceFailure('address-refused', 'the address is written in an ambiguous form');
  }
  if (isIP(bare) !== 0) return bare;
  try {
    const [first] = await resolve(bare);
    if (first !== undefined) return first;
  } catch (error) {
    throw sourceFailure('camera-unreachable', 'the host name is unknown', error);
  }
  throw sourceFailure('camera-unreachable', 'the host name is unknown');
}

type Parsed = ReturnType<typeof ipaddr.process>;

function isNeverACamera(address: Parsed): boolean {
  return ['unspecified', 'linkLocal', 'multicast', 'broadcast', 'reserved'].includes(
    address.range(),
  );
}

function isOwnHost(address: Parsed): boolean {
  if (['loopback', 'unspecified'].includes(address.range())) return true;
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return own.some((entry) => ipaddr.process(entry.address).toString() === address.toString());
}

async function permits(
  allowed: readonly string[],
  target: { parsed: Parsed; port: number },
  resolve: Resolver,
): Promise<boolean> {
  for (const entry of allowed) {
    const { host, port } = splitEntry(entry);
    if (port !== null && port !== target.port) continue;
    if (await hostMatches(host, target.parsed, resolve)) return true;
  }
  return false;
}

/** `10.1.0.0/16`, `10.1.2.3:554`, `[fd00::1]:554`, `media.example:554`. */
function splitEntry(entry: string): { host: string; port: number | null } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry);
  if (bracketed) return { host: bracketed[1]!, port: bracketed[2] ? Number(bracketed[2]) : null };
  const plain = /^([^:]+)(?::(\d+))?$/.exec(entry);
  if (plain) return { host: plain[1]!, port: plain[2] ? Number(plain[2]) : null };
  return { host: entry, port: null };
}

async function hostMatches(host: string, address: Parsed, resolve: Resolver): Promise<boolean> {
  if (host.includes('/')) {
    const [network, bits] = ipaddr.parseCIDR(host);
    return network.kind() === address.kind() && address.match([network, bits] as [Parsed, number]);
  }
  if (isIP(host) !== 0) return ipaddr.process(host).toString() === address.toString();
  const resolved = await resolve(host).catch(() => []);
  return resolved.some((found) => ipaddr.process(found).toString() === address.toString());
}

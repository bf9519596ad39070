/** What each end of the exchange link is told; what would be unsafe is refused at the start. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import {
  readAuthority,
  readEdgeCertificate,
  type EdgeCertificate,
} from '#exchange/exchange-certificates.ts';

export type EdgeExchangeConfig = {
  bind: string;
  port: number;
  key: string;
  tls: EdgeCertificate | null;
};

export type PullExchangeConfig = {
  /** Such as wss://10.0.0.1:8443/exchange */
  url: string;
  key: string;
  /** The one authority whose certificates are taken; null on loopback alone. */
  ca: Buffer | null;
};

export type PullConfig = {
  port: number;
  bind: string;
  platformsFile: string | null;
  ingestPort: number;
  ingestBind: string;
  publishKey: string;
  publishersFile: string | null;
  ownPorts: ReadonlySet<number>;
  /** Where addresses may lead that come down with a command. */
  directHosts: readonly string[];
  ticketKeyFile: string;
  checkGapMs: number;
  exchange: PullExchangeConfig;
};

const port = z.coerce.number().int().min(0).max(65_535);

export const exchangeEnvironment = {
  /** `edge` and `pull` are the two halves of `whole`, on two networks. */
  VIDEO_GATEWAY_ROLE: z.enum(['whole', 'edge', 'pull']).default('whole'),
  /** Shared by edge and pull, mode 600. */
  VIDEO_EXCHANGE_KEY_FILE: z.string().default(''),
  /** Where the edge waits for the video side. */
  VIDEO_EXCHANGE_BIND: z.string().min(1).default('127.0.0.1'),
  VIDEO_EXCHANGE_PORT: port.default(8091),
  /** The edge's own; without them it binds to loopback alone. */
  VIDEO_EXCHANGE_CERT_FILE: z.string().default(''),
  VIDEO_EXCHANGE_CERT_KEY_FILE: z.string().default(''),
  /** Where the video side dials. */
  VIDEO_EXCHANGE_URL: z.url({ protocol: /^wss?$/ }).default('ws://127.0.0.1:8091/exchange'),
  /** The authority that the edge's certificate must come from. */
  VIDEO_EXCHANGE_CA_FILE: z.string().default(''),
  /** Public half of gis-server's ticket key, in PEM, brought to the video side by hand. */
  TICKET_PUBLIC_KEY_FILE: z.string().default(''),
  /** Health and figures of the video side. */
  VIDEO_PULL_PORT: port.default(8092),
  /**
   * Hosts and networks that cameras with an address of their own may lie at. Where empty: none for the pull side,
   * anywhere but our own services for a gateway that is whole.
   */
  VIDEO_DIRECT_HOSTS: z.string().default(''),
};
const environment = z.object(exchangeEnvironment);
type Known = z.infer<typeof environment>;

export function edgeExchange(known: Known): EdgeExchangeConfig {
  const { VIDEO_EXCHANGE_CERT_FILE: certificate, VIDEO_EXCHANGE_CERT_KEY_FILE: key } = known;
  const tls = certificate === '' ? null : readEdgeCertificate(certificate, key);
  if (tls === null && !isLoopback(known.VIDEO_EXCHANGE_BIND)) {
    throw new Error('VIDEO_EXCHANGE_BIND leaves this machine: VIDEO_EXCHANGE_CERT_FILE is needed');
  }
  const { VIDEO_EXCHANGE_BIND: bind, VIDEO_EXCHANGE_PORT: port } = known;
  return { bind, port, key: sharedKey(known), tls };
}

export function pullExchange(known: Known): PullExchangeConfig {
  const url = new URL(known.VIDEO_EXCHANGE_URL);
  if (url.pathname === '/') url.pathname = '/exchange';
  if (url.protocol === 'ws:' && !isLoopback(url.hostname)) {
    throw new Error('VIDEO_EXCHANGE_URL leaves this machine: it must be wss://');
  }
  const caFile = known.VIDEO_EXCHANGE_CA_FILE;
  if (url.protocol === 'wss:' && caFile === '') {
    throw new Error('VIDEO_EXCHANGE_CA_FILE names the authority that the edge is known by');
  }
  const ca = caFile === '' ? null : readAuthority(caFile);
  return { url: url.toString(), key: sharedKey(known), ca };
}

export function directHosts({ VIDEO_DIRECT_HOSTS: text }: Known): readonly string[] {
  return text.split(',').filter(Boolean);
}

function sharedKey({ VIDEO_EXCHANGE_KEY_FILE: file }: Known): string {
  if (file === '') throw new Error('VIDEO_EXCHANGE_KEY_FILE is needed by edge and pull');
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new Error(`${file} holds no key of at least 32 characters`);
  return key;
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

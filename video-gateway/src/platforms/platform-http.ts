/** One HTTP exchange with a platform: bounded in time and size, no redirects, TLS trusted by name or by fingerprint. */
import { request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type AgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type ConnectionOptions } from 'node:tls';
import { platformFailure } from '#platforms/platform-failure.ts';

const defaultTimeoutMs = 8_000;
const maxReplyBytes = 8 * 1024 * 1024;

export type TlsTrust = {
  acceptSelfSigned: boolean;
  /** Hexadecimal; colons do not matter. */
  certificateSha256: string | null;
};

export type PlatformRequest = {
  method: 'GET' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string | null;
};

export type PlatformReply = { status: number; body: string };
export type PlatformHttp = (request: PlatformRequest) => Promise<PlatformReply>;

export function createPlatformHttp(trust: TlsTrust, timeoutMs = defaultTimeoutMs): PlatformHttp {
  const pinned = trust.certificateSha256 === null ? null : new PinnedAgent(trust.certificateSha256);
  return ({ method, url, headers, body }) => {
    const common = {
      method,
      headers: body === null ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(timeoutMs),
    };
    if (url.protocol !== 'https:') return replyOf(httpRequest(url, common), body);
    return replyOf(
      httpsRequest(url, {
        ...common,
        ...(pinned === null ? { rejectUnauthorized: !trust.acceptSelfSigned } : { agent: pinned }),
      }),
      body,
    );
  };
}

/** Looks at the certificate before a single byte of a request is sent: its headers hold credentials. */
class PinnedAgent extends HttpsAgent {
  readonly #sha256: string;

  constructor(sha256: string) {
    super();
    this.#sha256 = bareFingerprint(sha256);
  }

  override createConnection(
    options: AgentOptions,
    ready: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const socket = connect({ ...(options as ConnectionOptions), rejectUnauthorized: false });
    const fail = (error: Error) => ready(error, socket);
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      socket.off('error', fail);
      const shown = socket.getPeerCertificate().fingerprint256;
      if (shown !== undefined && bareFingerprint(shown) === this.#sha256) ready(null, socket);
      else {
        socket.on('error', () => undefined);
        socket.destroy();
        fail(new Error('the platform shows another certificate than the pinned one'));
      }
    });
  }
}

const bareFingerprint = (text: string): string => text.replaceAll(':', '').toLowerCase();

function replyOf(request: ClientRequest, body: string | null): Promise<PlatformReply> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(platformFailure('platform-unreachable', 'the platform does not answer', { cause }));
    request.on('error', fail);
    request.once('response', (reply) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxReplyBytes) request.destroy(new Error('reply too long'));
        else chunks.push(chunk);
      });
      reply.once('error', fail);
      reply.once('end', () =>
        resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.end(body ?? undefined);
  });
}

/** The body of a reply as JSON; anything but HTTP 200 says why. */
export function readJson({ status, body }: PlatformReply): unknown {
  if (status === 401 || status === 403) {
    throw platformFailure('platform-auth-refused', `the platform refuses: HTTP ${status}`);
  }
  if (status >= 300 && status < 400) {
    throw platformFailure('platform-unreachable', 'the platform redirects; that is not followed');
  }
  if (status !== 200) {
    throw platformFailure('platform-unreachable', `the platform answers with HTTP ${status}`);
  }
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the text, which may hold an address or a token.
    throw platformFailure('platform-unreachable', 'the platform’s answer is no JSON');
  }
}

export const unreadable = (what: string) =>
  platformFailure('platform-unreachable', `the platform’s answer cannot be read: ${what}`);

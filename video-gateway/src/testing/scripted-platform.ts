/** A platform's web interface that answers as a test tells it to, over real HTTP or HTTPS. */
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PlatformCall = {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  text: string;
  /** The body where it is JSON. */
  body: Record<string, unknown>;
};

export type PlatformAnswer =
  | { status?: number; headers?: Record<string, string>; body: unknown }
  /** As it is, JSON or not. */
  | { text: string }
  | 'hang-up'
  | 'never';

export class ScriptedPlatform {
  readonly calls: PlatformCall[] = [];
  answer: (call: PlatformCall) => PlatformAnswer | Promise<PlatformAnswer> = () => ({
    status: 404,
    body: {},
  });
  readonly #server: Server;
  readonly #scheme: 'http' | 'https';

  constructor(certificate: TestCertificate | null = null) {
    const serve = (request: IncomingMessage, response: ServerResponse) =>
      void this.#serve(request, response);
    this.#scheme = certificate === null ? 'http' : 'https';
    this.#server =
      certificate === null
        ? createServer(serve)
        : createTlsServer({ key: certificate.key, cert: certificate.cert }, serve);
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  callsTo(path: string): PlatformCall[] {
    return this.calls.filter((call) => call.path.endsWith(path));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://platform');
    const call: PlatformCall = {
      method: request.method ?? '',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      text,
      body: readObject(text),
    };
    this.calls.push(call);
    const answer = await this.answer(call);
    if (answer === 'never') return;
    if (answer === 'hang-up') request.socket.destroy();
    else if ('text' in answer) response.end(answer.text);
    else response.writeHead(answer.status ?? 200, answer.headers).end(JSON.stringify(answer.body));
  }
}

function readObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {}; // a GET, or a form
  }
}

export type TestCertificate = { key: string; cert: string; sha256: string };

/** A certificate that nobody but its maker signed, as such platforms show. */
export function selfSignedCertificate(): TestCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', keyFile, '-out', certFile];
    const about = ['-x509', '-days', '2', '-subj', '/CN=platform.example'];
    execFileSync('openssl', ['req', ...about, ...made], { stdio: 'ignore' });
    const cert = readFileSync(certFile, 'utf8');
    const sha256 = new X509Certificate(cert).fingerprint256;
    return { key: readFileSync(keyFile, 'utf8'), cert, sha256 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

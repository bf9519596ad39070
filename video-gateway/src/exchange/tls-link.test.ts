/** The link between two networks under TLS: whom the video side takes for its edge, and what it says of anybody else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ExchangeDoor } from '#exchange/edge/exchange-door.ts';
import { readAuthority, readEdgeCertificate } from '#exchange/exchange-certificates.ts';
import { ExchangeDialler, type VideoLine } from '#exchange/video/exchange-dialler.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { TestAuthority, type IssuedCertificate } from '#testing/certificates.ts';
import { PlayClient } from '#testing/play-client.ts';
import { exchangeKey, runGateway } from '#testing/running-gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'exchange-certificates-'));
let ours: TestAuthority;
let theirs: TestAuthority;
let good: IssuedCertificate;

beforeAll(() => {
  ours = new TestAuthority(folder, 'ours');
  theirs = new TestAuthority(folder, 'theirs');
  good = ours.issue('IP:127.0.0.1');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An edge that shows this certificate, and a video side that dials it and trusts our authority. */
class Attempt {
  readonly said: string[] = [];
  readonly door: ExchangeDoor;
  line: VideoLine | null = null;
  #dialler: ExchangeDialler | null = null;

  constructor({ certFile, keyFile }: IssuedCertificate, doorKey = exchangeKey) {
    const endsAtMs = Date.now();
    // Past our own check: what a careless edge, or no edge of ours, would show.
    const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile), endsAtMs };
    this.door = new ExchangeDoor({
      config: { bind: '127.0.0.1', port: 0, key: doorKey, tls },
      onError: () => undefined,
      onLine: () => undefined,
    });
  }

  async dial(): Promise<ExchangeDialler> {
    await this.door.listen();
    this.#dialler = new ExchangeDialler({
      config: {
        url: `wss://127.0.0.1:${this.door.port}/exchange`,
        key: exchangeKey,
        ca: readAuthority(ours.caFile),
      },
      onError: (message) => this.said.push(message),
      onLine: (line) => (this.line = line),
    });
    this.#dialler.start();
    return this.#dialler;
  }

  stop(): void {
    this.#dialler?.stop();
    this.door.close();
  }
}

describe('the video side, dialling an edge by TLS', { timeout: 60_000 }, () => {
  let attempt: Attempt | null = null;
  afterEach(() => attempt?.stop());

  it('takes one whose certificate is from its authority, names the host and is in time', async () => {
    attempt = new Attempt(good);
    const dialler = await attempt.dial();
    await expect.poll(() => attempt?.line?.isOpen, { timeout: 20_000 }).toBe(true);
    expect([dialler.refusal, attempt.said]).toEqual([null, []]);
  });

  it.each<[string, () => IssuedCertificate, string, RegExp]>([
    [
      'from another authority',
      () => theirs.issue('IP:127.0.0.1'),
      'edge-certificate-untrusted',
      /not from the authority in VIDEO_EXCHANGE_CA_FILE/,
    ],
    [
      'for another name',
      () => ours.issue('DNS:edge.example,IP:10.9.9.9'),
      'edge-certificate-for-another-name',
      /does not name 127\.0\.0\.1, the host in VIDEO_EXCHANGE_URL/,
    ],
    [
      'that is over',
      () => ours.issue('IP:127.0.0.1', -1),
      'edge-certificate-expired',
      /has expired/,
    ],
  ])('refuses a certificate %s, shows it nothing, and says so', async (_, issue, reason, words) => {
    attempt = new Attempt(issue());
    const dialler = await attempt.dial();
    await expect.poll(() => dialler.refusal, { timeout: 20_000 }).toBe(reason);
    expect(attempt.said[0]).toMatch(words);
    expect(attempt.line).toBeNull();
  });

  it('says that the keys may differ where the edge hangs up on it', async () => {
    attempt = new Attempt(good, 'another-key-than-the-one-of-the-video-side');
    const dialler = await attempt.dial();
    await expect.poll(() => dialler.refusal, { timeout: 20_000 }).toBe('edge-does-not-welcome');
    expect(attempt.said[0]).toMatch(/VIDEO_EXCHANGE_KEY_FILE the same on both sides/);
  });
});

describe('certificates that cannot serve', () => {
  it('end the start with what is wrong and where', () => {
    const over = ours.issue('IP:127.0.0.1', -1);
    const noCertificate = join(folder, 'empty.pem');
    writeFileSync(noCertificate, 'nothing');
    const edge = (certFile: string, keyFile: string) => () =>
      readEdgeCertificate(certFile, keyFile);
    expect(edge(over.certFile, over.keyFile)).toThrow(/CERT_FILE .*-\d+\.crt expired at 20/);
    expect(edge(good.certFile, over.keyFile)).toThrow(/CERT_KEY_FILE .* is not the key of/);
    expect(edge(noCertificate, good.keyFile)).toThrow(
      /CERT_FILE .*empty\.pem holds no certificate/,
    );
    expect(() => readAuthority(noCertificate)).toThrow(/CA_FILE .*empty\.pem holds no certificate/);
    expect(edge(good.certFile, good.keyFile)().endsAtMs).toBeGreaterThan(Date.now());
  });
});

it(
  'pictures come over TLS, and the edge says when its certificate ends',
  { timeout: 60_000 },
  async () => {
    const camera = new ScriptedCamera();
    await camera.listen();
    const running = await runGateway({
      arrangement: 'split',
      environment: {
        VIDEO_EXCHANGE_CERT_FILE: good.certFile,
        VIDEO_EXCHANGE_CERT_KEY_FILE: good.keyFile,
        VIDEO_EXCHANGE_CA_FILE: ours.caFile,
      },
    });
    running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
    const viewer = PlayClient.withTicket(running.port, running.gis.ticket());
    await viewer.until(({ binary }) => binary.length > 10);
    const metrics = await (await fetch(`http://127.0.0.1:${running.port}/metrics`)).text();
    const end = /^video_gateway_exchange_certificate_end_seconds (\d+)/m.exec(metrics)?.[1];
    expect(Number(end) * 1000).toBe(readEdgeCertificate(good.certFile, good.keyFile).endsAtMs);
    viewer.socket.terminate();
    await running.stop();
    await camera.close();
  },
);

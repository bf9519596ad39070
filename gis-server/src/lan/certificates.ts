/** The machine's own certificate authority and the certificate of its addresses, kept in the data folder, mode 600. */
import 'reflect-metadata'; // what @peculiar/x509 is built upon wants it there first
import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { lanFiles, type LanFiles } from './lan-files.ts';
import { nameConstraints } from './name-constraints.ts';

/** Phones refuse what lives longer. */
const certificateDays = 397;
/** A server that runs on must not wake up without one. */
const renewBeforeDays = 30;
const authorityDays = 3_650;
const dayMs = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const nameConstraintsId = '2.5.29.30';

/** Makes what is missing, and the certificate anew where addresses changed or its end is near; the authority once. */
export async function keepLanCertificates(
  dataFolder: string,
  addresses: readonly string[],
  now = new Date(),
): Promise<LanFiles> {
  x509.cryptoProvider.set(webcrypto as typeof globalThis.crypto);
  mkdirSync(join(dataFolder, 'lan'), { recursive: true, mode: 0o700 });
  const files = lanFiles(dataFolder);
  const authority = await keepAuthority(files, { addresses, now });
  const names = [...new Set([...addresses, '127.0.0.1'])];
  if (!holds(files, { names, authority: authority.certificate, now })) {
    await issue(files, authority, { names, now });
  }
  return files;
}

type Authority = { certificate: x509.X509Certificate; key: webcrypto.CryptoKey };

async function keepAuthority(
  files: LanFiles,
  { addresses, now }: { addresses: readonly string[]; now: Date },
): Promise<Authority> {
  const keyFile = files.authority.replace(/pem$/, 'key');
  if (existsSync(files.authority) && existsSync(keyFile)) {
    return {
      certificate: new x509.X509Certificate(readFileSync(files.authority, 'utf8')),
      key: await readKey(keyFile),
    };
  }
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: `CN=Cloud Eye ${safeName(hostname())}`,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + authorityDays * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      new x509.Extension(nameConstraintsId, true, nameConstraints(addresses)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeKey(keyFile, keys.privateKey);
  write(files.authority, certificate.toString('pem'), 0o644);
  return { certificate, key: keys.privateKey };
}

type Wanted = { names: readonly string[]; now: Date };

/** Whether the certificate at hand is of this authority, for these addresses, and for a while yet. */
function holds(
  files: LanFiles,
  { names, authority, now }: Wanted & { authority: x509.X509Certificate },
): boolean {
  if (!existsSync(files.certificate) || !existsSync(files.key)) return false;
  const certificate = new x509.X509Certificate(readFileSync(files.certificate, 'utf8'));
  const named = certificate.getExtension(x509.SubjectAlternativeNameExtension);
  const held = new Set(named?.names.items.map(({ value }) => value));
  return (
    certificate.issuer === authority.subject &&
    certificate.notAfter.getTime() - now.getTime() > renewBeforeDays * dayMs &&
    names.every((name) => held.has(name))
  );
}

async function issue(files: LanFiles, authority: Authority, { names, now }: Wanted): Promise<void> {
  const keys = await newKeys();
  const host = `${safeName(hostname())}.local`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: `CN=${host}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + (certificateDays - 1) * dayMs),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'ip', value }) as const),
        { type: 'dns', value: host },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  await writeKey(files.key, keys.privateKey);
  write(files.certificate, certificate.toString('pem'), 0o644);
}

function newKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function newSerial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0]! & 0x7f) | 0x40; // positive, and of full length
  return Buffer.from(bytes).toString('hex');
}

async function writeKey(file: string, key: webcrypto.CryptoKey): Promise<void> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  write(file, x509.PemConverter.encode(bytes, 'PRIVATE KEY'), 0o600);
}

async function readKey(file: string): Promise<webcrypto.CryptoKey> {
  const [bytes] = x509.PemConverter.decode(readFileSync(file, 'utf8'));
  if (bytes === undefined) throw new Error(`${file} holds no key`);
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']);
}

/** Whole or not at all: a start that is broken off leaves no half key behind. */
function write(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, `${text.trim()}\n`, { mode });
  renameSync(`${file}.new`, file);
}

function safeName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9-]/g, '-') || 'cloud-eye';
}

import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { expect, test } from 'vitest';
import { keepLanCertificates } from './certificates.ts';
import type { LanFiles } from './lan-files.ts';

const dayMs = 86_400_000;
const newFolder = () => mkdtempSync(join(tmpdir(), 'cloud-eye-lan-'));
const read = (file: string) => readFileSync(file, 'utf8');

/** What a phone that trusts the authority says of a server with this certificate and key. */
async function trusted(
  { authority }: LanFiles,
  server: { cert: string; key: string },
): Promise<string | null> {
  const listener = createServer(server, (_, response) => response.end());
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', ca: read(authority) }, () => resolve(null));
      socket.on('error', (error) => resolve(error.message));
    });
  } finally {
    listener.closeAllConnections();
    listener.close();
  }
}

test('who trusts the authority trusts the machine by its address', async () => {
  const files = await keepLanCertificates(newFolder(), ['192.168.1.20']);
  const certificate = new X509Certificate(read(files.certificate));
  expect(certificate.checkIP('192.168.1.20')).toBe('192.168.1.20');
  expect(certificate.verify(new X509Certificate(read(files.authority)).publicKey)).toBe(true);
  expect(await trusted(files, { cert: read(files.certificate), key: read(files.key) })).toBeNull();
});

test('keys are for their owner alone', async () => {
  const folder = newFolder();
  const files = await keepLanCertificates(folder, ['192.168.1.20']);
  for (const key of [files.key, join(folder, 'lan', 'authority.key')]) {
    expect(statSync(key).mode & 0o777).toBe(0o600);
  }
});

test('the authority is made once; the certificate anew when an address comes or its end is near', async () => {
  const folder = newFolder();
  const first = await keepLanCertificates(folder, ['192.168.1.20']);
  const [authority, certificate] = [read(first.authority), read(first.certificate)];
  await keepLanCertificates(folder, ['192.168.1.20']);
  expect(read(first.certificate)).toBe(certificate);

  await keepLanCertificates(folder, ['192.168.1.20', '10.0.0.7']);
  const moved = read(first.certificate);
  expect(new X509Certificate(moved).checkIP('10.0.0.7')).toBe('10.0.0.7');
  await keepLanCertificates(folder, ['192.168.1.20'], new Date(Date.now() + 380 * dayMs));
  expect(read(first.certificate)).not.toBe(moved);
  expect(read(first.authority)).toBe(authority);
});

test('a phone’s longest lifetime is kept', async () => {
  const { certificate } = await keepLanCertificates(newFolder(), ['192.168.1.20']);
  const { validFrom, validTo } = new X509Certificate(read(certificate));
  const days = (Date.parse(validTo) - Date.parse(validFrom)) / dayMs;
  expect(days).toBeLessThanOrEqual(398);
  expect(days).toBeGreaterThan(300);
});

test('with a stolen key nobody becomes a bank: the authority is good for the local network alone', async () => {
  const folder = newFolder();
  const files = await keepLanCertificates(folder, ['192.168.1.20']);
  const forge = async (name: x509.JsonGeneralName) => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const [bytes] = x509.PemConverter.decode(read(join(folder, 'lan', 'authority.key')));
    const stolen = await crypto.subtle.importKey(
      'pkcs8',
      bytes!,
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign'],
    );
    const forged = await x509.X509CertificateGenerator.create({
      serialNumber: '01',
      subject: 'CN=forged',
      issuer: new x509.X509Certificate(read(files.authority)).subject,
      notBefore: new Date(Date.now() - dayMs),
      notAfter: new Date(Date.now() + dayMs),
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      publicKey: keys.publicKey,
      signingKey: stolen,
      extensions: [
        new x509.SubjectAlternativeNameExtension([name, { type: 'ip', value: '127.0.0.1' }]),
      ],
    });
    const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
    return trusted(files, {
      cert: forged.toString('pem'),
      key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
    });
  };
  expect(await forge({ type: 'dns', value: 'hall.local' })).toBeNull();
  expect(await forge({ type: 'dns', value: 'bank.example' })).toMatch(/PERMITTED|permitted/);
  expect(await forge({ type: 'ip', value: '8.8.8.8' })).toMatch(/PERMITTED|permitted/);
});

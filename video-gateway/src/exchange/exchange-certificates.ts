/** The certificate that the edge shows: looked at where it is read, and what is wrong with it said in words of ours. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

export type EdgeCertificate = {
  cert: Buffer;
  key: Buffer;
  /** Unix milliseconds. */
  endsAtMs: number;
};

export function readEdgeCertificate(certFile: string, keyFile: string): EdgeCertificate {
  const [cert, key] = [readFileSync(certFile), readFileSync(keyFile)];
  const { validToDate } = readCertificate('VIDEO_EXCHANGE_CERT_FILE', certFile, cert);
  if (validToDate.getTime() <= Date.now()) {
    throw new Error(`VIDEO_EXCHANGE_CERT_FILE ${certFile} expired at ${validToDate.toISOString()}`);
  }
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new Error(`VIDEO_EXCHANGE_CERT_KEY_FILE ${keyFile} is not the key of ${certFile}`, {
      cause,
    });
  }
  return { cert, key, endsAtMs: validToDate.getTime() };
}

export function readAuthority(file: string): Buffer {
  const authority = readFileSync(file);
  readCertificate('VIDEO_EXCHANGE_CA_FILE', file, authority);
  return authority;
}

/** Of a chain the first, which is the edge's own. */
function readCertificate(setting: string, file: string, text: Buffer): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new Error(`${setting} ${file} holds no certificate in PEM`, { cause });
  }
}

export type CertificateRefusal =
  | 'edge-certificate-untrusted'
  | 'edge-certificate-for-another-name'
  | 'edge-certificate-expired'
  | 'edge-certificate-not-yet-valid';

const refusals: Readonly<Record<string, CertificateRefusal>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'edge-certificate-for-another-name',
  CERT_HAS_EXPIRED: 'edge-certificate-expired',
  CERT_NOT_YET_VALID: 'edge-certificate-not-yet-valid',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'edge-certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'edge-certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'edge-certificate-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'edge-certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'edge-certificate-untrusted',
  CERT_SIGNATURE_FAILURE: 'edge-certificate-untrusted',
};

/** Null where the certificate is not what it failed for. */
export function certificateRefusal(error: Error): CertificateRefusal | null {
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && refusals[code]) || null;
}

export function refusalInWords(refusal: CertificateRefusal, url: string): string {
  const { hostname } = new URL(url);
  switch (refusal) {
    case 'edge-certificate-untrusted':
      return 'the edge’s certificate is not from the authority in VIDEO_EXCHANGE_CA_FILE';
    case 'edge-certificate-for-another-name':
      return `the edge’s certificate does not name ${hostname}, the host in VIDEO_EXCHANGE_URL`;
    case 'edge-certificate-expired':
      return 'the edge’s certificate has expired';
    case 'edge-certificate-not-yet-valid':
      return 'the edge’s certificate is not valid yet: is the clock of this machine right?';
  }
}

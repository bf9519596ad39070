/** `--lan`: certificates for this machine's addresses, and what the terminal says to whoever holds a phone. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keepLanCertificates } from '#lan/certificates.ts';
import { lanAddresses } from '#lan/lan-addresses.ts';
import { renderUnicodeCompact } from 'uqr';

export type OpenedLan = { environment: Record<string, string>; welcome: string };

export async function openLan(dataFolder: string, port: number): Promise<OpenedLan> {
  const addresses = lanAddresses();
  const [first] = addresses;
  if (first === undefined) throw new Error('--lan: this machine has no address on a local network');
  const files = await keepLanCertificates(dataFolder, addresses);
  const { fingerprint256 } = new X509Certificate(readFileSync(files.authority));
  const trust = `https://${first}:${port}/trust`;
  return {
    environment: {
      CLOUD_EYE_LAN_ADDRESSES: addresses.join(','),
      CLOUD_EYE_LAN_PORT: String(port),
    },
    welcome: [
      `\n  For phones on the local network:  ${trust}`,
      '  A phone warns at the first visit, for it does not know this machine yet; the page says how to trust it.',
      `  Compare before trusting:  ${fingerprint256}\n`,
      renderUnicodeCompact(trust),
      ...addresses.slice(1).map((address) => `  also  https://${address}:${port}`),
    ].join('\n'),
  };
}

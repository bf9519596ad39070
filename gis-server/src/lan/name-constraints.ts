/**
 * What a certificate authority may vouch for (RFC 5280, 4.2.1.10): whoever trusts ours trusts it for this network and
 * for nothing else, so that its key, were it stolen, opens no bank.
 */
const privateNetworks = [
  ['10.0.0.0', '255.0.0.0'],
  ['172.16.0.0', '255.240.0.0'],
  ['192.168.0.0', '255.255.0.0'],
  ['127.0.0.0', '255.0.0.0'],
] as const;

const sequence = 0x30;
const permitted = 0xa0;
const dnsName = 0x82;
const ipAddress = 0x87;

/** The extension's value: private networks, these addresses, and names below `.local`. */
export function nameConstraints(addresses: readonly string[]): Uint8Array<ArrayBuffer> {
  const networks = [
    ...privateNetworks,
    ...addresses.map((address) => [address, '255.255.255.255'] as const),
  ];
  const subtrees = [
    ...networks.map((network) => der(sequence, der(ipAddress, network.flatMap(bytesOf)))),
    der(sequence, der(dnsName, [...Buffer.from('local')])),
  ];
  return Uint8Array.from(der(sequence, der(permitted, subtrees.flat())));
}

function bytesOf(address: string): number[] {
  return address.split('.').map(Number);
}

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return [tag, ...size, ...content];
}

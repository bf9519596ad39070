import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses } from './lan-addresses.ts';

const at = (address: string, more: Partial<NetworkInterfaceInfo> = {}) =>
  [{ address, family: 'IPv4', internal: false, ...more }] as NetworkInterfaceInfo[];

test('phones are sent to networks they can be in', () => {
  expect(
    lanAddresses({
      lo: at('127.0.0.1', { internal: true }),
      docker0: at('172.17.0.1'),
      eth0: at('192.168.1.20'),
      wlan0: at('10.0.0.7'),
      usb0: at('169.254.3.4'),
      eth1: at('fe80::1', { family: 'IPv6' }),
    }),
  ).toEqual(['192.168.1.20', '10.0.0.7']);
});

test('a machine without a network has none', () => {
  expect(lanAddresses({ lo: at('127.0.0.1', { internal: true }) })).toEqual([]);
});

import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** What virtual machines and containers bring along: no phone is reached by it. */
const virtual = /^(docker|veth|br-|virbr|vmnet|vboxnet|cni|flannel|tun|tap|wg|utun)/;

/** The machine's addresses on networks that a phone may be in, IPv4, in the order of the interfaces. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !virtual.test(name))
    .flatMap(([, each]) => each ?? [])
    .filter(({ family, internal, address }) => {
      return family === 'IPv4' && !internal && !address.startsWith('169.254.');
    })
    .map(({ address }) => address);
}

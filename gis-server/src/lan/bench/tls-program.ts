/**
 * The door to the local network with the hop to the video gateway behind it, and nothing else: what pictures over TLS
 * cost. Prints `port <n>`.
 *
 *   node gis-server/src/lan/bench/tls-program.ts <data folder> <gateway address> <internal key> <session>
 */
import { VideoProxy } from '#http/video-proxy.ts';
import { keepLanCertificates } from '#lan/certificates.ts';
import { LanDoor } from '#lan/lan-door.ts';

const [dataFolder, gatewayUrl, internalKey, session] = process.argv.slice(2);
if (!dataFolder || !gatewayUrl || !internalKey || !session) {
  console.error('usage: node tls-program.ts <data folder> <gateway address> <key> <session>');
  process.exit(2);
}
const addresses = ['127.0.0.1'];
const proxy = new VideoProxy({ gatewayUrl, internalKey, sessionOf: () => session });
const door = new LanDoor({
  files: await keepLanCertificates(dataFolder, addresses),
  addresses,
  port: 0,
  handle: (_request, response) => response.writeHead(404).end(),
  routeUpgrades: (server) =>
    server.on('upgrade', (request, socket, head) => proxy.handleUpgrade(request, socket, head)),
});
await door.listen();
console.log(`port ${door.port}`);

/** Where cameras that push come in: a listener of ours that counts them before node-media-server reads a byte. */
import { createServer, type Server, type Socket } from 'node:net';

const mostAtOnce = 128;
/** Several drones may fly behind one modem. */
const mostOfAddress = 16;
/** A camera that sends nothing for so long has gone; one that only connects holds no place. */
const silentMs = 15_000;

export class PublishDoor {
  readonly #server: Server;
  readonly #guests = new Set<Socket>();

  constructor(welcome: (socket: Socket) => void) {
    this.#server = createServer((socket) => {
      // It ends with its own 'close'.
      socket.on('error', () => undefined);
      const isOfSame = (one: Socket) => one.remoteAddress === socket.remoteAddress;
      const ofAddress = [...this.#guests].filter(isOfSame).length;
      if (this.#guests.size >= mostAtOnce || ofAddress >= mostOfAddress) {
        socket.destroy();
        return;
      }
      this.#guests.add(socket);
      socket.once('close', () => this.#guests.delete(socket));
      socket.setTimeout(silentMs, () => socket.destroy());
      welcome(socket);
    });
  }

  /** Ends the process where the port is taken: the gateway tries again. */
  listen(address: { port: number; host: string }, onListening: () => void): void {
    this.#server.listen(address, onListening);
  }
}

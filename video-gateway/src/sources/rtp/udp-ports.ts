/** A pair of neighbouring UDP ports: RTP on the even one, RTCP on the odd one, from one camera alone. */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { sourceFailure } from '#sources/source-failure.ts';

export type UdpHandlers = {
  onPacket(data: Buffer): void;
  onControl(data: Buffer): void;
};

const attempts = 40;
/** Below the ports that Linux hands out by itself. */
const lowestPort = 20_000;
const portRange = 12_000;
/** Enough for the key picture of a 4K camera that arrives at once. */
const receiveBytes = 2 * 1024 * 1024;

export class UdpPorts {
  readonly #rtp: Socket;
  readonly #rtcp: Socket;
  readonly #camera: string;
  #serverPorts: readonly [number, number] | null = null;

  static async open(camera: string, handlers: UdpHandlers): Promise<UdpPorts> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const port = lowestPort + 2 * Math.floor((Math.random() * portRange) / 2);
      const rtp = await bind(camera, port);
      if (rtp === null) continue;
      const rtcp = await bind(camera, port + 1);
      if (rtcp !== null) return new UdpPorts(rtp, rtcp, { camera, handlers });
      rtp.close();
    }
    throw sourceFailure('transport-unsupported', 'no pair of UDP ports is free');
  }

  private constructor(rtp: Socket, rtcp: Socket, from: { camera: string; handlers: UdpHandlers }) {
    this.#rtp = rtp;
    this.#rtcp = rtcp;
    this.#camera = from.camera;
    rtp.on('message', (data, sender) => {
      if (this.#isCamera(sender, 0)) from.handlers.onPacket(data);
    });
    rtcp.on('message', (data, sender) => {
      if (this.#isCamera(sender, 1)) from.handlers.onControl(data);
    });
    // An unreachable port of the camera shows as an error here; the stall watch judges the stream.
    for (const socket of [rtp, rtcp]) socket.on('error', () => undefined);
  }

  get range(): string {
    const { port } = this.#rtp.address();
    return `${port}-${port + 1}`;
  }

  /** From now on only these ports of the camera are heard; a packet to them opens firewalls on the way. */
  expectFrom(serverPorts: readonly [number, number] | null): void {
    this.#serverPorts = serverPorts;
    if (serverPorts === null) return;
    this.#rtp.send(
      Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      serverPorts[0],
      this.#camera,
    );
  }

  sendControl(data: Buffer): void {
    if (this.#serverPorts !== null) this.#rtcp.send(data, this.#serverPorts[1], this.#camera);
  }

  close(): void {
    this.#rtp.close();
    this.#rtcp.close();
  }

  #isCamera({ address, port }: RemoteInfo, index: 0 | 1): boolean {
    const expected = this.#serverPorts?.[index];
    return address === this.#camera && (expected === undefined || expected === port);
  }
}

/** Null where the port is taken. */
function bind(camera: string, port: number): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createSocket({
      type: isIPv6(camera) ? 'udp6' : 'udp4',
      recvBufferSize: receiveBytes,
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close();
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(sourceFailure('transport-unsupported', 'no UDP port can be opened', error));
    });
    socket.bind(port, () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

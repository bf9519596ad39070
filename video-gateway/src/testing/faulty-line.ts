/** A TCP line between a camera and the gateway, the gateway and a viewer, or two halves of it, that fails as lines do. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Pair = {
  near: Socket;
  far: Socket;
  from: Socket;
  into: Socket;
  waiting: Buffer[];
  waitingBytes: number;
};

const stepsPerSecond = 10;
/** What lies in the line before it makes its sender wait. */
const heldBytes = 16 * 1024;

/** Which way the pictures go: what a speed is meant for. */
type Heavy = 'from-target' | 'from-caller';

export class FaultyLine {
  /** Connections ever taken. */
  taken = 0;
  readonly #targetPort: number;
  readonly #heavy: Heavy;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #bytesPerSecond: number | null = null;
  #bytesBeforeReset = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  constructor(targetPort: number, heavy: Heavy = 'from-target') {
    this.#targetPort = targetPort;
    this.#heavy = heavy;
    this.#server = createServer((near) => this.#join(near));
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections that who connected holds now. */
  get held(): number {
    return [...this.#pairs].filter(({ near }) => !near.destroyed).length;
  }

  /** Breaks, without a farewell, once so many more bytes of pictures have come. */
  resetAfter(bytes: number): void {
    this.#bytesBeforeReset = bytes;
  }

  /** All connections that stand break at once. */
  cut(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  /** Nothing passes any more through the connections that stand, and neither end is told. */
  goDeaf(): void {
    for (const { near, far } of this.#pairs) {
      near.removeAllListeners('data').resume();
      far.removeAllListeners('data').resume();
    }
  }

  /** Pictures pass at this speed; null takes the limit away. */
  throttle(bytesPerSecond: number | null): void {
    this.#bytesPerSecond = bytesPerSecond;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#step(), 1000 / stepsPerSecond);
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket): void {
    this.taken += 1;
    const far = connect({ host: '127.0.0.1', port: this.#targetPort, noDelay: true });
    near.setNoDelay(true);
    const [from, into] = this.#heavy === 'from-target' ? [far, near] : [near, far];
    const pair: Pair = { near, far, from, into, waiting: [], waitingBytes: 0 };
    this.#pairs.add(pair);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.on('close', () => {
      this.#pairs.delete(pair);
      far.destroy();
    });
    far.on('close', () => near.destroy());
    into.on('data', (chunk) => from.write(chunk));
    from.on('data', (chunk) => this.#pass(pair, chunk));
  }

  #pass(pair: Pair, chunk: Buffer): void {
    if (chunk.length >= this.#bytesBeforeReset) {
      const last = chunk.subarray(0, this.#bytesBeforeReset);
      this.#bytesBeforeReset = Number.POSITIVE_INFINITY;
      pair.from.removeAllListeners('data');
      pair.into.write(last, () => pair.into.resetAndDestroy());
      return;
    }
    this.#bytesBeforeReset -= chunk.length;
    if (this.#bytesPerSecond === null) {
      pair.into.write(chunk);
      return;
    }
    pair.waiting.push(chunk);
    pair.waitingBytes += chunk.length;
    if (pair.waitingBytes > heldBytes) pair.from.pause();
  }

  #step(): void {
    for (const pair of this.#pairs) {
      const most = (this.#bytesPerSecond ?? Number.POSITIVE_INFINITY) / stepsPerSecond;
      const all = Buffer.concat(pair.waiting);
      const now = all.subarray(0, Math.min(all.length, most));
      const rest = all.subarray(now.length);
      pair.waiting = rest.length > 0 ? [rest] : [];
      pair.waitingBytes = rest.length;
      if (now.length > 0) pair.into.write(now);
      if (rest.length <= heldBytes) pair.from.resume();
    }
  }
}

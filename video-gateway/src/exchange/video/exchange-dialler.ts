/** Dials the edge from inside the video network, the one connection between both; comes back by itself. */
import { WebSocket } from 'ws';
import {
  certificateRefusal,
  refusalInWords,
  type CertificateRefusal,
} from '#exchange/exchange-certificates.ts';
import type { PullExchangeConfig } from '#exchange/exchange-config.ts';
import { downward, type Downward } from '#exchange/downward.ts';
import { ExchangeLine } from '#exchange/exchange-line.ts';
import { newNonce, proofOf, proves, type Nonces } from '#exchange/handshake.ts';
import type { Upward } from '#exchange/upward.ts';
import { redialDelayMs } from '#redial-delay.ts';

export type VideoLine = ExchangeLine<Downward, Upward>;

/** Why there is no line, where that is for a person to mend. */
export type LinkRefusal = CertificateRefusal | 'edge-does-not-welcome';

export type ExchangeDiallerParts = {
  config: PullExchangeConfig;
  onError: (message: string) => void;
  /** Both have shown the key. */
  onLine: (line: VideoLine) => void;
};

const handshakeMs = 5_000;
/** Started side by side, the edge may take so long until it listens. */
const startUpMs = 20_000;
/** Commands are short. */
const maxCommandBytes = 64 * 1024;

export class ExchangeDialler {
  readonly #parts: ExchangeDiallerParts;
  #line: VideoLine | null = null;
  readonly #startedAt = performance.now();
  #wasUp = false;
  #attempt = 0;
  #refusal: LinkRefusal | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(parts: ExchangeDiallerParts) {
    this.#parts = parts;
  }

  /** Of the last try; null where it came up, or failed for what passes by itself. */
  get refusal(): LinkRefusal | null {
    return this.#refusal;
  }

  start(): void {
    const { config } = this.#parts;
    const socket = new WebSocket(config.url, {
      perMessageDeflate: false,
      maxPayload: maxCommandBytes,
      handshakeTimeout: handshakeMs,
      ...(config.ca !== null && { ca: config.ca }),
    });
    const line: VideoLine = new ExchangeLine(socket, downward, (message, failure) =>
      this.#tell(message, failure),
    );
    this.#line = line;
    const timer = setTimeout(() => line.end(), 2 * handshakeMs);
    let nonces: Nonces | null = null;
    line.handle({
      onWord: (word) => {
        if (word.type === 'challenge' && nonces === null) {
          nonces = { edge: word.nonce, video: newNonce() };
          const proof = proofOf('video', config.key, nonces);
          return line.say({ type: 'answer', nonce: nonces.video, proof });
        }
        if (word.type !== 'welcome' || nonces === null) throw new RangeError('no welcome');
        if (!proves(word.proof, 'edge', config.key, nonces)) {
          nonces = null;
          throw new RangeError('the other end does not show that it has the key');
        }
        clearTimeout(timer);
        this.#attempt = 0;
        this.#wasUp = true;
        this.#refusal = null;
        this.#parts.onLine(line);
      },
      onFrame: () => line.end(),
      onClose: () => {
        clearTimeout(timer);
        if (nonces !== null && !this.#stopped) this.#tellUnwelcome();
      },
    });
    socket.on('close', () => this.#dialAgain());
  }

  stop(): void {
    this.#stopped = true;
    if (this.#retry) clearTimeout(this.#retry);
    this.#line?.end();
  }

  #tell(message: string, failure?: Error): void {
    const refusal = failure === undefined ? null : certificateRefusal(failure);
    this.#refusal = refusal;
    const { config, onError } = this.#parts;
    if (refusal !== null) onError(`video exchange: ${refusalInWords(refusal, config.url)}`);
    else if (!this.#isStartingTogether(message)) onError(message);
  }

  /** It knows no more than that the other end hung up on its proof. */
  #tellUnwelcome(): void {
    this.#refusal = 'edge-does-not-welcome';
    this.#parts.onError(
      'video exchange: the edge hung up before its welcome: is VIDEO_EXCHANGE_KEY_FILE the same on both sides?',
    );
  }

  /** Nobody listens yet. */
  #isStartingTogether(message: string): boolean {
    const isEarly = !this.#wasUp && performance.now() - this.#startedAt < startUpMs;
    return isEarly && message.includes('ECONNREFUSED');
  }

  #dialAgain(): void {
    this.#line = null;
    if (this.#stopped) return;
    this.#retry = setTimeout(() => this.start(), redialDelayMs(this.#attempt));
    this.#attempt += 1;
  }
}

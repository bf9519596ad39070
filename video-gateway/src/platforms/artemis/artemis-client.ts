/** One signed call to an Artemis gateway. HTTP is 200 on errors too: the string `code` decides. */
import { randomUUID } from 'node:crypto';
import type { Clock } from 'grid-data';
import { z } from 'zod';
import { signedHeaders } from '#platforms/artemis/artemis-signature.ts';
import { GuardedCalls } from '#platforms/guard/guarded-calls.ts';
import { refusedInWords } from '#platforms/platform-failure.ts';
import {
  createPlatformHttp,
  readJson,
  unreadable,
  type PlatformHttp,
} from '#platforms/platform-http.ts';
import type { OpenedStream, PlatformHealth, PlatformTrouble } from '#platforms/platform.ts';
import type { ArtemisEntry } from '#platforms/platforms-file.ts';

const envelope = z.object({
  code: z.string(),
  msg: z.string().nullish(),
  data: z.unknown().optional(),
});

export class ArtemisClient {
  readonly #entry: ArtemisEntry;
  readonly #clock: Clock;
  readonly #calls: GuardedCalls;
  readonly #send: PlatformHttp;

  constructor(entry: ArtemisEntry, clock: Clock) {
    this.#entry = entry;
    this.#clock = clock;
    this.#calls = new GuardedCalls(clock, entry);
    this.#send = createPlatformHttp(entry);
  }

  get health(): PlatformHealth {
    return this.#calls.health;
  }

  get trouble(): PlatformTrouble {
    return this.#calls.trouble;
  }

  call<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return this.#calls.run(async () => {
      const read = envelope.safeParse(readJson(await this.#post(path, body)));
      if (!read.success) throw unreadable('no code in it');
      const { code, msg, data } = read.data;
      if (code !== '0') throw refusedInWords(code, msg ?? '');
      const content = shape.safeParse(data);
      if (!content.success) throw unreadable('it lacks what was asked for');
      return content.data;
    });
  }

  /** The signature covers the body's bytes: they are written once and sent as they were signed. */
  #post(path: string, body: object) {
    const url = new URL(`${this.#entry.baseUrl.replace(/\/$/, '')}${path}`);
    const text = JSON.stringify(body);
    const now = this.#clock.now();
    const headers = signedHeaders(
      {
        method: 'POST',
        path,
        body: text,
        date: now.toUTCString(),
        timestampMs: String(now.getTime()),
        nonce: randomUUID(),
      },
      this.#entry,
    );
    return this.#send({ method: 'POST', url, headers, body: text });
  }
}

/** Without these the answer is the vendor's own protocol, or PS inside RTSP. */
export const artemisStream = {
  protocol: 'rtsp',
  streamform: 'rtp',
  transmode: 1,
  expand: 'transcode=0',
};

export type ArtemisParts = {
  client: ArtemisClient;
  entry: ArtemisEntry;
  /** What the platform gave as an address, as one we may pull. */
  opened: (url: string) => Promise<OpenedStream>;
};

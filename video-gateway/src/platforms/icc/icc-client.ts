/** Calls to Dahua's ICC with a token; HTTP is 200 on errors too. */
import type { Clock } from 'grid-data';
import { z } from 'zod';
import { GuardedCalls } from '#platforms/guard/guarded-calls.ts';
import { IccToken } from '#platforms/icc/icc-token.ts';
import { platformFailure, refusedInWords } from '#platforms/platform-failure.ts';
import {
  createPlatformHttp,
  readJson,
  unreadable,
  type PlatformHttp,
  type PlatformReply,
} from '#platforms/platform-http.ts';
import type { OpenedStream, PlatformHealth, PlatformTrouble } from '#platforms/platform.ts';
import type { IccEntry } from '#platforms/platforms-file.ts';

const envelope = z.object({
  code: z.union([z.string(), z.number()]),
  success: z.boolean().nullish(),
  desc: z.string().nullish(),
  errMsg: z.string().nullish(),
  data: z.unknown().optional(),
});
type Envelope = z.infer<typeof envelope>;

/** Some doors answer these with HTTP 200 where others answer 401. */
const tokenCodes = new Set(['27001007', '27001004']);

/** The media services say 1000 where all is well, the others 0. */
export type IccSuccess = '1000' | '0';

export class IccClient {
  readonly #entry: IccEntry;
  readonly #calls: GuardedCalls;
  readonly #send: PlatformHttp;
  readonly #token: IccToken;

  constructor(entry: IccEntry, clock: Clock) {
    this.#entry = entry;
    this.#calls = new GuardedCalls(clock, entry);
    this.#send = createPlatformHttp(entry);
    this.#token = new IccToken(entry, clock, this.#send);
  }

  get health(): PlatformHealth {
    return this.#calls.health;
  }

  get trouble(): PlatformTrouble {
    return this.#calls.trouble;
  }

  /** A call to the media services: their body is wrapped in `data`. */
  media<T>(path: string, data: object, shape: z.ZodType<T>): Promise<T> {
    return this.#call(`/evo-apigw/admin/API${path}`, { data }, { success: '1000', shape });
  }

  resources<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T> {
    return this.#call(`/evo-apigw/evo-brm${path}`, body, { success: '0', shape });
  }

  #call<T>(
    path: string,
    body: object,
    { success, shape }: { success: IccSuccess; shape: z.ZodType<T> },
  ): Promise<T> {
    return this.#calls.run(async () => {
      const answer = await this.#postWithToken(path, body);
      const code = String(answer.code);
      if (code !== success || answer.success === false) {
        throw refusedInWords(code, answer.desc ?? answer.errMsg ?? '');
      }
      const content = shape.safeParse(answer.data);
      if (!content.success) throw unreadable('it lacks what was asked for');
      return content.data;
    });
  }

  /** A token may be taken back before its time: then once more with a new one, and no further. */
  async #postWithToken(path: string, body: object): Promise<Envelope> {
    for (const isLast of [false, true]) {
      const token = await this.#token.get();
      const reply = await this.#post(path, body, token);
      const answer = reply.status === 401 ? null : readEnvelope(reply);
      if (answer !== null && !tokenCodes.has(String(answer.code))) return answer;
      this.#token.spoil(token);
      if (isLast) break;
    }
    throw platformFailure('platform-auth-refused', 'the platform refuses the token it just gave');
  }

  #post(path: string, body: object, token: string): Promise<PlatformReply> {
    return this.#send({
      method: 'POST',
      url: new URL(`${this.#entry.baseUrl.replace(/\/$/, '')}${path}`),
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        Authorization: `bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  }
}

function readEnvelope(reply: PlatformReply): Envelope {
  const read = envelope.safeParse(readJson(reply));
  if (read.success) return read.data;
  throw unreadable('no code in it');
}

export type IccParts = {
  client: IccClient;
  entry: IccEntry;
  opened: (reply: IccStream) => Promise<OpenedStream>;
};

/** Several addresses divided by `|`, one per network, and a token that each of them lacks. */
export const iccStream = z.object({
  url: z.string().min(1).max(8192),
  token: z.union([z.string(), z.number()]).nullish(),
});
export type IccStream = z.infer<typeof iccStream>;

export function addressesOf({ url, token }: IccStream): string[] {
  return url
    .split('|')
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .map((address) => {
      if (token == null || token === '') return address;
      const name = encodeURIComponent(String(token));
      return `${address}${address.includes('?') ? '&' : '?'}token=${name}`;
    });
}

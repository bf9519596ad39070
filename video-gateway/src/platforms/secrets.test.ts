/** Canaries in every entry: whatever a platform answers, none of them comes out in an error or in what it lists. */
import { inspect } from 'node:util';
import { systemClock } from 'grid-data';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redact } from '#health/redact.ts';
import { createPlatform } from '#platforms/create-platform.ts';
import type { Platform } from '#platforms/platform.ts';
import { aSignedGetEntry, anArtemisEntry, anIccEntry } from '#testing/platform-entries.ts';
import { ScriptedPlatform, type PlatformAnswer } from '#testing/scripted-platform.ts';

const secret = 'canary-0f3a';
let scripted: ScriptedPlatform;

beforeEach(async () => {
  scripted = await new ScriptedPlatform().listen();
});

afterEach(() => scripted.close());

const entries = {
  artemis: () => anArtemisEntry({ baseUrl: scripted.url, appKey: secret, appSecret: secret }),
  icc: () => anIccEntry({ baseUrl: scripted.url, password: secret, clientSecret: secret }),
  'signed-get': () =>
    aSignedGetEntry({
      baseUrl: scripted.url,
      secret,
      constants: { appkey: secret, centertype: secret },
    }),
};

/** Platforms that say what they were sent, in all the ways in which they answer. */
const echoes: Record<string, PlatformAnswer> = {
  words: { body: { code: '7', msg: `bad appKey=${secret}`, errMsg: `password: ${secret}` } },
  html: { text: `<p>token=${secret}</p>` },
  'a broken answer': { text: `{"token":"${secret}"` },
  'an address': {
    body: {
      code: '0',
      success: true,
      data: { url: `hik://u:${secret}@127.0.0.1/`, publicKey: secret },
    },
  },
  'a redirect': { status: 302, headers: { location: `http://x/?token=${secret}` }, body: {} },
  'a refusal': { status: 403, body: { msg: secret } },
  silence: 'hang-up',
};

/** All that a process could print of it: message, reason, details, and what hangs on it, to any depth. */
const printed = (error: unknown) => inspect(error, { depth: Infinity, showHidden: true });

const attempts: readonly ((platform: Platform) => Promise<unknown>)[] = [
  (platform) => platform.listCameras(null),
  (platform) => platform.openLive('camera-1', 'main'),
  async (platform) => platform.recordings?.list('camera-1', { fromMs: 0, toMs: 1_000 }),
  async (platform) => platform.ptz?.move('camera-1', 'up', 1, 'start'),
  async (platform) => platform.presets?.list('camera-1'),
];

it.each(
  Object.keys(entries).flatMap((kind) => Object.keys(echoes).map((echo) => [kind, echo] as const)),
)('a platform of kind %s that answers with %s gives no secret away', async (kind, echo) => {
  scripted.answer = () => echoes[echo]!;
  const platform = createPlatform(entries[kind as keyof typeof entries](), systemClock);
  for (const attempt of attempts) {
    const outcome = await attempt(platform).catch((error: unknown) => error);
    expect(printed(outcome)).not.toContain(secret);
  }
  expect(scripted.calls.length).toBeGreaterThan(0);
  expect(printed(platform.health())).not.toContain(secret);
});

it.each([
  'POST /oauth {"password":"canary-0f3a","client_secret":"canary-0f3a"}',
  'Authorization: bearer canary-0f3a',
  'GET /real/urls?appkey=canary-0f3a&token=canary-0f3a',
  'secret: canary-0f3a; access_token = canary-0f3a',
])('a log line such as %s keeps no secret', (line) => {
  expect(redact(line)).not.toContain('canary');
});

/** A platform that gives one address for one signed request, as the web interfaces of public security do. */
import { randomUUID } from 'node:crypto';
import type { Clock, PlatformCamera, StreamProfile } from 'grid-data';
import { nextPageCursor, readPageCursor, type NumberedPage } from '#platforms/camera-pages.ts';
import { GuardedCalls } from '#platforms/guard/guarded-calls.ts';
import { readDegrees, readGbCode } from '#platforms/listed-values.ts';
import { platformFailure, refusedInWords } from '#platforms/platform-failure.ts';
import { createPlatformHttp, readJson, unreadable } from '#platforms/platform-http.ts';
import type { CameraPage, OpenedStream, Platform } from '#platforms/platform.ts';
import { platformFacts, type SignedGetEntry } from '#platforms/platforms-file.ts';
import { valueAt } from '#platforms/signed-get/json-path.ts';
import type {
  DescribedCameraList,
  DescribedRequest,
} from '#platforms/signed-get/signed-get-entry.ts';
import { filled, signedQuery, type Values } from '#platforms/signed-get/signed-query.ts';
import { chooseAddress } from '#platforms/stream-address.ts';

type Ask = (asked: DescribedRequest, values: Values) => Promise<unknown>;

export function createSignedGetPlatform(entry: SignedGetEntry, clock: Clock): Platform {
  const calls = new GuardedCalls(clock, entry);
  const ask = createAsk(entry, clock, calls);
  return {
    ...platformFacts(entry),
    health: () => calls.health,
    trouble: () => calls.trouble,
    listCameras: (cursor) => listCameras(ask, entry.cameras, readPageCursor(cursor)),
    openLive: async (cameraId, profile) => {
      const given = await askForAddress(ask, entry, { cameraId, profile });
      const { lifeMs } = entry.live;
      return {
        ...(await chooseAddress(given, entry)),
        expiresAt: lifeMs === null ? null : clock.now().getTime() + lifeMs,
        redirectPolicy: entry.redirects,
      } satisfies OpenedStream;
    },
    recordings: null,
    ptz: null,
    presets: null,
  };
}

function createAsk(entry: SignedGetEntry, clock: Clock, calls: GuardedCalls): Ask {
  const send = createPlatformHttp(entry);
  return ({ method, path, parameters }, values) =>
    calls.run(async () => {
      const nowMs = clock.now().getTime();
      const all: Values = {
        ...entry.constants,
        timestampMs: String(nowMs),
        timestampSeconds: String(Math.floor(nowMs / 1_000)),
        nonce: randomUUID(),
        ...values,
      };
      const inPath = Object.fromEntries(
        Object.entries(all).map(([name, value]) => [name, encodeURIComponent(value)]),
      );
      const url = new URL(`${entry.baseUrl.replace(/\/$/, '')}${filled(path, inPath)}`);
      const asked = Object.fromEntries(
        Object.entries(parameters).map(([name, template]) => [name, filled(template, all)]),
      );
      const query = signedQuery(asked, entry.signature, entry.secret).toString();
      if (method === 'GET') url.search = query;
      const headers = {
        Accept: 'application/json',
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      };
      const body = method === 'GET' ? null : query;
      return accepted(readJson(await send({ method, url, headers, body })), entry.answer);
    });
}

function accepted(answer: unknown, rule: SignedGetEntry['answer']): unknown {
  const code = valueAt(answer, rule.code);
  if (typeof code !== 'string' && typeof code !== 'number' && typeof code !== 'boolean') {
    throw unreadable(`nothing at ${rule.code}`);
  }
  if (rule.ok.includes(String(code))) return answer;
  if (rule.authCodes.includes(String(code))) {
    throw platformFailure('platform-auth-refused', 'the platform refuses our key or signature');
  }
  throw refusedInWords(String(code), String(valueAt(answer, rule.message) ?? ''));
}

async function askForAddress(
  ask: Ask,
  { live }: SignedGetEntry,
  { cameraId, profile }: { cameraId: string; profile: StreamProfile },
): Promise<string[]> {
  const answer = await ask(live, { cameraId, profile: live.profiles[profile] });
  const given = [valueAt(answer, live.url)].flat().filter((url) => typeof url === 'string');
  const addresses = given.flatMap((text) => text.split('|')).filter((text) => text !== '');
  if (addresses.length === 0) throw unreadable(`no address at ${live.url}`);
  return addresses;
}

async function listCameras(
  ask: Ask,
  described: DescribedCameraList,
  page: NumberedPage,
): Promise<CameraPage> {
  const { pageSize, list, total } = described;
  const answer = await ask(described, { page: String(page.number), pageSize: String(pageSize) });
  const rows = valueAt(answer, list);
  if (!Array.isArray(rows)) throw unreadable(`no list at ${list}`);
  const cameras = rows.map((row: unknown) => toPlatformCamera(row, described));
  const next =
    total === null
      ? nextWithoutTotal(described, page, rows.length)
      : nextPageCursor(page, rows.length, readTotal(answer, total));
  return { cameras, next };
}

function nextWithoutTotal(
  { parameters, pageSize }: DescribedCameraList,
  { number, listedBefore }: NumberedPage,
  count: number,
): string | null {
  const isPaged = Object.values(parameters).some((template) => template.includes('{page}'));
  return isPaged && count >= pageSize ? `${number + 1}/${listedBefore + count}` : null;
}

function readTotal(answer: unknown, path: string): number {
  const total = Number(valueAt(answer, path) ?? Number.NaN);
  if (Number.isInteger(total) && total >= 0) return total;
  throw unreadable(`no number at ${path}`);
}

function toPlatformCamera(row: unknown, { fields, kinds, states }: DescribedCameraList) {
  const at = (path: string | null): string | null => {
    const value = path === null ? undefined : valueAt(row, path);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null;
  };
  const id = at(fields.id);
  if (id === null || id === '' || id.length > 128)
    throw unreadable(`a camera without ${fields.id}`);
  return {
    platformCameraId: id,
    name: (at(fields.name) ?? id).slice(0, 200),
    gbCode: readGbCode(at(fields.gbCode)),
    longitude: readDegrees(at(fields.longitude), 180),
    latitude: readDegrees(at(fields.latitude), 90),
    kind: kinds[at(fields.kind) ?? ''] ?? 'fixed',
    state: states[at(fields.state) ?? ''] ?? 'unknown',
  } satisfies PlatformCamera;
}

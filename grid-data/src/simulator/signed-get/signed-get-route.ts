/** A web interface as traffic police have it: one signed GET that lists cameras, one that gives an address. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { canTurn } from '#domain/camera.ts';
import { fromCgcs2000 } from '#domain/coordinate-systems.ts';
import { platformIdOf } from '../cameras/camera-register.ts';
import type { SimulatedCamera } from '../cameras/simulated-camera.ts';
import { slowAnswerMs } from '../faults/fault-board.ts';
import type { HttpAnswer, HttpRequest } from '../http/http-server.ts';
import type { PlatformParts } from '../platform-parts.ts';
import { mediaAddresses } from '../platform-parts.ts';

export const signedGetPrefix = '/real';
const clockWindowMs = 15 * 60_000;

export type SignedGetKeys = { appKey: string; secret: string };
type Answer = { code: number; msg: string; data: unknown };

const refused = (code: number, msg: string): Answer => ({ code, msg, data: null });

export function signedGetRoute(parts: PlatformParts, keys: SignedGetKeys) {
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const { faults, register } = parts;
    const { pathname, searchParams: query } = new URL(request.target, 'http://simulator');
    const at = register.findOn('signed-get', query.get('id') ?? '') ?? 'signed-get';
    if (faults.isOn('platform-hangs', at)) return { kind: 'never' };
    if (faults.isOn('slow', at)) await delay(slowAnswerMs);
    const answer =
      request.method === 'GET'
        ? answerTo(pathname, query, { parts, keys })
        : refused(-1, 'GET only');
    const isWrong = faults.isOn('wrong-code', at);
    return { kind: 'json', status: 200, value: isWrong ? { ...answer, code: 7 } : answer };
  };
}

function answerTo(
  path: string,
  query: URLSearchParams,
  { parts, keys }: { parts: PlatformParts; keys: SignedGetKeys },
): Answer {
  const refusal = signatureRefusal(query, keys);
  if (refusal !== null) return refused(-9, refusal);
  if (path === '/real/cameras') return listCameras(query, parts);
  if (path === '/real/urls') return streamAddress(query, parts);
  return refused(-2, 'no such call');
}

/** md5 over the parameters sorted by name, as name=value joined by &, and the secret behind them. */
export function signatureRefusal(query: URLSearchParams, keys: SignedGetKeys): string | null {
  if (query.get('appkey') !== keys.appKey) return 'unknown appkey';
  const sentAt = Number(query.get('timestamp') ?? Number.NaN);
  if (!(Math.abs(Date.now() - sentAt) <= clockWindowMs)) return 'timestamp out of window';
  const pairs = [...query]
    .filter(([name]) => name !== 'token')
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  const text = `${pairs.join('&')}${keys.secret}`;
  const expected = createHash('md5').update(text, 'utf8').digest();
  const given = Buffer.from(query.get('token') ?? '', 'hex');
  const isSame = given.length === expected.length && timingSafeEqual(given, expected);
  return isSame ? null : 'wrong token';
}

function listCameras(query: URLSearchParams, { register }: PlatformParts): Answer {
  const [page, size] = [Number(query.get('page')), Number(query.get('size'))];
  if (!Number.isInteger(page) || !(page >= 1) || !(size >= 1 && size <= 500)) {
    return refused(-1, 'bad page');
  }
  const all = register.listedOn('signed-get');
  const rows = all
    .slice((page - 1) * size, page * size)
    .map((camera) => row(camera, register.stateOf(camera) === 'online'));
  return { code: 1, msg: 'ok', data: { total: all.length, rows } };
}

/** Positions in BD-09, as numbers. */
function row(camera: SimulatedCamera, isOnline: boolean): Record<string, unknown> {
  const [lng, lat] = fromCgcs2000('bd09', [camera.longitude, camera.latitude]);
  const type = canTurn(camera.kind) ? 2 : 1;
  const online = isOnline ? 1 : 0;
  const [id, gb] = [platformIdOf(camera), camera.gbCode];
  return { id, name: camera.name, lng: round(lng), lat: round(lat), gb, type, online };
}

const round = (degrees: number): number => Number(degrees.toFixed(6));

function streamAddress(query: URLSearchParams, parts: PlatformParts): Answer {
  const camera = parts.register.findOn('signed-get', query.get('id') ?? '');
  if (!camera) return refused(0, '摄像机不存在');
  if (parts.faults.isOn('platform-refuses', camera)) return refused(0, 'server busy');
  if (parts.register.stateOf(camera) === 'offline') return refused(0, '摄像机不在线');
  if (parts.faults.isOn('licence-full', camera)) return refused(0, '并发路数已满');
  const token = parts.tokens.issue(camera.id);
  const path = `/real/${encodeURIComponent(platformIdOf(camera))}?token=${token}`;
  return { code: 1, msg: 'ok', data: mediaAddresses(parts, camera, path) };
}

import { setTimeout as delay } from 'node:timers/promises';
import { slowAnswerMs } from '../faults/fault-board.ts';
import type { HttpAnswer, HttpRequest } from '../http/http-server.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { IccAnswer } from './icc-answer.ts';
import { mediaRefusal } from './icc-answer.ts';
import { iccCalls } from './icc-calls.ts';
import type { SignIn } from './sign-in.ts';

export const iccPrefix = '/evo-apigw';
const publicKeyPath = '/evo-oauth/1.0.0/oauth/public-key';
const tokenPath = '/evo-oauth/1.0.0/oauth/extend/token';

/** The web interface of a town's ICC platform: sign in first, then call with the token. */
export function iccRoute(parts: PlatformParts, signIn: SignIn) {
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const { faults } = parts;
    const body = parsed(request.body);
    const at = parts.register.findOn('icc', channelIn(body)) ?? 'icc';
    if (faults.isOn('platform-hangs', at)) return { kind: 'never' };
    if (faults.isOn('slow', at)) await delay(slowAnswerMs);
    const path = request.target.split('?')[0]!.slice(iccPrefix.length);
    if (path === publicKeyPath) return json(200, signIn.publicKey());
    if (path === tokenPath) return json(200, signIn.signIn(body));
    if (!signIn.isKnown(request.headers.authorization)) {
      return json(401, { code: '27001007', errMsg: 'token invalid' });
    }
    if (faults.isOn('platform-refuses', at)) return json(200, mediaRefusal(1009, 'server busy'));
    const call = Object.hasOwn(iccCalls, path) ? iccCalls[path] : undefined;
    if (!call || request.method !== 'POST') return json(404, { code: '404' });
    const answer = call(body, parts);
    return json(200, faults.isOn('wrong-code', at) ? { ...answer, code: 1999 } : answer);
  };
}

function json(status: number, value: IccAnswer | Record<string, unknown>): HttpAnswer {
  return { kind: 'json', status, value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // each call says that its arguments are wrong
  }
}

function channelIn(body: unknown): string {
  const data = (body as { data?: { channelId?: unknown } } | null | undefined)?.data;
  return typeof data?.channelId === 'string' ? data.channelId : '';
}

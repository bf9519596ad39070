import { setTimeout as delay } from 'node:timers/promises';
import { slowAnswerMs } from '../faults/fault-board.ts';
import type { HttpAnswer, HttpRequest } from '../http/http-server.ts';
import type { ArtemisAnswer } from './artemis-answer.ts';
import { refusal } from './artemis-answer.ts';
import type { PlatformParts } from '../platform-parts.ts';
import { artemisCalls } from './artemis-calls.ts';
import type { ClientCheck } from './client-check.ts';

export const artemisPrefix = '/artemis';

/** The web interface of public security: signature first, then the call; errors are HTTP 200 too. */
export function artemisRoute(parts: PlatformParts, check: ClientCheck) {
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const { faults } = parts;
    const body = parsed(request.body);
    const at = parts.register.findOn('artemis', cameraIdIn(body)) ?? 'artemis';
    if (faults.isOn('platform-hangs', at)) return { kind: 'never' };
    if (faults.isOn('slow', at)) await delay(slowAnswerMs);
    if (faults.isOn('platform-refuses', at)) {
      return asJson(refusal('serverBusy', 'server exception'));
    }
    const refused = check.refusalOf({ ...request, target: request.target });
    if (refused) return asJson(refusal('notAuthorised', refused));
    const path = request.target.split('?')[0]!.slice(artemisPrefix.length);
    const call = Object.hasOwn(artemisCalls, path) ? artemisCalls[path] : undefined;
    if (!call || request.method !== 'POST') return asJson(refusal('noSuchCall', 'no such call'));
    if (body === undefined) return asJson(refusal('badParameter', 'body is not JSON'));
    const answer = call(body, parts);
    return asJson(faults.isOn('wrong-code', at) ? { ...answer, code: '0x00000001' } : answer);
  };
}

function asJson(answer: ArtemisAnswer): HttpAnswer {
  return { kind: 'json', status: 200, value: answer };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // answered as a bad parameter once the signature is known to be right
  }
}

function cameraIdIn(body: unknown): string {
  const code = (body as { cameraIndexCode?: unknown } | null | undefined)?.cameraIndexCode;
  return typeof code === 'string' ? code : '';
}

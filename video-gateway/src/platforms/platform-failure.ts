/** Why a platform did not do what it was asked, in words that screens translate. */
import { DomainError, type PlatformFailure } from 'grid-data';
import { redact } from '#health/redact.ts';

export type FailureFacts = { cause?: unknown; details?: Record<string, unknown> };

export function platformFailure(
  reason: PlatformFailure,
  message: string,
  facts: FailureFacts = {},
): DomainError {
  return new DomainError('unavailable', message, { reason, ...facts });
}

/** A refusal that the platform puts into words: codes differ by release, the words are stable enough. */
export function refusedInWords(code: string, words: string): DomainError {
  return platformFailure(reasonIn(words), `the platform answers with code ${code.slice(0, 40)}`, {
    details: { code: code.slice(0, 40), words: redact(words).slice(0, 200) },
  });
}

const reasonsByWords: readonly [RegExp, PlatformFailure][] = [
  [/offline|not online|离线|不在线/i, 'camera-offline'],
  [/licen[cs]e|授权(路数|数)|路数|并发/i, 'licence-full'],
  [/no record|record(ing)?s? not|无录像|没有录像/i, 'no-recording'],
  [/not exist|no such|not found|不存在/i, 'camera-not-found'],
  [
    /app ?key|signature|unauthori[sz]ed|password|account|locked|签名|鉴权|认证|密码|锁定/i,
    'platform-auth-refused',
  ],
];

function reasonIn(words: string): PlatformFailure {
  return reasonsByWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'platform-refused';
}

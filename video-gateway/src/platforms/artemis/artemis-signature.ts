/**
 * The AK/SK signature of the Artemis gateway. Sources disagree on whether the line of an absent header is written
 * empty or left out; Accept, Content-MD5, Content-Type and Date are always sent, so both readings give one string.
 */
import { createHash, createHmac } from 'node:crypto';

export type ArtemisRequest = {
  method: 'POST';
  /** With the `/artemis` prefix. */
  path: string;
  body: string;
  date: string;
  timestampMs: string;
  nonce: string;
};

const accept = '*/*';
const contentType = 'application/json';
const signedNames = 'x-ca-key,x-ca-nonce,x-ca-timestamp';

export function stringToSign(request: ArtemisRequest, appKey: string): string {
  return [
    request.method,
    accept,
    contentMd5(request.body),
    contentType,
    request.date,
    `x-ca-key:${appKey}`,
    `x-ca-nonce:${request.nonce}`,
    `x-ca-timestamp:${request.timestampMs}`,
    request.path,
  ].join('\n');
}

export function signedHeaders(
  request: ArtemisRequest,
  secrets: { appKey: string; appSecret: string },
): Record<string, string> {
  const signature = createHmac('sha256', secrets.appSecret)
    .update(stringToSign(request, secrets.appKey))
    .digest('base64');
  return {
    Accept: accept,
    'Content-MD5': contentMd5(request.body),
    'Content-Type': contentType,
    Date: request.date,
    'X-Ca-Key': secrets.appKey,
    'X-Ca-Nonce': request.nonce,
    'X-Ca-Timestamp': request.timestampMs,
    'X-Ca-Signature-Headers': signedNames,
    'X-Ca-Signature': signature,
  };
}

const contentMd5 = (body: string): string => createHash('md5').update(body).digest('base64');

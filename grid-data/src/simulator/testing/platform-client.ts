/** Asks the web interface as a client of the platform would, signing by the documented rule. */
import { createHmac, randomUUID } from 'node:crypto';

export const testKeys = { appKey: 'test-key', appSecret: 'test-secret' };

export type CallOptions = {
  secret?: string;
  timestamp?: number;
  nonce?: string;
  signal?: AbortSignal;
};

export type PlatformReply = { status: number; code: string; data: Record<string, unknown> | null };

export async function callPlatform(
  baseUrl: string,
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<PlatformReply> {
  const target = `/artemis${path}`;
  const timestamp = String(options.timestamp ?? Date.now());
  const nonce = options.nonce ?? randomUUID();
  const signed = `x-ca-key:${testKeys.appKey}\nx-ca-nonce:${nonce}\nx-ca-timestamp:${timestamp}\n`;
  const text = `POST\napplication/json\napplication/json\n${signed}${target}`;
  const secret = options.secret ?? testKeys.appSecret;
  const answer = await fetch(baseUrl + target, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-ca-key': testKeys.appKey,
      'x-ca-nonce': nonce,
      'x-ca-timestamp': timestamp,
      'x-ca-signature-headers': 'x-ca-key,x-ca-nonce,x-ca-timestamp',
      'x-ca-signature': createHmac('sha256', secret).update(text).digest('base64'),
    },
    body: JSON.stringify(body),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const reply = (await answer.json()) as Omit<PlatformReply, 'status'>;
  return { status: answer.status, ...reply };
}

export async function previewUrl(baseUrl: string, cameraIndexCode: string): Promise<string> {
  const body = { cameraIndexCode, streamType: 1, protocol: 'rtsp', transmode: 1 };
  const reply = await callPlatform(baseUrl, '/api/video/v1/cameras/previewURLs', body);
  return String(reply.data?.url ?? '');
}

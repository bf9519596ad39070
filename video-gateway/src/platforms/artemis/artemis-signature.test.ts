import { expect, it } from 'vitest';
import {
  signedHeaders,
  stringToSign,
  type ArtemisRequest,
} from '#platforms/artemis/artemis-signature.ts';

const request: ArtemisRequest = {
  method: 'POST',
  path: '/artemis/api/video/v1/cameras/previewURLs',
  body: '{"cameraIndexCode":"a1b2","streamType":1}',
  date: 'Mon, 23 Nov 2026 08:00:00 GMT',
  timestampMs: '1795420800000',
  nonce: '7f6b3a52-0c1e-4c57-9a44-2d8f0e1b6c3d',
};

/** Written down from the documented rule, not by our code. */
const written = `POST
*/*
p/WNNxrLJpGu09r1etjxyQ==
application/json
Mon, 23 Nov 2026 08:00:00 GMT
x-ca-key:29180881
x-ca-nonce:7f6b3a52-0c1e-4c57-9a44-2d8f0e1b6c3d
x-ca-timestamp:1795420800000
/artemis/api/video/v1/cameras/previewURLs`;

it('signs the string that the documented rule describes', () => {
  expect(stringToSign(request, '29180881')).toBe(written);
});

it('gives the signature that openssl gives for that string', () => {
  // printf '%s' "$BODY" | openssl dgst -md5 -binary | base64
  //   → p/WNNxrLJpGu09r1etjxyQ==
  // openssl dgst -sha256 -hmac XO0wCAYGi4KV70ybjznx -binary string-to-sign | base64
  //   → CY1loiUmqseY1zdNPjUJtGTcasev4qy93XZ4ScND+y4=
  const headers = signedHeaders(request, { appKey: '29180881', appSecret: 'XO0wCAYGi4KV70ybjznx' });
  expect(headers['Content-MD5']).toBe('p/WNNxrLJpGu09r1etjxyQ==');
  expect(headers['X-Ca-Signature']).toBe('CY1loiUmqseY1zdNPjUJtGTcasev4qy93XZ4ScND+y4=');
  expect(headers['X-Ca-Signature-Headers']).toBe('x-ca-key,x-ca-nonce,x-ca-timestamp');
});

it('always sends the four headers whose absence clients read differently', () => {
  const headers = signedHeaders(request, { appKey: 'k', appSecret: 's' });
  expect(Object.keys(headers)).toEqual(
    expect.arrayContaining(['Accept', 'Content-MD5', 'Content-Type', 'Date']),
  );
});

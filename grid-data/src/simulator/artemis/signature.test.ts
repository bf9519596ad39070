import { describe, expect, it } from 'vitest';
import { signatureOf, stringToSign } from './signature.ts';

const secret = 'XO0wCAYGi4KV70ybjznx';

/** Expected values computed outside with `openssl dgst -sha256 -hmac` over the text of the rule. */
describe('signature of the platform', () => {
  it('covers all four standard headers, the signed ones by name and the path', () => {
    const text = stringToSign(
      {
        method: 'POST',
        target: '/artemis/api/resource/v1/cameras',
        headers: {
          accept: 'application/json',
          'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==',
          'content-type': 'application/json;charset=UTF-8',
          date: 'Mon, 23 Nov 2026 08:00:00 GMT',
          'x-ca-timestamp': '1795420800000',
          'x-ca-nonce': '7f1f8c9e-5c4b-4a55-9a2a-0d4cf3a7b111',
          'x-ca-key': '29180881',
          'x-ca-signature-headers': 'x-ca-timestamp,x-ca-key,x-ca-nonce',
          'x-unsigned': 'left out',
        },
        body: '',
      },
      'dropped',
    );
    expect(signatureOf(text, secret)).toBe('hPF89RIZUvo2bOQF+4LWqjPAuhmAAE66aYBjBku+AeE=');
  });

  it.each([
    ['dropped', 'iH2MjGOlka68rg0RI26rmjJdyu2R8bhrbzS1ENnv8XE='],
    ['kept', 'sUfqGXioXKkBIiTmyIqAZpUk8hVrQgKV1ePVyLxf8h4='],
  ] as const)('sorts queries, with lines of absent headers %s', (emptyHeaderLine, expected) => {
    const text = stringToSign(
      {
        method: 'post',
        target: '/artemis/api/resource/v1/cameras?b=2&a=1',
        headers: {
          accept: '*/*',
          'content-type': 'application/json',
          'x-ca-key': '29180881',
          'x-ca-timestamp': '1795420800000',
          'x-ca-signature-headers': 'x-ca-key,x-ca-timestamp',
        },
        body: '',
      },
      emptyHeaderLine,
    );
    expect(signatureOf(text, secret)).toBe(expected);
  });
});

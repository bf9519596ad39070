import { expect, it } from 'vitest';
import { filled, signatureRule, signedQuery } from '#platforms/signed-get/signed-query.ts';

const parameters = {
  timestamp: '1795420800000',
  id: '人民路 7',
  stream: 'main',
  appkey: 'cloud-eye',
  centertype: '1',
};

/**
 * Made with openssl, not by our code. TEXT is
 *   appkey=cloud-eye&centertype=1&id=人民路 7&stream=main&timestamp=1795420800000
 * and SECRET is the-shared-secret:
 *   printf '%s' "$TEXT$SECRET"        | openssl dgst -md5
 *   printf '%s' "$SECRET$TEXT$SECRET" | openssl dgst -sha1
 *   printf '%s' "$TEXT&key=$SECRET"   | openssl dgst -sha256
 *   printf '%s' "$TEXT"               | openssl dgst -sha256 -hmac "$SECRET"
 * and the last with TEXT written without = and &.
 */
it.each([
  [{ hash: 'md5' }, 'f3d50eb9304f213b4fd25a4ed1add543'],
  [{ hash: 'sha1', text: '{secret}{pairs}{secret}' }, '5ac339c65ff036164f4f203437c9f3976f4ce64e'],
  [
    { hash: 'sha256', text: '{pairs}&key={secret}', letters: 'upper' },
    'C6577A616125BABB7C7328D6F6AB89948980A334E3DE8A78B10EE64DA8BDA634',
  ],
  [
    { hash: 'hmac-sha256', text: '{pairs}' },
    '47ee7d31b09cbdd4478628594eb1c790291c790338f4d8f5a179659640c61afa',
  ],
  [{ hash: 'md5', pair: '{name}{value}', join: '' }, '4a770497f4096bf3ed4fded4fb56e836'],
])('the rule %j signs as openssl does', (rule, signature) => {
  const query = signedQuery(
    parameters,
    signatureRule.parse({ parameter: 'token', ...rule }),
    'the-shared-secret',
  );
  expect(query.get('token')).toBe(signature);
  expect(query.get('id')).toBe('人民路 7');
});

it('a value that looks like a placeholder stays as it is', () => {
  expect(filled('{a}-{b}-{c}', { a: '{b}', b: '$&' })).toBe('{b}-$&-{c}');
});

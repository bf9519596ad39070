/** Against the examples that the standards give. */
import { expect, it } from 'vitest';
import { chooseChallenge, RtspAuthorization } from '#sources/rtsp/rtsp-auth.ts';

it('answers the example of RFC 2617, section 3.5', () => {
  const challenge = chooseChallenge([
    'Digest realm="testrealm@host.com", qop="auth,auth-int", ' +
      'nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
  ])!;
  const credentials = { user: 'Mufasa', password: 'Circle Of Life' };
  const header = new RtspAuthorization(challenge, credentials, () => '0a4f113b').header(
    'GET',
    '/dir/index.html',
  );
  expect(header).toContain('response="6629fae49393a05397450978507c4ef1"');
  expect(header).toContain('qop=auth, nc=00000001, cnonce="0a4f113b"');
  expect(header).toContain('opaque="5ccc069c403ebaf9f0171e9517f40e41"');
});

it.each([
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
])('answers the %s example of RFC 7616, section 3.9.1', (algorithm, response) => {
  const challenge = chooseChallenge([
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
      'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  ])!;
  const authorization = new RtspAuthorization(
    challenge,
    { user: 'Mufasa', password: 'Circle of Life' },
    () => 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  );
  expect(authorization.header('GET', '/dir/index.html')).toContain(`response="${response}"`);
});

it('takes Digest before Basic, and nothing that it cannot answer', () => {
  const basic = 'Basic realm="cam"';
  const digest = 'Digest realm="cam", nonce="1"';
  expect(chooseChallenge([basic, digest])?.scheme).toBe('digest');
  expect(chooseChallenge([basic, 'Digest realm="cam", nonce="1", algorithm=SM3'])?.scheme).toBe(
    'basic',
  );
  expect(chooseChallenge(['Negotiate'])).toBeNull();
});

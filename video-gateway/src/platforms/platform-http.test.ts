import { afterEach, describe, expect, it } from 'vitest';
import { createPlatformHttp, readJson, type TlsTrust } from '#platforms/platform-http.ts';
import { ScriptedPlatform, selfSignedCertificate } from '#testing/scripted-platform.ts';

const certificate = selfSignedCertificate();
const running: ScriptedPlatform[] = [];

afterEach(async () => {
  for (const platform of running.splice(0)) await platform.close();
});

async function scriptedPlatform(shown: typeof certificate | null): Promise<ScriptedPlatform> {
  const platform = await new ScriptedPlatform(shown).listen();
  running.push(platform);
  platform.answer = () => ({ body: { ok: true } });
  return platform;
}

const get = (platform: ScriptedPlatform, trust: Partial<TlsTrust> = {}, timeoutMs = 8_000) =>
  createPlatformHttp(
    { acceptSelfSigned: false, certificateSha256: null, ...trust },
    timeoutMs,
  )({
    method: 'GET',
    url: new URL(`${platform.url}/x`),
    headers: { Authorization: 'bearer hush' },
    body: null,
  });

describe('a platform whose certificate nobody else signed', () => {
  it('is not spoken to unless its entry says so', async () => {
    const platform = await scriptedPlatform(certificate);
    await expect(get(platform)).rejects.toMatchObject({ reason: 'platform-unreachable' });
    expect(platform.calls).toHaveLength(0);
    await expect(get(platform, { acceptSelfSigned: true })).resolves.toMatchObject({ status: 200 });
  });

  it('is spoken to when it shows the pinned certificate, in either spelling', async () => {
    const platform = await scriptedPlatform(certificate);
    const { sha256 } = certificate;
    for (const certificateSha256 of [sha256, sha256.replaceAll(':', '').toLowerCase()]) {
      await expect(get(platform, { certificateSha256 })).resolves.toMatchObject({ status: 200 });
    }
  });

  it('that shows another than the pinned one is sent nothing, not even a header', async () => {
    const platform = await scriptedPlatform(selfSignedCertificate());
    const trust = { certificateSha256: certificate.sha256, acceptSelfSigned: true };
    await expect(get(platform, trust)).rejects.toMatchObject({ reason: 'platform-unreachable' });
    expect(platform.calls).toHaveLength(0);
  });
});

describe('a platform’s answer', () => {
  it('that does not come is not waited for without end', async () => {
    const platform = await scriptedPlatform(null);
    platform.answer = () => 'never';
    await expect(get(platform, {}, 100)).rejects.toMatchObject({ reason: 'platform-unreachable' });
  });

  it('that has no end is cut', async () => {
    const platform = await scriptedPlatform(null);
    platform.answer = () => ({ text: 'x'.repeat(9 * 1024 * 1024) });
    await expect(get(platform)).rejects.toMatchObject({ reason: 'platform-unreachable' });
  });

  it('that sends us elsewhere is not followed', async () => {
    const [platform, elsewhere] = [await scriptedPlatform(null), await scriptedPlatform(null)];
    platform.answer = () => ({ status: 302, headers: { location: elsewhere.url }, body: {} });
    const reply = await get(platform);
    expect(() => readJson(reply)).toThrow('redirects');
    expect(elsewhere.calls).toHaveLength(0);
  });
});

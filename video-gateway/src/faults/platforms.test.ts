/** A platform's address is good once and for a moment only. */
import { expect, it } from 'vitest';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { aSignedGetEntry } from '#testing/platform-entries.ts';
import { ScriptedPlatform } from '#testing/scripted-platform.ts';
import { SmallHall } from '#testing/small-hall.ts';

it('an address that ran out before it was opened is said, and asked for anew', async () => {
  const camera = new ScriptedCamera({ knows: (request) => !request.includes('token=1') });
  await camera.listen();
  const platform = await new ScriptedPlatform().listen();
  let handedOut = 0;
  platform.answer = ({ path }) => {
    if (path !== '/real/urls') return { body: { code: '1', data: { rows: [], total: 0 } } };
    handedOut += 1;
    return { body: { code: '1', data: `${camera.url()}?token=${handedOut}` } };
  };
  const mediaHosts = [`127.0.0.1:${camera.port}`];
  const hall = await SmallHall.open({
    platforms: [aSignedGetEntry({ baseUrl: platform.url, mediaHosts })],
  });
  hall.running.gis.sources.set('camera-1', {
    kind: 'platform',
    platformId: 'p',
    platformCameraId: '7001',
  });
  const viewer = await hall.look().until((c) => c.said('state', 'offline') !== undefined);
  expect(viewer.said('state', 'offline')?.reason).toBe('camera-not-found');
  await viewer.until(({ binary }) => binary.length > 5);
  expect(handedOut).toBe(2);
  expect(hall.journal('view-opening')).toHaveLength(1);
  await hall.end();
  await platform.close();
  await camera.close();
}, 60_000);

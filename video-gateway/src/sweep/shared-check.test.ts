/** A person comes to look while a camera is being checked: it is pulled once, whichever process pulls. */
import { expect, it } from 'vitest';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway } from '#testing/running-gateway.ts';

it.concurrent.each(['whole', 'split'] as const)(
  'a look that comes while its camera is checked joins that pull and keeps it (%s)',
  { timeout: 120_000 },
  async (arrangement) => {
    // One key picture and no other: who were not given the running group would never see a thing.
    const camera = new ScriptedCamera({ keyEvery: 1_000_000 });
    await camera.listen();
    const running = await runGateway({ arrangement });
    try {
      running.gis.sources.set('camera-1', { kind: 'direct', url: camera.url() });
      running.gis.check(['camera-1']);
      await expect.poll(() => camera.playing, { timeout: 20_000 }).toBe(1);
      // The first pictures have gone by.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const viewer = PlayClient.withTicket(running.port, running.gis.ticket());
      await viewer.until(({ binary }) => binary.length > 10);
      await running.gis.saw('cameras-swept');
      const seen = viewer.binary.length;
      await viewer.until(({ binary }) => binary.length > seen + 10);
      expect([camera.playing, camera.played]).toEqual([1, 1]);
      viewer.socket.terminate();
    } finally {
      await running.stop();
      await camera.close();
    }
  },
);

/** Plays a playlist in the page with a player that is not ours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

type Shaka = {
  Player: new () => {
    attach(video: HTMLVideoElement): Promise<void>;
    load(url: string): Promise<void>;
    destroy(): Promise<void>;
  };
};

const program = createRequire(import.meta.url).resolve(
  'shaka-player/dist/shaka-player.compiled.js',
);

/** Answers once a second of it was played; a failure of the player's own is thrown. */
export async function playByShaka(
  page: Page,
  playlist: string,
): Promise<{ width: number; seconds: number }> {
  // Not as a script of the page, whose policy lets none in but its own.
  await page.evaluate(readFileSync(program, 'utf8'));
  return page.evaluate(async (url) => {
    const { Player } = (globalThis as unknown as { shaka: Shaka }).shaka;
    const video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
    const player = new Player();
    try {
      await player.attach(video);
      await player.load(url);
      await video.play();
      const from = video.currentTime;
      await new Promise<void>((resolve, reject) => {
        const tooLong = setTimeout(() => reject(new Error('shaka shows nothing new')), 60_000);
        video.addEventListener('timeupdate', () => {
          if (video.currentTime - from <= 1) return;
          clearTimeout(tooLong);
          resolve();
        });
      });
      return { width: video.videoWidth, seconds: video.currentTime - from };
    } finally {
      await player.destroy();
      video.remove();
    }
  }, playlist);
}

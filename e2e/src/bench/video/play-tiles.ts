/** Has the page play some tiles for a while, and answers what they showed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScreenHall } from './screen-hall.ts';

type Shown = { p50Ms: number | null; p95Ms: number | null; picturesPerSecond: number };
type Playing = { transport: string; tiles: number; seconds: number };
type Played = Shown & { allShownMs: number };

export async function playOnce(page: ScreenHall['page'], playing: Playing): Promise<Played> {
  const [shown] = await playFor(page, playing);
  return shown!;
}

/** Where something lies `between`, it is measured again behind that. */
export async function playFor(
  page: ScreenHall['page'],
  { transport, tiles, seconds }: Playing,
  between: (() => Promise<void>) | null = null,
): Promise<Played[]> {
  const cameras = JSON.stringify(Array.from({ length: tiles }, () => 'bench-camera'));
  const evaluated = `playTiles(${JSON.stringify(transport)}, ${cameras})`;
  const shown: Shown[] = [];
  const measure = async () => shown.push(await page.evaluate<Shown>(`measureTiles(${seconds})`));
  try {
    const allShownMs = await page.evaluate<number>(evaluated);
    await sleep(2_000);
    await measure();
    if (between !== null) {
      await between();
      await measure();
    }
    return shown.map((one) => ({ ...one, allShownMs }));
  } finally {
    await page.evaluate('stopTiles()');
  }
}

/** From the click to the first picture on screen, and from the camera to the screen: our fMP4 over WebSocket beside node-media-server with mpegts.js. */
import { setTimeout as sleep } from 'node:timers/promises';
import { benchRow, quantile, type BenchRow } from '../bench-row.ts';
import { openScreenHall, peerName, type ScreenHall } from '../video/screen-hall.ts';

type Start = { firstFrameMs: number; ageMs: number };

export async function bench({ quick }: { quick: boolean }): Promise<BenchRow[]> {
  const hall = await openScreenHall();
  try {
    const ours: Start[] = [];
    const peer: Start[] = [];
    // The first start of each warms the browser's decoder and both servers.
    for (let round = -1; round < (quick ? 8 : 40); round += 1) {
      const [first, second] = await oneRound(hall);
      if (round < 0) continue;
      ours.push(first);
      peer.push(second);
    }
    return rowsOf(ours, peer);
  } finally {
    await hall.close();
  }
}

/** Ours asks for a ticket and waits for the register's word before the first byte; the peer checks nothing. */
function rowsOf(ours: readonly Start[], peer: readonly Start[]): BenchRow[] {
  const row = (name: string, pick: (start: Start) => number, [share, bound]: [number, number]) =>
    benchRow(
      {
        case: name,
        ours: quantile(ours.map(pick), share),
        peer: quantile(peer.map(pick), share),
        peerName,
        unit: 'ms',
      },
      '<=',
      bound,
    );
  return [
    row('click to picture, median', ({ firstFrameMs }) => firstFrameMs, [0.5, 1.5]),
    row('click to picture, 95 of 100', ({ firstFrameMs }) => firstFrameMs, [0.95, 2]),
    row('painted clock to screen, median', ({ ageMs }) => ageMs, [0.5, 0.5]),
  ];
}

/** Both at a moment of the group of pictures that chance picks. */
async function oneRound({ page, peerUrl }: ScreenHall): Promise<[Start, Start]> {
  await sleep(200 + Math.random() * 1800);
  const ours = await page.evaluate<Start>('firstFrame("fmp4", "bench-camera")');
  await sleep(200 + Math.random() * 1800);
  const peer = await page.evaluate<Start>(`firstFrame(${JSON.stringify(peerUrl)}, "")`);
  return [ours, peer];
}

/** Players that are not ours, given what ours are given: all that a camera's odd clock leaves is one whole stream. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGisDoor } from '#testing/page-fetch.ts';
import { SmallHall } from '#testing/small-hall.ts';

const pictures = 100;
const hourTicks = 3_600 * 90_000;

type Player = (source: string) => readonly string[];
/** Each plays without a screen, and says nothing where it has nothing to complain of. */
const players: readonly (readonly [string, Player])[] = [
  ['ffmpeg', (source) => `ffmpeg -v error -i ${source} -frames:v 60 -f null -`.split(' ')],
  [
    'mpv',
    (source) =>
      `mpv --no-config --vo=null --ao=null --msg-level=all=error --frames=60 ${source}`.split(' '),
  ],
];

describe('a player that is not ours', { timeout: 120_000 }, () => {
  let hall: SmallHall;
  const folder = mkdtempSync(join(tmpdir(), 'outside-players-'));

  beforeAll(async () => {
    hall = await SmallHall.open();
    // An hour ahead after two seconds, as after a clock is set right.
    await hall.camera({ timestampOf: (i) => i * 3_600 + (i > 50 ? hourTicks : 0) });
  });
  afterAll(async () => {
    await hall.end();
    rmSync(folder, { recursive: true });
  });

  it.each(players)(
    'plays what was saved of the WebSocket over a leap of the clock: %s',
    async (name, play) => {
      const viewer = hall.look();
      await viewer.until(({ binary }) => binary.length > pictures);
      const file = join(folder, `${name}.mp4`);
      writeFileSync(file, Buffer.concat(viewer.binary));
      viewer.socket.terminate();
      expect(await complaintsOf(play(file))).toEqual({ code: 0, said: [] });
    },
  );

  it.each(players)('plays low-latency HLS as it comes: %s', async (_, play) => {
    // As it would be played: past gis-server, with the cookie of who has signed in.
    const { url: origin, close } = await openGisDoor(hall.running.port);
    const body = JSON.stringify({ ticket: hall.running.gis.ticket() });
    const opened = await fetch(`${origin}/views`, { method: 'POST', body });
    const { viewId } = (await opened.json()) as { viewId: string };
    const source = `${origin}/hls/${viewId}/index.m3u8`;
    // Until it lists something: what is there for who comes with the first picture.
    await expect
      .poll(async () => (await fetch(source)).text(), { timeout: 60_000 })
      .toContain('#EXTINF');
    expect(await complaintsOf(play(source))).toEqual({ code: 0, said: [] });
    close();
  });
});

async function complaintsOf([command, ...words]: readonly string[]) {
  const player = spawn(command!, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [player.stdout, player.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const [code] = (await once(player, 'close')) as [number | null];
  return { code, said: said.split('\n').filter((line) => line.trim() !== '') };
}

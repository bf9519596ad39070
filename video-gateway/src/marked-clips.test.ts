import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitLengthPrefixed } from '#media/unit-builder.ts';
import { MarkReader, type FoundMark } from '#packaging/mark/read-marks.ts';
import { ScriptedCamera } from '#testing/camera/scripted-camera.ts';
import { ManyClient } from '#testing/many-client.ts';
import { PlayClient } from '#testing/play-client.ts';
import { runGateway, type RunningGateway } from '#testing/running-gateway.ts';
import { pageFetch } from '#testing/page-fetch.ts';

type Look = { viewId: string; ticket: string };

describe('a clip that a viewer saves', { timeout: 60_000 }, () => {
  let running: RunningGateway;
  /** Where whoever comes is part of a crowd. */
  let crowded: RunningGateway;
  const cameras: ScriptedCamera[] = [];
  let views = 0;

  beforeAll(async () => {
    running = await runGateway();
    crowded = await runGateway({ environment: { VIDEO_CROWD_FROM: '0' } });
    for (const codec of ['h264', 'h265'] as const) {
      const camera = new ScriptedCamera({ codec, periodMs: 10 });
      await camera.listen();
      cameras.push(camera);
      for (const { gis } of [running, crowded]) {
        gis.sources.set(codec, { kind: 'direct', url: camera.url() });
      }
    }
  });

  afterAll(async () => {
    await running.stop();
    await crowded.stop();
    for (const camera of cameras) await camera.close();
  });

  function aLook(cameraId: string, { gis } = running): Look {
    views += 1;
    const viewId = `view-of-a-clip-${views}`;
    return { viewId, ticket: gis.ticket({ cameraId, viewId, userId: 'account-7' }) };
  }

  async function saved({ viewId, ticket }: Look, { port } = running) {
    const client = new PlayClient(port, JSON.stringify({ ticket }));
    await client.until(({ binary }) => Buffer.concat(binary).length > 1000 && binary.length > 100);
    client.socket.terminate();
    return save(`${viewId}.mp4`, Buffer.concat(client.binary));
  }

  const save = (name: string, bytes: Buffer): string => {
    const file = join(running.folder, name);
    writeFileSync(file, bytes);
    return file;
  };

  for (const codec of ['h264', 'h265'] as const) {
    for (const place of ['alone', 'in a crowd']) {
      it(`tells whose look it was, ${codec}, ${place}, also copied into other containers`, async () => {
        const gateway = place === 'alone' ? running : crowded;
        const look = aLook(codec, gateway);
        const file = await saved(look, gateway);
        expect(onlyMark(file)).toMatchObject({ viewId: look.viewId, userId: 'account-7' });
        expect(onlyMark(file).times).toBeGreaterThan(1);
        expect(ffmpeg('-i', file, '-f', 'null', '-'), 'a decoder takes it').toBe('');
        for (const container of ['mp4', 'mkv', codec]) {
          const copy = `${file}.${container}`;
          ffmpeg('-i', file, '-c', 'copy', '-y', copy);
          expect(onlyMark(copy), container).toMatchObject({ viewId: look.viewId });
        }
      });
    }
  }

  it('tells two viewers of one pull apart', async () => {
    const looks = [aLook('h264'), aLook('h264')];
    const files = await Promise.all(looks.map((look) => saved(look)));
    expect(files.map((file) => onlyMark(file).viewId)).toEqual(looks.map(({ viewId }) => viewId));
  });

  it('tells it by low-latency HLS too, part and segment, and by a still picture', async () => {
    const origin = `http://127.0.0.1:${running.port}`;
    const open = async (transport: string) => {
      const { viewId, ticket } = aLook('h264');
      const body = JSON.stringify({ ticket, transport });
      expect((await pageFetch(`${origin}/views`, { method: 'POST', body })).status).toBe(201);
      return viewId;
    };
    const viewId = await open('ll-hls');
    const get = async (name: string) =>
      Buffer.from(await (await pageFetch(`${origin}/hls/${viewId}/${name}`)).arrayBuffer());
    const playlist = String(await get('index.m3u8'));
    const [part] = /part-\d+-\d+\.m4s(?=",INDEPENDENT)/.exec(playlist)!;
    const [segment] = /segment-\d+\.m4s/.exec(playlist)!;
    for (const name of [part, segment]) {
      expect(marksOf(await get(name)), name).toMatchObject([{ viewId, times: 1 }]);
    }
    const [init] = /init-\d+\.mp4/.exec(playlist)!;
    const file = save('hls.mp4', Buffer.concat([await get(init), await get(segment)]));
    expect(ffmpeg('-i', file, '-f', 'null', '-')).toBe('');
    const still = await open('still-picture');
    const picture = await (await pageFetch(`${origin}/snapshot/${still}`)).arrayBuffer();
    expect(marksOf(Buffer.from(picture))).toMatchObject([{ viewId: still }]);
  });

  it('tells it on a wall of many tiles, in each key picture', async () => {
    const { viewId, ticket } = aLook('h265');
    const client = await ManyClient.connected(running.port);
    client.say({ type: 'open', channel: 3, ticket });
    const isKey = ({ flags }: { flags: number }) => (flags & 3) === 1;
    await client.until((page) => page.of(3).filter(isKey).length > 2);
    client.socket.terminate();
    for (const { payload } of client.of(3).filter(isKey)) {
      expect(splitLengthPrefixed(payload, 4).length).toBeGreaterThan(1);
      expect(marksOf(payload)).toMatchObject([{ viewId, times: 1 }]);
    }
  });
});

function marksOf(bytes: Buffer): readonly FoundMark[] {
  const reader = new MarkReader();
  reader.push(bytes);
  reader.end();
  return reader.found;
}

function onlyMark(file: string): FoundMark {
  const found = marksOf(readFileSync(file));
  expect(found).toHaveLength(1);
  return found[0]!;
}

function ffmpeg(...words: string[]): string {
  const { stderr } = spawnSync('ffmpeg', ['-v', 'error', ...words], { encoding: 'utf8' });
  return stderr;
}

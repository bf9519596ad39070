import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../testing/ffmpeg.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';
import { decodeAmf, encodeAmf } from './amf0.ts';
import { ChunkReader, chunksOf, messageTypes } from './chunks.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

describe('RTMP messages', () => {
  it('come out of chunks as they went in, however the bytes are cut', () => {
    const payload = encodeAmf(['onStatus', 0, null, { code: 'NetStream.Publish.Start', ok: true }]);
    const message = { type: messageTypes.command, streamId: 1, timestampMs: 0, payload };
    const bytes = chunksOf(message, 3);
    const reader = new ChunkReader();
    const seen = [...bytes].flatMap((byte) => reader.push(Buffer.from([byte])));
    expect(seen.map(({ payload: got }) => decodeAmf(got))).toEqual([
      ['onStatus', 0, null, { code: 'NetStream.Publish.Start', ok: true }],
    ]);
  });
});

describe.skipIf(!hasFfmpeg)('a mobile camera', () => {
  it('waits for the ingest, then pushes what ffmpeg decodes without an error', async () => {
    const port = await freePort();
    const simulator = await startTestSimulator({
      RTMP_INGEST_PORT: String(port),
      RTMP_PUBLISH_KEY: 'push-key',
    });
    closers.push(() => simulator.close());
    const listen = [
      '-listen',
      '1',
      '-i',
      `rtmp://127.0.0.1:${port}/live/test-mobile-1?key=push-key`,
    ];
    const output = ['-frames:v', '40', '-f', 'null', '-'];
    const ffmpeg = spawn('ffmpeg', ['-v', 'error', ...listen, ...output]);
    closers.push(async () => ffmpeg.kill('SIGKILL'));
    let complaints = '';
    ffmpeg.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString('utf8')));
    const [code] = (await once(ffmpeg, 'close')) as [number];
    expect(complaints).toBe('');
    expect(code).toBe(0);
  });
});

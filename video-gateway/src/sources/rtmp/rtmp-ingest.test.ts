import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { createOpenSource } from '#sources/open-source.ts';
import { RtmpIngest } from '#sources/rtmp/rtmp-ingest.ts';
import { freePorts } from '#testing/free-ports.ts';

const [port] = (await freePorts(1)) as [number];
const clip = fileURLToPath(new URL('../../../fixtures/clip.h264', import.meta.url));

describe('the RTMP ingest', { timeout: 60_000 }, () => {
  let ingest: RtmpIngest;
  let errors: string[];
  const publishers: ChildProcess[] = [];

  beforeEach(async () => {
    errors = [];
    ingest = new RtmpIngest({
      port,
      publishKey: 'the-key',
      onError: (message) => errors.push(message),
    });
    ingest.start();
    await listening();
  });

  afterEach(async () => {
    for (const publisher of publishers.splice(0)) publisher.kill('SIGKILL');
    await ingest.stop();
  });

  const listening = () => expect.poll(() => ingest.state, { timeout: 20_000 }).toBe('listening');

  function publish(name: string, key = 'the-key'): ChildProcess {
    const input = ['-re', '-stream_loop', '-1', '-r', '25', '-i', clip];
    const output = ['-c', 'copy', '-f', 'flv', `rtmp://127.0.0.1:${port}/live/${name}?key=${key}`];
    const child = spawn('ffmpeg', ['-v', 'error', '-fflags', '+genpts', ...input, ...output], {
      stdio: 'ignore',
    });
    publishers.push(child);
    return child;
  }

  function watch(open: (handlers: Parameters<RtmpIngest['tap']>[1]) => unknown) {
    const seen: { units: AccessUnit[]; reason: string | null } = { units: [], reason: null };
    open({
      onUnit: (unit) => seen.units.push(unit),
      onEnd: ({ reason }) => (seen.reason = reason),
    });
    return seen;
  }

  const tap = (name: string) => watch((handlers) => ingest.tap(`/live/${name}`, handlers));
  const has = (seen: { units: AccessUnit[] }, count: number) =>
    expect.poll(() => seen.units.length, { timeout: 30_000 }).toBeGreaterThan(count);

  it('hands on what a camera pushes, beginning with a key picture, and says when it stops', async () => {
    const publisher = publish('drone');
    const seen = tap('drone');
    await has(seen, 30);
    expect(seen.units[0]).toMatchObject({
      key: true,
      config: { codec: 'h264', width: 160, height: 96 },
    });
    expect(seen.units[20]!.dts).toBeGreaterThan(seen.units[10]!.dts);
    publisher.kill('SIGKILL');
    await expect.poll(() => seen.reason, { timeout: 20_000 }).toBe('source-ended');
  });

  it('pulls from another RTMP server too', async () => {
    publish('remote');
    const open = createOpenSource({ guard: createAddressGuard(new Set()), ingest, ingestPort: 1 });
    await has(tap('remote'), 1);
    const seen = watch((handlers) =>
      open({ url: `rtmp://127.0.0.1:${port}/live/remote`, allowed: null }, handlers),
    );
    await has(seen, 10);
  });

  it('takes no publisher without the key', async () => {
    const intruder = publish('drone', 'guessed');
    const [code] = (await once(intruder, 'exit')) as [number];
    expect(code).not.toBe(0);
    const seen = tap('drone');
    await expect.poll(() => seen.reason, { timeout: 20_000 }).toBe('camera-offline');
  });

  it('comes back after a crash, which costs its own streams only', async () => {
    publish('drone');
    const seen = tap('drone');
    await has(seen, 1);
    const crashed = ingest.pid!;
    process.kill(crashed, 'SIGKILL');
    await expect.poll(() => seen.reason, { timeout: 20_000 }).toBe('ingest-unavailable');
    await listening();
    expect(ingest.pid).not.toBe(crashed);
    publish('drone');
    await has(tap('drone'), 1);
    expect(errors).toEqual([expect.stringContaining('SIGKILL')]);
  });

  it('is not brought down by garbage', async () => {
    const { pid } = ingest;
    for (const garbage of ['GET / HTTP/1.1\r\n\r\n', '\x03'.repeat(4000), '\0'.repeat(10_000)]) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume().end(garbage);
      await once(socket, 'close');
    }
    publish('after');
    await has(tap('after'), 1);
    expect(ingest.pid).toBe(pid);
  });
});

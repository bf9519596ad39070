import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { createOpenSource } from '#sources/open-source.ts';
import type { Publishers } from '#sources/rtmp/publishers.ts';
import { RtmpIngest } from '#sources/rtmp/rtmp-ingest.ts';
import { freePorts } from '#testing/free-ports.ts';

const [port, otherPort] = (await freePorts(2)) as [number, number];
const otherServer = fileURLToPath(import.meta.resolve('node-media-server/bin/app.js'));
const clip = fileURLToPath(new URL('../../../fixtures/clip.h264', import.meta.url));

describe('the RTMP ingest', { timeout: 60_000 }, () => {
  let ingest: RtmpIngest;
  let errors: string[];
  let publishers: Publishers = { sharedKey: 'the-key', keyByName: null };
  const processes: ChildProcess[] = [];

  beforeEach(() => begin());

  async function begin(): Promise<void> {
    errors = [];
    ingest = new RtmpIngest({
      port,
      bind: '127.0.0.1',
      publishers,
      onError: (message) => errors.push(message),
    });
    ingest.start();
    await listening();
  }

  afterEach(async () => {
    publishers = { sharedKey: 'the-key', keyByName: null };
    for (const one of processes.splice(0)) one.kill('SIGKILL');
    await ingest.stop();
  });

  const listening = () => expect.poll(() => ingest.state, { timeout: 20_000 }).toBe('listening');

  function publish(name: string, key = 'the-key', at = port): ChildProcess {
    const input = ['-re', '-stream_loop', '-1', '-r', '25', '-i', clip];
    const output = ['-c', 'copy', '-f', 'flv', `rtmp://127.0.0.1:${at}/live/${name}?key=${key}`];
    const child = spawn('ffmpeg', ['-v', 'error', '-fflags', '+genpts', ...input, ...output], {
      stdio: 'ignore',
    });
    processes.push(child);
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
    const folder = mkdtempSync(join(tmpdir(), 'other-server-'));
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify({ bind: '127.0.0.1', rtmp: { port: otherPort } }));
    const words = [otherServer, '-c', config, '--no-admin', '--data-path', folder];
    processes.push(spawn(process.execPath, words, { stdio: 'ignore' }));
    const open = createOpenSource({ guard: createAddressGuard(new Set()), ingest, ingestPort: 1 });
    const url = `rtmp://127.0.0.1:${otherPort}/live/remote`;
    const pulled = async () => {
      // The server may not have listened yet when it was last tried.
      if (processes.length < 2 || processes.at(-1)!.exitCode !== null) {
        publish('remote', '', otherPort);
      }
      const seen = watch((handlers) => open({ url, allowed: null }, handlers));
      await setTimeout(2_000);
      return seen.units.length;
    };
    await expect.poll(pulled, { timeout: 40_000 }).toBeGreaterThan(10);
  });

  it('hands no stream out to who asks for it: pictures are for tickets', async () => {
    publish('drone');
    await has(tap('drone'), 5);
    const source = `rtmp://127.0.0.1:${port}/live/drone?key=the-key`;
    const player = spawn('ffmpeg', ['-v', 'error', '-i', source, '-t', '1', '-f', 'null', '-'], {
      stdio: 'ignore',
    });
    const [code] = (await once(player, 'exit')) as [number];
    expect(code).not.toBe(0);
  });

  it('takes each name from who has its own key alone, and no other name', async () => {
    await ingest.stop();
    publishers = {
      sharedKey: 'the-key',
      keyByName: { 'drone-1': 'key-of-one', 'drone-2': 'key-of-two' },
    };
    await begin();
    publish('drone-1', 'key-of-one');
    await has(tap('drone-1'), 1);
    for (const [name, key] of [
      ['drone-2', 'key-of-one'],
      ['drone-2', 'the-key'],
      ['drone-3', 'key-of-one'],
      ['constructor', ''],
    ] as const) {
      const [code] = (await once(publish(name, key), 'exit')) as [number];
      expect(code, name).not.toBe(0);
    }
  });

  it('lets one address hold no more than its share of the door', async () => {
    const held: Socket[] = [];
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      held.push(socket);
    }
    await expect.poll(() => held.filter(({ destroyed }) => destroyed).length).toBe(4);
    for (const socket of held) socket.destroy();
    publish('after');
    await has(tap('after'), 1);
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

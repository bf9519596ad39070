import { expect, test } from 'vitest';
import { AppendQueue, type AppendTarget } from './append-queue.ts';

/** A SourceBuffer at the wire's edge: it takes one operation at a time, as the browser's does. */
class ScriptedBuffer {
  updating = false;
  calls: string[] = [];
  ranges: [number, number][] = [];
  refuse: string | null = null;
  #listeners: Record<string, (() => void)[]> = {};

  get buffered() {
    const ranges = this.ranges;
    return {
      length: ranges.length,
      start: (i: number) => ranges[i]![0],
      end: (i: number) => ranges[i]![1],
    };
  }
  addEventListener(name: string, listener: () => void) {
    (this.#listeners[name] ??= []).push(listener);
  }
  appendBuffer(bytes: Uint8Array) {
    if (this.updating) throw new Error('busy');
    if (this.refuse !== null) {
      const name = this.refuse;
      this.refuse = null;
      throw new DOMException('refused', name);
    }
    this.updating = true;
    this.calls.push(`append ${[...bytes].join(',')}`);
  }
  remove(from: number, to: number) {
    this.updating = true;
    this.calls.push(`remove ${from}-${to}`);
    this.ranges = this.ranges.map(([start, end]) => [Math.max(start, to), end]);
  }
  changeType(type: string) {
    this.calls.push(`change ${type}`);
  }
  finish(name = 'updateend') {
    this.updating = false;
    for (const listener of this.#listeners[name] ?? []) listener();
  }
}

function queueOver(buffer: ScriptedBuffer, currentTime = 0) {
  const failures: string[] = [];
  const queue = new AppendQueue(buffer as unknown as AppendTarget, {
    currentTime: () => currentTime,
    appended: () => {},
    fail: (reason) => failures.push(reason),
  });
  return { queue, failures };
}

const bytes = (...values: number[]) => new Uint8Array(values);

test('what arrives while the buffer is busy goes in as one piece', () => {
  const buffer = new ScriptedBuffer();
  const { queue } = queueOver(buffer);
  queue.push(bytes(1));
  queue.push(bytes(2));
  queue.push(bytes(3, 4));
  buffer.finish();
  expect(buffer.calls).toEqual(['append 1', 'append 2,3,4']);
});

test('a new codec is told to the buffer before its first bytes', () => {
  const buffer = new ScriptedBuffer();
  const { queue } = queueOver(buffer);
  queue.push(bytes(1));
  queue.push(bytes(2));
  queue.push(bytes(3), 'video/mp4; codecs="hvc1"');
  buffer.finish();
  buffer.finish();
  expect(buffer.calls).toEqual([
    'append 1',
    'append 2',
    'change video/mp4; codecs="hvc1"',
    'append 3',
  ]);
});

test('only ten seconds are kept behind the picture', () => {
  const buffer = new ScriptedBuffer();
  buffer.ranges = [[5, 30]];
  const { queue } = queueOver(buffer, 30);
  queue.push(bytes(1));
  expect(buffer.calls).toEqual(['remove 0-20']);
  buffer.finish();
  expect(buffer.calls).toEqual(['remove 0-20', 'append 1']);
});

test('a full quota makes room and goes on', () => {
  const buffer = new ScriptedBuffer();
  buffer.ranges = [[25, 30]];
  buffer.refuse = 'QuotaExceededError';
  const { queue, failures } = queueOver(buffer, 30);
  queue.push(bytes(1));
  buffer.finish();
  queue.push(bytes(2));
  expect(buffer.calls).toEqual(['remove 0-29', 'append 2']);
  expect(failures).toEqual([]);
});

test('bytes that the browser cannot read are said once', () => {
  const buffer = new ScriptedBuffer();
  const { queue, failures } = queueOver(buffer);
  queue.push(bytes(1));
  buffer.finish('error');
  queue.push(bytes(2));
  expect(failures).toEqual(['append-failed']);
});

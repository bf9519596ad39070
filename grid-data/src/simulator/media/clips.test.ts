import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ClipPacketizer } from '../rtsp/h264-packets.ts';
import { ClipShelf } from './clip-shelf.ts';

const folder = fileURLToPath(new URL('../../../clips/', import.meta.url));
const shelf = new ClipShelf();

describe('the clips of the repository', () => {
  it('are twenty-four heroes and shared ones for every kind of scene, in 10 MB at most', () => {
    const heroes = shelf.names.filter((name) => name.startsWith('hero-'));
    expect(heroes).toHaveLength(24);
    for (const kind of ['street', 'square', 'river', 'school-gate', 'hills']) {
      expect(shelf.names).toContain(`${kind}-1`);
    }
    const bytes = readdirSync(folder).reduce(
      (sum, file) => sum + statSync(join(folder, file)).size,
      0,
    );
    expect(bytes).toBeLessThan(10_000_000);
  });

  it.each(shelf.names)('%s has a key frame every two seconds and one slice a frame', (name) => {
    const { frames } = shelf.clip(name);
    expect(frames.length).toBe(180);
    expect(frames.every((frame, at) => frame.isKey === (at % 30 === 0))).toBe(true);
    expect(frames.every((frame) => frame.slices.length === 1)).toBe(true);
  });

  it('gives a camera its own clip, or always the same one of its scene', () => {
    expect(shelf.nameFor('hero-03', 'river', 'camera-1')).toBe('hero-03');
    const shared = shelf.nameFor(null, 'river', 'camera-1');
    expect(shared).toMatch(/^river-/);
    expect(shelf.nameFor('no-such-clip', 'river', 'camera-1')).toBe(shared);
    expect(shelf.nameFor(null, 'volcano', 'camera-1')).toMatch(/^street-/);
  });
});

describe('packets of an endless loop', () => {
  it('are numbered without a gap where the loop begins again', () => {
    const packetizer = new ClipPacketizer(shelf.clip('street-1'));
    const start = 26_000_000_000;
    for (let at = start; at < start + 400; at++) {
      const { packets } = packetizer.packetsOf(at);
      const last = packets.at(-1)!.readUInt16BE(2);
      expect(packetizer.sequenceOf(at + 1)).toBe((last + 1) % 65_536);
    }
  });

  it('fit a network packet and mark the last of each frame alone', () => {
    const packetizer = new ClipPacketizer(shelf.clip('hero-01'));
    for (let at = 0; at < 60; at++) {
      const { packets } = packetizer.packetsOf(at);
      expect(Math.max(...packets.map((packet) => packet.length))).toBeLessThanOrEqual(1412);
      const marks = packets.map((packet) => (packet[1]! & 0x80) !== 0);
      expect(marks.indexOf(true)).toBe(packets.length - 1);
    }
  });
});

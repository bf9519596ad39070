import { describe, expect, it } from 'vitest';
import type { Epoch, Fragment } from '#packaging/cmaf-packager.ts';
import { SegmentWindow } from '#packaging/hls/segment-window.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';

/** 25 pictures a second; a key picture at every 50th. */
function fill(
  window: SegmentWindow,
  count: number,
  options: { epoch?: Epoch; from?: number; wall?: number; keyEvery?: number } = {},
) {
  const { epoch = madeUpEpoch(1), from = 0, wall, keyEvery = 50 } = options;
  for (let i = 0; i < count; i += 1) {
    const fragment: Fragment = {
      track: 'video',
      epoch,
      bytes: Buffer.from([i]),
      key: i % keyEvery === 0,
      startSeconds: from + i * 0.04,
      shownSeconds: from + i * 0.04,
      samples: [],
      durationSeconds: 0.04,
      wall: wall === undefined ? null : wall + i * 40 + (i % 3),
    };
    window.push(fragment);
  }
}

const dates = (playlist: string) =>
  [...playlist.matchAll(/PROGRAM-DATE-TIME:(\S+)/g)].map(([, date]) => Date.parse(date!));

describe('the window of an HLS stream', () => {
  it('is playable once it holds a whole segment', () => {
    const window = new SegmentWindow();
    fill(window, 50);
    expect(window.isPlayable).toBe(false);
    fill(window, 1, { from: 2 });
    expect(window.isPlayable).toBe(true);
    expect(window.segment(0)).toMatchObject({ frames: 50 });
    expect(window.part(0, 9)?.frames).toBe(5);
    expect(window.part(0, 10)).toBeNull();
  });

  it('tells players the same targets for ever, and keeps to them when the camera’s groups grow', () => {
    const window = new SegmentWindow();
    const epoch = madeUpEpoch(1);
    fill(window, 51, { epoch });
    const targets = (playlist: string) => playlist.match(/TARGET(DURATION:|=)[\d.]+/g);
    const told = targets(window.playlist());
    fill(window, 1_000, { epoch, from: 2.04, keyEvery: 500 });
    const playlist = window.playlist();
    expect(targets(playlist)).toEqual(told);
    const target = Number(/TARGETDURATION:(\d+)/.exec(playlist)![1]);
    const lasting = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) =>
      Number(seconds),
    );
    expect(lasting.length).toBeGreaterThan(3);
    for (const seconds of lasting) expect(Math.round(seconds)).toBeLessThanOrEqual(target);
    for (const [, seconds] of playlist.matchAll(/PART:DURATION=([\d.]+)/g)) {
      expect(Number(seconds)).toBeLessThanOrEqual(0.2);
    }
  });

  it('dates segments by one clock, so that dates and durations never contradict each other', () => {
    const window = new SegmentWindow();
    const wall = Date.parse('2026-11-23T08:00:00Z');
    fill(window, 151, { wall });
    expect(dates(window.playlist())).toEqual([wall, wall + 2000, wall + 4000]);
  });

  it('gives no dates where the camera tells no time', () => {
    const window = new SegmentWindow();
    fill(window, 151);
    expect(dates(window.playlist())).toEqual([]);
  });

  it('is written once for all who ask between two parts', () => {
    const window = new SegmentWindow();
    fill(window, 60);
    const written = window.playlist();
    expect(window.playlist()).toBe(written);
    fill(window, 6, { from: 2.4 });
    expect(window.playlist()).not.toBe(written);
  });

  it('lets go of what waits for one viewer, and answers the others when their part has come', async () => {
    const window = new SegmentWindow();
    const [gone, there] = [{}, {}];
    const part = () => window.reached(0, 0);
    const [ended, answered] = [gone, there].map((owner) => window.waitUntil(part, 60_000, owner));
    window.letGo(gone);
    expect(await ended).toBe(false);
    fill(window, 6);
    expect(await answered).toBe(true);
  });

  it('lets nobody wait longer than was said, though nothing comes any more', async () => {
    const window = new SegmentWindow();
    const part = () => window.reached(0, 0);
    const patient = window.waitUntil(part, 60_000, {});
    expect(await window.waitUntil(part, 100, {})).toBe(false);
    window.close();
    expect(await patient).toBe(false);
  });

  it('keeps seven whole segments and counts the breaks that have left it', () => {
    const window = new SegmentWindow();
    fill(window, 60);
    for (let epoch = 2; epoch < 12; epoch += 1)
      fill(window, 60, { epoch: madeUpEpoch(epoch), from: epoch * 10 });
    const playlist = window.playlist();
    expect(playlist.match(/#EXTINF/g)!.length).toBeLessThanOrEqual(8);
    const first = Number(/MEDIA-SEQUENCE:(\d+)/.exec(playlist)![1]);
    const breaksLeft = Number(/DISCONTINUITY-SEQUENCE:(\d+)/.exec(playlist)![1]);
    const breaksShown = (playlist.match(/#EXT-X-DISCONTINUITY\n/g) ?? []).length;
    expect(first).toBeGreaterThan(0);
    expect(breaksLeft + breaksShown).toBe(10);
    expect(window.segment(0)).toBeNull();
  });
});

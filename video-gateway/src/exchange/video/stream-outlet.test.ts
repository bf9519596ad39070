import { describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { h264Config } from '#media/h264.ts';
import {
  behindBytes,
  behindMs,
  farBehindBytes,
  StreamOutlet,
} from '#exchange/video/stream-outlet.ts';
import type { Upward } from '#exchange/upward.ts';
import { parameterSets } from '#testing/camera/clip.ts';

const config = h264Config(...(parameterSets('h264') as [Buffer, Buffer]));
const picture = (key: boolean): AccessUnit => ({
  ...({ track: 'video', key, dts: 0, pts: 0, wall: null } as const),
  ...{ data: Buffer.from([0, 0, 0, 1, 5]), config },
});

function outletOn(backlog: { bytes: number; delayMs?: number }, isLive: boolean) {
  const said: Upward[] = [];
  let sent = 0;
  let tooSlow = 0;
  const line = {
    get backlogBytes() {
      return backlog.bytes;
    },
    get delayMs() {
      return backlog.delayMs ?? 0;
    },
    say: (word: Upward) => void said.push(word),
    sendFrame: () => void (sent += 1),
  };
  const outlet = new StreamOutlet({ line, stream: 3, isLive, onTooSlow: () => (tooSlow += 1) });
  return { outlet, said, sent: () => sent, tooSlow: () => tooSlow };
}

describe('a stream on a link that is behind', () => {
  it('leaves out up to the next key picture where it is live, and says how much', () => {
    const backlog = { bytes: 0 };
    const { outlet, said, sent } = outletOn(backlog, true);
    outlet.take(picture(true));
    backlog.bytes = behindBytes + 1;
    for (const key of [false, true, false]) outlet.take(picture(key));
    expect(sent()).toBe(1);
    backlog.bytes = 0;
    // Whatever rests on a picture that was left out is of no use.
    outlet.take(picture(false));
    expect(sent()).toBe(1);
    outlet.take(picture(true));
    outlet.take(picture(false));
    expect(sent()).toBe(3);
    expect(said).toEqual([{ type: 'left-out', stream: 3, units: 4 }]);
  });

  it('leaves out where pictures would come late, though nothing waits on this side of the line', () => {
    const backlog = { bytes: 0, delayMs: behindMs + 1 };
    const { outlet, sent } = outletOn(backlog, true);
    for (const key of [true, false]) outlet.take(picture(key));
    expect(sent()).toBe(0);
    backlog.delayMs = behindMs;
    for (const key of [false, true]) outlet.take(picture(key));
    expect(sent()).toBe(1);
  });

  it('leaves nothing out of a recording: it ends rather than have a hole that nobody knows of', () => {
    const backlog = { bytes: behindBytes + 1 };
    const { outlet, sent, tooSlow } = outletOn(backlog, false);
    outlet.take(picture(false));
    expect([sent(), tooSlow()]).toEqual([1, 0]);
    backlog.bytes = farBehindBytes + 1;
    outlet.take(picture(false));
    expect([sent(), tooSlow()]).toEqual([1, 1]);
  });
});

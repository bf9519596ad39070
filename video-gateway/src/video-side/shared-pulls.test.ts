import { describe, expect, it } from 'vitest';
import type { AccessUnit } from '#media/access-unit.ts';
import { h264Config } from '#media/h264.ts';
import { sourceFailure } from '#sources/source-failure.ts';
import type { Source, SourceHandlers } from '#sources/source.ts';
import { parameterSets } from '#testing/camera/clip.ts';
import { SharedPulls } from '#video-side/shared-pulls.ts';
import type { LiveAsk } from '#video-side/video-side.ts';

const config = h264Config(...(parameterSets('h264') as [Buffer, Buffer]));
const picture = (dts: number, key = false): AccessUnit => ({
  ...({ track: 'video', key, dts, pts: dts, wall: null } as const),
  ...{ data: Buffer.from([0, 0, 0, 1, 5]), config },
});

const look: LiveAsk = {
  cameraId: 'camera-1',
  profile: 'sub',
  source: { kind: 'platform', platformId: 'bureau', platformCameraId: 'p1' },
  ticket: 'signed',
};
const check: LiveAsk = { ...look, ticket: null };

type Opened = { handlers: SourceHandlers; came: PromiseWithResolvers<Source>; closed: number };

function pullsOfTest() {
  const opened: Opened[] = [];
  const pulls = new SharedPulls((_, handlers) => {
    const one = { handlers, came: Promise.withResolvers<Source>(), closed: 0 };
    opened.push(one);
    return one.came.promise;
  });
  const comeUp = async (number: number) => {
    await Promise.resolve();
    const one = opened[number]!;
    one.came.resolve({ close: () => (one.closed += 1) });
  };
  return { pulls, opened, comeUp };
}

function taker() {
  const seen: number[] = [];
  const ends: string[] = [];
  const handlers: SourceHandlers = {
    onUnit: ({ dts }) => seen.push(dts),
    onEnd: ({ reason }) => ends.push(reason),
  };
  return { seen, ends, handlers };
}

describe('one pull for a look and a check of the same camera', () => {
  it('hands a look that joins a check the running group, and both what follows', async () => {
    const { pulls, opened, comeUp } = pullsOfTest();
    const [checking, looking] = [taker(), taker()];
    const first = pulls.open(check, checking.handlers);
    await comeUp(0);
    const checkSource = await first;
    for (const [dts, key] of [
      [1, true],
      [2, false],
      [3, true],
      [4, false],
    ] as const) {
      opened[0]!.handlers.onUnit(picture(dts, key));
    }
    const lookSource = await pulls.open(look, looking.handlers);
    opened[0]!.handlers.onUnit(picture(5));
    expect(looking.seen).toEqual([3, 4, 5]);
    checkSource.close();
    opened[0]!.handlers.onUnit(picture(6));
    expect(checking.seen).toEqual([1, 2, 3, 4, 5]);
    expect(looking.seen).toEqual([3, 4, 5, 6]);
    expect(opened).toHaveLength(1);
    lookSource.close();
    await Promise.resolve();
    expect(opened[0]!.closed).toBe(1);
  });

  it('lets a check that joins a look begin with the next key picture', async () => {
    const { pulls, opened, comeUp } = pullsOfTest();
    const [looking, checking] = [taker(), taker()];
    const first = pulls.open(look, looking.handlers);
    await comeUp(0);
    await first;
    opened[0]!.handlers.onUnit(picture(1, true));
    await pulls.open(check, checking.handlers);
    opened[0]!.handlers.onUnit(picture(2));
    opened[0]!.handlers.onUnit(picture(3, true));
    expect([looking.seen, checking.seen]).toEqual([[1, 2, 3], [3]]);
  });

  it('tells both that it ended, once, and opens anew for who comes after', async () => {
    const { pulls, opened, comeUp } = pullsOfTest();
    const [one, two, later] = [taker(), taker(), taker()];
    const both = [pulls.open(check, one.handlers), pulls.open(look, two.handlers)];
    await comeUp(0);
    await Promise.all(both);
    opened[0]!.handlers.onEnd(sourceFailure('source-ended', 'it hung up'));
    expect([one.ends, two.ends]).toEqual([['source-ended'], ['source-ended']]);
    const again = pulls.open(look, later.handlers);
    await comeUp(1);
    await again;
    expect(later.ends).toEqual([]);
  });

  it('tells both why it does not open, and shares nothing between cameras, streams or addresses', async () => {
    const { pulls, opened } = pullsOfTest();
    const asks = [check, look].map((ask) => pulls.open(ask, taker().handlers));
    for (const other of [
      { ...look, cameraId: 'camera-2' },
      { ...look, profile: 'main' as const },
      { ...look, source: { kind: 'direct' as const, url: 'rtsp://10.1.1.1/1' } },
    ]) {
      void pulls.open(other, taker().handlers);
    }
    await Promise.resolve();
    expect(opened).toHaveLength(4);
    opened[0]!.came.reject(sourceFailure('camera-not-found', 'no such camera'));
    for (const ask of asks) await expect(ask).rejects.toMatchObject({ reason: 'camera-not-found' });
  });
});

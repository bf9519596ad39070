import { expect, it } from 'vitest';
import type { Fragment } from '#packaging/cmaf-packager.ts';
import { pictureFragment } from '#packaging/media-fragment.ts';
import { binaryFrame, fragmentFrame } from '#outputs/websocket-frame.ts';
import { madeUpEpoch } from '#testing/made-up-epoch.ts';

const place = { decodeTime: 3600, compositionOffset: 0, duration: 3600 };

it.each([1, 200, 65_400, 70_000])('sends a picture of %i bytes from where it lies', (size) => {
  const data = Buffer.alloc(size, 7);
  const written = pictureFragment({ sequence: 1, ...place, key: false, data });
  const fragment: Fragment = {
    ...written,
    ...{ track: 'video', epoch: madeUpEpoch(1), samples: [], key: false, wall: null },
    ...{ startSeconds: 0, shownSeconds: 0, durationSeconds: 0.04 },
  };
  const alone = Buffer.from(fragment.bytes);
  const frame = fragmentFrame(fragment);
  expect(frame.equals(binaryFrame(alone))).toBe(true);
  expect(fragment.bytes.equals(alone), 'its head overwrites nothing of it').toBe(true);
  expect(frame.buffer, 'it is held once').toBe(fragment.bytes.buffer);
  expect(fragmentFrame(fragment), 'and made once').toBe(frame);
});

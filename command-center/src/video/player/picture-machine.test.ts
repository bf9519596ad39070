import { expect, test } from 'vitest';
import {
  beginPicture,
  silenceMs,
  stepPicture,
  type PictureEvent,
  type PictureKnowledge,
} from './picture-machine.ts';

function live(): PictureKnowledge {
  return run([{ type: 'source', state: 'live', reason: null, retryInMs: null }, { type: 'frame' }]);
}

function run(events: PictureEvent[], from = beginPicture(0), at = 100): PictureKnowledge {
  return events.reduce((known, event) => stepPicture(known, event, at), from);
}

test('a picture is live only once a frame is on the screen', () => {
  const connected = run([{ type: 'source', state: 'live', reason: null, retryInMs: null }]);
  expect(connected.shown.kind).toBe('connecting');
  expect(stepPicture(connected, { type: 'frame' }, 300).shown).toEqual({
    kind: 'live',
    since: 300,
  });
});

test('a live picture without a frame for three seconds is stalled and tells the age of the last one', () => {
  const known = stepPicture(
    live(),
    { type: 'tick', hidden: false, receiving: false },
    101 + silenceMs,
  );
  expect(known.shown).toEqual({
    kind: 'stalled',
    reason: 'no-frames',
    lastFrameAt: 100,
    since: 101 + silenceMs,
  });
});

test('a hidden tab draws no frames, which is no stall', () => {
  const known = live();
  expect(stepPicture(known, { type: 'tick', hidden: true, receiving: true }, 60_000)).toBe(known);
});

test('frames still under way do not hide that the source fell silent', () => {
  const known = run(
    [{ type: 'source', state: 'stalled', reason: 'no-frames', retryInMs: null }, { type: 'frame' }],
    live(),
    200,
  );
  expect(known.shown.kind).toBe('stalled');
});

test('an offline camera says why and when it is tried again, and since when it is offline', () => {
  const first = run(
    [{ type: 'source', state: 'offline', reason: 'camera-offline', retryInMs: 4_000 }],
    live(),
    1_000,
  );
  expect(first.shown).toEqual({
    kind: 'offline',
    reason: 'camera-offline',
    retryAt: 5_000,
    since: 1_000,
  });
  const again = run(
    [{ type: 'source', state: 'offline', reason: 'camera-offline', retryInMs: 8_000 }],
    first,
    5_000,
  );
  expect(again.shown).toMatchObject({ since: 1_000, retryAt: 13_000 });
});

test('a source that reconnects keeps the old picture, stalled, until a new frame comes', () => {
  const reconnecting = run(
    [{ type: 'source', state: 'connecting', reason: null, retryInMs: null }],
    live(),
    500,
  );
  expect(reconnecting.shown).toMatchObject({ kind: 'stalled', reason: 'reconnecting' });
  const back = run(
    [{ type: 'source', state: 'live', reason: null, retryInMs: null }, { type: 'frame' }],
    reconnecting,
    900,
  );
  expect(back.shown).toEqual({ kind: 'live', since: 900 });
});

test('a refusal ends the picture with its reason', () => {
  const known = run([{ type: 'ended', reason: 'purpose-not-filed', retryAt: null }]);
  expect(known.shown).toMatchObject({
    kind: 'offline',
    reason: 'purpose-not-filed',
    retryAt: null,
  });
});

test('data that arrives without a picture is blamed on the computer, not on the camera', () => {
  const tick: PictureEvent = { type: 'tick', hidden: false, receiving: true };
  expect(stepPicture(live(), tick, 101 + silenceMs).shown).toMatchObject({
    kind: 'stalled',
    reason: 'display-behind',
  });
});

test('pictures that come and are doubtful are live with a remark, until the gateway takes it back', () => {
  const remark = (reason: string | null): PictureEvent => ({
    type: 'source',
    state: 'live',
    reason,
    retryInMs: null,
  });
  const frame: PictureEvent = { type: 'frame' };
  const shownAfter = (events: readonly PictureEvent[]) =>
    events.reduce((known, event, i) => stepPicture(known, event, i), beginPicture(0)).shown;
  expect(shownAfter([remark(null), frame, remark('picture-black')])).toMatchObject({
    kind: 'live',
    remark: 'picture-black',
  });
  expect(shownAfter([frame, remark('picture-black'), frame, remark(null)])).toEqual({
    kind: 'live',
    since: 0,
  });
});

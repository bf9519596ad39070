import { describe, expect, test } from 'vitest';
import { firstTransport, nextTransport } from './transport-choice.ts';

const all = { webCodecs: true, mediaSource: true };
const insecure = { webCodecs: false, mediaSource: true };
const old = { webCodecs: false, mediaSource: false };
const first = (probe: typeof all, isWall: boolean, otherPictures: number) =>
  firstTransport({ probe, isWall, otherPictures, hlsHasRoom: true });

describe('a picture begins', () => {
  test('in a video element when it is alone', () => {
    expect(first(all, false, 0)).toBe('fmp4-websocket');
  });
  test('with the page’s decoder on a wall, and beside others', () => {
    expect(first(all, true, 0)).toBe('webcodecs');
    expect(first(all, false, 1)).toBe('webcodecs');
  });
  test('in a video element where there is no decoder, such as on plain http', () => {
    expect(first(insecure, true, 15)).toBe('fmp4-websocket');
  });
  test('as a still where there is nothing else', () => {
    expect(first(old, true, 3)).toBe('still-picture');
  });
});

describe('a picture steps down', () => {
  const ways = (reason: string, hlsHasRoom = true) => {
    const seen: string[] = [];
    for (
      let kind = nextTransport('webcodecs', reason, { probe: all, hlsHasRoom });
      kind !== null;
      kind = nextTransport(kind, reason, { probe: all, hlsHasRoom })
    ) {
      seen.push(kind);
    }
    return seen;
  };
  test('way by way, down to a still picture', () => {
    expect(ways('decode-failed')).toEqual(['fmp4-websocket', 'll-hls', 'still-picture']);
  });
  test('past the other WebSocket where no socket gets through', () => {
    expect(ways('socket-failed')).toEqual(['ll-hls', 'still-picture']);
  });
  test('past LL-HLS where plain http has no room for more', () => {
    expect(ways('socket-silent', false)).toEqual(['still-picture']);
  });
});

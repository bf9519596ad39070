import { describe, expect, test } from 'vitest';
import { readChannelFrame, readPictureConfig, readSoundConfig } from './channel-frame.ts';

const frame = (...bytes: number[]) => new Uint8Array(bytes).buffer;
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('a message of the page’s line', () => {
  test('is read by its header', () => {
    expect(readChannelFrame(frame(2, 1, 1 | 8, 0, 0, 1, 0, 2, 7, 7))).toEqual({
      channel: 513,
      kind: 'picture',
      key: true,
      behind: true,
      milliseconds: 65_538,
      payload: new Uint8Array([7, 7]),
    });
  });

  test.each([
    [2, 'config'],
    [4, 'sound'],
    [6, 'sound-config'],
    [0, 'picture'],
  ])('with flags %i is a %s', (flags, kind) => {
    expect(readChannelFrame(frame(0, 1, flags, 0, 0, 0, 0, 0))?.kind).toBe(kind);
  });

  test('that is too short is none', () => {
    for (let length = 0; length < 8; length += 1) {
      expect(readChannelFrame(new ArrayBuffer(length))).toBeNull();
    }
  });

  test('describes pictures and sound', () => {
    const config = { codec: 'avc1.64001f', width: 640, height: 360, description: 'AQI=' };
    expect(readPictureConfig(json(config))).toMatchObject({ description: new Uint8Array([1, 2]) });
    const sound = { codec: 'alaw', sampleRate: 8000, channels: 1, description: '' };
    expect(readSoundConfig(json(sound))).toMatchObject({ codec: 'alaw', sampleRate: 8000 });
  });

  test.each([null, 7, [], {}, { codec: 7 }, { codec: 'a', width: -1, height: 2 }, 'x'])(
    'that describes %j describes nothing',
    (value) => {
      expect(readPictureConfig(json(value))).toBeNull();
      expect(readSoundConfig(json(value))).toBeNull();
      expect(readPictureConfig(new Uint8Array([0xff, 0xfe]))).toBeNull();
    },
  );
});

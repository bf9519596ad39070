import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { reEncode } from './re-encode.ts';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

describe('a photo', () => {
  it('loses the place and time of the camera, stands upright and is made small', async () => {
    const file = await drawn(3_000, 1_500)
      .withExif({ IFD0: { Make: 'phone' }, IFD3: { GPSLatitude: '27/1 41/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { picture, preview, width, height } = await reEncode(file);
    expect([width, height]).toEqual([960, 1_920]);
    const kept = await sharp(picture).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 960, height: 1_920 });
    expect([kept.exif, kept.icc, kept.xmp, kept.orientation]).toEqual(Array(4).fill(undefined));
    expect((await sharp(preview).metadata()).height).toBe(360);
  });

  it.each(['png', 'webp', 'avif'] as const)('of the kind %s is taken', async (format) => {
    const file = await drawn(40, 30).toFormat(format).toBuffer();
    expect(await reEncode(file)).toMatchObject({ width: 40, height: 30 });
  });

  it('of a megabyte that unpacks to a hundred million pixels is refused as a bomb', async () => {
    const bomb = await drawn(10_000, 10_000).png().toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    await expect(reEncode(bomb)).rejects.toMatchObject({
      kind: 'invalid-input',
      reason: 'photo-bomb',
      details: { pixels: 100_000_000 },
    });
  });

  it.each([
    [
      'a drawing that could name files',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'photo-format',
    ],
    ['a page', '<html></html>', 'photo-format'],
    ['nothing but a beginning', '\xff\xd8\xff\xe0', 'photo-broken'],
  ])('that is %s is refused', async (_, text, reason) => {
    await expect(reEncode(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ reason });
  });

  it('that breaks off is refused', async () => {
    const file = await drawn(800, 600).jpeg().toBuffer();
    const half = file.subarray(0, file.length / 2);
    await expect(reEncode(half)).rejects.toMatchObject({ reason: 'photo-broken' });
  });
});

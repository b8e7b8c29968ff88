import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { law } from '../../test/law';
import { imageSize } from './image-size';
import { readLogoFile } from './logo';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const png = (width: number, height: number, length = 64): Uint8Array => {
  const bytes = new Uint8Array(Math.max(length, 33));
  bytes.set(PNG);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
/** SOI, an APP0 segment of 16 bytes, then the start of a progressive frame. */
const jpeg = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    16,
    ...Array<number>(14).fill(0),
    0xff,
    0xc2,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    0,
    0,
  ]);

describe('the firm’s logo', () => {
  test('is a PNG or a JPEG, and says its size in pixels', () => {
    expect(imageSize(png(640, 200))).toEqual({ type: 'image/png', width: 640, height: 200 });
    expect(imageSize(jpeg(800, 300))).toEqual({ type: 'image/jpeg', width: 800, height: 300 });
    expect(readLogoFile(png(640, 200)).ok).toBe(true);
  });

  test.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'neither a PNG nor a JPEG'],
    ['a PNG of 1.2 MB', png(640, 200, 1_200_000), '1.2 MB'],
    ['a PNG of 9,000 pixels', png(9000, 10), '9000 by 10 pixels'],
    ['a PNG of no height', png(640, 0), 'neither'],
    ['a JPEG that is cut off', jpeg(800, 300).subarray(0, 20), 'neither'],
  ])('is not %s', (_, bytes, why) => {
    const read = readLogoFile(bytes);
    expect(read.ok ? '' : read.error.message).toContain(why);
  });

  law(
    'any bytes at all are read without an error',
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, asJpeg) => {
      const hostile = asJpeg ? new Uint8Array([0xff, 0xd8, ...bytes]) : new Uint8Array([...PNG, ...bytes]);
      expect(() => imageSize(hostile)).not.toThrow();
    }),
  );
});

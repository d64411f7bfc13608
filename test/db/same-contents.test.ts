import { describe, expect, test } from 'vitest';
import { holdSame } from '../../db/same-contents.ts';

const pageBytes = 512;

/** Four pages: the third lists the fourth as free; see "The Freelist" in SQLite's file format. */
function image(change: (bytes: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.alloc(4 * pageBytes, 1);
  bytes.writeUInt16BE(pageBytes, 16);
  bytes.writeUInt32BE(3, 32);
  const trunk = 2 * pageBytes;
  bytes.writeUInt32BE(0, trunk);
  bytes.writeUInt32BE(1, trunk + 4);
  bytes.writeUInt32BE(4, trunk + 8);
  change(bytes);
  return bytes;
}

describe('two images hold the same', () => {
  test('with every byte alike, or but for what a free page was', () => {
    expect(holdSame(image(), image())).toBe(true);
    expect(holdSame(image(), image((bytes) => bytes.fill(9, 3 * pageBytes)))).toBe(true);
  });
  test.each([
    ['a page in use', pageBytes + 7],
    ['the header', 40],
    ['the list of free pages', 2 * pageBytes + 200],
    ['the last byte before the free page', 3 * pageBytes - 1],
  ])('but not where %s differs', (_what, at) => {
    expect(holdSame(image(), image((bytes) => { bytes[at] = 9; }))).toBe(false);
  });
  test('but not with another length', () => {
    expect(holdSame(image(), image().subarray(0, 3 * pageBytes))).toBe(false);
    expect(holdSame(Buffer.from('a'), Buffer.from('b'))).toBe(false);
  });
  test.each([
    ['runs in a circle', (bytes: Buffer) => { bytes.writeUInt32BE(3, 2 * pageBytes); }],
    ['leads beyond the end', (bytes: Buffer) => { bytes.writeUInt32BE(9, 2 * pageBytes); }],
    ['claims more than a page holds',
      (bytes: Buffer) => { bytes.writeUInt32BE(4e9, 2 * pageBytes + 4); }],
  ])('and a list that %s ends', (_what, change) => {
    const other = image((bytes) => { change(bytes); bytes[pageBytes] = 9; });
    expect(holdSame(image(change), other)).toBe(false);
  });
});

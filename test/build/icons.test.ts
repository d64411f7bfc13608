import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from '../../build/icons/containers.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'build', 'icons');
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const pictures =
  sizes.map((size) => ({ size, bytes: readFileSync(join(folder, `${size}x${size}.png`)) }));

describe('the drawn icons', () => {
  it.each(pictures)('$size x $size is a PNG of that size', ({ size, bytes }) => {
    expect(bytes.subarray(0, 8))
      .toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    // width and height of the IHDR chunk
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  });
});

describe('the Windows icon', () => {
  const small = pictures.filter(({ size }) => size <= 256);
  const ico = toIco(small);

  it('is the committed one',
    () => { expect(ico.equals(readFileSync(join(folder, 'icon.ico')))).toBe(true); });

  it('leads to every picture', () => {
    expect(ico.readUInt16LE(4)).toBe(small.length);
    small.forEach(({ size, bytes }, index) => {
      const entry = 6 + 16 * index;
      expect(ico.readUInt8(entry) || 256).toBe(size);
      const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      expect(ico.subarray(offset, offset + length).equals(bytes)).toBe(true);
    });
  });
});

describe('the macOS icon', () => {
  const icns = toIcns(pictures);

  it('is the committed one',
    () => { expect(icns.equals(readFileSync(join(folder, 'icon.icns')))).toBe(true); });

  it('is a chain of blocks that ends where the file does', () => {
    const types: string[] = [];
    let at = 8;
    while (at < icns.length) {
      types.push(icns.toString('ascii', at, at + 4));
      at += icns.readUInt32BE(at + 4);
    }
    expect(at).toBe(icns.length);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(types.toSorted())
      .toEqual(['ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14']);
  });
});

import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallPng } from './small-png.ts';

describe('a small picture', () => {
  it('keeps size, order and colours where there are few', () => {
    const data = Uint8Array.from([255, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255, 255, 0, 0, 255]);
    const png = smallPng({ width: 2, height: 2, data });
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2]);
    const at = png.indexOf('PLTE');
    expect([...png.subarray(at + 4, at + 10)]).toEqual([255, 0, 0, 0, 0, 255]);
    const body = png.indexOf('IDAT');
    const lines = inflateSync(png.subarray(body + 4, body + 4 + png.readUInt32BE(body - 4)));
    // Each line begins with its filter, none.
    expect([...lines]).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('never has more than two dozen colours', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => (at * 37 + (at >> 5) * 11) % 256);
    const png = smallPng({ width: 64, height: 64, data });
    expect(png.readUInt32BE(png.indexOf('PLTE') - 4)).toBeLessThanOrEqual(24 * 3);
  });
});

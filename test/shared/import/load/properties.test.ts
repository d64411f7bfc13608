import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLoadReader, readLoad } from '../../../../shared/import/load/read-load.ts';
import { mostPoints } from '../../../../shared/import/load/tally.ts';
import { load } from './read.ts';

const rows = fc.array(fc.record({
  at: fc.integer({ min: 0, max: 200_000 }), input: fc.integer({ min: 0, max: 9000 }),
  output: fc.integer({ min: 0, max: 900 }) }), { minLength: 12, maxLength: 60 });
type Row = { readonly at: number; readonly input: number; readonly output: number };
const iso = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * 1000 + 7).toISOString();
const line = ({ at, input, output }: Row, extra: string): string => `${iso(at)},${input},${output}${extra}`;
const log = (all: readonly Row[], head = 'timestamp,input_tokens,output_tokens', extra = ''): string =>
  `${[head, ...all.map((row) => line(row, extra))].join('\n')}\n`;
const sumOf = (all: readonly Row[]): number => all.reduce((sum, { input, output }) =>
  sum + input + output, 0);

describe('a log of requests', () => {
  it('keeps every token, in whatever order of lines and columns, with columns nobody knows', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 0, max: 1e6 }), (all, seed) => {
      const expected = sumOf(all);
      expect(load(log(all)).tokensTotal).toBe(expected);
      expect(load(log(all.toReversed())).tokensTotal).toBe(expected);
      expect(load(log(all, 'timestamp,input_tokens,output_tokens,latency_ms,note',
        `,${seed},x`)).tokensTotal).toBe(expected);
      const turned = all.map(({ at, input, output }) => `${output},${iso(at)},${input}`);
      expect(load(`output_tokens,timestamp,input_tokens\n${turned.join('\n')}\n`).tokensTotal).toBe(expected);
    }));
  });

  it('cut short anywhere gives no figure without a word', () => {
    fc.assert(fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const text = log(all);
      const cut = text.slice(0, Math.floor(text.length * part));
      const read = readLoad(cut, {});
      const isSaid = !read.ok || read.value.report.notes.some(({ code }) => code === 'no-line-end')
        || read.value.report.leftOut.length > 0 || cut.endsWith('\n');
      expect(isSaid).toBe(true);
    }));
  });

  it('reads the same in pieces of any size', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 97 }), (all, size) => {
      const bytes = new TextEncoder().encode(log(all));
      const reader = createLoadReader({});
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
      const read = reader.end();
      expect(read.ok && read.value.value.tokensTotal).toBe(sumOf(all));
    }));
  });

  it('never throws on arbitrary text', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(readLoad(text, {})).toHaveProperty('ok'); }));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(readLoad(bytes, {})).toHaveProperty('ok'); }));
  });

  it('longer than is looked at row by row is summed all the same', () => {
    const reader = createLoadReader({});
    const encoder = new TextEncoder();
    reader.push(encoder.encode('timestamp,input_tokens,output_tokens\n'));
    const second = encoder.encode('2026-01-01T00:00:01Z,2,1\n2026-01-01T05:00:00Z,4,1\n'.repeat(1000));
    for (let at = 0; at * 2000 <= mostPoints; at++) reader.push(second);
    const read = reader.end();
    const half = (Math.floor(mostPoints / 2000) + 1) * 1000;
    expect(read.ok && read.value.value.series.values).toEqual([3 * half, 0, 0, 0, 0, 5 * half]);
  });
});

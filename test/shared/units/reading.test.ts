import { describe, expect, it } from 'vitest';
import {
  cell, copyOf, lazily, note, Reading, readInto, sourcesOf, unrecorded, type Source,
} from '../../../shared/units/reading.ts';

const source = (path: string): Source => ({ kind: 'field', path });
const [own, other, third] = [source('own'), source('other'), source('third')];

/** What a computation rests on, nearest first. */
function pathsOf(compute: () => unknown): readonly string[] {
  const reading = new Reading();
  readInto(reading, compute);
  return [...sourcesOf(reading)].map(({ path }) => path);
}

describe('a reading', () => {
  it('holds what was noted in it, and what the values it asked for had noted', () => {
    const inner = cell(() => { note(other, 1); return 1; });
    expect(pathsOf(() => { inner(); note(own, 2); })).toEqual(['own', 'other']);
  });

  it('holds the same for whoever asks second, though nothing is computed again', () => {
    let computed = 0;
    const inner = cell(() => { computed += 1; note(other, 1); return 1; });
    expect([pathsOf(inner), pathsOf(inner), computed]).toEqual([['other'], ['other'], 1]);
  });

  it('reaches through values that ask for values', () => {
    const deep = cell(() => { note(third, 1); return 1; });
    const middle = cell(() => deep() + 1);
    expect(pathsOf(() => middle())).toEqual(['third']);
  });

  it('holds nothing of what was computed without recording', () => {
    expect(pathsOf(() => unrecorded(() => { note(own, 1); }))).toEqual([]);
  });

  it('is left as it was found when a computation throws', () => {
    const outer = new Reading();
    readInto(outer, () => {
      expect(() => readInto(new Reading(), () => { throw new Error('no'); })).toThrow('no');
      note(own, 1);
    });
    expect([...sourcesOf(outer)]).toEqual([own]);
  });
});

describe('a value that asks for itself', () => {
  it('is refused, and can be asked for again after a computation that failed', () => {
    const circular: () => number = cell(() => circular());
    expect(circular).toThrow('computed from itself');
    let fails = true;
    const later = cell(() => { if (fails) throw new Error('not yet'); return 5; });
    expect(later).toThrow('not yet');
    fails = false;
    expect(later()).toBe(5);
  });
});

describe('things made lazily', () => {
  it('compute each part once, when it is asked for, with a reading of its own', () => {
    const asked: string[] = [];
    const thing = lazily<{ a: number; b: number; name: string }>({
      a: () => { asked.push('a'); note(own, 1); return 1; },
      b: () => { asked.push('b'); note(other, 1); return 2; }, name: 'thing',
    });
    expect(asked).toEqual([]);
    expect(pathsOf(() => thing.a + thing.a)).toEqual(['own']);
    expect([thing.name, asked]).toEqual(['thing', ['a']]);
  });

  it('are copied with all their parts, and refuse to be spread', () => {
    const thing = lazily<{ a: number; b: string }>({ a: () => 1, b: 'two' });
    expect(copyOf(thing)).toEqual({ a: 1, b: 'two' });
    expect(JSON.parse(JSON.stringify(thing))).toEqual({ a: 1, b: 'two' });
    expect(() => ({ ...thing })).toThrow('copyOf');
  });
});

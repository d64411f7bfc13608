import { describe, expect, it } from 'vitest';
import { parseSource } from '../architecture/source.ts';
import { examplesOf, exportsOf } from './collect.ts';
import { agrees, evaluate, readStated } from './compare.ts';

const right = (actual: unknown, text: string): boolean => agrees(actual, readStated(text));

describe('a value in a comment', () => {
  it('is as exact as it is printed', () => {
    expect([right(0.5954, '0.595, 16 listings'), right(0.5956, '0.595')])
      .toEqual([true, false]);
    expect([right(10, '10'), right(10.4, '10'), right(6116.86, '6,117'),
      right(6117.6, '6,117')]).toEqual([true, false, true, false]);
    expect([right(0.98425, '0.9842... = 1.21^(-1/12)'), right(0.9852, '0.9842...')])
      .toEqual([true,
        false]);
    expect([right(23.65e9, '23.65e9'), right(23.66e9, '23.65e9')]).toEqual([true, false]);
    expect([right(1 / 3, '1/3'), right(0.33, '1/3'),
      right(-1307.2877535687421, '-1307.287753568743')]).toEqual([true, false, true]);
  });

  it('may be text, a list or the parts of an object that matter', () => {
    expect([right('a', `'a'`), right('b', `'a'`), right(true, 'true: because'),
      right(null, 'null')]).toEqual([true, false, true, true]);
    expect([right(Float64Array.of(1, 2), '[1, 2]'), right([1], '[1, 2]')])
      .toEqual([true, false]);
    expect([right({ a: 1, b: 2 }, '{ a: 1, ... }'),
      right({ a: 1 }, '{ a: 2, ... }')]).toEqual([true, false]);
    expect(right({ ok: false, error: { nearest: 'x', more: 1 } },
      `{ ok: false, error: { nearest: 'x', ... } }`)).toBe(true);
  });

  it('is words where it is none', () => {
    expect([readStated('about 400').kind, readStated('whole replicas').kind]).toEqual(['words',
      'words']);
    expect(right(400, 'about 400')).toBe(false);
  });
});

describe('examples', () => {
  it('are read to the next tag, over lines, with what they stand above', () => {
    const source = parseSource('a.ts',
      `/**\n * Adds.\n * @example add(1,\n *   2) // 3\n * @source none\n */\nexport function add() {}\n/** @example no() */\nexport const no = 1;\nexport type T = 1;`);
    expect(examplesOf(source)).toEqual([
      { path: 'a.ts', line: 3, name: 'add', code: 'add(1,   2)', value: '3' },
      { path: 'a.ts', line: 8, name: 'no', code: 'no()', value: null }]);
    expect(exportsOf(source)).toEqual(['add', 'no', 'T']);
  });

  it('may hold statements, and say what they lack', () => {
    expect(evaluate('const a = 2; a * b', { b: 3 })).toBe(6);
    expect(evaluate(`'x;y'`, {})).toBe('x;y');
    expect(evaluate('gone + 1', {})).toBeInstanceOf(ReferenceError);
  });
});

import { describe, expect, it } from 'vitest';
import { parseSource } from '../architecture/source.ts';
import { drawFaults } from './draw.ts';
import { equivalents, isKnown, staleAmong } from './equivalent.ts';
import { guardLoops } from './guard.ts';
import { faultsIn } from './places.ts';
import { reachersOf, testsFor } from './rooms.ts';
import { effectiveShare } from './table.ts';

/** The text with each fault planted. */
const planted = (text: string): readonly string[] => faultsIn(parseSource('a.ts', text))
  .map(({ start, end, now }) => text.slice(0, start) + now + text.slice(end));

describe('faults', () => {
  it('swap operators, drop terms, move boundaries, scale constants', () => {
    expect(planted('f(a * 2);')).toEqual(['f(a / 2);', 'f((a));', 'f((2));', 'f(a * 2.2);']);
    expect(planted('f(a < b);')).toEqual(['f(a <= b);', 'f(a > b);']);
    expect(planted('f(a && b);')).toEqual(['f(a || b);', 'f((a));', 'f((b));']);
    expect(planted('a += b;')).toEqual(['a -= b;']);
    expect(planted('Math.max(a, b);')).toEqual(['Math.min(a, b);']);
    expect(planted('f(a ?? b);')).toEqual(['f((b));']);
    expect(planted('f(list[0]);')).toEqual(['f(list[1]);']);
    expect(planted('f(list.at(-1));')).toEqual(['f(list.at((1)));', 'f(list.at(-2));']);
    expect(planted('if (a) f();')).toEqual(['if (!(a)) f();']);
  });

  it.each([
    ['types', 'type A = { a: 1 | 2 }; let x: Pick<A, "a">;'], ['imports',
      `import { a } from './b.ts';`],
    ['errors', 'throw new RangeError(`${a + 1} too many`);'], ['comments', '// a < b'],
    ['words', `f('a' + b);`], ['absent elements', 'f(list[at] ?? 0);'],
  ])('leave %s alone', (_what, text) => { expect(planted(text)).toEqual([]); });

  it('stand where the text says', () => {
    const text = 'const a = 1;\n  const b = c > d;\n';
    expect(faultsIn(parseSource('a.ts', text)).slice(1)).toMatchObject([
      { line: 2, was: '>', now: '>=', context: 'const b = c > d;' }, { line: 2, was: '>',
        now: '<' }]);
  });
});

describe('faults that change nothing', () => {
  it('are known by file, line of code and change, and stale where no line is theirs', () => {
    const [known] = equivalents;
    if (known === undefined) throw new Error('none is listed');
    const fault = { ...known, line: 1, start: 0, end: 0 };
    expect(isKnown(fault)).toBe(true);
    for (const other of [{ path: 'a.ts' }, { context: 'x' }, { was: 'x' }, { now: 'x' }])
      expect(isKnown({ ...fault, ...other })).toBe(false);
    expect(staleAmong([])).toEqual(equivalents);
    expect(staleAmong([fault])).toEqual(equivalents.slice(1));
  });
});

describe('drawing', () => {
  const faults = faultsIn(parseSource('a.ts', 'f(1);\nf(2);\nf(3 * a * b * c);\nf(4);'));

  it('draws each line once, the same for the same seed', () => {
    const drawn = drawFaults([faults], 99, 7);
    expect(drawn.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect(drawFaults([faults], 99, 7)).toEqual(drawn);
    expect(drawFaults([faults], 2, 7)).toHaveLength(2);
  });
});

describe('guardLoops', () => {
  it('changes no loop that ends and keeps the text valid, nested or not', () => {
    const text =
      'for (let i = 0; i < 3; i++) while (go()) { step(); }\ndo step(); while (go());';
    const guarded = guardLoops('a.ts', text);
    expect(guarded.match(/a loop without end/g)).toHaveLength(3);
    expect(() => parseSource('a.ts', guarded)).not.toThrow();
    expect(guardLoops('a.ts', 'f();')).toBe('f();');
  });
});

describe('tests of a fault', () => {
  const sources = [
    parseSource('shared/x/a.ts', 'export const a = 1;'),
    parseSource('shared/x/b.ts', `import { a } from './a.ts'; export const b = a;`),
    parseSource('test/shared/x/all.test.ts', `import { b } from '../../../shared/x/b.ts';`),
    parseSource('test/shared/x/a.test.ts', `import { a } from '../../../shared/x/a.ts';`),
    parseSource('test/shared/y/far.test.ts', `import { a } from '../../../shared/x/a.ts';`),
  ];

  it('are those of the room that reach the file, the one named after it first', () => {
    const room = { files: ['shared/x/'], tests: ['test/shared/x/'] };
    const reach = reachersOf(sources);
    expect(testsFor(room, 'shared/x/a.ts', reach('shared/x/a.ts')))
      .toEqual(['test/shared/x/a.test.ts', 'test/shared/x/all.test.ts']);
    expect(testsFor(room, 'shared/x/b.ts',
      reach('shared/x/b.ts'))).toEqual(['test/shared/x/all.test.ts']);
  });

  it('count what changes nothing on neither side', () => {
    expect(effectiveShare({ room: 'x', killed: 2, endless: 1, survived: 1,
      equivalent: 9 })).toBe(0.75);
  });
});

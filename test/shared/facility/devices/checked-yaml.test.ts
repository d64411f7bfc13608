import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDefinitions } from '../../../../shared/facility/devices/device-types.ts';
import { compareWork, countInThisFile, countSteps } from '../../../support/steps.ts';

countInThisFile();

/** Pieces of YAML, sound and broken; `#` stands for a number that grows. */
const pieces = ['k#: 1\n', 'model: 1\n', 'weight: 1\n', '- a\n', 'p#: {a: 1}\n',
  'power-ports:\n', '  - name: p#\n', '[', '{', '"', "'", 'a: |\n  x\n',
  '# c\n', '---\n', '...\n', '&a ', '*a ', '!t ', '? ', '- ', ': ', '\t', ' ', '\n',
  'a: "b"\n', 'u_height: 1\n', '\u0000'];

describe('reading definitions', () => {
  it('takes work in proportion to the length, whatever the file is made of', () => {
    fc.assert(fc.property(fc.array(
      fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 },
    ), (unit) => {
      const { taken, linear } = compareWork((times) => {
        const text = Array
          .from({ length: times }, (_, i) => unit.join('').replaceAll('#', String(i)))
          .join('');
        return () => parseDefinitions(text);
      }, 150);
      expect(taken).toBeLessThan(linear);
    }), { numRuns: 30, seed: 7, examples: [[['k#: 1\n']]] });
  });
});

describe('the measure of work', () => {
  it('tells linear from quadratic', () => {
    const pairs = (n: number) => () => {
      let sum = 0;
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += i ^ j;
      return sum;
    };
    const single = (n: number) => () => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += i;
      return sum;
    };
    expect(countSteps(single(1000))).toBeGreaterThanOrEqual(1000);
    const [straight, squared] = [compareWork(single, 5000), compareWork(pairs, 200)];
    expect(straight.taken).toBeLessThan(straight.linear);
    expect(squared.taken).toBeGreaterThan(squared.linear);
  });
});

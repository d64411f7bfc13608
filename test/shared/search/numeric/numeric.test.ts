import { describe, expect, it } from 'vitest';
import { integrate } from '../../../../shared/search/numeric/integrate.ts';
import { philox, randomStream } from '../../../../shared/search/numeric/random.ts';

describe('random numbers by their place', () => {
  it('are those of the published known answers (Random123, philox4x32-10)', () => {
    expect(philox([0, 0, 0, 0], [0, 0]))
      .toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect(philox([ones, ones, ones, ones], [ones, ones]))
      .toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
  });

  it('do not depend on the order they are asked in, and spread evenly', () => {
    const [there, back] = [randomStream(7, 3), randomStream(7, 3)];
    const places = Array.from({ length: 2000 }, (_, at) => at);
    const forth = places.map((at) => there.at(at));
    const reverse = places.toReversed().map((at) => back.at(at)).toReversed();
    expect(reverse).toEqual(forth);
    const mean = forth.reduce((sum, u) => sum + u, 0) / forth.length;
    // Five standard errors of a mean of 2000.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 2000));
    expect(Math.min(...forth)).toBeGreaterThan(0);
    expect(randomStream(7, 4).at(0)).not.toBe(forth[0]);
    expect(randomStream(8, 3).at(0)).not.toBe(forth[0]);
  });
});

describe('integrals', () => {
  it('are those known in closed form, with singular ends too', () => {
    expect(integrate((x) => Math.log(x), 0, 1)).toBeCloseTo(-1, 12);
    expect(integrate((x) => 1 / Math.sqrt(x), 0, 4)).toBeCloseTo(4, 7);
    expect(integrate(Math.sin, 0, Math.PI)).toBeCloseTo(2, 12);
    expect(() => integrate(Math.sin, 1, 0)).toThrow(RangeError);
  });
});

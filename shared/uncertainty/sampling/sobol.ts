import { sobolTable, tabledDimensions } from './direction-numbers.ts';

/** Dimensions for which direction numbers are at hand. */
export const sobolDimensions = tabledDimensions;

const bits = 32;

/** Direction numbers of every dimension, 32 a dimension, lowest index first. */
function directions(dimensions: number): Uint32Array {
  const all = new Uint32Array(dimensions * bits);
  for (let d = 0; d < dimensions; d += 1) {
    const { degree, inner, initial } = sobolTable(d);
    const base = d * bits;
    for (let k = 0; k < bits; k += 1) {
      const own = initial[k];
      if (own !== undefined) {
        all[base + k] = own * 2 ** (bits - 1 - k);
        continue;
      }
      const far = all[base + k - degree] ?? Number.NaN;
      let value = far ^ (far >>> degree);
      for (let j = 1; j < degree; j += 1)
        if (((inner >>> (degree - 1 - j)) & 1) === 1)
          value ^= all[base + k - j] ?? Number.NaN;
      all[base + k] = value >>> 0;
    }
  }
  return all;
}

/** Sobol' points as whole numbers of 2^-32, in any order; cheapest one after the other. */
export interface SobolSequence {
  readonly dimensions: number;
  /** Moves to a point and returns its coordinates; the array is reused. */
  readonly point: (index: number) => Uint32Array;
}

/**
 * The unscrambled Sobol' sequence in the order of the Gray code, the origin first.
 * @source Joe & Kuo, SIAM J. Sci. Comput. 30 (2008) 2635-2654; Antonov & Saleev (1979)
 * @throws RangeError beyond the dimensions at hand
 * @example createSobol(2).point(1)[0] // 2147483648
 */
export function createSobol(dimensions: number): SobolSequence {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= sobolDimensions))
    throw new RangeError(`a Sobol sequence has 1 to ${sobolDimensions} dimensions, not ${dimensions}`);
  const numbers = directions(dimensions);
  const state = new Uint32Array(dimensions);
  let here = 0;
  const turn = (bit: number): void => {
    for (let d = 0; d < dimensions; d += 1)
      state[d] = (state[d] ?? Number.NaN) ^ (numbers[d * bits + bit] ?? Number.NaN);
  };
  return {
    dimensions,
    point: (index) => {
      if (!(index >= 0 && index < 2 ** bits)) throw new RangeError(`no Sobol point ${index}`);
      let change = (index ^ (index >>> 1) ^ here ^ (here >>> 1)) >>> 0;
      while (change !== 0) {
        turn(31 - Math.clz32(change));
        change ^= 2 ** (31 - Math.clz32(change));
        change >>>= 0;
      }
      here = index;
      return state;
    },
  };
}

/** Bits in reverse order. */
function reverse(word: number): number {
  let x = (word << 16) | (word >>> 16);
  x = ((x & 0x00ff00ff) << 8) | ((x & 0xff00ff00) >>> 8);
  x = ((x & 0x0f0f0f0f) << 4) | ((x & 0xf0f0f0f0) >>> 4);
  x = ((x & 0x33333333) << 2) | ((x & 0xcccccccc) >>> 2);
  return ((x & 0x55555555) << 1) | ((x & 0xaaaaaaaa) >>> 1);
}

/**
 * Owen's nested uniform scrambling of a coordinate: each bit is turned or not by a hash of the
 * bits above it, so that every dyadic interval keeps its number of points.
 * @param key one for each seed and dimension
 * @source Owen (1995); hash of Laine & Karras (2011) as improved by Vegdahl, in Burley,
 *   Practical Hash-based Owen Scrambling, J. Computer Graphics Techniques 9(4) (2020)
 * @example owenScramble(0, 1) === owenScramble(0, 2) // false
 */
export function owenScramble(coordinate: number, key: number): number {
  let x = reverse(coordinate);
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + key) | 0;
  x = Math.imul(x, (key >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverse(x) >>> 0;
}

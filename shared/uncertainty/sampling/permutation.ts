import { at } from '../numerics/at.ts';
import { keyOf, mix32 } from './hash.ts';

/**
 * A random order of 0..count-1 whose places can be asked for one by one: a cipher of six
 * rounds on the next power of four, walked until it falls below the count.
 * @source Black & Rogaway, Ciphers with Arbitrary Finite Domains (2002): cycle walking
 * @example createPermutation(1, 7)(0) // 0
 */
export function createPermutation(count: number, seed: number): (place: number) => number {
  if (!(count >= 1 && count <= 2 ** 32))
    throw new RangeError(`an order of ${count} is none of 1 to 2^32`);
  let half = 1;
  while (4 ** half < count) half += 1;
  const mask = 2 ** half - 1;
  const keys = Int32Array.from({ length: 6 }, (_, round) => keyOf(seed, round));
  const encipher = (place: number): number => {
    let left = place >>> half;
    let right = place & mask;
    for (let round = 0; round < 6; round += 1) {
      const mixed = mix32(Math.imul(right + 1, 0x9e3779b1) ^ at(keys, round)) & mask;
      const kept = right;
      right = left ^ mixed;
      left = kept;
    }
    return ((left << half) | right) >>> 0;
  };
  return (place) => {
    let found = encipher(place);
    while (found >= count) found = encipher(found);
    return found;
  };
}

/**
 * Numbers that follow from a seed, a stream and a place in it alone (Philox 4x32-10,
 * Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11):
 * no number depends on how many were drawn before it, nor on who draws it.
 */
type Words = readonly [number, number, number, number];

const multipliers = [0xd251_1f53, 0xcd9e_8d57] as const;
const weyl = [0x9e37_79b9, 0xbb67_ae85] as const;
const rounds = 10;

/** Upper half of the product of two unsigned 32-bit numbers. */
function upperHalf(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const low = aLow * bLow;
  const middle = aHigh * bLow + (low >>> 16);
  const cross = aLow * bHigh + (middle % 0x1_0000);
  return (aHigh * bHigh + Math.floor(middle / 0x1_0000)
    + Math.floor(cross / 0x1_0000)) >>> 0;
}

/**
 * A block of four unsigned 32-bit numbers.
 * @param counter four words that say which block
 * @param key two words of the seed
 * @example philox([0, 0, 0, 0], [0, 0])[0] // 1713891541
 */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < rounds; round++) {
    const high0 = upperHalf(multipliers[0], a);
    const low0 = Math.imul(multipliers[0], a);
    const high1 = upperHalf(multipliers[1], c);
    const low1 = Math.imul(multipliers[1], c);
    a = (high1 ^ b ^ k0) >>> 0;
    b = low1 >>> 0;
    c = (high0 ^ d ^ k1) >>> 0;
    d = low0 >>> 0;
    k0 = (k0 + weyl[0]) >>> 0;
    k1 = (k1 + weyl[1]) >>> 0;
  }
  return [a, b, c, d];
}

/**
 * Two words to a number strictly between 0 and 1: 53 bits, in the middle of their cell.
 */
const unit = (high: number, low: number): number =>
  ((high >>> 5) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 53;

/** Uniform numbers of one stream by their place. */
export interface Stream {
  /** Strictly between 0 and 1. */
  readonly at: (place: number) => number;
}

/** Refuses what is no seed: whole numbers from 0 on that are held exactly. */
export function checkSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError('a seed must be a whole number of 0 or more');
}

/**
 * A stream of uniform numbers; any two streams of a seed are independent.
 * @param seed whole number from 0 on
 * @param stream which stream, whole number from 0 on
 * @throws RangeError for a seed that is none
 * @example randomStream(7, 0).at(3) === randomStream(7, 0).at(3) // true
 */
export function randomStream(seed: number, stream: number): Stream {
  checkSeed(seed);
  const key = [seed % 2 ** 32, Math.floor(seed / 2 ** 32)] as const;
  const [low, high] = [stream % 2 ** 32, Math.floor(stream / 2 ** 32)];
  let held = -1;
  let words: Words = [0, 0, 0, 0];
  return { at: (place) => {
    const block = Math.floor(place / 2);
    if (block !== held) {
      words = philox([block % 2 ** 32, Math.floor(block / 2 ** 32), low, high], key);
      held = block;
    }
    return place % 2 === 0 ? unit(words[0], words[1]) : unit(words[2], words[3]);
  } };
}

/**
 * Mixes a whole number below 2^32 so that each bit of it moves about half of the answer's.
 * @source Appleby, MurmurHash3 (finalizer, public domain)
 * @example mix32(1) // 1364076727
 */
export function mix32(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Low and high word of a whole number below 2^53. */
export const words = (whole: number): readonly [number, number] =>
  [whole >>> 0, Math.floor(whole / 4_294_967_296) >>> 0];

/**
 * One 32-bit key from a seed and whole numbers that tell uses of it apart.
 * @example keyOf(7, 1) === keyOf(7, 2) // false
 */
export function keyOf(seed: number, ...parts: readonly number[]): number {
  let key = 0x9e3779b9;
  for (const part of [seed, ...parts]) {
    const [low, high] = words(part);
    key = mix32((key + low) | 0) ^ Math.imul(high, 0x27d4eb2f);
    key = (mix32(key) + 0x9e3779b9) | 0;
  }
  return mix32(key);
}

/** A stream of independent numbers strictly between 0 and 1. */
export interface Stream {
  /** Begins the stream of one run. */
  readonly start: (run: number) => void;
  readonly next: () => number;
}

/**
 * One independent stream for each run of a seed.
 * @source Doty-Humphrey, PractRand (sfc32, public domain)
 */
export function createStream(seed: number, use: number): Stream {
  const [keyA, keyB] = [keyOf(seed, use, 1), keyOf(seed, use, 2)];
  let [a, b, c, counter] = [0, 0, 0, 1];
  const word = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out | 0;
    return out;
  };
  return {
    start: (run) => {
      a = keyA ^ run;
      b = keyB ^ Math.floor(run / 4_294_967_296);
      c = mix32(run);
      counter = 1;
      for (let k = 0; k < 12; k += 1) word();
    },
    // 52 bits and half a step: never 0, never 1
    next: () => ((word() >>> 6) * 67_108_864 + (word() >>> 6) + 0.5) / 4_503_599_627_370_496,
  };
}

import type { Fault } from './places.ts';

/** A repeatable row of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Draws faults without repeating a line: first a line, every one as likely as the next,
 * then one of its faults. Long lines are not drawn more often for being long.
 * @param perFile the faults of each file
 */
export function drawFaults(perFile: readonly (readonly Fault[])[], count: number,
  seed: number): readonly Fault[] {
  const random = randomFrom(seed);
  const lines = Map.groupBy(perFile.flat(), ({ path, line }) => `${path}:${line}`);
  const left = [...lines.values()];
  const drawn: Fault[] = [];
  while (drawn.length < count && left.length > 0) {
    const [line = []] = left.splice(Math.floor(random() * left.length), 1);
    const fault = line[Math.floor(random() * line.length)];
    if (fault !== undefined) drawn.push(fault);
  }
  return drawn;
}

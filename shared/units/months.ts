/**
 * Numbers of a plan's months are carved from blocks of this many: an array of its own
 * costs more than its work.
 */
const blockLength = 8192;

let block = new Float64Array(0);
let taken = 0;

/**
 * Months of nought. They are carved from a block that others share: never hand on their
 * `buffer`.
 * @param length 0 or more
 * @example newMonths(2).length // 2
 */
export function newMonths(length: number): Float64Array {
  if (taken + length > block.length) {
    block = new Float64Array(Math.max(length, blockLength));
    taken = 0;
  }
  const months = new Float64Array(block.buffer, taken * Float64Array.BYTES_PER_ELEMENT, length);
  taken += length;
  return months;
}

/**
 * Each month remade.
 * @example mapMonths(Float64Array.of(1, 2), (x) => 2 * x)[1] // 4
 */
export function mapMonths(
  values: Float64Array, remake: (value: number, at: number) => number,
): Float64Array {
  const made = newMonths(values.length);
  for (let at = 0; at < values.length; at++) made[at] = remake(values[at] ?? 0, at);
  return made;
}

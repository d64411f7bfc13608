/** How the values of an axis are spaced: by equal steps or by equal ratios. */
export type AxisScale = 'linear' | 'log';

/** One input and the values it takes, in the order given. */
export interface Axis {
  readonly name: string;
  readonly values: readonly number[];
}

const finite = (name: string, value: number): void => {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number`);
};

/**
 * Values from one number to another, both included and exact. Linear: from + k (to -
 * from) / (count - 1). Log: equal ratios, k-th value from (to / from)^(k / (count -
 * 1)).
 * @param count how many, 1 or more; one value is `from`, and then `to` must equal it
 * @throws RangeError for a count that is no whole number of 1 or more, for ends that
 *   are not finite, and for a log axis whose ends are not both above or both below 0
 * @example axisValues(0, 1, 5) // [0, 0.25, 0.5, 0.75, 1]
 * @example axisValues(1, 100, 3, 'log') // [1, 10, 100]
 */
export function axisValues(
  from: number, to: number, count: number, scale: AxisScale = 'linear',
): readonly number[] {
  finite('from', from);
  finite('to', to);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError('count must be a whole number of 1 or more');
  if (count === 1 && from !== to)
    throw new RangeError('an axis of one value cannot have two ends');
  if (scale === 'log' && !(from * to > 0))
    throw new RangeError('a log axis needs ends on the same side of 0');
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return from;
    if (k === count - 1) return to;
    const share = k / (count - 1);
    return scale === 'linear' ? from * (1 - share) + to * share
      : Math.sign(from) * Math.exp(
        Math.log(Math.abs(from)) * (1 - share) + Math.log(Math.abs(to)) * share);
  });
}

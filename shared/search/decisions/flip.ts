import { entryOf } from '../../units/entry.ts';

/** A value that is linear in the inputs: constant + sum of coefficients times inputs. */
export interface LinearValue {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

/** An input of a choice. */
export interface FlipInput {
  readonly name: string;
  readonly base: number;
  /** What counts as one step of it; above 0. */
  readonly scale: number;
  /** Ends of its range; null: none. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface DecisionFlip {
  readonly betterAtBase: 'a' | 'b' | 'equal';
  /** Value of a less that of b at the base. */
  readonly difference: number;
  /** For each input the value at which both are equal, the others at their bases. */
  readonly flipValue: readonly (number | null)[];
  /** (flip - base) / |base|; null where there is none or the base is 0. */
  readonly relativeChange: readonly (number | null)[];
  /** Whether that value lies within the input's range. */
  readonly reachable: readonly boolean[];
  /**
   * The reachable input of least relative change; null: no input alone changes the
   * choice.
   */
  readonly smallest: string | null;
  /**
   * Distance to the nearest point at which both are equal, in scales; null: there is
   * none.
   */
  readonly jointDistance: number | null;
  readonly jointPoint: readonly number[] | null;
}

/** How far beyond the end of its range rounding may put a value, over its size. */
const slack = 1e-12;

function checkFlip(inputs: readonly FlipInput[], values: readonly LinearValue[]): void {
  if (inputs.length === 0) throw new RangeError('a choice needs at least one input');
  for (const { name, base, scale, lower, upper } of inputs) {
    if (!Number.isFinite(base)) throw new RangeError(`${name}: the base must be finite`);
    if (!(scale > 0)) throw new RangeError(`${name}: the scale must be above 0`);
    if (lower !== null && upper !== null && lower > upper)
      throw new RangeError(`${name}: the lower end is above the upper end`);
  }
  if (values.some(({ coefficients }) => coefficients.length !== inputs.length))
    throw new RangeError('both alternatives need a coefficient for every input');
}

const within = (value: number, { lower, upper }: FlipInput): boolean => {
  const room = slack * Math.max(1, Math.abs(value));
  return (lower === null || value >= lower - room)
    && (upper === null || value <= upper + room);
};

/**
 * The smallest change that reverses a choice between two alternatives whose values are
 * linear in the inputs: for each input alone x* = x - D / (a - b), and for all together
 * the point of the plane A = B nearest to the base in units of the scales.
 * Source: linear algebra; for the joint distance Hasofer and Lind, Journal of the
 * Engineering Mechanics Division 100 (1974), 111-121 (reliability index).
 * @throws RangeError for inputs without a scale above 0 and coefficients that do not
 *   match
 * @example decisionFlip([{ name: 'x', base: 1, scale: 1, lower: 0, upper: 5 }], { constant: 0, coefficients: [2] }, { constant: 4, coefficients: [0] }).flipValue // [2]
 */
export function decisionFlip(
  inputs: readonly FlipInput[], a: LinearValue, b: LinearValue,
): DecisionFlip {
  checkFlip(inputs, [a, b]);
  const slopes = a.coefficients.map((value, at) => value - entryOf(b.coefficients, at));
  const difference = inputs.reduce((sum, { base }, at) => sum + entryOf(slopes, at)
    * base,
    a.constant - b.constant);
  const flipValue = inputs.map(({ base }, at) => {
    const slope = entryOf(slopes, at);
    return slope === 0 ? null : base - difference / slope;
  });
  const relativeChange = inputs.map(({ base }, at) => {
    const flip = entryOf(flipValue, at);
    return flip === null || base === 0 ? null : (flip - base) / Math.abs(base);
  });
  const reachable = inputs.map((input, at) => {
    const flip = entryOf(flipValue, at);
    return flip !== null && within(flip, input);
  });
  return { difference, flipValue, relativeChange, reachable,
    betterAtBase: difference === 0 ? 'equal' : difference > 0 ? 'a' : 'b',
    smallest: smallestOf(inputs, relativeChange, reachable),
    ...nearest(inputs, slopes, difference) };
}

function smallestOf(inputs: readonly FlipInput[], changes: readonly (number | null)[],
  reachable: readonly boolean[]): string | null {
  let least = Infinity;
  let name: string | null = null;
  inputs.forEach((input, at) => {
    const change = entryOf(changes, at);
    if (reachable[at] !== true || change === null || Math.abs(change) >= least) return;
    least = Math.abs(change);
    ({ name } = input);
  });
  return name;
}

function nearest(inputs: readonly FlipInput[], slopes: readonly number[],
  difference: number):
Pick<DecisionFlip, 'jointDistance' | 'jointPoint'> {
  const steep = slopes.map((slope, at) => slope * entryOf(inputs, at).scale);
  const square = steep.reduce((sum, each) => sum + each * each, 0);
  if (square === 0) return { jointDistance: null, jointPoint: null };
  return { jointDistance: Math.abs(difference) / Math.sqrt(square),
    jointPoint: inputs.map(({ base, scale }, at) =>
      base - (difference * entryOf(steep, at) * scale) / square) };
}

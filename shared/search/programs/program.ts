import { entryOf } from '../../units/entry.ts';

/**
 * A linear program, of whole numbers where said: the best of sum objective[j] x[j] under
 * aUb x <= bUb, aEq x = bEq and lower <= x <= upper (null: no end).
 */
export interface LinearProgram {
  readonly sense: 'maximise' | 'minimise';
  readonly objective: readonly number[];
  readonly aUb: readonly (readonly number[])[];
  readonly bUb: readonly number[];
  readonly aEq?: readonly (readonly number[])[];
  readonly bEq?: readonly number[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** Which variables are whole numbers; none where it is left out. */
  readonly integer?: readonly boolean[];
}

/**
 * How solving ended; `limit` where it stopped at a limit of its own with or without a
 * point.
 */
export type ProgramStatus = 'optimal' | 'infeasible' | 'unbounded' | 'limit';

export interface ProgramAnswer {
  readonly status: ProgramStatus;
  /** Value at the point found; null without one. */
  readonly objective: number | null;
  readonly x: readonly number[] | null;
  /**
   * Change of the objective per unit of each bUb and of each bEq. Of a program of whole
   * numbers those of its relaxation. null where there is no optimum.
   */
  readonly shadowPrices: readonly number[] | null;
  readonly equalityPrices: readonly number[] | null;
  /** Optimum without whole numbers: no point can be better. null where there is none. */
  readonly relaxation: number | null;
  /** The best value not yet ruled out. */
  readonly bound: number | null;
  /** |bound - objective| / |objective|; null where the objective is 0 or missing. */
  readonly gap: number | null;
  /**
   * Of an infeasible program: the limits (rows of aUb) that cannot all be met, where
   * known.
   */
  readonly conflict: readonly number[];
}

export interface SolveOptions {
  /** Relative gap at which a search over whole numbers may stop; 0: proven best. */
  readonly gap?: number;
  /** Most nodes of that search. */
  readonly nodes?: number;
}

/** Solves linear programs, of whole numbers too. */
export interface Solver {
  readonly solve: (program: LinearProgram, options?: SolveOptions) => ProgramAnswer;
}

const finite = (values: readonly number[]): boolean => values.every(Number.isFinite);

function checkRows(
  name: string, a: readonly (readonly number[])[], b: readonly number[], n: number,
): void {
  if (a.length !== b.length) throw new RangeError(`${name}: as many rows as right-hand sides`);
  for (const row of a) {
    if (row.length !== n) throw new RangeError(`${name}: a row needs ${n} coefficients`);
    if (!finite(row)) throw new RangeError(`${name}: a coefficient is not a finite number`);
  }
  if (!finite(b)) throw new RangeError(`${name}: a right-hand side is not a finite number`);
}

/**
 * Refuses a program whose parts do not fit together.
 * @throws RangeError saying what does not fit
 * @example checkProgram({ sense: 'maximise', objective: [1], aUb: [[1]], bUb: [2], lower: [0], upper: [null] }) // undefined
 */
export function checkProgram(program: LinearProgram): void {
  const { objective, lower, upper, integer } = program;
  const n = objective.length;
  if (n === 0) throw new RangeError('a program needs at least one variable');
  if (!finite(objective)) throw new RangeError('the objective is not finite');
  checkRows('limits', program.aUb, program.bUb, n);
  checkRows('equations', program.aEq ?? [], program.bEq ?? [], n);
  if (lower.length !== n || upper.length !== n)
    throw new RangeError(`bounds: ${n} variables need as many lower and upper ends`);
  if (integer !== undefined && integer.length !== n)
    throw new RangeError('integer: one entry for every variable');
  if ([...lower, ...upper].some((end) => end !== null && Number.isNaN(end)))
    throw new RangeError('bounds: an end is not a number');
}

/** Whether the ends of some variable leave no value. */
export const isEmpty = ({ lower, upper, integer }: LinearProgram): boolean =>
  lower.some((low, at) => {
    const high = entryOf(upper, at);
    if (low === null || high === null) return false;
    return integer?.[at] === true ? Math.ceil(low - 1e-9) > Math.floor(high + 1e-9)
      : low > high;
  });

/** Value of an objective at a point. */
export const objectiveAt = (objective: readonly number[], x: readonly number[]): number =>
  objective.reduce((sum, each, at) => sum + each * entryOf(x, at), 0);

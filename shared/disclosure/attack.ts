import type { IssuedFigure } from '../project/package-info.ts';
import type { HeadlineKey } from '../plan/types.ts';
import type { FieldValue } from '../project/field.ts';
import { cellOf } from './cells.ts';
import { movedValues } from './depends.ts';
import { isHiddenNumber, type HiddenNumber, type HiddenValue } from './hidden.ts';
import { giveFigures } from './issue.ts';
import { findConsistent, type Interval, type SearchSpace } from './search.ts';
import { headlineAt, standsOnGrid, type Candidate, type Subject } from './subject.ts';

/** What was issued of one scenario. */
export interface IssuedOf {
  readonly scenarioId: string;
  readonly figures: readonly IssuedFigure[];
}

/**
 * How much of a hidden value a package gives back to somebody who knows all its other
 * values.
 */
export type Recovery =
  | {
    readonly kind: 'number'; readonly hidden: HiddenValue;
    /** All values that agree with every issued figure. */
    readonly intervals: readonly Interval[];
    /** Their width as a share of the value. */
    readonly widthShare: number;
    /** Whether anything that was tried is excluded at all. */
    readonly told: boolean;
    /**
     * Significant digits that are known of the value; 0 where it is known to its size or
     * worse.
     */
    readonly digits: number;
  }
  | {
    readonly kind: 'options'; readonly hidden: HiddenValue;
    /** Options that agree with every issued figure, of those that were tried. */
    readonly consistent: number; readonly of: number;
  }
  /** A text: nothing that rests on it is issued, and there is nothing to try. */
  | { readonly kind: 'text'; readonly hidden: HiddenValue };

/**
 * How hard to try: points over the whole range, and whether other cells of the grid are
 * tried too.
 */
export interface Effort {
  /**
   * Points tried over the whole range, by ratio and by difference; 0 tries only those near the
   * value.
   */
  readonly points: number;
  /** Halvings of every stretch. */
  readonly halvings: number;
  /** Numbers outside a value's cell are tried and not taken for excluded. */
  readonly otherCells: boolean;
}

/** What a sender's screen can wait for: some eight plans for each hidden value. */
export const quickEffort: Effort = { points: 0, halvings: 40, otherCells: false };

/** Tries the whole range. */
export const thoroughEffort: Effort = { points: 32, halvings: 60, otherCells: true };

/**
 * Figures are equal when they agree to so many parts: solvers stop, and machines differ, in the
 * last bits.
 */
const equality = 1e-9;

function sideOf(value: number | null, issued: number | null): number {
  if (value === null || issued === null) return value === issued ? 0 : Number.NaN;
  return Math.abs(value - issued) <= equality * Math.abs(issued) ? 0
    : Math.sign(value - issued);
}

/** Sides on which what a candidate would have issued misses what was issued. */
function sidesOf(given: IssuedFigure, issued: IssuedFigure): readonly number[] {
  if (issued.shown === 'withheld' || given.shown === 'withheld') return [];
  if (issued.shown === 'range') {
    return given.shown !== 'range' ? [Number.NaN]
      : [sideOf(given.low, issued.low), sideOf(given.high, issued.high)];
  }
  return [given.shown === 'range' ? Number.NaN : sideOf(given.value, issued.value)];
}

/**
 * What a candidate is off by. A figure shown as it is must come out of the candidate
 * itself; others must come out of the way they are made, which is no secret.
 */
function mismatchOf(
  subject: Subject, issued: readonly IssuedOf[], candidate: Candidate,
): readonly number[] {
  return issued.flatMap(({ scenarioId, figures }) => {
    const exact = figures.flatMap((figure) => (figure.shown === 'exact' ? [figure] : []));
    const now = exact.length === 0 ? null : headlineAt(subject, scenarioId, candidate);
    const others = figures.filter(({ shown }) => shown === 'rounded' || shown === 'range');
    const given = giveFigures(subject, scenarioId, others, candidate);
    return [
      ...exact.map(({ key, value }) => sideOf(now?.[key as HeadlineKey] ?? null, value)),
      ...others.flatMap((figure) =>
        sidesOf(given.find(({ key }) => key === figure.key) ?? figure, figure)),
    ];
  });
}

function spread({ field: { min, max } }: HiddenNumber, points: number): readonly number[] {
  if (points === 0) return [];
  const shares = Array.from({ length: points + 1 }, (_, at) => at / points);
  const least = Math.max(Math.abs(max), Math.abs(min)) * 1e-6;
  const byRatio = shares.map((share) => least * (max / least) ** share);
  return [...shares.map((share) => min + (max - min) * share), ...(max > least ? byRatio : [])];
}

function spaceFor(hidden: HiddenNumber, { disclosure }: Subject, effort: Effort): SearchSpace {
  const { min, max, integer = false } = hidden.field;
  const near = movedValues(hidden).filter((value) => typeof value === 'number');
  const { low, high, at } = cellOf(hidden.value, hidden.field, disclosure.gridShare);
  // The last value of the cell stands beside the first of the next: no edge of the grid
  // is searched for.
  const last = integer ? Math.ceil(high) - 1 : high - Math.abs(high) * Number.EPSILON;
  const raw = [hidden.value, ...near, low, at, last, high, ...spread(hidden, effort.points)];
  const points =
    raw.map((value) => Math.min(max, Math.max(min, integer ? Math.ceil(value) : value)));
  return { points, halvings: effort.halvings, integer };
}

/**
 * A search that counts what lies outside the cell as excluded: never kinder to the sender
 * than a full one.
 */
function withinCell(
  hidden: HiddenNumber, { disclosure }: Subject, value: number,
): readonly number[] {
  const { low, high } = cellOf(hidden.value, hidden.field, disclosure.gridShare);
  return value < low ? [-1] : value > high
    || (value === high && high < hidden.field.max) ? [1] : [];
}

/** Whether one stretch takes in everything that was tried. */
const isAll = ([only, ...others]: readonly Interval[], { points }: SearchSpace): boolean =>
  others.length === 0 && only?.low === Math.min(...points) && only.high === Math.max(...points);

function recoverNumber(
  subject: Subject, issued: readonly IssuedOf[], hidden: HiddenNumber, effort: Effort,
): Recovery {
  const known = new Map<number, readonly number[]>();
  const onGrid = standsOnGrid(hidden, subject.disclosure) && !effort.otherCells;
  const mismatch = (value: number): readonly number[] => {
    const outside = onGrid ? withinCell(hidden, subject, value) : [];
    if (outside.length > 0) return outside;
    const candidate = new Map<HiddenValue, FieldValue>([[hidden, value]]);
    const present = known.get(value) ?? mismatchOf(subject, issued, candidate);
    known.set(value, present);
    return present;
  };
  const space = spaceFor(hidden, subject, effort);
  const intervals = findConsistent(mismatch, space);
  const told = !isAll(intervals, space);
  const ends = hidden.field.integer === true ? 1 : 0;
  const width = intervals.reduce((sum, { low, high }) => sum + high - low + ends, 0);
  const widthShare = hidden.value === 0 ? Number.POSITIVE_INFINITY
    : width / Math.abs(hidden.value);
  return { kind: 'number', hidden, intervals, widthShare, told, digits: digitsOf(widthShare) };
}

/** A double holds no more. */
const mostDigits = 15;

/**
 * Significant digits that are known of a value whose range is so wide a share of it.
 * @example digitsOf(0.1) // 1
 */
export const digitsOf = (widthShare: number): number =>
  (widthShare <= 0 ? mostDigits
    : Math.min(mostDigits, Math.max(0, Math.floor(-Math.log10(widthShare)))));

/**
 * How far a hidden value can be recovered from everything that was issued together, by
 * somebody who has the engine, knows how figures are made, and knows every other hidden
 * value: more than any receiver does. Searches by scan and bisection; without randomness,
 * so that equal packages give equal answers.
 * @param subject what the figures were issued from
 */
export function recover(
  subject: Subject, issued: readonly IssuedOf[], hidden: HiddenValue, effort: Effort,
): Recovery {
  if (isHiddenNumber(hidden)) return recoverNumber(subject, issued, hidden, effort);
  if (hidden.options.length === 0) return { kind: 'text', hidden };
  const moved = movedValues(hidden).filter((value) => value !== undefined);
  const options = effort.points === 0 ? [...moved, hidden.value] : hidden.options;
  const isConsistent = (value: FieldValue): boolean =>
    mismatchOf(subject, issued, new Map([[hidden, value]])).every((side) => side === 0);
  return { kind: 'options', hidden, consistent: options.filter(isConsistent).length,
    of: options.length };
}

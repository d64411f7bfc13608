import type { IssuedFigure } from '../project/package-info.ts';
import { headlineKeys, type HeadlineKey, type Plan } from '../plan/types.ts';
import type { FieldValue } from '../project/field.ts';
import { cellOf } from './cells.ts';
import { bearingOf, type Bearing } from './depends.ts';
import type { HiddenNumber, HiddenValue } from './hidden.ts';
import type { Headline } from './probe.ts';
import { issuableHeadline, standsOnGrid, type Candidate, type Subject } from './subject.ts';

/** How a figure is given. */
export type Shown = IssuedFigure['shown'];

/**
 * Figures of one scenario as they are issued, and which hidden values each of them
 * depends on.
 */
export interface Issue {
  readonly scenarioId: string;
  readonly figures: readonly IssuedFigure[];
  readonly bearing: Bearing;
}

/**
 * A number to some significant digits.
 * @example roundTo(1234.5, 2) // 1200
 */
export const roundTo = (value: number, digits: number): number =>
  Number(value.toPrecision(digits));

/** The next number of so many digits below a value, or above it. */
function roundOutward(value: number, digits: number, side: 'low' | 'high'): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
  const whole = side === 'low' ? Math.floor(value / step) : Math.ceil(value / step);
  return Number((whole * step).toPrecision(digits));
}

/** How a figure is given that depends on some hidden values. */
function shownFor(dependsOn: ReadonlySet<HiddenValue>, { disclosure }: Subject): Shown {
  if (dependsOn.size === 0) return 'exact';
  if (![...dependsOn].every((each) => standsOnGrid(each, disclosure))) return 'withheld';
  return disclosure.mode === 'range' ? 'range' : 'rounded';
}

/**
 * The lowest and highest of each figure over the cells of its hidden numbers, one moved
 * at a time from the middles: what each adds and takes is laid together. Only stand-ins
 * enter, so that it says nothing beyond the cells.
 */
function spanOf(
  subject: Subject, scenarioId: string, candidate: Candidate,
): (key: HeadlineKey) => readonly [number, number] | null {
  const { hidden, disclosure } = subject;
  const numbers = hidden.filter((each): each is HiddenNumber => standsOnGrid(each, disclosure));
  const middle = issuableHeadline(subject, scenarioId, candidate);
  const ends = numbers.map((each) => {
    const tried = candidate.get(each);
    const value = typeof tried === 'number' ? tried : each.value;
    const { low, high } = cellOf(value, each.field, disclosure.gridShare);
    const at = (end: number): Headline =>
      issuableHeadline(subject, scenarioId, candidate, new Map([[each, wholeOf(each, end)]]));
    return [at(low), at(high)] as const;
  });
  return (key) => {
    const centre = middle[key];
    if (centre === null) return null;
    let [low, high] = [centre, centre];
    for (const pair of ends) {
      const moves = pair.map((headline) => headline[key]);
      if (moves.some((each) => each === null)) return null;
      const steps = moves.map((each) => (each ?? centre) - centre);
      low += Math.min(0, ...steps);
      high += Math.max(0, ...steps);
    }
    return [low, high];
  };
}

/** An end of a cell as the field takes it. */
const wholeOf = ({ field }: HiddenNumber, end: number): FieldValue =>
  (field.integer === true ? Math.min(field.max, Math.ceil(end)) : end);

/**
 * Figures as they are issued, given how each is shown. All of them are computed from stand-ins,
 * those shown as they are too: a package says nothing that does not follow from what it
 * holds and the cells of its hidden numbers.
 * @param candidate values tried in place of hidden ones; none are what the sender has
 */
export function giveFigures(
  subject: Subject, scenarioId: string,
  shown: readonly Pick<IssuedFigure, 'key' | 'unit' | 'shown'>[],
  candidate: Candidate = new Map(),
): readonly IssuedFigure[] {
  const { digits } = subject.disclosure;
  const headline = issuableHeadline(subject, scenarioId, candidate);
  const hasSpans = shown.some((each) => each.shown === 'range');
  const span = hasSpans ? spanOf(subject, scenarioId, candidate) : () => null;
  return shown.flatMap(({ key: name, unit, shown: how }): readonly IssuedFigure[] => {
    const key = headlineKeys.find((each) => each === name);
    if (key === undefined) return [];
    if (how === 'withheld') return [{ key, unit, shown: how }];
    if (how === 'range') {
      const ends = span(key);
      if (ends === null) return [{ key, unit, shown: how, low: null, high: null }];
      const [low, high] = ends;
      return [{
        key, unit, shown: how,
        low: roundOutward(low, digits, 'low'), high: roundOutward(high, digits, 'high'),
      }];
    }
    const value = headline[key];
    const given = value === null || how === 'exact' ? value : roundTo(value, digits);
    return [{ key, unit, shown: how, value: given }];
  });
}

/**
 * The headline figures of a scenario as they may leave the house.
 * @param plan of the scenario with everything in it; null where it has none, and no figure is
 *   issued
 */
export function issueScenario(subject: Subject, scenarioId: string, plan: Plan | null): Issue {
  const keys = headlineKeys.filter((key) => plan?.figures[`headline.${key}`] !== undefined);
  const bearing = bearingOf(subject, scenarioId, plan, keys);
  const shown = keys.map((key) => ({
    key, unit: plan?.figures[`headline.${key}`]?.unit ?? '',
    shown: shownFor(bearing.get(key) ?? new Set(), subject),
  }));
  return { scenarioId, bearing, figures: giveFigures(subject, scenarioId, shown) };
}

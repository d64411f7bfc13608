import { isRecord, type Answer } from './arguments.ts';

/**
 * How far an answer may be off. `relative` is to max(1, |expected|), `absolute` overrides
 * it.
 */
interface Allowance {
  readonly relative: number;
  readonly absolute: number | null;
}

/**
 * Result of comparing: the largest error found over its allowance's scale, and what was
 * wrong first.
 */
export interface Comparison {
  readonly pass: boolean;
  readonly error: number | null;
  readonly reason?: string;
}

/** Least relative tolerance: power functions differ in their last digits between machines. */
const roundOff = 1e-12;
const usual = 1e-9;

/**
 * Compares an answer with what a case expects: numbers within tolerance, rows one by one,
 * named parts by name (letters and digits count, case does not). null and error values
 * (#NUM!) expect that there is no answer.
 * @param tolerance a number (relative to max(1, |expected|)), a record of `default_rel`,
 *   `series_abs`, `<name>_abs...`, `<name>_rel...`, or anything else for 1e-9
 */
export function compareAnswer(
  expected: unknown, actual: Answer, tolerance: unknown,
): Comparison {
  return compareAny(expected, actual, allowanceOf(tolerance, null, false), tolerance);
}

function allowanceOf(tolerance: unknown, name: string | null, inSeries: boolean): Allowance {
  if (typeof tolerance === 'number')
    return { relative: Math.max(tolerance, roundOff), absolute: null };
  if (!isRecord(tolerance)) return { relative: usual, absolute: null };
  const find = (test: (key: string) => boolean): number | null => {
    const value = Object.entries(tolerance).find(([key]) => test(key))?.[1];
    return typeof value === 'number' ? value : null;
  };
  const relative = find((key) => key === 'default_rel') ?? usual;
  const named = name === null ? null : find((key) => key.startsWith(`${name}_abs`));
  const own = name === null ? null : find((key) => key.startsWith(`${name}_rel`));
  return { relative: own ?? relative, absolute: named
    ?? (inSeries ? find((key) => key === 'series_abs') : null) };
}

function compareAny(
  expected: unknown, actual: Answer, allowed: Allowance, tolerance: unknown,
): Comparison {
  if (expected === null || isErrorValue(expected)) {
    const none = actual === null || (Array.isArray(actual) && actual.length === 0);
    return none ? { pass: true, error: 0 }
      : { pass: false, error: null, reason: 'an answer where none was expected' };
  }
  if (typeof expected === 'number') return compareNumber(expected, actual, allowed);
  if (Array.isArray(expected)) return compareRow(expected, actual, tolerance);
  if (isRecord(expected)) return compareParts(expected, actual, tolerance);
  return { pass: false, error: null, reason: `cannot compare with ${typeof expected}` };
}

const isErrorValue = (value: unknown): boolean => typeof value === 'string'
  && (value.startsWith('#') || value === 'undefined' || value === 'none');

function compareNumber(expected: number, actual: Answer, allowed: Allowance): Comparison {
  const value = isParts(actual) ? actual['value'] ?? null
    : Array.isArray(actual) && actual.length === 1
    ? actual[0] : actual;
  if (typeof value !== 'number')
    return { pass: false, error: null, reason: 'no number to compare' };
  const off = Math.abs(value - expected);
  const error = off / Math.max(1, Math.abs(expected));
  const pass = allowed.absolute === null ? error <= allowed.relative : off <= allowed.absolute;
  return pass ? { pass, error } : { pass, error, reason: `expected ${expected}, got ${value}` };
}

function compareRow(
  expected: readonly unknown[], actual: Answer, tolerance: unknown,
): Comparison {
  if (!Array.isArray(actual)) return { pass: false, error: null, reason: 'no row to compare' };
  const row: readonly number[] = actual;
  if (row.length !== expected.length) {
    return { pass: false, error: null,
      reason: `expected ${expected.length} values, got ${row.length}` };
  }
  const allowed = allowanceOf(tolerance, null, true);
  return worst(
    expected.map((value, at) => compareAny(value, row[at] ?? null, allowed, tolerance)),
  );
}

const isParts = (answer: Answer): answer is { readonly [name: string]: Answer } =>
  isRecord(answer);
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

function compareParts(expected: Readonly<Record<string, unknown>>, actual: Answer,
  tolerance: unknown): Comparison {
  if (Array.isArray(actual)) return compareRoots(expected, actual, tolerance);
  if (!isParts(actual)) {
    const [only, ...more] = Object.entries(expected);
    return only !== undefined && more.length === 0
      ? compareAny(only[1], actual, allowanceOf(tolerance, only[0], false), tolerance)
      : { pass: false, error: null, reason: 'no named parts to compare' };
  }
  const byName = new Map(Object.entries(actual).map(([name, value]) => [plain(name), value]));
  return worst(Object.entries(expected).map(([name, value]) => {
    const found = byName.get(plain(name));
    return found === undefined ? { pass: false, error: null, reason: `${name} is not computed` }
      : compareAny(value, found, allowanceOf(tolerance, name, false), tolerance);
  }));
}

/**
 * Several roots against named ones: each must be among them; a count names how many there
 * are.
 */
function compareRoots(expected: Readonly<Record<string, unknown>>, actual: readonly number[],
  tolerance: unknown): Comparison {
  return worst(Object.entries(expected).map(([name, value]) => {
    if (/count|number_of/.test(name)) {
      return compareAny(value, actual.length, allowanceOf(tolerance, name, false), tolerance);
    }
    if (typeof value !== 'number') {
      return compareAny(value, actual, allowanceOf(tolerance, name, false), tolerance);
    }
    const nearest =
      actual.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? null;
    return compareNumber(value, nearest, allowanceOf(tolerance, name, false));
  }));
}

/** The first failure, else the pass with the largest error. */
function worst(results: readonly Comparison[]): Comparison {
  return results.find((result) => !result.pass)
    ?? results.reduce((a, b) => ((b.error ?? 0) > (a.error ?? 0) ? b : a),
      { pass: true, error: 0 });
}

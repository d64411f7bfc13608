/**
 * What a function answers: a figure, a flag, a word, none, a row of those, or named
 * parts.
 */
export type Answer = number | string | boolean | null | readonly Answer[]
  | { readonly [name: string]: Answer };

/**
 * The largest error found, over the size of what was expected, and what was wrong
 * first.
 */
export interface Comparison {
  readonly pass: boolean;
  readonly error: number | null;
  readonly reason?: string;
}

const isRow = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unequal = (where: string, expected: unknown, actual: unknown): Comparison => ({
  pass: false, error: null,
  reason: `${where}expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual) ?? 'nothing'}`,
});

const worst = (results: readonly Comparison[]): Comparison =>
  results.find(({ pass }) => !pass)
  ?? { pass: true, error: Math.max(0, ...results.flatMap(({ error }) => (error === null ? [] : [error]))) };

/**
 * Compares an answer with what a case expects: numbers within a tolerance of max(1,
 * |expected|), flags and words equal, rows of one length entry by entry, and of named
 * parts those that are expected. null expects that there is no answer.
 * @param where what the value is called in the reason
 * @example compareAnswer({ x: 100 }, { x: 100.5, y: 2 }, 0.01).pass // true
 * @example compareAnswer([1, 2], [1, 2, 3], 0.01).pass // false
 */
export function compareAnswer(
  expected: unknown, actual: Answer | undefined, tolerance: number, where = '',
): Comparison {
  const at = where === '' ? '' : `${where}: `;
  if (typeof expected === 'number') {
    if (typeof actual !== 'number' || !Number.isFinite(actual))
      return unequal(at, expected, actual);
    const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    return error <= tolerance ? { pass: true, error }
      : { ...unequal(at, expected, actual), error };
  }
  if (isRow(expected)) {
    if (!isRow(actual) || actual.length !== expected.length)
      return unequal(at, expected, actual);
    return worst(expected.map((value, place) =>
      compareAnswer(value, actual[place], tolerance, `${where}[${place}]`)));
  }
  if (isParts(expected)) {
    if (!isParts(actual)) return unequal(at, expected, actual);
    return worst(Object.entries(expected).map(([name, value]) => compareAnswer(value,
      Object.hasOwn(actual, name) ? actual[name] : undefined, tolerance,
      where === '' ? name : `${where}.${name}`)));
  }
  return Object.is(expected, actual) ? { pass: true, error: 0 }
    : unequal(at, expected, actual);
}

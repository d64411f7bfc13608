import { copyOf } from '../../units/reading.ts';
import { mapMonths, newMonths } from '../../units/months.ts';
import type { AnnualStatement, Statement, StatementLine } from './result-types.ts';

/** The sum of flows, month by month, each with its sign. */
export function netOf(length: number, plus: readonly Float64Array[],
  minus: readonly Float64Array[] = []): Float64Array {
  const sum = newMonths(length);
  for (const part of plus)
    for (let at = 0; at < length; at++) sum[at] = (sum[at] ?? 0) + (part[at] ?? 0);
  for (const part of minus)
    for (let at = 0; at < length; at++) sum[at] = (sum[at] ?? 0) - (part[at] ?? 0);
  return sum;
}

export const negate = (values: Float64Array): Float64Array =>
  mapMonths(values, (value) => (value === 0 ? 0 : -value));

/**
 * A line by key.
 * @throws Error when the statement has none
 */
export function lineOf(statement: Statement, key: string): StatementLine {
  const line = statement.lines.find((entry) => entry.key === key);
  if (line === undefined) throw new Error(`the statement has no line ${key}`);
  return line;
}

/**
 * The statement by plan year: flows summed, balances at the end of the year. Year 1 is
 * months 1 to 12; year 0 and below are the months before; the last year may be short.
 * @example rollUpYears({ firstMonth: 1, lines: [{ key: 'a', kind: 'flow', values: new Float64Array(24).fill(1) }]
 *   }).lines[0].values // [12, 12]
 */
export function rollUpYears(statement: Statement): AnnualStatement {
  const { periods, lines } = rollUp(statement, 12);
  return { years: periods, lines };
}

/**
 * The statement by periods of some months, period 1 starting with month 1: 3 gives
 * quarters, 12 years.
 * @param monthsPerPeriod whole, 1 or more
 */
export function rollUp(statement: Statement, monthsPerPeriod: number): {
  readonly periods: readonly number[];
  readonly lines: readonly StatementLine[];
} {
  const periodOf = (month: number): number => Math.floor((month - 1) / monthsPerPeriod) + 1;
  const length = statement.lines[0]?.values.length ?? 0;
  const first = periodOf(statement.firstMonth);
  const count = length === 0 ? 0 : periodOf(statement.firstMonth + length - 1) - first + 1;
  const lines = statement.lines.map((line) => {
    const values = newMonths(count);
    for (const [at, value] of line.values.entries()) {
      const period = periodOf(statement.firstMonth + at) - first;
      values[period] = line.kind === 'flow' ? (values[period] ?? 0) + value : value;
    }
    return { ...copyOf(line), values };
  });
  return { periods: Array.from({ length: count }, (_, period) => first + period), lines };
}

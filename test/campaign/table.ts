import type { Row } from './part.ts';

const breachesOf = (row: Row): number =>
  [...row.breaches.values()].reduce((sum, { count }) => sum + count, 0);

/** All broken promises of a run. */
export const countBreaches = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + breachesOf(row), 0);

const padded = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();

/**
 * The campaign's result: a line per test, then each kind of breach with its first cases.
 * The last line is the sum.
 */
export function printTable(rows: readonly Row[]): string {
  const head = ['part', 'test', 'count', 'breaches', 'seen'];
  const cells = rows.map((row) => [
    row.part,
    row.test,
    String(row.count),
    String(breachesOf(row)),
    [...row.seen].map(([what, count]) => `${what} ${count}`).join(', '),
  ]);
  const widths = head.map((word, at) =>
    Math.max(word.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const broken = rows.flatMap((row) =>
    [...row.breaches].map(
      ([kind, { count, cases }]) =>
        `BREACH ${row.part}/${row.test}: ${kind} (${count}): ${cases.join(' | ')}`,
    ),
  );
  const sum =
    `${rows.reduce((total, row) => total + row.count, 0)} tests, ${countBreaches(rows)} breaches`;
  return [
    padded(head, widths), ...cells.map((line) => padded(line, widths)), ...broken, sum, '',
  ].join(
    '\n',
  );
}

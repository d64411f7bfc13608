/** Figures of repeated runs, milliseconds. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/**
 * Times `run` after a warm-up; the median is what to quote, machines being noisy.
 * @param before runs before the first that counts: as many as there would be where the work
 *   is only ever done by the thousand
 */
export async function time(
  name: string, runs: number, run: () => unknown, before = Math.min(3, runs),
): Promise<Timing> {
  for (let i = 0; i < before; i++) await run();
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return summarise(name, taken);
}

/** Median and 95th percentile of times taken elsewhere. */
export function summarise(name: string, taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { name, median: at(0.5), p95: at(0.95), runs: sorted.length };
}

/**
 * A table of timings; ratios are against the yardstick, so that runs on different
 * machines compare.
 */
export function printTimings(timings: readonly Timing[], yardstick: Timing): string {
  const rows = [[
    '', 'median ms', 'p95 ms', 'per second', 'of the yardstick', 'runs',
  ], ...timings.map((t) =>
    [t.name, t.median.toFixed(2), t.p95.toFixed(2), (1000 / t.median).toFixed(0),
      (t.median / yardstick.median).toFixed(2), String(t.runs)])];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row
    .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    .join('  ')).join('\n');
}

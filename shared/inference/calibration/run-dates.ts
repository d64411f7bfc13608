/**
 * Runs of one public benchmark are numbered in the order they start, and some state their day:
 * the day of the others lies between. Number, and day in ISO 8601.
 */
const dated: readonly (readonly [number, string])[] = [
  [19_806_907_627, '2025-12-01'], [20_047_470_193, '2025-12-09'],
  [20_216_641_521, '2025-12-15'], [20_413_316_138, '2025-12-21'],
  [20_720_630_953, '2026-01-05'], [21_012_127_808, '2026-01-14'],
  [21_484_110_885, '2026-01-29'], [22_013_103_756, '2026-02-14'],
  [23_052_579_053, '2026-03-13'],
];

/**
 * The day of a numbered run (InferenceMAX, InferenceX) that states none, or null.
 * @example runDate('InferenceMAX run 20356790608 (benchmark artefact)') // '2025-12-19'
 */
export function runDate(source: string): string | null {
  const found = /run (\d{11})\b/.exec(source)?.[1];
  if (found === undefined) return null;
  const number = Number(found);
  const after = dated.findIndex(([run]) => run >= number);
  const [high, low] = [dated[after], dated[after - 1]];
  if (high === undefined) return null;
  if (high[0] === number) return high[1];
  if (low === undefined) return null;
  const share = (number - low[0]) / (high[0] - low[0]);
  const [from, to] = [Date.parse(low[1]), Date.parse(high[1])];
  return new Date(from + share * (to - from)).toISOString().slice(0, 10);
}

import { hoursPerYear } from './reliability.ts';

/**
 * Share of the time a part is out: failures x repair over running time and repair
 * together, r h / (8766 + r h).
 * @param perYear failures a year of running, >= 0
 * @param repairHours mean hours until it runs again, >= 0
 * @throws RangeError on a negative rate or time
 * @example unavailabilityOf(0.5, 24) // 0.001367
 */
export function unavailabilityOf(perYear: number, repairHours: number): number {
  if (!(perYear >= 0 && repairHours >= 0))
    throw new RangeError(`rate ${perYear}, repair ${repairHours} h`);
  const out = perYear * repairHours;
  return out / (hoursPerYear + out);
}

/**
 * Out when any part is out: 1 - product of (1 - u).
 * @example seriesOut([0.1, 0.2]) // 0.28
 */
export const seriesOut = (parts: readonly number[]): number =>
  1 - parts.reduce((up, u) => up * (1 - u), 1);

/**
 * Out when all parts are out: product of u.
 * @example parallelOut([0.1, 0.2]) // 0.02
 */
export const parallelOut = (parts: readonly number[]): number =>
  parts.reduce((out, u) => out * u, 1);

/** Chances of 0, 1, 2, ... of n alike and independent parts being out. */
function countsOut(n: number, u: number): readonly number[] {
  if (u >= 1) return Array.from({ length: n + 1 }, (_, i) => (i === n ? 1 : 0));
  // In logarithms, so that hundreds of parts do not run below the least number.
  let log = n * Math.log1p(-u);
  const step = Math.log(u) - Math.log1p(-u);
  const chances = [Math.exp(log)];
  for (let i = 1; i <= n; i++) {
    log += Math.log((n - i + 1) / i) + step;
    chances.push(Math.exp(log));
  }
  return chances;
}

function requireCounts(needed: number, installed: number, u: number): void {
  if (!(needed >= 0 && installed >= needed && Number.isInteger(installed)))
    throw new RangeError(`${needed} needed of ${installed}`);
  if (!(u >= 0 && u <= 1)) throw new RangeError(`unavailability is ${u}`);
}

/**
 * Chance that fewer than `needed` of `installed` alike, independent parts run: the sum of
 * C(n, i) u^i (1 - u)^(n - i) over i > n - k.
 * @throws RangeError unless 0 <= needed <= installed and 0 <= u <= 1
 * @example kOfNOut(2, 3, 0.1) // 0.028
 */
export function kOfNOut(needed: number, installed: number, u: number): number {
  requireCounts(needed, installed, u);
  if (u === 0) return 0;
  return Math.min(1, countsOut(installed, u)
    .reduce((sum, chance, out) => (installed - out < needed ? sum + chance : sum), 0));
}

/**
 * Mean share of the need that alike, independent parts leave uncovered, each carrying one
 * unit of it: E[max(0, needed - running)] / needed.
 * @throws RangeError as `kOfNOut`
 * @example meanShortfall(2, 3, 0.1) // 0.0145
 */
export function meanShortfall(needed: number, installed: number, u: number): number {
  requireCounts(needed, installed, u);
  if (u === 0 || needed === 0) return 0;
  return countsOut(installed, u).reduce((sum, chance, out) =>
    sum + chance * Math.max(0, needed - (installed - out)), 0) / needed;
}

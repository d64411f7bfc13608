import type { PowerBalance } from '../types.ts';

/** A balance and how many hours (or other weight) it stands for. */
export interface WeightedBalance {
  readonly hours: number;
  readonly balance: PowerBalance;
}

/** Mean of a quantity, weighted by hours; NaN without parts. */
export function meanOf(
  parts: readonly WeightedBalance[], pick: (balance: PowerBalance) => number,
): number {
  let sum = 0;
  let hours = 0;
  for (const part of parts) {
    sum += part.hours * pick(part.balance);
    hours += part.hours;
  }
  return sum / hours;
}

/**
 * The balance of the mean hour: every quantity the mean of its parts, so it closes as they do.
 * @example meanBalance([{ hours: 1, balance }]).itKw === balance.itKw // true
 */
export function meanBalance(parts: readonly WeightedBalance[]): PowerBalance {
  const sum = nothing();
  const { heatByPath } = sum;
  let total = 0;
  for (const { hours, balance } of parts) {
    total += hours;
    for (const name of quantities) sum[name] += hours * balance[name];
    for (const path of heatPaths) heatByPath[path] += hours * balance.heatByPath[path];
  }
  for (const name of quantities) sum[name] /= total;
  for (const path of heatPaths) heatByPath[path] /= total;
  return sum;
}

type Sums = Record<(typeof quantities)[number], number> & {
  readonly heatByPath: Record<(typeof heatPaths)[number], number>;
};

const nothing = (): Sums => ({
  itKw: 0, distributionKw: 0, upsKw: 0, transformerKw: 0, otherKw: 0, airFansKw: 0,
  pumpsKw: 0, chillerKw: 0, rejectionFansKw: 0, facilityKw: 0, heatKw: 0,
  heatByPath: { liquidKw: 0, airKw: 0, compressorKw: 0, rejectionFansKw: 0, transformerKw: 0 },
  waterM3PerHour: 0, evaporatedM3PerHour: 0, blowdownM3PerHour: 0, windageM3PerHour: 0,
});

const heatPaths =
  ['liquidKw', 'airKw', 'compressorKw', 'rejectionFansKw', 'transformerKw'] as const;

/** What a balance holds beside its heat by path. */
const quantities = [
  'itKw', 'distributionKw', 'upsKw', 'transformerKw', 'otherKw', 'airFansKw', 'pumpsKw',
  'chillerKw', 'rejectionFansKw', 'facilityKw', 'heatKw', 'waterM3PerHour',
  'evaporatedM3PerHour', 'blowdownM3PerHour', 'windageM3PerHour',
] as const;

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
  const mean = (pick: (balance: PowerBalance) => number): number => meanOf(parts, pick);
  return {
    itKw: mean((b) => b.itKw), distributionKw: mean((b) => b.distributionKw),
    upsKw: mean((b) => b.upsKw),
    transformerKw: mean((b) => b.transformerKw), otherKw: mean((b) => b.otherKw),
    airFansKw: mean((b) => b.airFansKw),
    pumpsKw: mean((b) => b.pumpsKw), chillerKw: mean((b) => b.chillerKw),
    rejectionFansKw: mean((b) => b.rejectionFansKw), facilityKw: mean((b) => b.facilityKw),
    heatKw: mean((b) => b.heatKw),
    heatByPath: {
      liquidKw: mean((b) => b.heatByPath.liquidKw), airKw: mean((b) => b.heatByPath.airKw),
      compressorKw: mean((b) => b.heatByPath.compressorKw),
      rejectionFansKw: mean((b) => b.heatByPath.rejectionFansKw),
      transformerKw: mean((b) => b.heatByPath.transformerKw),
    },
    waterM3PerHour: mean((b) => b.waterM3PerHour),
    evaporatedM3PerHour: mean((b) => b.evaporatedM3PerHour),
    blowdownM3PerHour: mean((b) => b.blowdownM3PerHour),
    windageM3PerHour: mean((b) => b.windageM3PerHour),
  };
}

/** Hours of a mean year. */
export const hoursPerYear = 8766;

/** One cause of failures: how often, how many accelerators it takes down, how long. */
export interface FailureCause {
  readonly name: string;
  /** Failures per accelerator and year, >= 0. */
  readonly perAcceleratorYear: number;
  /**
   * Accelerators that stop together: the scale-up or tensor-parallel group, a switch's
   * share, a rack.
   */
  readonly blastRadius: number;
  /** Mean hours until they serve again. */
  readonly repairHours: number;
}

/**
 * Mean time between interruptions of a fleet: 8766 / (rate N).
 * @param perAcceleratorYear interruptions per accelerator and year, > 0
 * @returns hours
 * @source Llama 3 Herd of Models, table 5: 419 in 54 days on 16,384 H100 = 0.173 per GPU-year
 * @example meanHoursBetween(0.173, 16_384) // 3.09
 */
export function meanHoursBetween(perAcceleratorYear: number, accelerators: number): number {
  if (!(perAcceleratorYear > 0 && accelerators > 0)) {
    throw new RangeError(`rate ${perAcceleratorYear}, fleet ${accelerators}`);
  }
  return hoursPerYear / (perAcceleratorYear * accelerators);
}

/**
 * Share of time a group serves when any of its accelerators stops it: 1 / (1 + lambda n
 * MTTR / 8766).
 * @example groupAvailability(0.173, 72, 4) // 0.9943
 */
export function groupAvailability(
  perAcceleratorYear: number, groupSize: number, repairHours: number,
): number {
  return 1 / (1 + (perAcceleratorYear * groupSize * repairHours) / hoursPerYear);
}

export interface Delivery {
  /** Share of installed accelerator-hours that can serve. */
  readonly mean: number;
  /**
   * 5th and 95th percentile: what the rates' uncertainty and the chance of a year make of
   * it.
   */
  readonly low: number;
  readonly high: number;
  /** Share lost by cause, and to planned downtime; adds up to 1 - mean. */
  readonly lost: readonly { readonly name: string; readonly share: number }[];
}

export interface DeliveryParams {
  readonly accelerators: number;
  readonly causes: readonly FailureCause[];
  /** Hours a year in which everything stands still on purpose, 0..8766. */
  readonly plannedHours: number;
  /** Failures the rates were counted from: their relative error is 1 / sqrt(count). */
  readonly countedFailures: number;
  /** Availability of the building's power and cooling, e.g. 0.99982 (Tier III). */
  readonly facilityAvailability: number;
}

/** 5 % to 95 % of a normal distribution. */
const z90 = 1.645;

/**
 * Capacity delivered over a year, with an interval. Every cause takes rate x blast radius
 * x repair / 8766 of the running time: availability = planned x facility / (1 + sum of
 * these). The interval holds the counting error of the rates (gamma, by its normal form)
 * and the chance of the year (Poisson number of failures).
 * @throws RangeError outside the ranges of `DeliveryParams`
 * @source rates: Llama 3 Herd of Models, table 5; blast radius and repair times are inputs
 * @example deliverCapacity({ ...params, causes: [], plannedHours: 0 }).mean // facilityAvailability
 */
export function deliverCapacity(params: DeliveryParams): Delivery {
  requireDelivery(params);
  const { accelerators, causes, plannedHours, countedFailures, facilityAvailability } = params;
  const shares = causes.map((cause) =>
    (cause.perAcceleratorYear * cause.blastRadius * cause.repairHours) / hoursPerYear);
  const planned = 1 - plannedHours / hoursPerYear;
  const share = shares.reduce((sum, each) => sum + each, 0);
  // A rate too small to add up leaves nothing to vary, however wide its interval.
  const at = (factor: number): number =>
    (planned * facilityAvailability) / (1 + (share === 0 ? 0 : factor * share));
  const mean = at(1);
  const failures =
    causes.reduce((sum, cause) => sum + cause.perAcceleratorYear * accelerators, 0);
  const spread = failures === 0 ? 0 : z90 * Math.sqrt(1 / countedFailures + 1 / failures);
  const running = planned * facilityAvailability;
  return {
    mean, low: at(1 + spread), high: at(Math.max(0, 1 - spread)),
    lost: [
      { name: 'planned', share: 1 - planned },
      { name: 'facility', share: planned * (1 - facilityAvailability) },
      ...causes.map(
        (cause, i) => ({ name: cause.name, share: lostTo(shares, i, running - mean) }),
      ),
    ],
  };
}

function lostTo(shares: readonly number[], i: number, lost: number): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total === 0 ? 0 : (lost * (shares[i] ?? 0)) / total;
}

function requireDelivery(
  { accelerators, causes, plannedHours, countedFailures, facilityAvailability }: DeliveryParams,
): void {
  if (!(accelerators > 0)) throw new RangeError(`accelerators is ${accelerators}`);
  if (!(plannedHours >= 0 && plannedHours <= hoursPerYear)) {
    throw new RangeError(`plannedHours is ${plannedHours}`);
  }
  if (!(countedFailures > 0)) throw new RangeError(`countedFailures is ${countedFailures}`);
  if (!(facilityAvailability > 0 && facilityAvailability <= 1)) {
    throw new RangeError(`facilityAvailability is ${facilityAvailability}`);
  }
  for (const cause of causes) {
    const sound = cause.perAcceleratorYear >= 0 && cause.blastRadius >= 0
      && cause.repairHours >= 0;
    if (!sound)
      throw new RangeError(`${cause.name} has a negative rate, radius or repair time`);
  }
}

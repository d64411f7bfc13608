/** A price that holds for some hours of the day, every day or on working days only. */
export interface PricePeriod {
  readonly label: string;
  /** First hour and the hour after the last, 0..24; a period may run over midnight (22 to 6). */
  readonly fromHour: number;
  readonly toHour: number;
  readonly workingDaysOnly: boolean;
  readonly usdPerKwh: number;
}

export interface Tariff {
  /** Price of energy outside the periods, USD/kWh. */
  readonly usdPerKwh: number;
  /** First match counts; empty for one price at all hours. */
  readonly periods: readonly PricePeriod[];
  /** USD per kW of billed demand and month. */
  readonly demandUsdPerKwMonth: number;
  /** Share of the highest peak of the last twelve months that is billed at least, 0..1. */
  readonly ratchet: number;
  /** Contracted demand, kW, and the share of it billed even when unused (AEP Ohio: 0.85). */
  readonly contractKw: number;
  readonly minimumTake: number;
}

export interface MonthUse {
  readonly energyKwh: number;
  readonly peakKw: number;
}

export interface MonthBill {
  readonly energyUsd: number;
  readonly billedKw: number;
  readonly demandUsd: number;
  /** What decided the billed demand. */
  readonly basis: 'peak' | 'ratchet' | 'minimum-take';
}

/** What a tariff bills beside a month's own peak. */
export interface DemandRule {
  /** Share of the highest peak of the last `months` months, the billed one included, 0..1. */
  readonly ratchet: number;
  /** >= 1. */
  readonly months: number;
  /** Contracted demand x minimum take, kW. */
  readonly minimumKw: number;
}

/**
 * Demand billed month by month: max(monthly peak, ratchet x highest peak of the months looked back on, minimum).
 * A site without any peak in these months has no connection yet and is billed nothing.
 * @param peaksKw in order, each >= 0
 * @throws RangeError on a negative peak or fewer than one month to look back on
 * @example billedDemand([100, 20], { ratchet: 0.8, months: 12, minimumKw: 0 })[1]?.billedKw // 80
 */
export function billedDemand(
  peaksKw: readonly number[], { ratchet, months, minimumKw }: DemandRule,
): readonly Pick<MonthBill, 'billedKw' | 'basis'>[] {
  if (!(months >= 1)) throw new RangeError(`months is ${months}`);
  return peaksKw.map((peakKw, i) => {
    if (!(peakKw >= 0)) throw new RangeError(`peak of month ${i + 1} is ${peakKw} kW`);
    const highest = peaksKw.slice(Math.max(0, i + 1 - months), i + 1).reduce((most, kw) => Math.max(most, kw), 0);
    if (highest === 0) return { billedKw: 0, basis: 'peak' };
    const billedKw = Math.max(peakKw, ratchet * highest, minimumKw);
    const basis = billedKw === peakKw ? 'peak' : billedKw === minimumKw ? 'minimum-take' : 'ratchet';
    return { billedKw, basis };
  });
}

/** 24 hours of five working days out of seven. */
const workingShare = 5 / 7;

/**
 * Electricity bill month by month: energy x price + billed demand x rate, with
 * billed demand = max(monthly peak, ratchet x highest peak of the twelve months so far, minimum take x
 * contract).
 * @param months in order; any number
 * @param energyUsdPerKwh mean price of energy, as from `meanPrice`
 * @throws RangeError on negative use
 * @source large-load tariffs, e.g. AEP Ohio: max(actual, 85 % of contract capacity)
 * @example billMonths([{ energyKwh: 1000, peakKw: 2 }], tariff, 0.1)[0]?.energyUsd // 100
 */
export function billMonths(
  months: readonly MonthUse[], tariff: Tariff, energyUsdPerKwh = tariff.usdPerKwh,
): readonly MonthBill[] {
  const demand = billedDemand(months.map((month) => month.peakKw),
    { ratchet: tariff.ratchet, months: 12, minimumKw: tariff.minimumTake * tariff.contractKw });
  return months.map(({ energyKwh }, i) => {
    if (!(energyKwh >= 0)) throw new RangeError(`use of month ${i + 1} is ${energyKwh} kWh`);
    const { billedKw, basis } = demand[i] ?? { billedKw: 0, basis: 'peak' };
    return {
      energyUsd: energyKwh * energyUsdPerKwh, billedKw, basis, demandUsd: billedKw * tariff.demandUsdPerKwMonth,
    };
  });
}

/**
 * Price of each hour of the day under a tariff, mean over the week's days.
 * @returns 24 prices, USD/kWh
 * @throws RangeError when a period's hours are outside 0..24
 * @example hourlyPrices({ ...tariff, periods: [] })[0] // tariff.usdPerKwh
 */
export function hourlyPrices(tariff: Tariff): readonly number[] {
  for (const { label, fromHour, toHour } of tariff.periods) {
    const sound = [fromHour, toHour].every((h) => Number.isInteger(h) && h >= 0 && h <= 24);
    if (!sound) throw new RangeError(`period ${label} runs from ${fromHour} to ${toHour}`);
  }
  return Array.from({ length: 24 }, (_, hour) =>
    workingShare * priceAt(tariff, hour, true) + (1 - workingShare) * priceAt(tariff, hour, false));
}

function priceAt(tariff: Tariff, hour: number, workingDay: boolean): number {
  const period = tariff.periods.find((p) => (workingDay || !p.workingDaysOnly) && covers(p, hour));
  return period?.usdPerKwh ?? tariff.usdPerKwh;
}

const covers = ({ fromHour, toHour }: PricePeriod, hour: number): boolean =>
  (fromHour <= toHour ? fromHour <= hour && hour < toHour : hour >= fromHour || hour < toHour);

/**
 * Mean price of energy for a daily load shape.
 * @param shape load by hour of the day, 24 values >= 0; flat by default
 * @throws RangeError when the shape has not 24 values or no load
 * @example meanPrice({ ...tariff, periods: [] }) // tariff.usdPerKwh
 */
export function meanPrice(
  tariff: Tariff, shape: readonly number[] = Array.from({ length: 24 }, () => 1),
): number {
  const total = shape.reduce((sum, load) => sum + load, 0);
  if (shape.length !== 24 || !(total > 0)) {
    throw new RangeError(`a daily shape needs 24 values, some above 0`);
  }
  return hourlyPrices(tariff).reduce((sum, price, hour) => sum + price * (shape[hour] ?? 0), 0) / total;
}

import { meritOrder } from '../facility/supply/merit-order.ts';
import { entryOf } from '../units/entry.ts';
import { newMonths } from '../units/months.ts';
import { curtailedIn, gridKw, sustainedKw } from './energised.ts';
import { hoursPerMonth, yearsInto } from './month.ts';
import type { GeneratorParams, SupplyParams } from './supply-types.ts';
import type { LifecycleTotals, OnSiteMonths, Series } from './types.ts';

/** What the site draws in a month: as a mean, in hours of curtailment, and at most. */
export interface DrawnMonths {
  readonly facilityKwPeak: Series;
  readonly energyKwh: Series;
  /** Means in hours of curtailment, and in all others. */
  readonly curtailedKw: Series;
  readonly uncurtailedKw: Series;
}

/** Who meets a load in one kind of hour, kW. */
interface Met {
  readonly grid: number;
  readonly battery: number;
  readonly generated: readonly number[];
}

/** Cost that puts a source before or after all that have a price. */
const first = -Infinity;
const last = Infinity;

/** What a kWh of a generator is held at against the grid's. */
function askedUsd({ runs, usdPerKwh, risePerYear }: GeneratorParams, month: number): number {
  switch (runs) {
    case 'always': return first;
    case 'short': return Number.MAX_VALUE;
    case 'cheapest': return usdPerKwh * (1 + risePerYear) ** Math.max(0, yearsInto(month));
  }
}

/**
 * Meets a load from the grid, generators and at last the battery; what none meets is the
 * grid's, as racks follow the power there is.
 */
function meet(
  supply: SupplyParams, month: number, loadKw: number, grid: number, batteryKw: number,
): Met {
  const price = supply.gridUsdPerKwh
    * (1 + supply.gridRisePerYear) ** Math.max(0, yearsInto(month));
  const { kw, unmetKw } = meritOrder(loadKw, [
    { kw: grid, usdPerKwh: price },
    ...supply.generators.map((generator) => ({
      kw: month >= generator.month ? generator.kw : 0, usdPerKwh: askedUsd(generator, month) })),
    { kw: batteryKw, usdPerKwh: last },
  ]);
  return { grid: entryOf(kw, 0) + unmetKw, battery: entryOf(kw, -1), generated: kw.slice(1, -1) };
}

/** What the grid and the site deliver, month by month. */
export type Supplied = Pick<LifecycleTotals, 'gridKwh' | 'gridKwPeak'> & {
  readonly onSite: OnSiteMonths;
};

/**
 * Dispatches every month in two kinds of hours, usual ones and those of curtailment, each
 * at its mean load. Energy balances: grid + generators = drawn + lost in the battery.
 */
export function suppliedMonths(
  supply: SupplyParams, drawn: DrawnMonths, firstMonth: number,
): Supplied {
  const { length } = drawn.energyKwh;
  const months = (): Series => newMonths(length);
  const [gridKwh, gridKwPeak, batteryKwh, batteryLossKwh, shedKwh] =
    [months(), months(), months(), months(), months()];
  const generated = supply.generators.map(({ key }) => [key, months()] as const);
  for (let at = 0; at < length; at++) {
    const month = firstMonth + at;
    if (entryOf(drawn.energyKwh, at) === 0) continue;
    const grid = gridKw(supply, month);
    const curtailed = curtailedIn(supply, month);
    const time = curtailed?.time ?? 0;
    const [high, low] = [entryOf(drawn.uncurtailedKw, at), entryOf(drawn.curtailedKw, at)];
    const usual = meet(supply, month, high, grid, 0);
    const short = meet(supply, month, low, grid * (1 - (curtailed?.share ?? 0)),
      curtailed === null ? 0 : sustainedKw(supply, month, curtailed.eventHours));
    const kwh = (of: (met: Met) => number): number =>
      hoursPerMonth * ((1 - time) * of(usual) + time * of(short));
    for (const [i, [, series]] of generated.entries())
      series[at] = kwh(({ generated: kw }) => entryOf(kw, i));
    batteryKwh[at] = kwh(({ battery }) => battery);
    batteryLossKwh[at] = supply.battery === null ? 0
      : entryOf(batteryKwh, at) * (1 / supply.battery.roundTrip - 1);
    shedKwh[at] = time * hoursPerMonth * Math.max(0, high - low);
    // what the battery delivers is taken from the grid at other hours
    gridKwh[at] = kwh(({ grid: kw }) => kw) + entryOf(batteryKwh, at) + entryOf(batteryLossKwh, at);
    gridKwPeak[at] = meet(supply, month, entryOf(drawn.facilityKwPeak, at), grid, 0).grid;
  }
  return { gridKwh, gridKwPeak,
    onSite: { generatedKwh: new Map(generated), batteryKwh, batteryLossKwh, shedKwh } };
}

import type { Site } from '../../catalog/types.ts';
import type {
  BatteryParams, CurtailmentParams, FeedParams, GeneratorParams, SupplyParams,
} from '../../lifecycle/supply-types.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { lazily } from '../../units/reading.ts';

const hoursPerYear = 8760;
/** International table: 1 MMBtu is 293.071 kWh. */
const kwhPerMmbtu = 293.071;

/** Feeds in use, each late by what the utility is late. */
export const feedParams = ({ feed }: Pick<ScenarioInputs, 'feed'>): readonly FeedParams[] =>
  feed.filter(({ values }) => values.inUse).map(({ values }) => ({ kw: values.mw * 1000,
    month: values.month + values.delayMonths, rampMonths: values.rampMonths }));

export const generatorsInUse = (
  { generator }: Pick<ScenarioInputs, 'generator'>,
): readonly Resolved<'generator'>[] =>
  generator.filter(({ values }) => values.inUse && values.mw > 0);

/** Fuel of a kWh of electricity at the prices of month 1, USD. */
export const fuelUsdPerKwh = (
  { usdPerMmbtu, efficiency }: Resolved<'generator'>['values'],
): number => usdPerMmbtu / kwhPerMmbtu / efficiency;

const generatorParams = (
  { key, values }: Resolved<'generator'>,
): GeneratorParams => ({
  key, kw: values.mw * 1000 * values.availability, month: values.month, runs: values.runs,
  usdPerKwh: fuelUsdPerKwh(values) + values.variableUsdPerKwh,
  risePerYear: values.fuelEscalation,
  carbonKgPerKwh: values.fuelCarbon / 1000 / values.efficiency,
});

export const hasBattery = ({ battery }: Pick<ScenarioInputs, 'battery'>): boolean =>
  battery.values.mw > 0 && battery.values.mwh > 0;

function batteryParams({ battery }: ScenarioInputs): BatteryParams | null {
  const { mw, mwh, depth, roundTrip, month } = battery.values;
  return hasBattery({ battery })
    ? { kw: mw * 1000, kwh: mwh * 1000 * depth, roundTrip, month } : null;
}

function curtailmentParams({ curtailment }: ScenarioInputs): CurtailmentParams | null {
  const { hours, share, eventHours, firmMonth } = curtailment.values;
  return hours === 0 || share === 0 ? null
    : { time: hours / hoursPerYear, share, eventHours, firmMonth };
}

/**
 * Where the power comes from; null where the whole connection is there from month 1, firm,
 * with nothing beside it.
 */
export function supplyParams(inputs: ScenarioInputs, site: () => Site): SupplyParams | null {
  const [feeds, generators, battery, curtailment] = [feedParams(inputs),
    generatorsInUse(inputs).map(generatorParams), batteryParams(inputs),
    curtailmentParams(inputs)];
  if (feeds.length === 0 && generators.length === 0 && curtailment === null) return null;
  return lazily<SupplyParams>({
    connectionKw: () => inputs.site.values.utilityMw * 1000, feeds, generators, battery,
    curtailment,
    // without a price nothing is cheaper than the grid, and there is no money
    gridUsdPerKwh: () => inputs.site.values.electricityUsdPerKwh
      ?? site().industrialUsdPerKwh?.value ?? -Infinity,
    gridRisePerYear: () => inputs.site.values.electricityEscalation,
  });
}

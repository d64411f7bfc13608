import type { Catalog } from '../../catalog/types.ts';
import { spikeFromQueries } from '../../lifecycle/demand.ts';
import { normaliseShape, shapeFromPeak, weekFromDay } from '../../lifecycle/shape.ts';
import type {
  DemandLevel, DemandSpike, MarketParams, TrafficParams,
} from '../../lifecycle/types.ts';
import { parseNumberList, type NumberListRule } from '../../project/number-list.ts';
import { entryOf } from '../../units/entry.ts';
import { endOfModel } from '../../catalog/model-life.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';

type Traffic = Resolved<'traffic'>;
type LoadCurve = Resolved<'loadSeries'>;

const months: NumberListRule = { min: 0, max: 1e20, most: 360 };
const week: NumberListRule = { min: 0, max: 1e6, most: 168 };

/**
 * Numbers of a text field; fields are checked when they are set, so a text that is none
 * counts as empty.
 */
function numbersOf(text: string, rule: NumberListRule): readonly number[] {
  const list = parseNumberList(text, rule);
  return list.ok ? list.value : [];
}

/** The load curve in use of a traffic class, if any; a curve without months is no demand. */
export const curveOfTraffic = (inputs: ScenarioInputs, trafficKey: string): LoadCurve
  | undefined =>
  inputs.loadSeries.find(({ values }) => values.inUse && values.traffic === trafficKey
    && numbersOf(values.tokensPerMonth, months).length > 0);

/**
 * Twelve factors January to December with mean 1: 1 + swing * cos(2 pi (month - peak) / 12).
 * @param swing 0..1
 * @example seasonFactors(0.2, 12)[11] // 1.2
 */
export function seasonFactors(swing: number, peakMonth: number): readonly number[] {
  if (swing === 0) return [];
  return Array.from({ length: 12 },
    (_, at) => 1 + swing * Math.cos((2 * Math.PI * (at + 1 - peakMonth)) / 12));
}

function levelOf(
  inputs: ScenarioInputs, traffic: Traffic, curve: LoadCurve | undefined,
): DemandLevel {
  const { mode, utilisation, tokensPerDay } = inputs.demand.values;
  if (curve !== undefined) {
    const tokensPerMonth = numbersOf(curve.values.tokensPerMonth, months)
      .map((x) => x * curve.values.scale);
    return { mode: 'series', tokensPerMonth };
  }
  return mode === 'utilisation' ? { mode, utilisation }
    : { mode, tokensPerDay: traffic.values.tokensPerDay ?? tokensPerDay };
}

function shapeOf(inputs: ScenarioInputs, curve: LoadCurve | undefined): readonly number[] {
  const { peakToAverage, weekendShare } = inputs.demand.values;
  const measured = curve === undefined ? [] : numbersOf(curve.values.weekShape, week);
  if (measured.some((x) => x > 0)) return normaliseShape(measured);
  return weekendShare === 1 ? shapeFromPeak(peakToAverage)
    : weekFromDay(peakToAverage, weekendShare);
}

const hoursOfWeek = 168;

/**
 * Load of the 168 hours of a week from Monday 0:00 over its mean, by the clock of the site:
 * a measured curve as it is, a generated one with its busiest hour where the site has it.
 * @example weekOfClass(inputs, 'chat').length // 168
 */
export function weekOfClass(inputs: ScenarioInputs, trafficKey: string): readonly number[] {
  const curve = curveOfTraffic(inputs, trafficKey);
  const shape = shapeOf(inputs, curve);
  const isMeasured = curve !== undefined
    && numbersOf(curve.values.weekShape, week).some((x) => x > 0);
  const shift = isMeasured ? 0 : inputs.site.values.busiestHour;
  const span = shape.length <= 24 ? 24 : hoursOfWeek;
  return Array.from({ length: hoursOfWeek }, (_, at) => {
    const hour = Math.floor(at / 24) * 24 + (at - shift + hoursOfWeek) % 24;
    return entryOf(shape, Math.floor(((hour % span) * shape.length) / span));
  });
}

/** Queries on top count only where demand is a number of tokens; `spikeWarnings` says so. */
function spikesOf(inputs: ScenarioInputs, traffic: Traffic): readonly DemandSpike[] {
  return inputs.spike.filter(
    ({ values }) => values.inUse && values.traffic === traffic.key && values.days > 0,
  )
    .map(({ values: { month, days, multiplier, queries } }) =>
      ({ ...spikeFromQueries(month, queries, days, traffic.values.isl, traffic.values.osl),
        multiplier }));
}

/**
 * What a public router counts of a model in a day: the most of its rows, as releases of
 * one model are counted apart.
 * @returns null where none is known
 */
export function routerVolume(catalog: Catalog, model: string): number | null {
  const counted = Object.values(catalog.markets)
    .filter(({ scope, models }) => scope === 'router' && models.includes(model))
    .map(({ figure }) => figure.value);
  return counted.length === 0 ? null : Math.max(...counted);
}

/** The market of a class; null where nothing says how large it is. */
function marketOf(catalog: () => Catalog, { values }: Traffic): MarketParams | null {
  const tokensPerDay = values.marketVolume === 'router' ? routerVolume(catalog(), values.model)
    : values.marketTokensPerDay;
  return tokensPerDay === null ? null : { tokensPerDay, growthPerYear: values.marketGrowth,
    shareMost: values.marketShareMost };
}

/** From when on fewer ask for a model its maker has ended, and how many still do. */
const endOf = ({ project }: ScenarioInputs, { values }: Traffic) => ({
  month: values.retireMonth ?? endOfModel(values.model, project.values.startMonth),
  share: values.retiredDemand,
});

/** What every traffic class asks for, month by month and hour by hour. */
export function trafficParams(
  inputs: ScenarioInputs, catalog: () => Catalog,
): readonly TrafficParams[] {
  const { growth, marketRampMonths, seasonSwing, seasonPeakMonth } = inputs.demand.values;
  return inputs.traffic.map((traffic) => {
    const curve = curveOfTraffic(inputs, traffic.key);
    return {
      key: traffic.key, isl: traffic.values.isl, osl: traffic.values.osl,
      cacheHitShare: traffic.values.cacheHit, level: levelOf(inputs, traffic, curve),
      growthPerYear: growth, rampMonths: marketRampMonths,
      seasonality: seasonFactors(seasonSwing, seasonPeakMonth),
      hourShape: shapeOf(inputs, curve), spikes: spikesOf(inputs, traffic),
      market: marketOf(catalog, traffic),
      ...(traffic.values.pricePath === 'ended' ? { ended: endOf(inputs, traffic) } : {}),
    };
  });
}

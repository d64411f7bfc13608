import type { EconomicsResult, Metric } from '../../economics/statement/result-types.ts';
import { divide } from '../../economics/statement/metric.ts';
import type { StageResults } from '../stages.ts';
import { noFacilityPower, noRackFits } from './absences.ts';
import { declare, orAbsent, type FigureFamily } from './declare.ts';
import { cost, sale } from './money-rows.ts';
import { facilityMw } from './plant.ts';
import { salesByTraffic } from './sales.ts';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** A class of requests as it was served. */
interface ServedClass {
  readonly key: string;
  readonly isl: number;
  readonly osl: number;
  /** Millions of requests over the horizon. */
  readonly requestsM: number;
}

/** Classes that are served, with the requests their output tokens make up. */
function servedClasses({ inputs, lifecycle }: StageResults): readonly ServedClass[] {
  return inputs.traffic.flatMap(({ key, values: { isl, osl } }) => {
    const outputMtok = lifecycle.groups.filter((group) => group.trafficKey === key)
      .reduce((all, group) => all + sum(group.outputMtok), 0);
    return outputMtok > 0 ? [{ key, isl, osl, requestsM: outputMtok / osl }] : [];
  });
}

/** (ISL c_in + OSL c_out) / 1e6 with the costs of the allocation rule in use. */
function costOfRequest(
  { unitCost: { allocation } }: EconomicsResult, isl: number, osl: number,
): Metric {
  const { inputUsdPerMtok: input, outputUsdPerMtok: output } = allocation;
  if (input.value === null) return input;
  if (output.value === null) return output;
  return { value: (isl * input.value + osl * output.value) / 1e6 };
}

function costOfMeanRequest(economics: EconomicsResult, stages: StageResults): Metric {
  const classes = servedClasses(stages);
  let [usdM, requestsM] = [0, 0];
  for (const served of classes) {
    const cost = costOfRequest(economics, served.isl, served.osl);
    if (cost.value === null) return cost;
    usdM += served.requestsM * cost.value;
    requestsM += served.requestsM;
  }
  return divide(usdM, requestsM, 'no-tokens', 'requests served');
}

const inService = 'accelerators in service';
const acceleratorHours = ({ lifecycle: { total } }: StageResults): number =>
  sum(total.reservedAcceleratorHours);

/**
 * An amount over MW-years in service: facility power in the design hour, month by month by
 * the share of critical IT in service. Without facility power absent, as that is.
 */
export function perMwInService(stages: StageResults, usd: number): Metric {
  const { criticalKw } = stages.lifecycle.total;
  const mw = facilityMw(stages);
  if (mw === null) return { value: null, absent: noFacilityPower(stages, noRackFits) };
  const most = criticalKw.reduce((a, b) => Math.max(a, b), 0);
  const years = most === 0 ? 0 : (mw * sum(criticalKw)) / most / 12;
  return divide(usd, years, 'no-racks', inService);
}

const split = ['headline.costPerMTokInputUsd', 'headline.costPerMTokOutputUsd'];

/** Money for each request, MW-year and accelerator-hour, and the power of an accelerator. */
export const perUnitFigures = declare({
  'headline.costPerRequestUsd': cost({
    label: 'Cost per request', unit: 'USD/request',
    definition: 'Cost of a request, mean over the classes weighted by their requests.',
    formula: 'economics.perRequest',
  }, costOfMeanRequest, split),
  'headline.costPerAcceleratorHourUsd': cost({
    label: 'Cost per accelerator-hour', unit: 'USD/accelerator-hour',
    definition: 'Economic cost for each hour of an accelerator in service.',
    formula: 'economics.costPerHour',
  }, (e, s) => divide(e.unitCost.economicCostUsd, acceleratorHours(s), 'no-racks', inService),
  ['economics.economicCostUsd']),
  'headline.revenuePerAcceleratorHourUsd': sale({
    label: 'Revenue per accelerator-hour', unit: 'USD/accelerator-hour',
    definition: 'Revenue for each hour of an accelerator in service.',
    formula: 'economics.revenuePerHour',
  }, (e, s) => divide(e.totals.revenueUsd, acceleratorHours(s), 'no-racks', inService),
  ['headline.revenueUsd']),
  'headline.revenuePerMwYearUsd': sale({
    label: 'Revenue per MW-year', unit: 'USD/MW-year',
    definition:
      'Revenue for each year of a megawatt in service, by facility power in the design hour.',
    formula: 'economics.revenuePerMw',
  }, (e, s) => perMwInService(s, e.totals.revenueUsd),
  ['headline.revenueUsd', 'headline.facilityMw']),
  'supply.revenuePerMwhUsd': sale({
    label: 'Revenue per MWh', unit: 'USD/MWh',
    definition: 'What the tokens of a megawatt-hour earn: the price of one that is curtailed.',
    formula: 'economics.revenuePerMwh',
  }, (e, { lifecycle }) => divide(e.totals.revenueUsd, sum(lifecycle.total.energyKwh) / 1000,
    'no-racks', 'energy drawn'), ['headline.revenueUsd']),
  'headline.wattsPerAccelerator': {
    label: 'Power per accelerator', unit: 'W/accelerator',
    definition:
      'Facility power in the design hour over accelerators: all that one needs at the meter.',
    formula: 'facility.wattsPerAccelerator',
    of: ['headline.facilityMw', 'headline.accelerators'],
    value: (s) => {
      const mw = facilityMw(s);
      return orAbsent(mw === null || s.accelerators === 0 ? null : (mw * 1e6) / s.accelerators,
        noFacilityPower(s, noRackFits));
    },
  },
});

/** What a request of each class costs. */
export const requestFigures: readonly FigureFamily[] = [{
  pattern: 'economics.costPerRequest.*', of: () => split,
  members: (s) => (s.economics === null ? [] : servedClasses(s).map(({ key }) => key)),
  text: { label: 'Cost of a request', unit: 'USD/request',
    definition: 'Cost of a request of the class, with its mean input and output tokens.',
    formula: 'economics.perRequest' },
  value: (s, key) => {
    const served = servedClasses(s).find((each) => each.key === key);
    if (s.economics === null || served === undefined)
      throw new Error(`nothing is served of ${key}`);
    return costOfRequest(s.economics, served.isl, served.osl);
  },
}, {
  pattern: 'economics.costPerRequestOwnHours.*', of: () => ['economics.economicCostUsd'],
  members: (s) => (s.economics === null ? [] : servedClasses(s).map(({ key }) => key)),
  text: { label: 'Cost of a request, own hours', unit: 'USD/request',
    definition: 'What the accelerator-hours in service for the class cost, over its requests: '
      + 'what a price of the class has to cover.',
    formula: 'economics.perRequestOwnHours' },
  value: (s, key) => {
    const served = servedClasses(s).find((each) => each.key === key);
    const sold = salesByTraffic(s).find((each) => each.key === key);
    if (served === undefined || sold === undefined)
      throw new Error(`nothing is served of ${key}`);
    return divide(sold.costUsd, served.requestsM * 1e6, 'no-tokens', 'requests served');
  },
}];

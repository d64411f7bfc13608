import { recoveryPayment } from '../economics/functions/discount.ts';
import { lineOf } from '../economics/statement/statement.ts';
import { yearsInto } from '../lifecycle/month.ts';
import { restsOn } from '../plan/figures/rests-on.ts';
import { curveOfTraffic } from '../plan/life/demand-params.ts';
import { constructionOf } from '../plan/money/construction.ts';
import type { Plan } from '../plan/types.ts';
import type { FieldPath } from '../project/field-path.ts';
import type { Values } from '../project/resolve.ts';

/** An input and the per cent by which a measure moves when it moves by one. */
export interface Lever {
  readonly path: string;
  readonly elasticity: number;
}

/** Inputs that move a measure by less than this are not named. */
const leastNamed = 0.05;
const mostNamed = 4;

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** The input that states how much of a class is asked for. */
function volumePath({ inputs }: Plan, key: string): string {
  const curve = curveOfTraffic(inputs, key);
  if (curve !== undefined) return `loadSeries.${curve.key}.scale`;
  if (inputs.demand.values.mode === 'utilisation') return 'demand.utilisation';
  const own = inputs.traffic.find((traffic) => traffic.key === key)?.values.tokensPerDay;
  return own === null || own === undefined ? 'demand.tokensPerDay'
    : `traffic.${key}.tokensPerDay`;
}

/** Levers of one path together, as several classes may hang on it. */
function merged(levers: readonly Lever[]): readonly Lever[] {
  const byPath = new Map<string, number>();
  for (const { path, elasticity } of levers)
    byPath.set(path, (byPath.get(path) ?? 0) + elasticity);
  return [...byPath].map(([path, elasticity]) => ({ path, elasticity }));
}

const priceParts = [
  ['input', 'inputUsdPerMtok'], ['cached', 'cachedUsdPerMtok'],
  ['output', 'outputUsdPerMtok'],
] as const;

/**
 * What moves revenue: a price by its share of revenue, demand by the share of the classes
 * it states, a yearly decline d by sum of R_m x years x d / (1 - d) over revenue R. These
 * are the derivatives at the plan as it is; a floor or a ceiling that binds is not seen.
 */
export function revenueLevers(plan: Plan): readonly Lever[] {
  const { economics, lifecycle, priced: { costs: { prices } } } = plan.stages;
  if (economics === null) return [];
  const { statement, totals } = economics;
  if (!(totals.revenueUsd > 0)) return [];
  const sold = plan.inputs.traffic
    .filter(({ key }) => lifecycle.groups.some((group) => group.trafficKey === key));
  return merged(sold.flatMap(({ key, values }): readonly Lever[] => {
    // Cached input at a share of the input price moves with that.
    const follows = prices.get(key)?.cachedUsdPerMtok.from === 'ratio';
    const lines = priceParts.map(([part, field]) => ({
      path: `traffic.${key}.${follows && part === 'cached' ? 'inputUsdPerMtok' : field}`,
      months: lineOf(statement, `revenue.${key}.${part}`).values,
    }));
    const shareOf = (usd: number): number => usd / totals.revenueUsd;
    const whole = lines.reduce((total, { months }) => total + sum(months), 0);
    const aged = lines.reduce((total, { months }) => total + months.reduce(
      (a, usd, at) => a + usd * Math.max(0, yearsInto(statement.firstMonth + at)), 0), 0);
    const { priceDecline } = values;
    return [
      ...lines.map(({ path, months }) => ({ path, elasticity: shareOf(sum(months)) })),
      { path: volumePath(plan, key), elasticity: shareOf(whole) },
      { path: `traffic.${key}.priceDecline`,
        elasticity: -shareOf(aged) * (priceDecline / (1 - priceDecline)) },
    ];
  }));
}

/** The inputs a line of cost is proportional to, by the line's key. */
const pricesOfLine: Readonly<Record<string, readonly FieldPath[]>> = {
  'capital.accelerator': ['capex.acceleratorPriceUsd'],
  'capital.power': ['capex.facilityUsdPerMw', 'plant.installShare'],
  'capital.shell': ['capex.facilityUsdPerMw'],
  'capital.cooling': ['capex.facilityUsdPerMw'],
  'capital.contingency': ['capex.contingency', 'capex.facilityUsdPerMw',
    'plant.installShare'],
  'capital.network': ['network.switchPriceUsd'],
  'capital.storage': ['capex.storageUsdPerAccelerator'],
  'capital.installation': ['capex.installShare', 'capex.acceleratorPriceUsd'],
  // Rent paid ahead of a term is the only investment of this class.
  'capital.other': ['finance.rentalUsdPerHour'],
  'rent.rental': ['finance.rentalUsdPerHour'], 'rent.colo': ['finance.coloUsdPerKwMonth'],
  electricity: ['site.electricityUsdPerKwh'], 'scheduled-energy': ['tariff.energyLevel'],
  'electricity-contract': ['site.ppaUsdPerKwh'],
  'demand-charge': ['site.demandUsdPerKwMonth'], water: ['site.waterUsdPerM3'],
  maintenance: ['opex.maintenanceShare', 'capex.facilityUsdPerMw',
    'plant.installShare'],
  'property-tax': ['opex.propertyTaxShare', 'capex.facilityUsdPerMw',
    'plant.installShare'],
  support: ['opex.systemSupportShare'], insurance: ['opex.insuranceShare'],
  staff: ['opex.staffUsdPerMwYear'], software: ['opex.softwareUsdPerAcceleratorYear'],
  transit: ['opex.transitUsdPerMwYear'], selling: ['opex.salesShare'],
};

type Economics = NonNullable<Plan['stages']['economics']>;

/**
 * The cost of a plan by what sets its price, USD: energy by the bills it comes in, where
 * the stack has it by what it goes into.
 */
function pricedLines({ unitCost, statement }: Economics) {
  const bills = statement.lines.filter(({ key }) =>
    energyBills.some((bill) => key === `opex.${bill}`))
    .map(({ key, values }) => ({ key: key.slice('opex.'.length), usd: -sum(values) }));
  return [...unitCost.stack.filter(({ key }) => !key.startsWith('energy.')), ...bills];
}

const energyBills = ['electricity', 'electricity-contract', 'demand-charge',
  'scheduled-energy', 'scheduled-demand', 'scheduled-fixed'];

/** Per cent by which the payment of a lease moves when its rate moves by one. */
function rateElasticity({ leaseRate, leaseTermMonths, leaseResidual }: Values<'finance'>): number {
  const payment = (rate: number): number =>
    recoveryPayment(1, leaseResidual, leaseTermMonths, rate / 12);
  const step = 1e-4;
  return (payment(leaseRate * (1 + step)) / payment(leaseRate) - 1) / step;
}

/**
 * What moves cost: an input a line is proportional to by the line's share of cost, and the
 * rate of a lease by what it moves of the payment. What systems cost moves their support
 * and insurance, their lease as well: that is not seen.
 */
export function costLevers({ stages, inputs }: Plan): readonly Lever[] {
  const { economics } = stages;
  const weightOf = facilityWeights(stages, inputs);
  const total = economics?.unitCost.economicCostUsd ?? 0;
  if (economics === null || !(total > 0)) return [];
  return merged(pricedLines(economics).flatMap(({ key, usd }): readonly Lever[] => {
    const share = usd / total;
    return key === 'rent.lease'
      ? [{ path: 'finance.leaseRate', elasticity: share * rateElasticity(inputs.finance.values) }]
      : (pricesOfLine[key] ?? [])
        .map((path) => ({ path, elasticity: share * weightOf(key, path) }));
  }).filter(({ elasticity }) => elasticity !== 0));
}

/**
 * What a price moves of a line: all of it, save where power and cooling are priced by
 * their parts. There the survey's price moves the building, installation its share of the
 * parts, and what is paid on both each its part of the sum.
 */
function facilityWeights(
  { plant, priced: { costs } }: Plan['stages'], inputs: Plan['inputs'],
): (line: string, path: FieldPath) => number {
  if (plant === null || costs.plantUsd === null)
    return (_, path) => (path === 'plant.installShare' ? 0 : 1);
  const { plantUsd, buildingUsd } = constructionOf(inputs, costs);
  const installed = plant.parts.filter(({ key }) => key === 'installation')
    .reduce((usd, part) => usd + part.usd, 0);
  const both = plantUsd + buildingUsd;
  return (line, path) => {
    const isPlant = line === 'capital.power';
    if (path === 'plant.installShare') return installed / (isPlant ? plantUsd : both);
    if (path !== 'capex.facilityUsdPerMw') return 1;
    return isPlant ? 0 : line === 'capital.shell' ? 1 : buildingUsd / both;
  };
}

/** What moves the tokens of a class, or of all: the demand stated for them. */
export function volumeLevers(plan: Plan, keys: readonly string[]): readonly Lever[] {
  return merged(keys.map((key) =>
    ({ path: volumePath(plan, key), elasticity: 1 / keys.length })));
}

/**
 * The levers that move a figure most, of those its computation read, strongest first.
 * @param figure key of the figure whose recorded reads count
 */
export function strongest(
  plan: Plan, figure: string, levers: readonly Lever[],
): readonly string[] {
  const read = new Set(restsOn(plan, figure).inputs.map(({ path }) => path));
  return levers.filter(({ path, elasticity }) => read.has(path)
    && Math.abs(elasticity) >= leastNamed)
    .toSorted((a, b) => Math.abs(b.elasticity) - Math.abs(a.elasticity))
    .slice(0, mostNamed).map(({ path }) => path);
}

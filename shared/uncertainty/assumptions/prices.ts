import { findCatalogItem } from '../../plan/entries/catalog-figure.ts';
import type { Plan } from '../../plan/types.ts';
import type { PriceKind, PricesInUse } from '../../plan/money/prices.ts';
import { pricesBySchedule } from '../../plan/money/tariff-lines.ts';
import type { Sourced } from '../../units/provenance.ts';
import { classUncertainty } from '../stated.ts';
import { lawOfRange } from './laws.ts';
import type { UncertainInput } from './types.ts';

const kinds = ['inputUsdPerMtok', 'cachedUsdPerMtok', 'outputUsdPerMtok'] as const;

/** Range of a figure as factors on its value; null where none is stated. */
function factorsOf(figure: Sourced | null): { low: number; high: number } | null {
  if (figure === null || figure.value <= 0) return null;
  const { value, low = value, high = value } = figure;
  return low === high ? null
    : { low: Math.min(1, low / value), high: Math.max(1, high / value) };
}

/** How far the level of a class's prices spreads, and who says so. */
type Spread = Pick<UncertainInput, 'distribution' | 'basis' | 'source'>;

/**
 * A plan that sells at the cheapest listing stands at the end of what is asked: the law is as
 * wide as the listings and has its median at the price in use.
 */
const asWideAs = ({ low, high }: { low: number; high: number }): UncertainInput['distribution'] =>
  ({ type: 'lognormal', p10: Math.sqrt(low / high), p90: Math.sqrt(high / low) });

function spreadOf(plan: Plan, { listing, outputUsdPerMtok: { from } }: PricesInUse): Spread {
  const { catalog, inputs } = plan.stages;
  const listed = from !== 'listing' || listing === null ? null
    : findCatalogItem(catalog, `tokenPrices/${listing.id}/outputUsdPerMtok`).value;
  const range = factorsOf(listed);
  if (range !== null) {
    return { distribution: asWideAs(range), basis: 'listings',
      source: `As wide as what is asked for the model (${listed?.note ?? ''}), `
        + 'its median the price in use' };
  }
  const share = classUncertainty(inputs.project.values)[listed === null ? 'user' : 'vendor'];
  return { distribution: lawOfRange({ low: 1 - share, value: 1, high: 1 + share }),
    basis: 'class', source: listed === null ? 'Price entered by the user' : listed.source };
}

/**
 * The level of each class's token prices: one factor on the prices of input, cached input and
 * output, which move together. A cached price that follows the input price is left to follow it.
 */
export const tokenPrices = (plan: Plan): readonly UncertainInput[] =>
  plan.stages.inputs.traffic.flatMap(({ key, values }): readonly UncertainInput[] => {
    const prices = plan.stages.priced.costs.prices.get(key);
    if (prices === undefined) return [];
    const isOwn = (kind: PriceKind): boolean =>
      prices[kind].from === 'entered' || prices[kind].from === 'listing';
    const targets = kinds.flatMap((kind) => {
      const { value } = prices[kind];
      return value === null || !isOwn(kind) ? []
        : [{ path: `traffic.${key}.${kind}`, from: value,
          effect: { does: 'multiply', power: 1 } as const }];
    });
    if (targets.length === 0) return [];
    return [{
      id: `price.${key}`, group: 'prices', unit: 'ratio', base: 1, on: true, targets,
      label: `Level of token prices (${values.name})`, ...spreadOf(plan, prices),
    }];
  });

/** The level of a tariff's energy prices; null where its schedule does not price energy. */
function scheduledLevel({ inputs }: Plan): readonly UncertainInput[] | null {
  if (!pricesBySchedule(inputs)) return null;
  const value = inputs.tariff.values.energyLevel;
  const { user: share } = classUncertainty(inputs.project.values);
  return value <= 0 ? [] : [{
    id: 'tariff.energyLevel', group: 'electricity', unit: 'ratio', base: value,
    label: 'Level of the tariff’s energy prices', basis: 'class', on: true,
    source: `Schedule of the tariff, ${inputs.tariff.values.origin}`,
    distribution: lawOfRange({ low: value * (1 - share), value, high: value * (1 + share) }),
    targets: [{ path: 'tariff.energyLevel', from: value, effect: { does: 'set' } }],
  }];
}

/** Price of electricity at the site, and how fast it rises. */
export function electricityPrices(plan: Plan): readonly UncertainInput[] {
  const { inputs, site, priced: { costs } } = plan.stages;
  const value = costs.electricityUsdPerKwh;
  const { electricityUsdPerKwh: entered, electricityEscalation: rise } = inputs.site.values;
  const figure = site.industrialUsdPerKwh;
  const shares = classUncertainty(inputs.project.values);
  const share = entered === null ? shares[figure?.evidence ?? 'derived'] : shares.user;
  const years = inputs.demand.values.horizonMonths / 12;
  const scheduled = scheduledLevel(plan);
  const level: readonly UncertainInput[] = scheduled ?? (value <= 0 ? [] : [{
    id: 'site.electricityUsdPerKwh', group: 'electricity', unit: 'USD/kWh', base: value,
    label: 'Electricity price', basis: 'class', on: true,
    source: entered === null ? figure?.source ?? '' : 'Price entered by the user',
    distribution: lawOfRange({ low: value * (1 - share), value, high: value * (1 + share) }),
    targets: [{ path: 'site.electricityUsdPerKwh', from: value, effect: { does: 'set' } }],
  }]);
  return [...level, {
    id: 'site.electricityEscalation', group: 'electricity', unit: 'fraction/year', base: rise,
    label: 'Electricity price escalation', basis: 'assumed', on: true,
    source: 'A random walk of the price with a volatility of 5 % per square root of a year over '
      + 'the horizon, as one yearly rate: planning value',
    distribution: { type: 'normal', mean: rise, sd: volatility / Math.sqrt(Math.max(1, years)) },
    targets: [{ path: 'site.electricityEscalation', from: rise, effect: { does: 'set' } }],
  }];
}

/** Of the price of electricity under contract or tariff, per square root of a year; assumed. */
const volatility = 0.05;

/** What systems cost over what is planned. */
export function systemPrices(plan: Plan): readonly UncertainInput[] {
  const { inputs, groups } = plan.stages;
  const { acceleratorPriceUsd: entered, systemPriceFactor: from } = inputs.capex.values;
  const ranges = entered !== null ? []
    : groups.flatMap(({ system, accelerator }) =>
      factorsOf(system.priceUsd ?? accelerator.priceUsd ?? null) ?? []);
  const share = classUncertainty(inputs.project.values)[entered === null ? 'analyst' : 'user'];
  const stated = ranges.length > 0;
  const low = stated ? Math.min(...ranges.map((range) => range.low)) : 1 - share;
  const high = stated ? Math.max(...ranges.map((range) => range.high)) : 1 + share;
  const [first] = groups;
  return inputs.finance.values.ownership === 'rental' || first === undefined ? [] : [{
    id: 'capex.systemPriceFactor', group: 'investment', unit: 'ratio', base: from, on: true,
    label: 'System price factor', basis: stated ? 'source' : 'class',
    source: entered === null ? first.system.priceUsd?.source ?? first.accelerator.priceUsd?.source
      ?? '' : 'Price entered by the user',
    distribution: lawOfRange({ low: from * low, value: from, high: from * high }),
    targets: [{ path: 'capex.systemPriceFactor', from, effect: { does: 'set' } }],
  }];
}

import { findCitation } from '../catalog/lookup.ts';
import type { Catalog } from '../catalog/types.ts';
import { autoValue } from '../plan/figures/auto-values.ts';
import {
  describeListing, pricesByTraffic, type ClassPrice,
} from '../plan/figures/prices.ts';
import { acceleratorPriceUsd } from '../plan/money/costs.ts';
import type { StageResults } from '../plan/stages.ts';
import type { InputInUse } from '../plan/types.ts';
import { addressOf, type InputAddress } from '../project/path.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import type { EvidenceClass, Sourced } from '../units/provenance.ts';
import type { FrontierPoint } from '../inference/types.ts';
import { configurationName } from './serving.ts';
import type { PlanView } from './types.ts';

/** What stands for an input nobody entered, as printed, with what it rests on. */
export interface UsedValue {
  readonly printed: string;
  readonly source: string;
  readonly date: string | null;
  readonly evidence: EvidenceClass;
}

type Cited = Pick<Sourced, 'source' | 'date' | 'evidence'>;

const citedPrice = (price: ClassPrice): Cited =>
  ({ source: describeListing(price), date: price.date,
    evidence: price.listing?.inputUsdPerMtok?.evidence ?? 'derived' });

function usedPrice(price: ClassPrice, { field }: InputAddress, print: Print): UsedValue | null {
  const cited = citedPrice(price);
  if (field === 'listing') return { ...cited, printed: describeListing(price),
    source: price.source === '' ? cited.source : price.source };
  const value = { inputUsdPerMtok: price.inputUsd, cachedUsdPerMtok: price.cachedUsd,
    outputUsdPerMtok: price.outputUsd }[field];
  if (value === undefined) return null;
  const byRatio = field === 'cachedUsdPerMtok' && price.cachedByRatio;
  return { ...cited, printed: value === null ? 'no public price'
    : formatQuantity(value, 'USD/Mtok', print),
    ...(byRatio ? { source: 'stated share of the input price', evidence: 'derived' } : {}) };
}

/** Prices of an accelerator with its share of server and rack, from lowest to highest. */
function usedAccelerator(stages: StageResults, print: Print): UsedValue | null {
  const priced = stages.groups.map((group) => ({ group,
    usd: acceleratorPriceUsd(stages.inputs, group) }));
  const known = priced.flatMap(({ usd }) => usd ?? []);
  const [first] = priced;
  if (first === undefined || known.length < priced.length) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const cited = first.group.system.priceUsd ?? first.group.accelerator.priceUsd;
  const text = (usd: number): string => formatQuantity(usd, 'USD', print);
  return { printed: low === high ? text(low) : `${text(low)} to ${text(high)}`,
    source: cited?.source ?? '', date: cited?.date ?? null,
    evidence: cited?.evidence ?? 'derived' };
}

/** What the serving point of a rack group stands for in its empty fields, as printed. */
const pointParts: Readonly<Record<string, (point: FrontierPoint) => string>> = {
  tensorParallel: configurationName, attentionDp: configurationName,
  expertParallel: configurationName,
  concurrency: ({ concurrency }) => formatQuantity(concurrency, 'count'),
};

/** What the plan itself settled where no one number stands for a field: a range, or a configuration. */
function settled(stages: StageResults, { kind, key, field }: InputAddress, print: Print): string | null {
  if (kind === 'rackGroup') {
    const point = stages.groups.find(({ record }) => record.key === key)?.point ?? null;
    return point === null ? null : pointParts[field]?.(point) ?? null;
  }
  if (kind === 'demand' && field === 'availability') {
    const shares = stages.groups.map(({ availability }) => availability);
    return shares.length === 0 ? null
      : [Math.min(...shares), Math.max(...shares)]
        .map((share) => formatQuantity(share, 'fraction', print)).join(' to ');
  }
  return kind === 'hall' && field === 'halls'
    ? formatQuantity(stages.halls.halls.length, 'count', print) : null;
}

/** Catalogue figures that stand for empty inputs of the site. */
const siteFigures: Readonly<Record<string, string>> = {
  'site.electricityUsdPerKwh': 'industrialUsdPerKwh', 'site.carbonGPerKwh': 'carbonGPerKwh',
};

/**
 * What an input stands for that is empty or left to a rule; null where it says itself what
 * it is, or the plan does not know.
 */
export function usedValue(
  plan: PlanView, input: InputInUse, catalog: Catalog, print: Print,
): UsedValue | null {
  const at = addressOf(input.path);
  const { stages } = plan;
  if (at === null || stages === undefined) return null;
  if (at.kind === 'traffic' && (input.value === null || at.field === 'listing')) {
    const price = pricesByTraffic(stages).find(({ key }) => key === at.key);
    const used = price === undefined ? null : usedPrice(price, at, print);
    if (used !== null) return used;
  }
  if (input.value !== null) return null;
  if (at.kind === 'capex' && at.field === 'acceleratorPriceUsd')
    return usedAccelerator(stages, print);
  const value = autoValue({ inputs: plan.inputs, stages }, at, catalog);
  const site = siteFigures[`${at.kind}.${at.field}`];
  const cited = site === undefined ? null
    : findCitation(catalog, `sites/${stages.site.id}/${site}`);
  const printed = value === null ? settled(stages, at, print)
    : formatQuantity(value, input.unit, print);
  return printed === null ? null : { printed,
    ...(cited ?? { source: input.source, date: input.date, evidence: input.evidence }) };
}

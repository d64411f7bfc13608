import type {
  Accelerator, Catalog, ModelSpec, Site, SwitchModel, System, TokenPrice,
} from '../../shared/catalog/types.ts';
import {
  byFormerMedian, byRule, isChoosable, nameProvider, priceParts,
} from '../../shared/catalog/prices.ts';
import { isKind } from '../../shared/project/kinds.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { withOwnEntries } from '../../shared/plan/entries/own-catalog.ts';
import { catalog as builtIn } from './catalog.ts';
import { referenceText } from '../text/references.ts';
import { recordsOf, valueOf } from './document.ts';

/** One entry a reference field can point to, with what distinguishes it from its neighbours. */
export interface ReferenceOption {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

/** Whether the field may stay empty: its target ends in `?`. */
export const optionalReference = (of: string): boolean => of.endsWith('?');

/**
 * Everything a reference field may name. `of` is a catalogue table or `record:<kind>`.
 * @param key the record that names it; its own model's listings are offered
 */
export function listOptions(
  of: string, inputs: ScenarioInputs, key: string | null = null,
): readonly ReferenceOption[] {
  const target = of.replace('?', '');
  if (target.startsWith('record:'))
    return listRecordOptions(target.slice('record:'.length), inputs);
  const { catalog } = withOwnEntries(builtIn, inputs);
  switch (target) {
    case 'systems':
      return options(catalog.systems, describeSystem);
    case 'models':
      return [...options(catalog.models, describeModel), ...ownModels(inputs)];
    case 'sites':
      return options(catalog.sites, describeSite);
    case 'switches':
      return options(catalog.switches, describeSwitch);
    case 'accelerators':
      return options(catalog.accelerators, describeAccelerator);
    case 'tokenPrices':
      return listingOptions(catalog, inputs, key);
    default:
      return [];
  }
}

function options<T extends { readonly id: string; readonly name: string }>(
  entries: Readonly<Record<string, T>>,
  note: (entry: T) => string,
): readonly ReferenceOption[] {
  return Object.values(entries)
    .map((entry) => ({ value: entry.id, label: entry.name, note: note(entry) }));
}

/** Listings of the models the classes serve, the rule first; ended ones only where in use. */
function listingOptions(
  catalog: Catalog, { traffic }: ScenarioInputs, key: string | null,
): readonly ReferenceOption[] {
  const classes = traffic.filter((each) => key === null || each.key === key);
  const used = new Set(classes.map(({ values }) => values.listing));
  const served = new Set(classes.map(({ values }) => values.model));
  const listed = catalog.tokenPrices.filter((price) => used.has(price.id)
    || (isChoosable(price) && served.has(price.modelId ?? '')));
  return [
    { value: byRule, label: referenceText.byRule, note: referenceText.byRuleNote },
    ...(used.has(byFormerMedian)
      ? [{ value: byFormerMedian, label: referenceText.formerMedian, note: '' }] : []),
    ...listed.map((price) => ({ value: price.id,
      label: `${nameProvider(price)}, ${price.model}`, note: describeListing(price) })),
  ];
}

function describeListing(listing: TokenPrice): string {
  const prices = priceParts.map((part) => {
    const value = listing[part]?.value;
    return value === undefined ? '–' : formatQuantity(value, 'USD/Mtok');
  });
  return join(prices.join(' / '), listing.checked ?? referenceText.undated, listing.condition);
}

const ownModels = (inputs: ScenarioInputs): readonly ReferenceOption[] =>
  inputs.customModel.map(
    ({ key, values }) => ({ value: key, label: values.name, note: 'own model' }),
  );

function listRecordOptions(kind: string, inputs: ScenarioInputs): readonly ReferenceOption[] {
  if (!isKind(kind)) return [];
  return recordsOf(inputs, kind).map((record) => ({
    value: record.key,
    label: String(valueOf(record, 'name') ?? record.key),
    note: '',
  }));
}

const join = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

function describeSystem({ accelerators, maxPowerKw, form, cooling }: System): string {
  return join(
    `${accelerators.value} accelerators`,
    form,
    maxPowerKw === undefined ? undefined : formatQuantity(maxPowerKw.value, 'kW'),
    cooling,
  );
}

function describeModel({ paramsTotal, paramsActive, moe, context, life }: ModelSpec): string {
  const size =
    moe === undefined
      ? `${billions(paramsTotal)} dense`
      : `${billions(paramsTotal)}, ${billions(paramsActive)} active`;
  return join(size, `context ${formatQuantity(context, 'token')}`,
    life === undefined || life.status === 'served' ? undefined
      : `${life.status} ${life.since ?? ''}`.trim());
}

const billions = (parameters: number): string =>
  `${formatQuantity(Math.round(parameters / 1e8) / 10, 'count').replace(/\.?0+$/, '')} B`;

function describeSite({ region, industrialUsdPerKwh, bins }: Site): string {
  return join(
    region,
    industrialUsdPerKwh === undefined ? undefined
      : formatQuantity(industrialUsdPerKwh.value, 'USD/kWh'),
    bins.length === 0 ? 'no climate' : '',
  );
}

function describeSwitch({ radix, fabric }: SwitchModel): string {
  return join(
    fabric,
    ...radix.map(({ ports, gbps }) => `${ports.value} × ${formatQuantity(gbps, 'Gb/s')}`),
  );
}

function describeAccelerator({ vendor, memoryGb }: Accelerator): string {
  return join(vendor,
    memoryGb === undefined ? undefined : formatQuantity(memoryGb.value, 'GB'));
}

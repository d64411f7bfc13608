import type { Catalog } from '../../catalog/types.ts';
import type { RentalSales } from '../../economics/statement/types.ts';
import type { Keep } from '../../lifecycle/keep.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { contractsOf, isRented } from '../entries/rented.ts';
import { termOf } from '../life/rental-terms.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { Unpriced } from './costs.ts';

/** What an hour of a rented group costs in month 1; null where nobody says and none is entered. */
export interface HourPrices {
  readonly onDemand: number | null;
  readonly spot: number | null;
  /** By key of the contract. */
  readonly contracts: ReadonlyMap<string, number | null>;
}

/** Rents on demand of the catalogue by accelerator: an index where there is one. */
const onDemandRents: Readonly<Record<string, string>> = {
  h100_sxm: 'rent-h100-index', h200_sxm: 'rent-h200-spheron', b200_sxm: 'rent-b200-index',
  gb200: 'rent-gb200-spheron', mi300x: 'rent-mi300x-median', mi325x: 'rent-mi325x-tensorwave',
};

/** What the catalogue’s index or list asks for an hour on demand; null where it has none. */
export function listedOnDemand(catalog: Catalog, accelerator: string): number | null {
  const id = onDemandRents[accelerator];
  return id === undefined ? null : catalog.peers[id]?.figure.value ?? null;
}

/** The catalogue’s three-year rate, where it is one that somebody published. */
const reservedRate = ({ accelerator }: SizedGroup): number | null =>
  accelerator.hourlyRental3yrUsd?.value ?? null;

/** Prices of the hours of rented groups by group: entered, else those of the catalogue. */
export function hourPrices(
  inputs: ScenarioInputs, groups: readonly SizedGroup[], catalog: () => Catalog,
): ReadonlyMap<string, HourPrices> {
  return new Map(groups.filter(isRented).map((group) => {
    const { key, values } = group.record;
    return [key, {
      onDemand: values.onDemandUsdPerHour
        ?? (values.onDemandShare === 0 ? null : listedOnDemand(catalog(), group.accelerator.id)),
      spot: values.spotUsdPerHour,
      contracts: new Map(contractsOf(inputs, key).map((contract) =>
        [contract.key, contract.values.usdPerHour ?? reservedRate(group)])),
    }];
  }));
}

/** Hours that are sold and have no price. */
export function unpricedHours(
  inputs: ScenarioInputs, groups: readonly SizedGroup[],
  prices: ReadonlyMap<string, HourPrices>,
): readonly Unpriced[] {
  return groups.filter(isRented).flatMap(({ record: { key, values }, accelerator }) => {
    const known = prices.get(key);
    const lacks = (price: number | null | undefined, share: number): boolean =>
      share > 0 && (price ?? null) === null;
    return [
      ...contractsOf(inputs, key).filter((contract) =>
        lacks(known?.contracts.get(contract.key), contract.values.share))
        .map((contract) => ({ what: `an hour of ${accelerator.name} under contract`,
          where: `rentalContract.${contract.key}.usdPerHour` })),
      ...(lacks(known?.onDemand, values.onDemandShare)
        ? [{ what: `an hour of ${accelerator.name} on demand`,
          where: `rackGroup.${key}.onDemandUsdPerHour` }] : []),
      ...(lacks(known?.spot, values.spotShare)
        ? [{ what: `an hour of ${accelerator.name} at spot`,
          where: `rackGroup.${key}.spotUsdPerHour` }] : []),
    ];
  });
}

/** A price nobody states earns nothing; what rests on it is absent, see `unpricedHours`. */
const orNothing = (price: number | null | undefined): number =>
  (price === null || price === undefined ? 0 : price);

function salesOfGroup(
  inputs: ScenarioInputs, { key, values }: Resolved<'rackGroup'>,
  prices: HourPrices | undefined,
): RentalSales {
  return {
    groupKey: key,
    onDemand: { usdPerHour: orNothing(prices?.onDemand),
      declinePerYear: values.onDemandDecline },
    spot: { usdPerHour: orNothing(prices?.spot), declinePerYear: values.spotDecline },
    contracts: contractsOf(inputs, key).map((contract) => ({
      ...termOf(contract), prepayShare: contract.values.prepayShare,
      renewalDecline: contract.values.renewalDecline,
      usdPerHour: orNothing(prices?.contracts.get(contract.key)),
    })),
  };
}

/** What the hours of rented groups are sold for, as plain data. */
export const rentalSales = (
  inputs: ScenarioInputs, prices: ReadonlyMap<string, HourPrices>,
): readonly RentalSales[] => inputs.rackGroup.filter((record) => isRented({ record }))
  .map((record) => salesOfGroup(inputs, record, prices.get(record.key)));

/** Prices of hours, remembered, and what of them is missing. */
export const priceHours = (
  keep: Keep, inputs: ScenarioInputs, groups: () => readonly SizedGroup[],
  catalog: () => Catalog,
) => {
  const prices = keep('hour prices', () => hourPrices(inputs, groups(), catalog));
  return { prices, missing: keep('unpriced hours',
    () => unpricedHours(inputs, groups(), prices())) };
};

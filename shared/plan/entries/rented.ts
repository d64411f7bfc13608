import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import type { Absent } from '../../units/figure.ts';

/** Whether a rack group is rented out by the hour, so that it serves no tokens. */
export const isRented = ({ record }: { readonly record: Resolved<'rackGroup'> }): boolean =>
  record.values.business === 'acceleratorHours';

/** Contracts in use that reserve a rack group, in their order. */
export const contractsOf = (
  { rentalContract }: ScenarioInputs, group: string,
): readonly Resolved<'rentalContract'>[] =>
  rentalContract.filter(({ values }) => values.inUse && values.group === group);

/** Whether tokens of a class are for sale: not where all of its racks are rented out. */
export function isSoldByToken({ rackGroup }: ScenarioInputs, traffic: string): boolean {
  const groups = rackGroup.filter(({ values }) => values.traffic === traffic);
  return groups.length === 0 || groups.some((record) => !isRented({ record }));
}

/** Whether any racks serve tokens. */
export const servesTokens = ({ rackGroup }: ScenarioInputs): boolean =>
  rackGroup.some((record) => !isRented({ record }));

/** Why no use of capacity breaks even where every rack is rented out. */
export const rentedUse =
  'all racks are rented out: contracts and on-demand utilisation say what is sold';

export const servesNone: Absent = { code: 'no-tokens',
  detail: 'tokens of racks that are rented out by the hour' };

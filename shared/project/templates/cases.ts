import type { SpecCase, SpecValues } from './spec.ts';

/** What the cases of a template are made around. */
export interface Around {
  /** Keys of the traffic classes whose tokens are sold. */
  readonly sold: readonly string[];
  /** Share of capacity sold in the first case; null where demand is stated in tokens. */
  readonly utilisation: number | null;
}

const classes = (
  keys: readonly string[], values: SpecValues['values'],
): readonly SpecValues[] => keys.map((key) => ({ kind: 'traffic', key, values }));

/** Share of capacity a vendor's sheet sells, and by how much less a lender looks at. */
const vendorUse = 0.8;
const less = 0.75;

const demand = (
  { utilisation }: Around, soldOf: (base: number) => number, marketRampMonths: number,
): SpecValues => ({ kind: 'demand', values: { marketRampMonths,
  ...(utilisation === null ? {} : { utilisation: soldOf(utilisation) }) } });

/** A bad but not absurd course: prices fall faster, customers come later and fewer. */
const cautious = (around: Around): SpecCase => ({
  key: 'cautious', name: 'Cautious',
  note: 'Prices fall by 45 % a year, a quarter fewer tokens are sold after 18 months of ramp, '
    + 'a fifth is given away, 30 % is batch work, and capital costs 14 %.',
  values: [
    ...classes(around.sold, { priceDecline: 0.45, freeShare: 0.2, batchShare: 0.3 }),
    demand(around, (base) => Number((base * less).toFixed(3)), 18),
    { kind: 'finance', values: { discountRate: 0.14 } },
  ],
});

/** What a sheet of a vendor assumes: the list price held, and all that is built soon sold. */
const vendor = (around: Around, more: readonly SpecValues[] = []): SpecCase => ({
  key: 'vendor', name: 'Vendor',
  note: 'As vendors reckon: list prices never fall, four fifths of what is built is sold after '
    + 'three months, nothing is given away or sold as batch work, and selling costs nothing.',
  values: [
    ...classes(around.sold, { priceDecline: 0, freeShare: 0, batchShare: 0 }),
    demand(around, () => vendorUse, 3),
    { kind: 'opex', values: { salesShare: 0 } },
    ...more,
  ],
});

/**
 * The two cases beside the base of a template.
 * @param vendorMore what a vendor's case states besides
 * @example casesAround({ sold: ['chat'], utilisation: 0.4 }).map(({ key }) => key) // ['cautious', 'vendor']
 */
export const casesAround = (
  around: Around, vendorMore: readonly SpecValues[] = [],
): readonly SpecCase[] => [cautious(around), vendor(around, vendorMore)];

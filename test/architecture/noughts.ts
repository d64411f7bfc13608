import type { Noughts } from './rules/nought.ts';

interface Kept extends Noughts {
  /** Why those that are no elements of lists may stand; null where nobody has looked yet. */
  readonly why: string | null;
}

/**
 * How often a room of shared/ may take what is not there for nought. A value that cannot be
 * computed is absent with its reason; nought is right for an element behind the end of a
 * list, for a key nothing was counted under, and where the reason is said elsewhere.
 */
export const mostNoughts: Readonly<Record<string, Kept>> = {
  catalog: { elements: 4, others: 0, why: 'elements of lists alone' },
  claims: { elements: 1, others: 2,
    why: 'ends of a curve without points, which is refused before' },
  compare: { elements: 2, others: 0, why: 'elements of lists alone' },
  compat: { elements: 0, others: 2, why: null },
  disclosure: { elements: 3, others: 0, why: 'elements of lists alone' },
  economics: { elements: 97, others: 13,
    why: "months without a tariff's minimum or ratchet, debts that are not there, a rule of "
      + 'bonus depreciation that is not in force, lengths of empty statements' },
  facility: { elements: 59, others: 33, why: null },
  import: { elements: 21, others: 16,
    why: 'bytes and moments behind the end of a list, hours nothing was counted in, counts in sentences, and parts of a rate that are not '
      + 'stated beside the other' },
  inference: { elements: 27, others: 10, why: null },
  lifecycle: { elements: 22, others: 8,
    why: 'counts by key, and lines of a file that has none' },
  network: { elements: 3, others: 2, why: null },
  plan: { elements: 13, others: 62,
    why: 'racks counted by group and devices by rack; groups without a point serve nothing; '
      + 'racks without a power, devices without a price, switches without a power and prices '
      + 'nobody states are each said by a limit or a warning, and what needs them is absent' },
  project: { elements: 4, others: 3, why: null },
  reality: { elements: 1, others: 2, why: 'classes of which nothing was bought' },
  report: { elements: 15, others: 15,
    why: 'counts of what is listed, lengths of rows that are there, and sums of priced lines that name those without a price' },
  uncertainty: { elements: 0, others: 7,
    why: 'an input that leaves a figure as it is, or a figure that is not there, ranks as no '
      + 'change' },
  units: { elements: 1, others: 0, why: 'elements of lists alone' },
};

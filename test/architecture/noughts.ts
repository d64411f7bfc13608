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
  compat: { elements: 0, others: 2, why: 'ports of switches that were asked for ports before' },
  disclosure: { elements: 3, others: 0, why: 'elements of lists alone' },
  economics: { elements: 97, others: 13,
    why: "months without a tariff's minimum or ratchet, debts that are not there, a rule of "
      + 'bonus depreciation that is not in force, lengths of empty statements' },
  facility: { elements: 59, others: 15,
    why: 'racks of a group that got none, load nobody moved there yet, pieces of a chain that '
      + 'draw nothing themselves, lines of a file before its first hour, an hour without a '
      + 'month, which is refused; systems are air-cooled and trays without network ports '
      + 'unless the catalogue says otherwise, and a rack type must state its height' },
  import: { elements: 21, others: 16,
    why: 'bytes and moments behind the end of a list, hours nothing was counted in, counts in sentences, and parts of a rate that are not '
      + 'stated beside the other' },
  inference: { elements: 27, others: 9,
    why: 'expert layers and shared experts of a dense model, rows counted by cell, layers '
      + 'behind the end of a list, the slope through a single point, and cache hits of a '
      + 'measurement that states none, for which prompts are drawn at random' },
  lifecycle: { elements: 22, others: 8,
    why: 'counts by key, and lines of a file that has none' },
  network: { elements: 3, others: 2,
    why: 'sums of a bill that name beside them the lines without a price or a power' },
  plan: { elements: 13, others: 61,
    why: 'racks counted by group and devices by rack; groups without a point serve nothing; '
      + 'racks without a power, devices without a price, switches without a power and prices '
      + 'nobody states are each said by a limit or a warning, and what needs them is absent' },
  project: { elements: 4, others: 3,
    why: 'defaults nobody took, and the place in its list of a record that is the first' },
  reality: { elements: 1, others: 2, why: 'classes of which nothing was bought' },
  report: { elements: 15, others: 13,
    why: 'counts of what is listed, lengths of rows that are there, and sums of priced lines that name those without a price' },
  units: { elements: 1, others: 0, why: 'elements of lists alone' },
};

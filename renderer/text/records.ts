import type { FieldValue } from '../../shared/project/field.ts';
import { kindOf, type KindName } from '../../shared/project/kinds.ts';

interface ListText {
  readonly title: string;
  readonly one: string;
  readonly empty: string;
}

const lists: Readonly<Record<string, ListText>> = {
  traffic: {
    title: 'Traffic classes',
    one: 'traffic class',
    empty: 'No traffic class yet. Add one to say which model is asked what.',
  },
  rackGroup: {
    title: 'Rack groups',
    one: 'rack group',
    empty: 'No racks yet. Add a group to say which system serves which traffic.',
  },
  release: {
    title: 'Software releases',
    one: 'release',
    empty: 'No release yet. Add one to see what a future gain would be worth.',
  },
  spike: {
    title: 'Spikes',
    one: 'spike',
    empty:
      'No spike yet. Add one to see what a surge of a few days does to demand that is served.',
  },
  feed: {
    title: 'Grid feeds',
    one: 'grid feed',
    empty: 'No feed yet: the whole connection is there from month 1. Add feeds to say when '
      + 'the megawatts come.',
  },
  generator: {
    title: 'Generators',
    one: 'generator',
    empty: 'No generator yet. Add one that runs before the grid comes, or beside it.',
  },
  loadSeries: {
    title: 'Load curves',
    one: 'load curve',
    empty: 'No load curve yet. A curve replaces stated demand by what was measured.',
  },
  customModel: {
    title: 'Own models',
    one: 'own model',
    empty: 'No model of your own yet. Read a config.json to serve one the catalogue lacks.',
  },
  benchmark: {
    title: 'Own benchmarks',
    one: 'own benchmark',
    empty: 'No measurement of your own yet. Frontiers go through what was measured.',
  },
  catalogEntry: {
    title: 'Own catalogue entries',
    one: 'own catalogue entry',
    empty:
      'No entry of your own yet. Replace a figure of a built-in entry, or add one based on it.',
  },
  priceEvent: {
    title: 'Price events',
    one: 'price event',
    empty: 'No price event yet. Add one for the month in which a successor takes over.',
  },
  deviceType: {
    title: 'Device types',
    one: 'device type',
    empty: 'No device type yet. Import NetBox definitions above, or add one by hand.',
  },
  rackDevice: {
    title: 'Devices in racks',
    one: 'place for a device',
    empty:
      'No device stands beside the systems. Add a place to put a device type into the racks of a group.',
  },
  rackType: {
    title: 'Rack types',
    one: 'rack type',
    empty: 'No rack type yet. An imported one can be chosen for the halls.',
  },
  rentalContract: {
    title: 'Rental contracts',
    one: 'rental contract',
    empty:
      'No contract yet: the hours of racks rented out are sold on demand. Add one for a customer that reserves a share of them.',
  },
  priceTier: {
    title: 'Price tiers',
    one: 'price tier',
    empty:
      'No tier yet: all tokens of a class are sold at its price. Add one for tokens that sell above or below it.',
  },
};

/** Words around the list of a kind. */
export function listText(kind: KindName): ListText {
  const one = kindOf(kind).label.toLowerCase();
  return lists[kind] ?? { title: kindOf(kind).label, one, empty: `No ${one} yet.` };
}

/**
 * Parts of a record's one-line summary, from printed and from plain values; empty parts
 * are left out.
 */
type Summary =
  (print: (key: string) => string, value: (key: string) => FieldValue) => readonly string[];

const used: Summary = (_print, value) => [value('inUse') === true ? 'In use' : 'Not in use'];

const summaries: Readonly<Record<string, Summary>> = {
  traffic: (print) => [print('model'), `${print('isl')} in`, `${print('osl')} out`],
  rackGroup: (print, value) => [
    print('system'),
    value('business') === 'acceleratorHours' ? 'rented out by the hour'
      : `serves ${print('traffic')}`,
    value('retireMonth') === null
      ? `from month ${String(value('startMonth'))}`
      : `months ${String(value('startMonth'))}–${String(value('retireMonth'))}`,
  ],
  release: (print, value) => [
    ...used(print, value),
    `month ${String(value('month'))}`,
    `× ${print('throughput')}`,
    `${print('probability')} likely`,
  ],
  spike: (print, value) => [...used(print, value), print('traffic'),
    `month ${String(value('month'))}`, print('days')],
  feed: (print, value) => [...used(print, value), print('mw'),
    `from month ${String(Number(value('month')) + Number(value('delayMonths')))}`],
  generator: (print, value) => [...used(print, value), print('mw'),
    `from month ${String(value('month'))}`],
  loadSeries: (print, value) => [...used(print, value), print('traffic'),
    `× ${print('scale')}`],
  priceEvent: (print, value) => [...used(print, value), print('traffic'),
    `month ${String(value('month'))}`],
  benchmark: (print, value) => [...used(print, value), print('origin')],
  deviceType: (print, value) => [
    print('heightU'),
    ...['weightKg', 'powerKw', 'priceUsd'].filter((key) => value(key) !== null).map(print),
  ],
  rackDevice: (print, value) => [
    `${String(value('count'))} × ${print('device')}`,
    value('where') === 'group' ? `in every rack of ${print('group')}`
      : `in all ${print('where').toLowerCase()}`,
  ],
  rackType: (print, value) => [
    print('heightU'),
    ...['outerWidthM', 'outerDepthM', 'maxLoadKg'].filter((key) => value(key) !== null)
      .map(print),
  ],
  rentalContract: (print, value) => [
    ...used(print, value), print('group'), print('share'),
    `${print('termMonths')} from month ${String(value('startMonth'))}`,
  ],
  priceTier: (print) => [print('traffic'), print('share'), `× ${print('priceFactor')}`],
};

export const recordText = {
  summaries,
  add: (one: string) => `Add ${one}`,
  duplicate: (name: string) => `Duplicate ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removeBlocked: (name: string, users: readonly string[]) =>
    `${name} cannot be removed: ${users.join(', ')} ${users.length === 1 ? 'refers' : 'refer'} to it`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  /** Several records that are edited at once. */
  editing: (kind: KindName, count: number): string =>
    `Editing ${count} ${listText(kind).title.toLowerCase()}`,
  inAll: (label: string, kind: KindName, count: number): string =>
    `${label}, ${count} ${listText(kind).title.toLowerCase()}`,
  together: (name: string): string => `Edit ${name} together with others`,
  copyOf: (name: string) => `${name}, copy`,
  newName: (one: string, count: number) =>
    `${one.charAt(0).toUpperCase()}${one.slice(1)} ${count}`,
};

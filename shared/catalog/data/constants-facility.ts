import type { Constant } from '../types.ts';
import { cite } from '../cite.ts';
import { assumedMidpoint, constant, midpoint } from './constant.ts';

const cushman = cite('Cushman & Wakefield US Data Center Development Cost Guide 2025',
  '2025', 'analyst');
const turner = cite('Turner & Townsend Data Centre Construction Cost Index 2025-26',
  '2025', 'analyst');
const cbreH2 = cite('CBRE North America Data Center Trends H2 2024', '2024', 'analyst');
const cbreH1 = cite('CBRE H1 2025, via idcnova.com', '2025', 'analyst');
const cbreGlobal = cite('CBRE Global Data Center Trends 2025, via dataxconnect', '2025',
  'analyst');
const buildInc = cite('build.inc, quoting CBRE', '2025', 'analyst');
const guide = cite('aidatacenterguide.com, quoting Wood Mackenzie, ERCOT and PJM', null,
  'analyst');
const aep = cite('ecoenergynews.com; heylefty.com; kilovar1959.substack.com', '2025-07',
  'analyst');
const none = cite('No document found; value as commonly quoted', null, 'assumed');
const perMw = 1e6;
const excludes =
  { note: 'without land, soft costs, tenant equipment and owner contingency' } as const;

const cities: readonly (readonly [string, string, number])[] = [
  ['tokyo', 'Tokyo', 15.2], ['singapore', 'Singapore', 14.5], ['zurich', 'Zurich', 14.2],
  ['silicon-valley', 'Silicon Valley', 13.3], ['london', 'London', 12],
  ['frankfurt', 'Frankfurt', 11.6],
];
const shares: readonly (readonly [string, string, number])[] = [
  ['power-and-cooling', 'Critical capacity (power and cooling)', 0.53],
  ['shell', 'Shell', 0.21], ['site', 'Site', 0.1], ['white-space', 'White space', 0.1],
  ['back-of-house', 'Back of house', 0.04], ['office', 'Office', 0.02],
];
const leadWeeks: readonly (readonly [string, string, number, number, string?])[] = [
  ['switchgear', 'switchgear', 46, 48], ['generators', 'generators', 30, 38,
    'up to 110; label order in the source is ambiguous'],
  ['chillers', 'chillers', 30, 40, 'label order in the source is ambiguous'],
  ['ups', 'UPS', 28, 36],
];

export const facilityConstants: readonly Constant[] = [
  constant('construction', 'construction-us',
    'Construction per MW critical, US average of 19 markets',
    cushman(11.7 * perMw, 'USD/MW', { low: 9.3 * perMw, high: 15 * perMw, ...excludes })),
  constant('construction', 'construction-reno', 'Construction per MW critical, Reno',
    cushman(15 * perMw, 'USD/MW', excludes)),
  constant('construction', 'construction-san-antonio',
    'Construction per MW critical, San Antonio',
    cushman(9.3 * perMw, 'USD/MW', excludes)),
  ...cities.map(([id, name, millions]) => constant('construction', `construction-${id}`,
    `Construction per MW, ${name}`, turner(Number((millions * perMw).toFixed(0)), 'USD/MW'))),
  constant('construction', 'construction-cbre', 'Construction per MW, US, CBRE',
    buildInc(10.7 * perMw, 'USD/MW', {
    note: 'was 7.7 M two years earlier',
  })),
  ...shares.map(([id, name, share]) =>
    constant('construction-share', `construction-share-${id}`,
      `Share of construction cost: ${name}`, cushman(share, 'fraction'))),
  constant('construction', 'ai-premium', 'Premium of AI and liquid-cooled halls',
    midpoint(turner, 0.07, 0.1, 'fraction', 'US, over traditional halls')),
  constant('construction', 'construction-inflation', 'Construction inflation',
    turner(0.055, 'fraction/year', { note: '2025' })),
  constant('construction', 'onsite-generation', 'Adder for on-site generation',
    midpoint(buildInc, 1e6, 3e6, 'USD/MW')),
  constant('land', 'land', 'Land', cushman(244_000, 'USD/acre',
    { note: 'US average 2024, 224 acres per parcel' })),
  ...leadWeeks.map(([id, name, low, high, note]) => constant('lead-time', `lead-${id}`,
    `Lead time of ${name}`,
    midpoint(cushman, low, high, 'week', note))),
  constant('lead-time', 'lead-transformer', 'Lead time of HV transformers',
    guide(128, 'week', { note: 'up to 60 months' })),
  constant('lead-time', 'lead-interconnection', 'US grid interconnection of large loads',
    midpoint(guide, 3, 7, 'year', '7 years and more')),
  constant('lead-time', 'lead-virginia', 'Utility interconnection, Northern Virginia',
    midpoint(buildInc, 36, 48, 'month')),
  constant('colocation', 'colo-us', 'Wholesale colocation, 250-500 kW, US primary markets',
    cbreH2(184.06, 'USD/kW-month', {
    note: 'power passed through, to be verified; up 12.6 % in a year',
  })),
  constant('colocation', 'colo-us-change', 'Change of US wholesale rent, H1 2025',
    cbreH1(0.025, 'fraction', {
      low: 0.025, high: 0.19, note: '250-500 kW; up to 19 % at 10 MW and more',
    })),
  constant('colocation', 'colo-global', 'Wholesale colocation, global average',
    cbreGlobal(217.3, 'USD/kW-month')),
  constant('colocation', 'colo-vacancy', 'Vacancy, US primary markets',
    cbreH1(0.016, 'fraction')),
  constant('colocation', 'colo-semianalysis', 'Colocation assumed in hourly cost tiers',
    assumedMidpoint(none, 130, 140, 'USD/kW-month', 'per kW of critical IT')),
  constant('opex', 'maintenance', 'Facility maintenance per year',
    assumedMidpoint(none, 0.02, 0.04, 'fraction/year', 'of mechanical and electrical capex')),
  constant('opex', 'insurance', 'Insurance per year',
    assumedMidpoint(none, 0.002, 0.005, 'fraction/year', 'of asset value')),
  constant('opex', 'property-tax', 'Property tax per year',
    assumedMidpoint(none, 0.005, 0.015, 'fraction/year',
      'US, after abatements, of assessed value')),
  constant('opex', 'server-life', 'Depreciation life of servers',
    assumedMidpoint(none, 5, 6, 'year', 'hyperscalers')),
  constant('tariff', 'aep-minimum-take',
    'Minimum take, AEP Ohio data centre tariff above 25 MW',
    aep(0.85, 'fraction', {
    note:
      'of contract capacity, delivery charges; term of 8 to 12 years by source, 36-month exit fee',
  })),
  constant('tariff', 'aep-transmission', 'Transmission demand charge, AEP Ohio',
    cite('FactSet: 450 MW billed 40.2 M USD a year',
    '2024',
    'derived')(7.44, 'USD/kW-month', { note: '40.2e6 / 450e3 / 12; one utility, transmission '
      + 'only' })),
  constant('tariff', 'large-load-tariffs', 'US large-load tariffs',
    cite('heylefty.com', '2026', 'analyst')(38, 'count', {
    note: '2018-2026, 30 of them in 2025-26',
  })),
];

import { defaultsHistory, firstDefaults } from '../defaults-history.ts';
import { assume, choice, decide, number, text } from '../define.ts';

/** Uncertainty of a class: what the share of a result resting on the class is measured with. */
const unsure = (what: string) => assume('Uncertainty',
  `How far inputs ${what} may be off either way where their source states no range.`);

const defaultVersions = defaultsHistory.map(
  ({ version, date }) => [version, `Version ${version} of ${date}`] as const,
);

/** The document itself: whose it is and how it is read. Not part of any scenario. */
export const projectFields = [
  text('name', 'Project name', 200, 'Untitled project',
    decide('Project', 'Name shown in the title, the report and the file list.')),
  text('client', 'Client', 200, '',
    decide('Project', 'Name printed on the report; empty prints none.')),
  text('preparedBy', 'Prepared by', 200, '',
    decide('Project', 'Author named on the report; empty prints none.')),
  text('note', 'Note', 10_000, '', decide('Project', 'Free text kept with the project.')),
  text('catalogVersion', 'Catalogue', 20, '2026.11.1',
    decide('Project',
      'Version of the built-in catalogue whose values the project keeps; an update of the program changes none of them.')),
  choice('defaultsVersion', 'Defaults', defaultVersions, firstDefaults,
    decide('Project', 'Version of the defaults the project keeps for fields nobody entered; an update of the program changes none of them.',
      { advanced: true })),
  text('newerDefaults', 'Defaults taken ahead', 10_000, '',
    decide('Project',
      'Fields whose newer default was taken one by one, each as kind.field@version.',
      { advanced: true }),
    { pattern: '^([a-zA-Z]+\\.[a-zA-Z0-9]+@[0-9]{1,4}( |$))*$',
      expected: 'fields with a version, such as opex.escalation@2' }),
  text('startMonth', 'First month of the analysis', 7, '2027-01',
    decide('Project',
      'Calendar month (YYYY-MM) in which month 1 of the plan falls; dates releases and prices.'),
    { pattern: '^2[01]\\d\\d-(0[1-9]|1[0-2])$', expected: 'a month written as 2027-01' }),
  choice('unitSystem', 'Units', [['si', 'SI'], ['imperial', 'Imperial']], 'si',
    decide('Project',
      'Units of temperature, length, mass and volume on screen and paper; stored values stay SI.')),
  choice('currency', 'Currency', [
    ['USD', 'US dollar'], ['EUR', 'Euro'], ['GBP', 'Pound sterling'], ['JPY', 'Yen'],
    ['CNY', 'Renminbi'], ['CHF', 'Swiss franc'], ['CAD', 'Canadian dollar'],
    ['AUD', 'Australian dollar'], ['INR', 'Indian rupee'], ['KRW', 'Won'],
    ['SGD', 'Singapore dollar'], ['SEK', 'Swedish krona'], ['NOK', 'Norwegian krone'],
    ['AED', 'UAE dirham'], ['SAR', 'Saudi riyal'], ['BRL', 'Brazilian real'],
  ], 'USD', decide('Currency', 'Currency on screen and paper; stored values stay US dollars.')),
  number('usdPerUnit', 'Exchange rate', 'ratio', [1e-6, 1e4], null,
    decide('Currency',
      'US dollars for one unit of the currency, from a source named in its note; empty takes the European Central Bank’s reference rate of 2025-10-09, where it has one.')),
  text('rateDate', 'Date of the rate', 10, '', decide('Currency',
    'Day of the exchange rate (YYYY-MM-DD), printed beside amounts in another currency.')),
  choice('locale', 'Number format', [
    ['en-US', '1,234.5'], ['de-DE', '1.234,5'], ['fr-FR', '1 234,5'],
    ['de-CH', '1’234.5'], ['en-IN', '12,34,567.8'],
  ], 'en-US', decide('Currency', 'How digits are grouped and decimals are marked.')),
  number('uncertaintyMeasured', 'Measured inputs', 'fraction', [0, 0.9], 0.05,
    unsure('that were measured')),
  number('uncertaintyVendor', 'Vendor inputs', 'fraction', [0, 0.9], 0.1,
    unsure('stated by the maker')),
  number('uncertaintyAnalyst', 'Analyst inputs', 'fraction', [0, 0.9], 0.2,
    unsure('estimated by a third party')),
  number('uncertaintyDerived', 'Derived inputs', 'fraction', [0, 0.9], 0.1,
    unsure('computed from cited figures')),
  number('uncertaintyUser', 'Decisions and own values', 'fraction', [0, 0.9], 0.1,
    unsure('chosen or entered in this project')),
  number('uncertaintyAssumed', 'Assumed inputs', 'fraction', [0, 0.9], 0.3,
    unsure('without a public source')),
] as const;

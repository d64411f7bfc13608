import { pathsInWords } from '../../shared/project/path-words.ts';
import type { Absent, AbsentCode } from '../../shared/units/figure.ts';

const reasons: Readonly<Record<AbsentCode, string>> = {
  'no-source-value': 'No sourced value',
  'no-feasible-point': 'No operating point fits',
  'no-racks': 'No racks',
  'no-revenue': 'No revenue',
  'no-sign-change': 'Cash flow never changes sign',
  'not-within-horizon': 'Not within the horizon',
  'no-debt': 'No debt',
  'no-climate': 'Site without climate data',
  'not-priced': 'Not priced',
  'upstream-absent': 'Rests on a figure that is absent',
  'no-tokens': 'No tokens are served',
  'not-convergent': 'Did not converge',
  'several-rates': 'More than one rate',
  'beyond-range': 'Beyond any rate worth quoting',
  'not-buildable': 'No money without a plan that can be built',
  'not-finite': 'A defect: the computation gave no finite number',
};

/** Why a figure is not there, in one line; inputs by their labels. */
export const explainAbsent = ({ code, detail }: Absent): string =>
  detail === '' ? reasons[code]
    : `${reasons[code]}${code === 'not-buildable' ? '.' : ':'} ${pathsInWords(detail)}`;

/** The same in the few words a figure of the strip has room for. */
export const absentInBrief = (absent: Absent): string =>
  absent.code === 'not-buildable' ? 'Cannot be built yet' : explainAbsent(absent);

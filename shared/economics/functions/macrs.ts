/**
 * Recovery classes of the general depreciation system and the declining balance each one
 * uses.
 */
export const macrsRecoveryYears = [3, 5, 7, 10, 15, 20] as const;

export type MacrsConvention =
  'half-year' | 'mid-quarter-1' | 'mid-quarter-2' | 'mid-quarter-3' | 'mid-quarter-4';

/** Share of the first year an asset is deemed in use. */
const firstYear: Readonly<Record<MacrsConvention, number>> = {
  'half-year': 0.5, 'mid-quarter-1': 0.875, 'mid-quarter-2': 0.625, 'mid-quarter-3': 0.375,
  'mid-quarter-4': 0.125,
};

/**
 * Two cells of the printed tables differ from their own rule; the last year makes up for
 * it.
 */
const printedCells: Readonly<
  Record<string, { readonly year: number; readonly share: number }>
> = {
  '7 mid-quarter-2': { year: 0, share: 17.85 },
  '20 mid-quarter-1': { year: 1, share: 7 },
};

/**
 * Tax depreciation by year in per cent of basis, as the IRS tables print it: declining
 * balance on what is left, switching to straight line when that deducts more, each year
 * rounded (2 digits; 3 for 20-year property) and taken off before the next, so that the
 * column sums to 100.
 * @param recoveryYears 3, 5, 7, 10 (200 %), 15, 20 (150 %); other lives >= 1 follow the
 *   same rule
 * @param factor declining-balance factor; default 2 up to 10 years, else 1.5; 1 gives
 *   straight line
 * @returns recoveryYears + 1 percentages
 * @source IRS Publication 946, tables
 * @example macrsTable(5) // [20, 32, 19.2, 11.52, 11.52, 5.76]
 */
export function macrsTable(
  recoveryYears: number, convention: MacrsConvention = 'half-year',
  factor = recoveryYears <= 10 ? 2 : 1.5,
): readonly number[] {
  if (!(recoveryYears >= 1 && recoveryYears <= 100) || !(factor > 0)) {
    throw new RangeError(`no table for ${recoveryYears} years at ${factor}`);
  }
  const scale = recoveryYears === 20 ? 1000 : 100;
  const used = firstYear[convention];
  const table = [roundHalfUp((100 * factor * used) / recoveryYears, scale)];
  let left = 100 - (table[0] ?? 0);
  for (let year = 1; left > 0; year++) {
    const remaining = recoveryYears - (year - 1 + used);
    const exact = remaining <= 1 ? left
      : Math.max((left * factor) / recoveryYears, left / remaining);
    const share = roundHalfUp(exact, scale);
    table.push(share);
    left = roundHalfUp(left - share, scale);
  }
  const printed = printedCells[`${recoveryYears} ${convention}`];
  return printed === undefined ? table
    : table.map((share, year) => roundHalfUp(year === printed.year ? printed.share
    : year === table.length - 1 ? share + (table[printed.year] ?? 0) - printed.share : share,
      scale));
}

/**
 * Rounds as a person does with the printed digits: 7.695 to 7.70, although its double
 * lies below.
 */
function roundHalfUp(value: number, scale: number): number {
  return Math.round(value * scale * (1 + 1e-12) + 1e-9) / scale;
}

/**
 * Quarter convention of an asset by the month of its tax year in which it is placed in service.
 * @param month 1..12
 * @example midQuarterOf(12) // 'mid-quarter-4'
 */
export function midQuarterOf(month: number): MacrsConvention {
  if (month <= 3) return 'mid-quarter-1';
  if (month <= 6) return 'mid-quarter-2';
  return month <= 9 ? 'mid-quarter-3' : 'mid-quarter-4';
}

/**
 * Whether the mid-quarter convention is due: more than 40 % of a year's basis placed in
 * service in its last quarter.
 * @param basisByMonth basis placed in service in each of the twelve months of the tax year
 * @source IRS Publication 946, "Which convention applies?"
 * @example needsMidQuarter([50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50]) // true
 */
export function needsMidQuarter(basisByMonth: readonly number[]): boolean {
  const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
  return sum(basisByMonth.slice(9)) > 0.4 * sum(basisByMonth);
}

/**
 * A dated rule for first-year bonus depreciation; dates are ISO and inclusive, null is
 * open.
 */
export interface BonusRule {
  readonly jurisdiction: string;
  readonly acquiredFrom: string | null;
  readonly acquiredTo: string | null;
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  readonly share: number;
  readonly source: string;
}

/** Longest recovery period that qualifies: buildings (39 years) do not. */
export const bonusMaxRecoveryYears = 20;

const obbba = 'P.L. 119-21 section 70301, as summarised by Plante Moran, BDO and GBQ (2025)';
const phaseDown = 'P.L. 115-97 section 13201 phase-down, 26 U.S.C. 168(k)(6)';

/** Federal rules as of 2025; the list is data and may be replaced. Not tax advice. */
export const federalBonusRules: readonly BonusRule[] = [
  { jurisdiction: 'US federal', acquiredFrom: '2025-01-20', acquiredTo: null, serviceFrom: null,
    serviceTo: null, share: 1, source: obbba },
  ...([
    [2022, 1], [2023, 0.8], [2024, 0.6], [2025, 0.4], [2026, 0.2],
  ] as const).map(([year, share]) => ({
    jurisdiction: 'US federal', acquiredFrom: '2017-09-28', acquiredTo: '2025-01-19',
    serviceFrom: year === 2022 ? '2017-09-28' : `${year}-01-01`,
    serviceTo: `${year}-12-31`, share,
    source: phaseDown,
  })),
];

/**
 * Share of the basis deducted in the first year under the dated rules: the first rule
 * that holds.
 * @param acquired ISO date of the binding contract; service ISO date placed in service
 * @returns 0 when no rule holds or recovery exceeds 20 years
 * @example bonusShareAt(federalBonusRules, '2024-06-01', '2025-07-01', 5) // 0.4
 */
export function bonusShareAt(rules: readonly BonusRule[], acquired: string, service: string,
  recoveryYears: number): number {
  if (recoveryYears > bonusMaxRecoveryYears) return 0;
  const between = (date: string, from: string | null, to: string | null): boolean =>
    (from === null || date >= from) && (to === null || date <= to);
  return rules.find((rule) => between(acquired, rule.acquiredFrom, rule.acquiredTo)
    && between(service, rule.serviceFrom, rule.serviceTo))?.share ?? 0;
}

import { dayNumber, isoDate } from '../../lifecycle/day.ts';
import { dbSeries, ddb, ddbSeries, sln, syd, vdb } from '../functions/depreciation.ts';
import {
  bonusShareAt, federalBonusRules, macrsTable, type MacrsConvention,
} from '../functions/macrs.ts';
import {
  correlation, mean, percentileExc, percentileInc, spearman, variance,
} from '../functions/statistics.ts';
import { ArgumentError, type Answer, type Arguments } from './arguments.ts';
import { sobolOf } from './sobol.ts';
import type { CaseFunction } from './spreadsheet.ts';

const cost = (args: Arguments): number => args.number('cost');
const salvage = (args: Arguments): number => args.number('salvage', 0);
const life = (args: Arguments): number => args.number('life');
const per = (args: Arguments): number => args.number(['per', 'period']);
const years = (args: Arguments): number =>
  args.number(['recovery_years', 'recovery_period', 'life', 'years']);
const every = (args: Arguments, of: (period: number) => number): readonly number[] =>
  Array.from({ length: Math.ceil(life(args)) }, (_, at) => of(at + 1));

/** The convention of a table by name and, for mid-quarter, its quarter. */
function conventionOf(args: Arguments): MacrsConvention {
  const name = args.text('convention', 'half-year').toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  if (name.startsWith('half') || name === 'hy') return 'half-year';
  const quarter = args.has('quarter') ? args.number(['quarter'])
    : Number(/([1-4])$/.exec(name)?.[1]);
  switch (quarter) {
    case 1: return 'mid-quarter-1';
    case 2: return 'mid-quarter-2';
    case 3: return 'mid-quarter-3';
    case 4: return 'mid-quarter-4';
    default:
      throw new ArgumentError(`convention ${name} is neither half-year nor a mid-quarter of 1 to 4`);
  }
}

/** 200DB and 150DB are factors 2 and 1.5, SL is 1; none takes the class's own. */
function factorOf(args: Arguments): number | undefined {
  const method = args.text('method', '').toUpperCase();
  if (method === '') return undefined;
  const percent = /^(\d+)/.exec(method)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  return method.startsWith('SL') || method.startsWith('STRAIGHT') ? 1 : undefined;
}

/**
 * Rule by date: "after" a day is from the next one on; service defaults to the day
 * acquired.
 */
function bonusOf(args: Arguments): Answer {
  const acquired = args.has('acquired_after')
    ? isoDate(dayNumber(args.text('acquired_after')) + 1)
    : args.text(['acquired', 'acquired_on', 'acquired_date', 'acquired_on_or_before',
      'acquired_before']);
  const service = args.raw('placed_in_service') ?? args.raw('placed_in_service_year')
    ?? args.raw('service');
  const served = typeof service === 'number' ? `${service}-12-31` : typeof service === 'string'
    ? (service.length === 4 ? `${service}-12-31` : service) : acquired;
  const recovery =
    args.number(['class_life_years_max', 'recovery_years', 'class_life_years'], 5);
  const share = bonusShareAt(federalBonusRules, acquired, served, recovery);
  return { value: share, rate: share };
}

/** Depreciation and the statistics of a verification file, by name. */
export const assetFunctions: Readonly<Record<string, CaseFunction>> = {
  SLN: (a) => sln(cost(a), salvage(a), life(a)),
  SLN_SERIES: (a) => every(a, () => sln(cost(a), salvage(a), life(a))),
  SYD: (a) => (a.has('per', 'period') ? syd(cost(a), salvage(a), life(a), per(a))
    : every(a, (p) => syd(cost(a), salvage(a), life(a), p))),
  SYD_SERIES: (a) => every(a, (p) => syd(cost(a), salvage(a), life(a), p)),
  DB: (a) => dbSeries(cost(a), salvage(a), life(a), a.number('month', 12))[per(a) - 1] ?? null,
  DB_SERIES: (a) => dbSeries(cost(a), salvage(a), life(a), a.number('month', 12)),
  DDB: (a) => ddb(cost(a), salvage(a), life(a), per(a), a.number('factor', 2)),
  DDB_SERIES: (a) => ddbSeries(cost(a), salvage(a), life(a), a.number('factor', 2)),
  VDB: (a) => vdb(cost(a), salvage(a), life(a), a.number(['start', 'start_period']),
    a.number(['end', 'end_period']),
    a.number('factor', 2), a.flag('no_switch', false)),
  MACRS: (a) => macrsTable(years(a), conventionOf(a), factorOf(a)),
  MACRS_TABLE: (a) => macrsTable(years(a), conventionOf(a), factorOf(a)),
  SL_HALF_YEAR_TABLE: (a) => macrsTable(years(a), 'half-year', 1),
  BONUS_DEPRECIATION_RULE: bonusOf,
  PERCENTILE_INC: (a) => percentileInc(a.numbers(['values', 'array']), a.number(['k', 'p'])),
  PERCENTILE_EXC: (a) => percentileExc(a.numbers(['values', 'array']), a.number(['k', 'p'])),
  PERCENTILE: (a) => percentileInc(a.numbers(['values', 'array']), a.number(['k', 'p'])),
  QUARTILE_INC: (a) =>
    percentileInc(a.numbers(['values', 'array']), a.number(['quart', 'k']) / 4),
  MEDIAN: (a) => percentileInc(a.numbers('values'), 0.5),
  AVERAGE: (a) => mean(a.numbers('values')),
  STDEV_S: (a) => Math.sqrt(variance(a.numbers('values'), 1)),
  STDEV_P: (a) => Math.sqrt(variance(a.numbers('values'))),
  SPEARMAN: (a) => spearman(a.numbers('x'), a.numbers('y')),
  PEARSON: (a) => correlation(a.numbers('x'), a.numbers('y')),
  CORREL: (a) => correlation(a.numbers('x'), a.numbers('y')),
  SOBOL_INDICES: sobolOf,
};

import type { Constant } from '../types.ts';
import type { Sourced } from '../../units/provenance.ts';
import { cite, unverified } from '../cite.ts';
import { constant, midpoint } from './constant.ts';

const lei = cite('Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323',
  '2022', 'analyst');
const aus1 = cite('AUS-1 reference site document (fictional site, real product ratings)',
  null, 'analyst');
const guide = cite('aidatacenterguide.com (115 of 132 kW); AUS-1 reference site document',
  null, 'analyst');
const energyPlus = cite('EnergyPlus data set, DOE-2 centrifugal chiller 5.50 COP (BSD-3)',
  null, 'vendor');
const modelica = cite('Modelica Buildings library, copy of EnergyPlus chiller data', null,
  'vendor');

const cooling = (id: string, name: string, figure: Sourced): Constant =>
  constant('cooling', id, name,
    figure);

/** Coefficients c1..c6 of `c1 + c2 x + c3 x^2 + c4 y + c5 y^2 + c6 x y`; x leaving water,
y entering condenser, C. */
const curves: readonly (readonly [
  string, string, typeof energyPlus, readonly number[], string,
])[] = [
  ['chiller-capft', 'Chiller capacity against temperature', energyPlus,
    [0.257183345, 0.038794102, -0.00021648, 0.046738887, -0.000940235, -0.000342491],
    'valid for x 5-10 C, y 24-35 C'],
  ['chiller-eirft', 'Chiller energy input ratio against temperature', energyPlus,
    [0.933678591, -0.058199196, 0.00449937, 0.002429466, 0.000485893, -0.001214733],
    'valid for x 5-10 C only: not usable for supply of 18-30 C'],
  ['chiller-eirfplr', 'Chiller energy input ratio against part load', modelica,
    [0.222903, 0.313387, 0.46371],
    'c1 + c2 p + c3 p^2, p the part-load ratio'],
];

/** ASHRAE TC9.9 temperatures: id, name, upper limit, lower limit. */
const ashrae: readonly (readonly [string, string, number, number?])[] = [
  ['recommended', 'recommended inlet, A1-A4', 27, 18],
  ['a1', 'allowable inlet, A1', 32, 15], ['a2', 'allowable inlet, A2', 35, 10],
  ['a3', 'allowable inlet, A3', 40, 5], ['a4', 'allowable inlet, A4', 45, 5],
  ['h1', 'recommended inlet, H1', 22, 18], ['w17', 'facility water, W17', 17],
  ['w27', 'facility water, W27', 27], ['w32', 'facility water, W32', 32],
  ['w40', 'facility water, W40', 40], ['w45', 'facility water, W45', 45],
  ['s30', 'technology cooling supply, S30', 30],
  ['s40', 'technology cooling supply, S40', 40],
  ['s45', 'technology cooling supply, S45', 45],
  ['s50', 'technology cooling supply, S50', 50],
];

export const coolingConstants: readonly Constant[] = [
  cooling('air-ceiling', 'Practical air-cooling ceiling per rack', cite(
    'ASHRAE TC9.9 and SemiAnalysis, via aidatacenterguide.com', null, 'analyst')(41, 'kW')),
  cooling('liquid-gb200', 'Heat taken by liquid, GB200',
    guide(0.87, 'fraction', { low: 0.85, high: 0.9 })),
  cooling('liquid-gb300', 'Heat taken by liquid, GB300',
    aus1(0.9, 'fraction', { note: '3,802 of 4,224 kW' })),
  cooling('liquid-vera-rubin', 'Heat taken by liquid, Vera Rubin',
    aus1(1, 'fraction', { evidence: 'vendor', note: 'vendor claim' })),
  cooling('tcs-flow', 'Technology cooling flow', aus1(1.2, 'L/min/kW', {
    low: 1, high: 2, note: 'physics: 14.34 / dT for water, 15.3 / dT for PG25',
  })),
  cooling('cdu-row', 'Row-based CDU (CHx2000)',
    aus1(2000, 'kW', { evidence: 'vendor', note: '1,800 L/min each' })),
  cooling('cdu-rack', 'In-rack CDU',
    cite('serversimply.com, quoting Supermicro', null, 'vendor')(250, 'kW', {
      note: 'N+1 pumps',
    })),
  cooling('facility-water-supply', 'Facility water supply with GB200',
    aus1(20, 'C', { note: 'return 30 C' })),
  cooling('facility-water-return', 'Facility water return with GB200', aus1(30, 'C')),
  cooling('chiller-hot-cop', 'COP of an air-cooled free-cooling chiller at 43 C',
    aus1(3, 'ratio', {
      note: '1,500 kW nominal gives 1,150 kW',
    })),
  cooling('fan-wall', 'Fan power of thermal walls',
    aus1(0.05, 'kW/kW', { note: '20 kW per 400 kW' })),
  cooling('crah-fan', 'Fan power of CRAH units',
    aus1(0.05, 'kW/kW', { note: '5 kW per 100 kW' })),
  cooling('crah-delta-t-large', 'CRAH air temperature rise, large sites',
    midpoint(lei, 13.9, 19.4, 'K')),
  cooling('crah-delta-t-midsize', 'CRAH air temperature rise, midsize',
    midpoint(lei, 5, 10, 'K')),
  cooling('crah-pressure', 'CRAH fan static pressure, large sites',
    midpoint(lei, 300, 1000, 'Pa')),
  cooling('crah-fan-efficiency', 'CRAH fan efficiency, large sites',
    midpoint(lei, 0.65, 0.9, 'fraction')),
  cooling('facility-water-delta-t', 'Facility water temperature rise',
    midpoint(lei, 5, 10, 'K')),
  cooling('tower-water-delta-t', 'Tower water temperature drop', midpoint(lei, 4, 6, 'K')),
  cooling('chw-pump-pressure', 'Chilled water pump pressure',
    midpoint(lei, 114.9, 172.4, 'kPa')),
  cooling('tower-pump-pressure', 'Tower pump pressure', midpoint(lei, 166.9, 250.4, 'kPa')),
  cooling('pump-efficiency', 'Pump efficiency', midpoint(lei, 0.6, 0.8, 'fraction')),
  cooling('tower-fan-pressure', 'Tower fan pressure', midpoint(lei, 100, 400, 'Pa')),
  cooling('tower-approach', 'Tower approach', midpoint(lei, 2.8, 6.7, 'K')),
  cooling('economiser-approach', 'Economiser heat exchanger approach',
    midpoint(lei, 1.7, 2.8, 'K')),
  cooling('cycles-of-concentration', 'Cycles of concentration', midpoint(lei, 3, 15, 'ratio')),
  cooling('windage', 'Windage over tower flow', midpoint(lei, 5e-5, 0.005, 'fraction')),
  cooling('supply-air-low', 'Supply air setpoint, lower limit, large sites',
    midpoint(lei, 10, 18, 'C')),
  cooling('supply-air-high', 'Supply air setpoint, upper limit, large sites',
    midpoint(lei, 27, 35, 'C')),
  ...ashrae.map(([id, name, upper, lower]) => cooling(`ashrae-${id}`, `ASHRAE ${name}`,
    unverified(upper, 'C', {
    ...(lower === undefined ? {} : { low: lower, high: upper }), note: 'upper limit',
  }))),
  ...curves.flatMap(([id, name, quote, coefficients, note]) =>
    coefficients.map((value, index) =>
      cooling(`${id}-${index + 1}`, `${name}, c${index + 1}`,
        quote(value, 'ratio', { note })))),
];

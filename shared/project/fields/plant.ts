import { assume, choice, decide, integer, number, type About } from '../define.ts';

const reopt = 'NREL REopt.jl @029db01d, generator.jl (2026-01-04)';
const ieee493 =
  'ANSI/IEEE 493-1997 as summarised by industrialmonitordirect.com (secondary)';
const suriPerra =
  'Suri & Perra 1992, Power Quality Proceedings, via powerkinetics.com.my (secondary)';
const feshm = 'Fermilab FESHM 4240 table 2, in srgkoshelev/CryoToolBox';
const eia = 'EIA Electric Power Annual 2023, table 11.1: all events less those within '
  + 'distribution';
const cushman = 'Cushman & Wakefield US Data Center Development Cost Guide 2025';

/** Equipment price of one kind of part. */
const price = <const K extends string>(
  key: K, label: string, usd: number, help: string, more: Partial<About> = {},
) => number(`${key}UsdPerKw` as const, label, 'USD/kW', [0, 5000], usd,
  assume('Prices', help, { advanced: true, ...more }));

/** How often a kind of part fails, and how long that lasts. */
const fails = <const K extends string>(
  key: K, label: string, [perYear, hours]: readonly [number, number],
  rate: Partial<About> = {}, repair: Partial<About> = {},
) => [
  number(`${key}PerYear` as const, `${label}: failures`, '1/year', [0, 20], perYear,
    assume('Failures', 'Failures of one unit in a year of running.',
      { advanced: true, ...rate })),
  number(`${key}RepairH` as const, `${label}: repair`, 'h', [0, 8760], hours,
    assume('Failures', 'Mean hours until a failed unit runs again.',
      { advanced: true, ...repair })),
] as const;

const lead = <const K extends string>(
  key: K, label: string, weeks: number, more: Partial<About>,
) => number(`${key}LeadWeeks` as const, label, 'week', [0, 520], weeks,
  assume('Lead times', 'Weeks from order to delivery.',
    { advanced: true, evidence: 'analyst', ...more }));

/** Power and cooling by their parts: prices, lead times, failures and what stands by. */
export const plantFields = [
  choice('pricing', 'Power and cooling priced', [
    ['parts', 'By their parts'], ['survey', 'By the survey price per MW'],
  ], 'parts',
    decide('Pricing', 'By the parts, redundancy costs what it takes; the survey knows one price per MW whatever is built.')),
  number('installShare', 'Installation of equipment', 'fraction', [0, 5], 1.2,
    assume('Pricing',
      'Cables, pipes, labour, commissioning and the contractors’ share over the price of equipment; generators are priced installed.')),
  number('controlsShare', 'Controls', 'fraction', [0, 0.3], 0.04,
    assume('Pricing',
      'Building management and power monitoring over the price of equipment.',
      { source: '3 to 5 % of hard cost, cortexconstruct.com 2026 (secondary)',
        evidence: 'analyst', low: 0.03, high: 0.05 })),
  integer('coolingSpares', 'Spare cooling units', 'count', [0, 20], 1,
    decide('Redundancy',
      'Pump groups, chillers, coolers and air handlers that may fail with none left short, of each kind.')),
  number('coolingUnitKw', 'Cooling unit', 'kW', [50, 20_000], 1500,
    assume('Redundancy', 'Heat that one pump group, chiller or cooler carries.')),
  number('commonCause', 'Common cause', 'fraction', [0, 0.5], 0.05,
    assume('Redundancy',
      'Share of the failures of one part that take those beside it along: what redundancy cannot help.',
      { source: 'Beta-factor method of IEC 61508-6, which takes 1 to 10 % for hardware',
        low: 0.01, high: 0.1 })),
  number('maintenanceH', 'Maintenance of a block', 'h', [0, 500], 8,
    assume('Redundancy',
      'Hours a year in which each UPS block with its transformer and switchgear is out on purpose.')),
  number('fuelHours', 'Fuel on site', 'h', [0, 720], 48,
    decide('Redundancy',
      'Hours the generators run at full load on the fuel in the tanks.')),
  number('gridPerYear', 'Grid outages', '1/year', [0, 100], 0.106,
    assume('Grid', 'Outages a year at the connection.',
      { source: `${eia}: interruptions from the bulk supply`, evidence: 'measured',
        date: '2023' })),
  number('gridOutageH', 'Length of a grid outage', 'h', [0.02, 720], 1.4,
    assume('Grid', 'Mean hours of an outage at the connection.',
      { source: `${eia}: 8.9 minutes a year over 0.106 outages`, evidence: 'derived',
        date: '2023' })),

  price('mvSwitchgear', 'Medium-voltage switchgear', 60,
    'Per kW of the transformers it feeds.'),
  price('transformer', 'Transformers', 80, 'Per kW of rating.'),
  price('ups', 'UPS with batteries', 350,
    'Per kW of rating; rectifiers with batteries in an 800 V DC hall.'),
  price('switchboard', 'Switchboards and PDUs', 120, 'Per kW of the transformers.'),
  price('transferSwitch', 'Automatic transfer switches', 25,
    'Between utility and generators, per kW of the transformers.'),
  price('staticSwitch', 'Static transfer switches', 90,
    'At racks fed from one block and a reserve, per kW of their load.'),
  price('busway', 'Busways', 70, 'Per kW of rating; two ways to a rack need two.'),
  price('generator', 'Generator sets', 650, 'Per kW of rating, installed.',
    { source: `${reopt}: sets that run in outages only`, evidence: 'analyst',
      date: '2026-01-04' }),
  price('cdu', 'Coolant distribution units', 140, 'Per kW of rating, with pumps.',
    { source: 'A 250 kW unit at 35,000 in a public repository that states no currency' }),
  price('pump', 'Pumps and exchangers', 60, 'Facility water loop, per kW of heat.'),
  price('chiller', 'Chillers', 213, 'Per kW of heat carried.',
    { source: '300 to 1,200 USD a ton, mvsicrusher.com (secondary, weak)', low: 85,
      high: 341 }),
  price('dryCooler', 'Dry coolers', 164, 'Per kW of heat rejected.',
    { source: 'A hybrid cooler of 800 kW at 131,100 in a public repository that states no currency' }),
  price('tower', 'Towers', 71, 'Per kW of heat rejected.',
    { source: '100 to 400 USD a ton, mvsicrusher.com (secondary, weak)', low: 28,
      high: 114 }),
  price('airHandler', 'Air handlers', 80, 'Per kW of heat carried.'),
  number('fuelUsdPerL', 'First fuel', 'USD/L', [0, 20], 1,
    assume('Prices', 'Diesel in the tanks at the start, with the tanks.',
      { advanced: true })),

  ...fails('mvSwitchgear', 'Medium-voltage switchgear', [0.0125, 24],
    { source: `${ieee493}: 0.005 to 0.02`, evidence: 'analyst', low: 0.005, high: 0.02 }),
  ...fails('transformer', 'Transformer', [0.01, 168],
    { source: `${ieee493}: 0.005 to 0.015`, evidence: 'analyst', low: 0.005, high: 0.015 }),
  ...fails('ups', 'UPS', [0.0336, 6],
    { source: `${suriPerra}: 261,000 h with bypass, 31,000 h without`, evidence: 'analyst',
      low: 0.0336, high: 0.283 },
    { source: suriPerra, evidence: 'analyst' }),
  ...fails('switchboard', 'Switchboard or PDU', [0.01, 12]),
  ...fails('staticSwitch', 'Static transfer switch', [0.0175, 6],
    { source: `${suriPerra}: 500,000 h`, evidence: 'measured' }),
  ...fails('busway', 'Busway', [0.005, 12]),
  ...fails('cdu', 'Coolant distribution unit', [0.1, 8]),
  ...fails('pump', 'Pump group', [0.1, 24]),
  ...fails('chiller', 'Chiller', [0.15, 24]),
  ...fails('cooler', 'Dry cooler or tower', [0.1, 24]),
  ...fails('airHandler', 'Air handler', [0.079, 8],
    { source: `${feshm}: a fan, 9e-6 per hour`, evidence: 'analyst' }),
  number('failToStart', 'Generator does not start', 'fraction', [0, 1], 0.03,
    assume('Failures', 'Chance per demand.',
      { source: `${feshm}: emergency diesel`, evidence: 'analyst', advanced: true })),
  number('failToRunPerH', 'Generator stops, per hour', 'fraction', [0, 1], 0.003,
    assume('Failures', 'Failures per hour of running in an outage.',
      { source: `${feshm}: emergency conditions`, evidence: 'analyst', advanced: true })),
  number('failToTransfer', 'Transfer switch does not go over', 'fraction', [0, 1], 0.001,
    assume('Failures', 'Chance per demand.',
      { source: `${feshm}: breaker`, evidence: 'analyst', advanced: true })),

  lead('mvSwitchgear', 'Medium-voltage switchgear', 47,
    { source: `${cushman}: 46 to 48 weeks`, low: 46, high: 48 }),
  lead('transformer', 'Transformers', 50,
    { source: 'McKinsey 2026 via marketscreener.com (secondary): up to 50 weeks in general; '
      + '128 weeks for power transformers (Wood Mackenzie 2025)' , low: 50, high: 128 }),
  lead('ups', 'UPS', 32, { source: `${cushman}: 28 to 36 weeks`, low: 28, high: 36 }),
  lead('generator', 'Generator sets', 72,
    { source: '72 to 104 weeks, secondwatt.com 2026 (secondary); Cushman & Wakefield 2025: 30 to 38',
      low: 30, high: 104 }),
  lead('chiller', 'Chillers', 35, { source: `${cushman}: 30 to 40 weeks`, low: 30, high: 40 }),
  lead('other', 'All other parts', 42,
    { source: 'US average of equipment, JLL 2026 via secondwatt.com (secondary)' }),
] as const;

import { assume, decide, integer, number } from '../define.ts';

const reopt = 'NREL REopt.jl @029db01d, electric_storage.jl';
const cited = { source: reopt, evidence: 'analyst', date: '2026-01-04' } as const;

/** A battery behind the meter that carries the site through hours of curtailment. */
export const batteryFields = [
  number('mw', 'Battery power', 'MW', [0, 5000], 0,
    decide('Battery', 'What it delivers at once; 0 has none.')),
  number('mwh', 'Battery energy', 'MWh', [0, 50_000], 0,
    decide('Battery', 'What it holds; an event longer than that empties it.')),
  integer('month', 'Battery from month', 'month', [1, 360], 1,
    decide('Battery', 'First month in which it is there.')),
  number('depth', 'Usable share', 'fraction', [0.1, 1], 0.8,
    assume('Battery', 'Share of the energy that may be taken out.',
      { ...cited, source: `${reopt}: state of charge at least 0.2` })),
  number('roundTrip', 'Round-trip efficiency', 'fraction', [0.3, 1], 0.899,
    assume('Battery', 'Energy delivered over energy taken.', { ...cited, evidence: 'derived',
      source: `${reopt}: 0.975 inside, 0.96 in the inverter and the rectifier` })),
  number('usdPerKw', 'Battery price per kW', 'USD/kW', [0, 5000], 968,
    assume('Cost of the battery', 'Inverter and its share of the installation.', cited)),
  number('usdPerKwh', 'Battery price per kWh', 'USD/kWh', [0, 2000], 253,
    assume('Cost of the battery',
      'Cells and their share of the installation; tenders of 2025 were far lower.',
      { ...cited, low: 125, high: 406 })),
  integer('lifeYears', 'Replaced after', 'year', [1, 40], 10,
    assume('Cost of the battery', 'Years until it is bought again.', cited)),
  integer('leadMonths', 'Paid over', 'month', [1, 60], 6,
    assume('Cost of the battery', 'Months from order to running.')),
] as const;

import { assume, choice, decide, integer, number, text, toggle } from '../define.ts';

const reopt = 'NREL REopt.jl @029db01d, chp_defaults.json: reciprocating engines of 3 to 4.5 MW';

/** A generator that runs beside or before the grid, on gas or another fuel. */
export const generatorFields = [
  text('name', 'Name', 120, 'Gas engines', decide('Generator', 'What runs, and on which fuel.')),
  toggle('inUse', 'In use', true, decide('Generator',
    'Only generators in use change the plan. Standby sets stand with the power chain.')),
  number('mw', 'Rating', 'MW', [0, 5000], 20, decide('Generator', 'Electric rating of all units.')),
  integer('month', 'Runs from month', 'month', [1, 360], 1,
    decide('Generator', 'First month in which it delivers.')),
  choice('runs', 'Runs', [
    ['short', 'Where the grid is short'],
    ['cheapest', 'And where its kWh costs less'],
    ['always', 'Before the grid'],
  ], 'short', decide('Generator',
    'Short: before feeds are there and in hours of curtailment. Cheapest: also while its fuel costs less than the grid’s energy.')),
  number('availability', 'Availability', 'fraction', [0.1, 1], 0.95,
    assume('Generator', 'Share of the rating that is there on average.')),
  number('efficiency', 'Electric efficiency', 'fraction', [0.1, 0.7], 0.405, assume('Generator',
    'Electricity over fuel. Simple gas turbines of 15 to 25 MW have 0.33, fuel cells 0.41, combined cycles 0.57.',
    { source: reopt, evidence: 'analyst', date: '2026-01-04' })),
  number('usdPerKw', 'Price', 'USD/kW', [0, 20_000], 2000, assume('Cost of the generator',
    'Installed, with heat recovery. Gas turbines of 15 to 25 MW 1,700 to 2,150, fuel cells 3,680 to 5,000.',
    { source: reopt, evidence: 'analyst', date: '2026-01-04', low: 2000, high: 2350 })),
  integer('leadMonths', 'Paid over', 'month', [1, 84], 12, assume('Cost of the generator',
    'Months from order to running; gas engines take 12 to 18, large turbines years.')),
  number('usdPerMmbtu', 'Fuel price', 'USD/MMBtu', [0, 100], 3.46, assume('Cost of the generator',
    'Gas at the hub in the first year; delivery comes on top and is not in it.',
    { source: 'Henry Hub, mean of 2026 as forecast: EIA STEO via onmine.io', evidence: 'analyst',
      date: '2026-01-13', low: 2.75, high: 4.28 })),
  number('fuelEscalation', 'Fuel price escalation', 'fraction/year', [-0.2, 0.3], 0.025,
    assume('Cost of the generator', 'Yearly rise of the fuel price.')),
  number('variableUsdPerKwh', 'Upkeep', 'USD/kWh', [0, 1], 0.0135,
    assume('Cost of the generator', 'Maintenance by what is generated.',
      { source: reopt, evidence: 'analyst', date: '2026-01-04' })),
  number('fuelCarbon', 'Carbon of the fuel', 'gCO2/kWh', [0, 500], 198, assume('Generator',
    'Emissions per kWh of fuel burnt.',
    { source: 'Natural gas: PyPSA technology-data @634cdc1 (Danish Energy Agency)',
      evidence: 'analyst', date: '2026-05-15' })),
] as const;

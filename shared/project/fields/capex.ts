import { assume, choice, decide, integer, number } from '../define.ts';

const cushman = {
  source: 'Cushman & Wakefield US Data Center Development Cost Guide 2025 (mean of 19 markets)',
  evidence: 'analyst',
} as const;

/** What is bought before the first token is sold. */
export const capexFields = [
  number('systemPriceFactor', 'System price factor', 'ratio', [0.1, 5], 1,
    decide('Systems', 'Multiplies the price of every system, to test a quote or a discount.')),
  number('acceleratorPriceUsd', 'Price per accelerator', 'USD', [0, 500_000], null,
    decide('Systems', 'All-in price per accelerator with its share of server and rack; empty takes the middle of the catalogue band of the system.',
      { source: 'System entry of the catalogue', evidence: 'analyst' })),
  number('hostAdder', 'Host and rack adder', 'fraction', [0, 2], 0.2,
    assume('Systems',
      'Added where the catalogue price covers accelerators only: CPUs, memory, NICs, chassis, rack.')),
  number('storageUsdPerAccelerator', 'Storage', 'USD', [0, 50_000], 1000,
    assume('Systems', 'Storage bought per accelerator.')),
  number('installShare', 'Integration and installation', 'fraction', [0, 0.5], 0.03,
    assume('Systems',
      'Rack integration, freight and installation as a share of the system price.')),
  number('facilityUsdPerMw', 'Building, power and cooling', 'USD/MW', [0, 60e6], 11.7e6,
    assume('Facility', 'Construction cost per MW of critical IT capacity, without land.',
      { ...cushman, low: 9.3e6, high: 15e6 })),
  number('aiPremium', 'AI hall premium', 'fraction', [0, 1], 0.085,
    assume('Facility', 'Surcharge of a liquid-cooled AI hall.', {
      source: 'Turner & Townsend Data Centre Construction Cost Index 2025-26: 7-10 %',
      evidence: 'analyst', low: 0.07, high: 0.1,
    })),
  number('landUsd', 'Land', 'USD', [0, 1e9], 0,
    decide('Facility', 'Land bought for the site; 0 leaves it out.')),
  number('contingency', 'Contingency', 'fraction', [0, 0.5], 0.05,
    assume('Facility', 'Reserve on the facility cost.')),
  integer('constructionMonths', 'Construction', 'month', [1, 60], 18,
    assume('Facility',
      'Months over which building, power and cooling are paid, up to the first racks in service.')),
  choice('drawCurve', 'Construction payments', [['even', 'Even'], ['s-curve', 'S-curve']],
    'even',
    decide('Facility',
      'Equal monthly payments, or slow, fast, slow as building work goes.',
      { advanced: true })),
  number('facilityLifeYears', 'Facility life', 'year', [1, 50], 20, assume('Life',
    'Book life of building, power and cooling; its unused part is residual value.')),
  number('systemResidual', 'System residual value', 'fraction', [0, 1], 0.05, assume('Life',
    'Share of the system price recovered at the end of the horizon or at retirement.')),
] as const;

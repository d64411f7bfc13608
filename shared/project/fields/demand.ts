import { assume, choice, decide, integer, number } from '../define.ts';

/** How much of the capacity is asked for, month by month. */
export const demandFields = [
  integer('horizonMonths', 'Horizon', 'month', [1, 360], 60, decide('Horizon', 'Months the plan looks ahead from its first month.')),
  choice('mode', 'Demand is stated as', [['utilisation', 'Share of capacity'], ['tokens', 'Tokens per day']], 'utilisation',
    decide('Demand', 'Demand that follows capacity, or demand of its own that capacity must meet.')),
  number('utilisation', 'Utilisation', 'fraction', [0.01, 1], 0.6,
    assume('Demand', 'Share of the capacity in service that is sold, once ramped up.', { activeWhen: 'demand.mode = utilisation' })),
  number('mtokPerDay', 'Demand per traffic class', 'tok/day', [0, 1e18], 1e12,
    decide('Demand', 'Total tokens (input and output) asked for per day and traffic class in month 1.', { activeWhen: 'demand.mode = tokens' })),
  number('growth', 'Demand growth', 'fraction/year', [-0.99, 100], 0,
    decide('Demand', 'Yearly growth of demand; with demand stated as a share of capacity it stops at full use.')),
  number('peakToAverage', 'Peak to average', 'ratio', [1, 20], 1.226,
    decide('Demand', 'Busiest hour over the mean. Demand above capacity in the peak is lost.',
      { source: 'DeepSeek open-infra-index: 278 peak to 226.75 average nodes', evidence: 'measured' })),
  number('availability', 'Availability', 'fraction', [0.5, 1], null,
    decide('Failures', 'Share of time an accelerator in service can serve; empty computes it from failure and repair rates.',
      { source: 'Computed from failure rates', evidence: 'derived' })),
  number('failuresPerAcceleratorYear', 'Interruptions', '1/year', [0, 10], 0.173,
    decide('Failures', 'Unplanned interruptions per accelerator and year.',
      { source: 'Llama 3 Herd of Models, Table 5: 419 in 54 days on 16,384 H100', evidence: 'measured', advanced: true })),
  number('repairHours', 'Repair time', 'h', [0.01, 2000], 4,
    assume('Failures', 'Mean time until the interrupted accelerators serve again.', { advanced: true })),
] as const;

import { assume, decide, number } from '../define.ts';

/** What stands still beside failed accelerators, and what lies in stock. */
export const resilienceFields = [
  number('facilityAvailability', 'Power and cooling availability', 'fraction', [0.9, 1],
    null,
    decide('Availability', 'Share of the year in which the building delivers power and cooling; empty computes it from the parts of the plant.',
      { source: 'Computed from the parts of the plant', evidence: 'derived' })),
  number('plannedHours', 'Planned downtime', 'h', [0, 2000], 0,
    decide('Availability', 'Hours a year in which everything stands still on purpose.')),
  number('countedFailures', 'Failures counted', 'count', [1, 1e6], 419,
    assume('Availability', 'Failures behind the failure rate; fewer widen the interval.',
      { source: 'Llama 3 Herd of Models (arXiv 2407.21783), table 5', evidence: 'measured' })),
  number('replacedPerYear', 'Accelerators replaced', '1/year', [0, 1], 0.04,
    assume('Spares', 'Failures a year that use up an accelerator, per accelerator.',
      { source: 'Within 2.5 to 6 % published for GPU fleets', low: 0.025, high: 0.06 })),
  number('spareLeadDays', 'Replacement time', 'day', [0, 720], 30,
    assume('Spares', 'Days until a replacement arrives.')),
  number('spareTarget', 'Chance of a spare at hand', 'fraction', [0.5, 0.9999], 0.95,
    decide('Spares', 'Wanted chance that the stock lasts over a replacement time.')),
] as const;

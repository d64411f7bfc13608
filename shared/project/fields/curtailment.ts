import { assume, decide, integer, number } from '../define.ts';

/** A connection the utility may withdraw in part, in exchange for an earlier date or a lower price. */
export const curtailmentFields = [
  number('hours', 'Curtailed hours', 'h', [0, 8760], 0, decide('Flexible connection',
    'Hours of a year in which the utility may withdraw power; 0 is a firm connection.')),
  number('share', 'Power withdrawn', 'fraction', [0, 1], 0.25, decide('Flexible connection',
    'Share of the connection that is withdrawn in these hours.',
    { source: 'A cluster of 256 GPUs held it for 3 h: arXiv 2507.00909', evidence: 'measured',
      date: '2025-07' })),
  number('eventHours', 'Length of an event', 'h', [0.25, 168], 2, assume('Flexible connection',
    'Hours a battery has to last.', { evidence: 'analyst', date: '2025-02-11',
      source: 'Mean of events at 0.5 % of the year: Norris et al., Duke, via standardsmichigan.com' })),
  integer('firmMonth', 'Firm from month', 'month', [1, 360], null, decide('Flexible connection',
    'First month without curtailment; empty where it never ends.')),
] as const;

import { decide, integer, number, reference, text, toggle } from '../define.ts';

/** A short surge of one traffic class on top of its usual demand. */
export const spikeFields = [
  text('name', 'Spike', 120, 'Spike', decide('Spike', 'Name of the surge.')),
  toggle('inUse', 'In use', true, decide('Spike', 'Only spikes in use change the plan.')),
  reference('traffic', 'Traffic class', 'record:traffic', 'chat',
    decide('Spike', 'Traffic class that surges.')),
  integer('month', 'Month', 'month', [1, 360], 12,
    decide('Spike', 'Month of the plan in which it falls.')),
  number('days', 'Length', 'day', [0, 30], 7, decide('Spike', 'Days it lasts.')),
  number('multiplier', 'Times usual demand', 'ratio', [0, 1000], 1,
    decide('Spike', 'Demand of these days over that of other days of the month.')),
  number('queries', 'Queries on top', 'count', [0, 1e12], 0,
    decide('Spike', 'Requests beyond usual demand, spread over the days; their tokens follow the class’s lengths. '
      + 'Needs demand stated in tokens or by a load curve.')),
] as const;

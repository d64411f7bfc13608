import { decide, integer, number, text, toggle } from '../define.ts';

/** A part of the grid connection that is energised on its own. */
export const feedFields = [
  text('name', 'Feed', 120, 'Feed', decide('Feed', 'Substation or line that brings the power.')),
  toggle('inUse', 'In use', true, decide('Feed',
    'With no feed in use the whole connection is there from month 1.')),
  number('mw', 'Power', 'MW', [0, 5000], 50,
    decide('Feed', 'What the feed brings once it delivers all of it.')),
  integer('month', 'Energised in month', 'month', [1, 360], 1,
    decide('Feed', 'First month in which it delivers.')),
  integer('delayMonths', 'Late by', 'month', [0, 120], 0, decide('Feed',
    'Months the utility is late. Racks wait, and what is owed for them is owed.')),
  integer('rampMonths', 'Ramp', 'month', [0, 60], 0, decide('Feed',
    'Months in which it rises in equal steps, where the utility limits how fast load is added.')),
] as const;

import { decide, integer, number, reference, text, toggle } from '../define.ts';

/** The model sold is replaced: its price starts anew and falls from there. */
export const priceEventFields = [
  text('name', 'Price event', 120, 'Replacement',
    decide('Price event', 'What happens, e.g. the successor that takes over.')),
  toggle('inUse', 'In use', true, decide('Price event', 'Only events in use change the plan.')),
  reference('traffic', 'Traffic class', 'record:traffic', 'chat',
    decide('Price event', 'Traffic class whose model is replaced.')),
  integer('month', 'Month', 'month', [2, 360], 24,
    decide('Price event', 'First month at the new price.')),
  number('factor', 'Price over month 1', 'ratio', [0, 100], null,
    decide('Price event', 'New price over that of month 1; empty takes what the capability costs by then.',
      { source: 'Computed from the capability price decline', evidence: 'derived' })),
] as const;

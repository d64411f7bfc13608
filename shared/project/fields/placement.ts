import { decide, integer, text } from '../define.ts';

/** A rack put somewhere by hand; all others are placed automatically. */
export const placementFields = [
  text('rack', 'Rack', 80, '', decide('Move', 'Name of the rack, e.g. main-007.')),
  text('hall', 'Hall', 20, 'H1', decide('Move', 'Hall it stands in, e.g. H1.')),
  text('row', 'Row', 20, 'R01', decide('Move', 'Row it stands in, e.g. R01.')),
  integer('position', 'Position', 'count', [1, 1000], 1,
    decide('Move', 'Position in the row, counted from 1.')),
] as const;

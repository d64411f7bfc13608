import { decide, text, toggle } from '../define.ts';

/** Serving points somebody measured, which frontiers of the same setup go through. */
export const benchmarkFields = [
  text('name', 'Own benchmark', 120, 'Own benchmark',
    decide('Own benchmark', 'Name of the measurement.')),
  toggle('inUse', 'In use', true,
    decide('Own benchmark',
      'Frontiers of the same model, accelerator, precision and lengths go through these points.')),
  text('origin', 'Read from', 400, '', decide('Own benchmark', 'File of the import.')),
  text('rows', 'Measured points', 10_000, '', decide('Own benchmark',
    'A table with the columns of the serving measurements of the catalogue, one line per point.',
    { advanced: true })),
] as const;

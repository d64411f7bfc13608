import { decide, number, numberList, reference, text, toggle } from '../define.ts';

/** A load curve read from a file, reduced to tokens per month and the shape of a week. */
export const loadSeriesFields = [
  text('name', 'Load curve', 120, 'Load curve', decide('Load curve', 'Name of the curve.')),
  toggle('inUse', 'In use', true,
    decide('Load curve', 'The traffic class follows this curve instead of stated demand.')),
  reference('traffic', 'Traffic class', 'record:traffic', 'chat',
    decide('Load curve', 'Traffic class whose demand this is.')),
  number('scale', 'Scale', 'ratio', [0, 1e6], 1,
    decide('Load curve',
      'Multiplies the whole curve, to plan for a multiple of what was measured.')),
  text('origin', 'Read from', 400, '',
    decide('Load curve', 'File, span and repairs of the import.')),
  numberList('tokensPerMonth', 'Tokens per month', { min: 0, max: 1e20, most: 360 },
    decide('Load curve', 'Input and output tokens of each month from month 1; later months repeat the last twelve with growth.',
      { advanced: true })),
  numberList('weekShape', 'Shape of the week', { min: 0, max: 1e6, most: 168 },
    decide('Load curve', 'Load of each hour from Monday 0:00 over its mean; empty takes the stated peak to average.',
      { advanced: true })),
] as const;

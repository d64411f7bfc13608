import { choice, decide, text } from '../define.ts';

/**
 * How the printed report looks and what it holds. Part of no scenario, and no number
 * rests on it.
 */
export const reportFields = [
  text('question', 'Question', 200, '', decide('First page',
    'What the report answers, in one sentence on its first page; empty asks whether the plan pays.')),
  text('recommendation', 'Recommendation', 1000, '', decide('First page',
    'What the reader is advised to do; empty prints the proposal that follows from the figures.')),
  choice('paper', 'Paper', [
    ['auto', 'As at the site'], ['a4', 'A4'], ['letter', 'US Letter'],
  ], 'auto', decide('First page',
    'Size of the sheets. As at the site: US Letter where the site lies in North America and amounts are in its dollars or pesos, A4 elsewhere.')),
  text('brandColour', 'Colour', 7, '',
    decide('Brand',
      'Colour of titles and rules as #rrggbb; empty prints the planner’s own. Words in it are darkened until they read well on white.'),
    { pattern: '^(#[0-9a-fA-F]{6})?$', expected: 'a colour written as #1b4f8a' }),
  text('logo', 'Logo', 64, '',
    decide('Logo',
      'Fingerprint (SHA-256) of the picture kept in the project that stands on the first page; empty prints none.'),
    { pattern: '^([0-9a-f]{64})?$',
      expected: 'the fingerprint of a picture kept in the project' }),
  text('confidentiality', 'Line in the foot', 120, '', decide('Brand',
    'Printed in the foot of every page, such as who may read the report; empty prints none.')),
  text('disclaimer', 'Disclaimer', 10_000, '',
    decide('Brand', 'Printed at the end of every report; empty prints none.')),
  text('leftOut', 'Sections left out', 600, '',
    decide('Sections',
      'Ids of the sections that the report does not print, separated by spaces; empty prints all.'),
    { pattern: '^([a-z]+(-[a-z]+)*( [a-z]+(-[a-z]+)*)*)?$',
      expected: 'ids of sections separated by spaces' }),
] as const;

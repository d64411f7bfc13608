/** Words of the Results screen. */
export const resultsText = {
  figures: 'Figures',
  statement: 'Cash flow',
  months: 'Months',
  by: 'Show by',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  csv: 'Save as CSV',
  saved: (path: string) => `Saved as ${path}`,
  notSaved: 'The file could not be written. Choose another place and try again.',
  line: 'Line',
  expand: (label: string) => `Show the parts of ${label}`,
  collapse: (label: string) => `Hide the parts of ${label}`,
  expandAll: 'Show all parts',
  collapseAll: 'Hide all parts',
  table: 'Cash-flow statement',
  noStatement:
    'There is no statement: see the warnings in the inspector for what has no price or no climate.',
  basis: 'What a million tokens’ cost means here',
  computing: 'Being worked out for each system and price.',
  irr: 'Rate of return',
};

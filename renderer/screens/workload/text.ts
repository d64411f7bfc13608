/** Words of the import of a load curve. */
export const loadText = {
  title: 'Import a load curve',
  help:
    'A table with a column of time and one of tokens or requests, a request log, a usage export or a published trace. What was read, repaired and left out is shown before anything is kept; a load below 0 refuses the whole file.',
  choose: 'Choose a file',
};

/** Words of what a class sells at. */
export const priceText = {
  title: (name: string) => `What ${name} sells at`,
  month: 'Month 1',
  columns: ['Price', 'Per M tokens'] as readonly string[],
  listed: (listing: string, source: string) =>
    `Listing: ${listing}.${source === '' ? '' : ` Source: ${source}.`}`,
  input: 'Input',
  cached: 'Cached input',
  cachedByRatio: 'Cached input, at the stated share',
  output: 'Output',
  blended: 'Average token',
  offers: 'What others ask',
};

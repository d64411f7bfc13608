/** Words of the import of a load curve. */
export const loadText = {
  title: 'Import a load curve',
  help:
    'A CSV file with a column of time and one of tokens or requests, by the hour, day or month. Gaps and disorder are repaired and listed; anything that is not a load of 0 or more refuses the whole file.',
  traffic: 'Traffic class',
  zone: 'Hours to local time',
  choose: 'Choose a file',
  imported: (file: string) => `Imported ${file}`,
  refused: (file: string) => `${file} was not imported; the project is unchanged.`,
  tooLarge: 'The file is larger than 64 MB. Sum it to hours or days first.',
  more: (count: number) => `and ${count} more`,
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

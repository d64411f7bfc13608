import table from './published-results.json' with { type: 'json' };

export const publishedTable = table;

import table from './measured-points.json' with { type: 'json' };

export const measuredTable = table;

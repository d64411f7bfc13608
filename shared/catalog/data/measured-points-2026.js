import table from './measured-points-2026.json' with { type: 'json' };

export const measuredTable2026 = table;

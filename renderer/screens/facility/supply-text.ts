/** Words of the part on where the power comes from. */
export const supplyText = {
  mix: 'Energy by supply',
  mixHelp: 'Over the plan. The cheapest source that may run meets the load first; what the '
    + 'battery delivers is taken from the grid at other hours.',
  columns: ['Supply', 'Energy', 'Of what is drawn'],
  grid: 'Grid',
  battery: 'Battery',
  batteryLoss: 'Lost in the battery',
  shed: 'Not drawn in hours of curtailment',
} as const;

/** Names of the parts of screens. */
export const partText = {
  traffic: 'Traffic classes',
  tiers: 'Price tiers',
  spikes: 'Spikes',
  curves: 'Load curves',
  prices: 'Price events',
  demand: 'Demand',
  site: 'Site',
  power: 'Power chain',
  cooling: 'Cooling',
  network: 'Network',
  capex: 'Investment',
  opex: 'Operating cost',
  finance: 'Finance',
  phases: 'Phases',
  releases: 'Software releases',
  horizon: 'Horizon',
};

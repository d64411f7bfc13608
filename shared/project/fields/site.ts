import { assume, decide, number, reference } from '../define.ts';

/** Where the factory stands and what its energy and water cost there. */
export const siteFields = [
  reference('site', 'Site', 'sites', 'ashburn',
    decide('Site', 'Catalogue site: climate bins, design temperatures, electricity price and grid carbon.')),
  number('utilityMw', 'Utility capacity', 'MW', [0.05, 5000], 100,
    decide('Site', 'Largest power the utility connection may deliver to the whole facility.')),
  number('electricityUsdPerKwh', 'Electricity price', 'USD/kWh', [0, 2], null,
    decide('Energy', 'All-in energy price in the first year; empty takes the industrial average of the site’s region.',
      { source: 'Site entry of the catalogue (official statistics)', evidence: 'measured' })),
  number('demandUsdPerKwMonth', 'Demand charge', 'USD/kW-month', [0, 100], 0,
    decide('Energy', 'Charge per kW of monthly peak. Average retail prices already contain it, hence 0 beside them.',
      { source: 'Definition of average revenue per kWh, U.S. EIA', evidence: 'derived' })),
  number('minimumTake', 'Minimum take', 'fraction', [0, 1], 0,
    decide('Energy', 'Share of contracted demand billed even when unused, as in large-load tariffs.',
      { activeWhen: 'site.demandUsdPerKwMonth > 0' })),
  number('electricityEscalation', 'Electricity price escalation', 'fraction/year', [-0.2, 0.3], 0.025,
    assume('Energy', 'Yearly rise of the electricity price.')),
  number('carbonGPerKwh', 'Grid carbon intensity', 'gCO2/kWh', [0, 1500], null,
    decide('Energy', 'Direct emissions of a kWh from the grid; empty takes the site’s region.',
      { source: 'Site entry of the catalogue', evidence: 'derived' })),
  number('waterUsdPerM3', 'Water price', 'USD/m3', [0, 50], 1.5, assume('Water', 'Price of make-up water including disposal.')),
] as const;

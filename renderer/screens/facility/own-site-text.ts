import type { OwnSite } from '../../../shared/plan/entries/own-site.ts';

/** Words of the form for a site of one's own. */
export const ownSiteText = {
  title: 'A site of your own',
  help: 'A place the catalogue lacks: it takes the climate of the nearest catalogue site, or of a weather file chosen below. A price left empty is asked for, never taken from a neighbour. The currency is the project’s, on the start screen.',
  open: 'Enter a site',
  add: 'Add and plan there',
  cancel: 'Cancel',
  addLabel: (name: string) => `Plan at ${name}`,
  parts: {
    name: 'Name', latitude: 'Latitude, degrees north', longitude: 'Longitude, degrees east',
    climateOf: 'Climate', usdPerKwh: 'Electricity price, USD/kWh',
    carbonGPerKwh: 'Grid carbon, gCO2/kWh', source: 'Source of price and carbon',
  } satisfies Record<keyof OwnSite, string>,
  optional: 'optional',
  nearest: 'The nearest',
  climate: (name: string, km: number) => `${name}, ${Math.round(km).toLocaleString('en')} km`,
  nothingYet: 'The nearest',
} as const;

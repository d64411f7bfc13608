import type { Catalog, Site } from '../../catalog/types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { FiledEntry } from './own-catalog-files.ts';
import type { StatedFigure } from './own-catalog.ts';

/** What somebody says of a site of their own; null where nothing is said. */
export interface OwnSite {
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Catalogue site whose climate holds; null for the nearest. */
  readonly climateOf: string | null;
  readonly usdPerKwh: number | null;
  readonly carbonGPerKwh: number | null;
  /** Where price and carbon are from. */
  readonly source: string;
}

/** A part of it that cannot be, in words. */
export interface OwnSiteProblem {
  readonly part: keyof OwnSite;
  readonly detail: string;
}

const earthKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

type Place = Pick<Site, 'latitude' | 'longitude'>;

/**
 * Great-circle distance of two places by the haversine formula, km.
 * @example distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 0 }) // 0
 */
export function distanceKm(a: Place, b: Place): number {
  const half = (of: (place: Place) => number): number =>
    Math.sin(radians(of(b) - of(a)) / 2) ** 2;
  const chord = half(({ latitude }) => latitude) + Math.cos(radians(a.latitude))
    * Math.cos(radians(b.latitude)) * half(({ longitude }) => longitude);
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A site whose climate is known, and how far away it lies. */
export interface NearClimate {
  readonly site: Site;
  readonly km: number;
}

/**
 * Sites of the catalogue with a climate, the nearest first.
 * @example climatesNear(catalog, { latitude: 39, longitude: -77.5 })[0]?.site.id // 'ashburn'
 */
export const climatesNear = (catalog: Catalog, place: Place): readonly NearClimate[] =>
  Object.values(catalog.sites).filter(({ bins }) => bins.length > 0)
    .map((site) => ({ site, km: distanceKm(place, site) }))
    .toSorted((a, b) => a.km - b.km);

const within = (value: number | null, low: number, high: number): value is number =>
  value !== null && value >= low && value <= high;

/** What a price or carbon must be to stand in the catalogue. */
function problemsOf(own: OwnSite, catalog: Catalog): readonly OwnSiteProblem[] {
  const { name, latitude, longitude, climateOf, usdPerKwh, carbonGPerKwh, source } = own;
  const states = usdPerKwh !== null || carbonGPerKwh !== null;
  const checks: readonly (readonly [isWrong: boolean, OwnSiteProblem])[] = [
    [name.trim() === '' || name.length > 120,
      { part: 'name', detail: 'Give the site a name of up to 120 letters.' }],
    [!within(latitude, -90, 90),
      { part: 'latitude', detail: 'Latitude lies between -90 and 90 degrees.' }],
    [!within(longitude, -180, 180),
      { part: 'longitude', detail: 'Longitude lies between -180 and 180 degrees.' }],
    [climateOf !== null && catalog.sites[climateOf]?.bins[0] === undefined,
      { part: 'climateOf', detail: 'This site has no climate: choose another.' }],
    [usdPerKwh !== null && !within(usdPerKwh, 0, 2),
      { part: 'usdPerKwh', detail: 'A price lies between 0 and 2 USD/kWh.' }],
    [carbonGPerKwh !== null && !within(carbonGPerKwh, 0, 1500),
      { part: 'carbonGPerKwh', detail: 'Carbon lies between 0 and 1500 gCO2/kWh.' }],
    [states && source.trim() === '',
      { part: 'source', detail: 'Say where price or carbon is from.' }],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}

/** A key made of a name, another one than every key that is there. */
function keyOf(name: string, catalog: Catalog): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '').slice(0, 40);
  const key = plain === '' ? 'own-site' : plain;
  if (!Object.hasOwn(catalog.sites, key)) return key;
  let number = 2;
  while (Object.hasOwn(catalog.sites, `${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/**
 * A site of the project's own as an entry of its catalogue: its place, price and carbon as
 * stated, and the climate of the site named or of the nearest. What is not stated stays
 * absent, and the plan asks for it.
 * @param today day on which it is stated, ISO
 * @returns the entry, or everything that cannot be
 * @example ownSiteEntry(catalog, { name: '', latitude: 0, longitude: 0, climateOf: null, usdPerKwh: null, carbonGPerKwh: null, source: '' }, '2026-12-01').ok // false
 */
export function ownSiteEntry(
  catalog: Catalog, own: OwnSite, today: string,
): Result<FiledEntry, readonly OwnSiteProblem[]> {
  const problems = problemsOf(own, catalog);
  const { latitude, longitude } = own;
  if (problems.length > 0 || latitude === null || longitude === null) return refuse(problems);
  const nearest = climatesNear(catalog, { latitude, longitude })[0];
  const basedOn = own.climateOf ?? nearest?.site.id;
  if (basedOn === undefined)
    return refuse([{ part: 'climateOf', detail: 'The catalogue has no climate.' }]);
  const stated = (value: number | null, unit: string): StatedFigure | null =>
    (value === null ? null
      : { value, unit, source: own.source.trim(), date: today, evidence: 'user' });
  const figures = Object.entries({
    industrialUsdPerKwh: stated(own.usdPerKwh, 'USD/kWh'),
    carbonGPerKwh: stated(own.carbonGPerKwh, 'gCO2/kWh'),
  }).flatMap(([path, figure]) => (figure === null ? [] : [[path, figure] as const]));
  return ok({ collection: 'sites', entry: keyOf(own.name, catalog), basedOn,
    name: own.name.trim(), figures: Object.fromEntries(figures),
    properties: { latitude, longitude, climateOnly: true } });
}

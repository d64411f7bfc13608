import type { ClimateBin, Site } from '../../catalog/types.ts';
import type { EpwClimate } from '../../import/weather/epw-types.ts';
import { synthesizeYear } from '../../facility/weather/synthetic-year.ts';
import type { WeatherHour } from '../../facility/types.ts';
import { fieldOf } from '../../project/kinds.ts';
import { parseNumberList, printNumberList } from '../../project/number-list.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';

type ClimateList =
  'dryBulbHours' | 'binDryBulbC' | 'binWetBulbC' | 'wetBulbHours' | 'profileDryC'
    | 'profileWetC';

function readList(values: Values<'climate'>, key: ClimateList): readonly number[] {
  const field = fieldOf('climate', key);
  if (field?.type !== 'text' || field.numbers === undefined) return [];
  const list = parseNumberList(values[key], field.numbers);
  return list.ok ? list.value : [];
}

/** The bins of an imported climate; empty without an import or when its lists do not match. */
export function importedBins(values: Values<'climate'>): readonly ClimateBin[] {
  if (!values.inUse) return [];
  const dryHours = readList(values, 'dryBulbHours');
  const [dry, wet, wetHours] = [
    readList(values, 'binDryBulbC'), readList(values, 'binWetBulbC'),
    readList(values, 'wetBulbHours')];
  return dryHours.map((dryBulbHours, i) => {
    const lowC = values.firstBinC + i * values.binK;
    const middle = lowC + values.binK / 2;
    return {
      lowC, highC: lowC + values.binK, dryBulbHours, meanDryBulbC: dry[i] ?? middle,
      meanWetBulbC: Math.min(wet[i] ?? middle, dry[i] ?? middle),
      wetBulbHours: wetHours[i] ?? 0,
    };
  });
}

/**
 * The site as the plan uses it: with the imported climate, where there is one, in place
 * of its own.
 */
export function siteInUse({ climate: { values } }: ScenarioInputs, site: Site): Site {
  const bins = importedBins(values);
  if (bins.every((bin) => bin.dryBulbHours === 0)) return site;
  const { designDryBulbC: dry, designWetBulbC: wet, elevationM, origin } = values;
  const cite = (value: number) => ({ value, unit: 'C' as const,
    source: origin || 'Imported weather file', date: null, evidence: 'user' as const });
  return {
    ...site, bins, elevationM, smoothed: false,
    climateSource: origin || 'Imported weather file', designDryBulbC: cite(dry),
    designWetBulbC: cite(Math.min(wet, dry)),
  };
}

/**
 * The mean day of every month as 288 hours, January first; null without an imported climate.
 * @example meanDays(values)?.length // 288
 */
export function meanDays(values: Values<'climate'>): readonly WeatherHour[] | null {
  const dry = readList(values, 'profileDryC');
  const wet = readList(values, 'profileWetC');
  if (!values.inUse || dry.length !== 288 || wet.length !== 288) return null;
  return dry.map((dryBulbC, i) => (
    { month: Math.floor(i / 24) + 1, hour: i % 24, dryBulbC,
      wetBulbC: Math.min(wet[i] ?? dryBulbC, dryBulbC) }));
}

/** Hours for a picture of the year, and whether somebody measured them. */
export interface PicturedHours {
  readonly hours: readonly WeatherHour[];
  readonly origin: 'imported' | 'synthesized';
}

/**
 * Hours from which the year is drawn by month and hour: the mean days of an imported
 * file, else a year synthesized from the site's bins. Only pictures take them: yearly
 * figures are those of the bins.
 * @returns null where the site has no climate at all
 * @example hoursOfYear(values, ashburn)?.origin // 'synthesized'
 */
export function hoursOfYear(
  values: Values<'climate'>, { bins, latitude }: Pick<Site, 'bins' | 'latitude'>,
): PicturedHours | null {
  const days = meanDays(values);
  if (days !== null) return { hours: days, origin: 'imported' };
  const hours = synthesizeYear(bins, latitude);
  return hours.length === 0 ? null : { hours, origin: 'synthesized' };
}

/** Bins of 1 K cover any year on Earth within the length of a list. */
const binK = 1;
/** Share of the hours above the design temperatures, as ASHRAE's 0.4 %. */
const designShare = 0.004;

/**
 * A weather file reduced to what a project keeps: bins of 1 K and a mean day of every
 * month. The year's PUE from the bins agrees with that of the hours within 0.01.
 * @param origin what the list of assumptions names as source
 * @returns values of the `climate` record
 * @example climateValues(epw, 'Phoenix.epw').inUse // true
 */
export function climateValues(
  { place, hours }: EpwClimate, origin: string,
): Partial<Values<'climate'>> {
  const dry = hours.map((h) => h.dryBulbC);
  const wet = hours.map((h) => h.wetBulbC);
  const firstBinC = Math.floor(least([...dry, ...wet]) / binK) * binK;
  const binOf = (celsius: number): number => Math.floor((celsius - firstBinC) / binK);
  const bins = Array.from({ length: Math.max(...dry.map(binOf)) + 1 },
    () => ({ hours: 0, dry: 0, wet: 0, wetHours: 0 }));
  hours.forEach(({ dryBulbC, wetBulbC }) => {
    const bin = bins[binOf(dryBulbC)];
    if (bin !== undefined)
      [bin.hours, bin.dry, bin.wet] = [bin.hours + 1, bin.dry + dryBulbC, bin.wet + wetBulbC];
    const wetBin = bins[binOf(Math.min(wetBulbC, dryBulbC))];
    if (wetBin !== undefined) wetBin.wetHours += 1;
  });
  const middle = (i: number): number => firstBinC + (i + 0.5) * binK;
  return {
    inUse: true, origin: origin.slice(0, 400), elevationM: place.elevationM, firstBinC, binK,
    designDryBulbC: exceededBy(dry), designWetBulbC: exceededBy(wet),
    dryBulbHours: printNumberList(bins.map((b) => b.hours)),
    wetBulbHours: printNumberList(bins.map((b) => b.wetHours)),
    binDryBulbC: printNumberList(
      bins.map((b, i) => round(b.hours === 0 ? middle(i) : b.dry / b.hours)),
    ),
    binWetBulbC: printNumberList(
      bins.map((b, i) => round(b.hours === 0 ? middle(i) : b.wet / b.hours)),
    ),
    profileDryC: printNumberList(monthlyDays(hours, (h) => h.dryBulbC)),
    profileWetC: printNumberList(monthlyDays(hours, (h) => h.wetBulbC)),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Infinity);

function exceededBy(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => b - a);
  return round(sorted[Math.floor(sorted.length * designShare)] ?? 0);
}

function monthlyDays(
  hours: readonly WeatherHour[], of: (hour: WeatherHour) => number,
): readonly number[] {
  const sums = Array.from({ length: 288 }, () => ({ sum: 0, count: 0 }));
  for (const hour of hours) {
    const at = sums[(hour.month - 1) * 24 + hour.hour];
    if (at !== undefined) [at.sum, at.count] = [at.sum + of(hour), at.count + 1];
  }
  return sums.map(({ sum, count }) => round(count === 0 ? 0 : sum / count));
}

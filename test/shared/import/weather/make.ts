/** Kinds of the same made-up year: mean 12.0 C, highest 25.0 C, dew point 5 K below. */
export type WeatherKind = 'base' | 'pvgis' | 'nsrdb' | 'dew999' | 'hour0' | 'pvgis-csv'
  | 'pvgis-json' | 'tmy3';

const dayOfYear = (hour: number): number => Math.floor(hour / 24) + 1;

/** Dry bulb of an hour of the year, C, to a tenth. */
export const dryAt = (hour: number): number => Math.round(10 * (12
  - 9 * Math.cos((2 * Math.PI * (dayOfYear(hour) - 20)) / 365)
  - 4 * Math.cos((2 * Math.PI * ((hour % 24) - 3)) / 24))) / 10;

const at = (hour: number): Date => new Date(Date.UTC(2021, 0, 1) + hour * 3_600_000);
const two = (value: number): string => String(value).padStart(2, '0');
const hours = Array.from({ length: 8760 }, (_, hour) => hour);

const epwHead = (kind: WeatherKind): readonly string[] => [
  kind === 'pvgis' ? 'LOCATION,unknown,-,unknown,ECMWF/ERA,unknown,45.000000,8.000000,1,250'
    : 'LOCATION,Testville,WA,USA,TMY3,727930,47.5,-122.3,-8.0,122',
  'DESIGN CONDITIONS,0', 'TYPICAL/EXTREME PERIODS,0', 'GROUND TEMPERATURES,0',
  `HOLIDAYS/DAYLIGHT SAVING${kind === 'pvgis' ? '' : 'S'},No,0,0,0`, 'COMMENTS 1,x', 'COMMENTS 2,x',
  'DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31'];

function epwRow(kind: WeatherKind, hour: number): string {
  const when = at(hour);
  const dew = kind === 'dew999' ? '999.9' : (dryAt(hour) - 5).toFixed(1);
  return [when.getUTCFullYear(), when.getUTCMonth() + 1, when.getUTCDate(),
    (hour % 24) + (kind === 'hour0' ? 0 : 1), 0, '?0', dryAt(hour), dew, 70, 100_000,
    ...Array.from({ length: 25 }, () => 0)].join(',');
}

const stamp = (hour: number): string => {
  const when = at(hour);
  return `${when.getUTCFullYear()}${two(when.getUTCMonth() + 1)}${two(when.getUTCDate())}:${two(hour % 24)}00`;
};

/** A whole weather file of a kind, as its maker writes it. */
export function makeWeather(kind: WeatherKind): string {
  switch (kind) {
    case 'nsrdb': return [
      'Source,Location ID,City,State,Country,Latitude,Longitude,Time Zone,Elevation,Local Time Zone',
      'NSRDB,1,-,-,-,33.45,-111.98,-7,358,-7',
      'Year,Month,Day,Hour,Minute,Temperature,Dew Point,Relative Humidity,Pressure',
      ...hours.map((hour) =>
        `2021,${at(hour).getUTCMonth() + 1},${at(hour).getUTCDate()},${hour % 24},30,${dryAt(hour)},${(dryAt(hour) - 5).toFixed(1)},70,950`),
    ].join('\n');
    case 'tmy3': return ['722780,"PHOENIX SKY HARBOR INTL AP",AZ,-7.0,33.450,-111.983,337',
      'Date (MM/DD/YYYY),Time (HH:MM),ETR (W/m^2),Dry-bulb (C),Dry-bulb source,Dew-point (C),RHum (%),Pressure (mbar)',
      ...hours.map((hour) =>
        `${two(at(hour).getUTCMonth() + 1)}/${two(at(hour).getUTCDate())}/${1990 + (at(hour).getUTCMonth() % 5)},${two((hour % 24) + 1)}:00,0,${dryAt(hour)},A,${(dryAt(hour) - 5).toFixed(1)},70,1000`),
    ].join('\n');
    case 'pvgis-csv': return ['Latitude (decimal degrees): 45.000', 'Longitude (decimal degrees): 8.000',
      'Elevation (m): 250.0', '', 'month,year', '1,2007', '',
      'time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP',
      ...hours.map((hour) => `${stamp(hour)},${dryAt(hour)},70.0,0.0,-0.0,0.0,300.0,2.0,90.0,98000.0`),
      '', 'T2m: 2-m air temperature (degree Celsius)', 'RH: relative humidity (%)', ''].join('\r\n');
    case 'pvgis-json': return JSON.stringify({
      inputs: { location: { latitude: 45, longitude: 8, elevation: 250 } },
      outputs: { tmy_hourly: hours.map((hour) => ({ 'time(UTC)': stamp(hour), T2m: dryAt(hour), RH: 70,
        SP: 98_000 })) } });
    case 'base':
    case 'pvgis':
    case 'dew999':
    case 'hour0':
      return [...epwHead(kind), ...hours.map((hour) => epwRow(kind, hour))].join('\n');
    default: return kind satisfies never;
  }
}

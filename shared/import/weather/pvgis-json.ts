import { at, isNode, numberAt, textAt } from '../../inference/import/json-node.ts';
import { ok } from '../../units/result.ts';
import type { EpwRow } from './epw-rows.ts';
import { isPlace, weatherProblem, type ParseWeather } from './parsed.ts';
import { mbar, movedNote, pvgisRow, solarZone } from './tables.ts';

/** A year of PVGIS as JSON. */
export function parsePvgisJson(text: string): ParseWeather {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return weatherProblem('damaged', 0, error instanceof Error ? error.message : 'no sound JSON');
  }
  const hours = at(value, 'outputs', 'tmy_hourly');
  if (!Array.isArray(hours))
    return weatherProblem('not-weather', 0, 'no outputs.tmy_hourly; ask PVGIS for a typical year');
  const number = (key: string): number => numberAt(value, 'inputs', 'location', key) ?? NaN;
  const longitude = number('longitude');
  const shiftHours = solarZone(longitude);
  const place = { city: '', country: '', latitude: number('latitude'), longitude, timeZone: shiftHours,
    elevationM: number('elevation') };
  if (!isPlace(place)) return weatherProblem('bad-location', 0, 'latitude, longitude or elevation');
  const rows: EpwRow[] = [];
  for (const [i, hour] of hours.entries()) {
    const row = !isNode(hour) ? weatherProblem('bad-number', i + 1, 'no hour')
      : pvgisRow(textAt(hour, 'time(UTC)') || textAt(hour, 'time'), i + 1, { dry: textAt(hour, 'T2m'),
        dew: '', humidity: textAt(hour, 'RH'), pressureMbar: mbar(textAt(hour, 'SP')) });
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return ok({ format: 'PVGIS typical year (JSON)', place, rows, shiftHours, notes: movedNote(shiftHours) });
}

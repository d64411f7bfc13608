import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { textOf } from '../../../shared/import/bytes/decode.ts';
import { parseWeather, weatherMeans, weatherReport } from '../../../shared/import/weather/read-weather.ts';
import { noteText } from '../../../shared/import/report.ts';
import { climateValues } from '../../../shared/plan/site/site-climate.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { sha256Of } from '../file-hash.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';
import { reportJson, reportLines } from '../report-lines.ts';

function run(file: ImportFile): ImportAnswer {
  const bytes = file.bytes();
  if (!bytes.ok) return bytes;
  const read = parseWeather(textOf(bytes.value));
  if (!read.ok) {
    const { line, detail } = read.error;
    return refuse({ line: line === 0 ? null : line, reason: detail });
  }
  const climate = read.value;
  const { place, hours } = climate;
  const report = weatherReport(climate);
  const sha256 = sha256Of(bytes.value);
  const done = [...report.repaired, ...report.leftOut, ...report.notes].map(noteText);
  const origin = [`${file.name} (SHA-256 ${sha256}): ${place.city}, ${place.country}`, ...done].join('; ');
  return ok({
    json: { hours: hours.length, ...place, ...weatherMeans(climate), ...reportJson(report),
      source: { file: file.name, sha256 } },
    lines: reportLines(report),
    records: (document, scenarioId) => {
      const inputs = resolveScenario(document, scenarioId);
      const site = inputs.ok ? builtInCatalog.sites[inputs.value.site.values.site] : undefined;
      if (site !== undefined && site.latitude * place.latitude < 0)
        return refuse(`the file is from latitude ${place.latitude}, the site at ${site.latitude}`);
      return ok([{ kind: 'climate', key: 'climate', values: climateValues(climate, origin) }]);
    },
  });
}

/** A year of weather. */
export const importWeather: ImportKind = {
  kind: 'weather', summary: 'a year of weather: EPW, TMYx, PVGIS, NSRDB PSM, TMY3', run,
};

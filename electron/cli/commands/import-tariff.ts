import { textOf } from '../../../shared/import/bytes/decode.ts';
import { noteText } from '../../../shared/import/report.ts';
import { keepTariff, tariffSource } from '../../../shared/import/tariff/keep.ts';
import { readTariff } from '../../../shared/import/tariff/urdb.ts';
import { sourceOf } from '../../../shared/plan/entries/own-models.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import { sha256Of } from '../file-hash.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';
import { exitCodes } from '../output.ts';
import { notUnderstood, reportJson, reportLines } from '../report-lines.ts';

function run(file: ImportFile, args: Args): ImportAnswer {
  const word = optionOf(args, 'item');
  const place = word === undefined ? null : Number(word);
  if (place !== null && !(Number.isInteger(place) && place >= 1))
    return refuse({ exit: exitCodes.usage,
      text: `--item: expected a whole number from 1, got "${word ?? ''}"` });
  const bytes = file.bytes();
  if (!bytes.ok) return bytes;
  const read = readTariff(textOf(bytes.value), place);
  if (!read.ok) return refuse(notUnderstood(read.error));
  const { value, report } = read.value;
  return ok({
    json: { ...value, ...reportJson(report), source: { file: file.name, sha256: sha256Of(bytes.value),
      stated: value.source } },
    lines: reportLines(report),
    records: (document, scenarioId) => {
      const inputs = resolveScenario(document, scenarioId);
      if (!inputs.ok) return refuse('the scenario cannot be read');
      const kept = keepTariff(value, inputs.value.site.values.utilityMw * 1000);
      if (!kept.ok) return kept;
      const source = tariffSource(value, sourceOf(file.name, bytes.value));
      return ok([{ kind: 'site', key: 'site', values: { ...kept.value.prices },
        notes: Object.fromEntries(Object.keys(kept.value.prices).map((key) => [key,
          { source }])),
        said: [...kept.value.notes, ...kept.value.leftOut].map(noteText) },
      { kind: 'tariff', key: 'tariff',
        values: { ...kept.value.schedule, origin: source.slice(0, 400) },
        notes: { schedule: { source } } }]);
    },
  });
}

/** An electricity tariff of the utility rate database. */
export const importTariff: ImportKind = {
  kind: 'tariff', summary: 'an electricity tariff (URDB JSON)', options: ['item'], run,
};

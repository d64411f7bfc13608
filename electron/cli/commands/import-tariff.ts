import { textOf } from '../../../shared/import/bytes/decode.ts';
import { readTariff } from '../../../shared/import/tariff/urdb.ts';
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
    records: () => refuse('a project bills by its own prices of energy and demand; a tariff is read and printed, not kept'),
  });
}

/** An electricity tariff of the utility rate database. */
export const importTariff: ImportKind = {
  kind: 'tariff', summary: 'an electricity tariff (URDB JSON)', options: ['item'], run,
};

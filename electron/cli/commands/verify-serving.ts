import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import {
  verifyKeys, verifyServing, type ServingErrors, type VerifyKey,
} from '../../../shared/inference/verify.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { readCsv } from '../read-input.ts';

const isKey = (text: string): text is VerifyKey => verifyKeys.some((key) => key === text);

/** The columns after --by, or which one is not known. */
function readKeys(text: string | undefined): Result<readonly VerifyKey[], string> {
  const words = (text ?? '').split(',').filter((word) => word !== '');
  const keys = words.filter(isKey);
  const unknown = words.find((word) => !isKey(word));
  if (unknown === undefined) return ok(keys);
  const near = nearestWord(unknown, verifyKeys);
  return refuse(`--by: "${unknown}" is not one of ${verifyKeys.join(', ')}${near === null ? '' : `; did you mean ${near}?`}`);
}

/** `verify serving`: measured serving points against the model alone. */
export function runVerifyServing(args: Args, output: Output): ExitCode {
  const keys = readKeys(optionOf(args, 'by'));
  const path = args.positional[1];
  if (!keys.ok || path === undefined) {
    output.err(keys.ok ? 'missing argument: file' : keys.error);
    return exitCodes.usage;
  }
  const rows = readCsv(path);
  if (!rows.ok) {
    output.err(rows.error.text);
    return rows.error.exit;
  }
  const report = verifyServing(rows.value, builtInCatalog, keys.value);
  if (args.flags.has('json')) output.out(JSON.stringify(report, null, 2));
  else {
    const line = (name: string, errors: ServingErrors): readonly string[] => [name,
      String(errors.rows), ...cells(errors.throughput), ...cells(errors.tpot)];
    output.out(table([
      ['GROUP', 'ROWS', 'TOK/S MEDIAN %', 'P90 %', 'BIAS', 'TPOT MEDIAN %', 'P90 %', 'BIAS'],
      line('all', report), ...report.groups.map((g) => line(Object.values(g.by).join(' '), g)),
    ]));
    for (const { reason, rows: count } of report.skipped)
      output.out(`skipped ${count}: ${reason}`);
  }
  return report.rows === 0 ? exitCodes.failed : exitCodes.done;
}

const cells = (errors: ServingErrors['throughput']): readonly string[] =>
  errors === null ? ['', '', '']
    : [errors.medianAbsPct.toFixed(1), errors.p90AbsPct.toFixed(1), errors.bias.toFixed(3)];

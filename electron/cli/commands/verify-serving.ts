import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { verifyServing, type ServingErrors } from '../../../shared/inference/verify.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { readCsv } from '../read-input.ts';

/** The columns after --by, or which one the file does not have. */
function readKeys(
  text: string | undefined, columns: readonly string[],
): Result<readonly string[], string> {
  const words = (text ?? '').split(',').filter((word) => word !== '');
  const unknown = words.find((word) => !columns.includes(word));
  if (unknown === undefined) return ok(words);
  const near = nearestWord(unknown, columns);
  return refuse(`--by: the file has no column "${unknown}"${near === null
    ? `; it has ${columns.join(', ')}` : `; did you mean ${near}?`}`);
}

/** Rows of the file argument with the columns to group by; what is wrong is said. */
export function readCases(args: Args, output: Output): Result<{
  readonly rows: readonly Record<string, string>[]; readonly keys: readonly string[];
}, ExitCode> {
  const path = args.positional[1];
  if (path === undefined) {
    output.err('missing argument: file');
    return refuse(exitCodes.usage);
  }
  const rows = readCsv(path);
  if (!rows.ok) {
    output.err(rows.error.text);
    return refuse(rows.error.exit);
  }
  const keys = readKeys(optionOf(args, 'by'), Object.keys(rows.value[0] ?? {}));
  if (keys.ok) return ok({ rows: rows.value, keys: keys.value });
  output.err(keys.error);
  return refuse(exitCodes.usage);
}

/** `verify serving`: measured serving points against the model alone. */
export function runVerifyServing(args: Args, output: Output): ExitCode {
  const read = readCases(args, output);
  if (!read.ok) return read.error;
  const { rows, keys } = read.value;
  const report = verifyServing(rows, builtInCatalog, keys, args.flags.has('all'));
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

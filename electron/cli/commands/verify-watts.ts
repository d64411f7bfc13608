import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ErrorStatistics } from '../../../shared/inference/calibration/statistics.ts';
import { verifyWatts } from '../../../shared/inference/verify-watts.ts';
import type { Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { readCases } from './verify-serving.ts';

const cells = (errors: ErrorStatistics | null): readonly string[] =>
  (errors === null ? ['', '', '']
    : [errors.medianAbsPct.toFixed(1), errors.p90AbsPct.toFixed(1), errors.bias.toFixed(3)]);

/** `verify watts`: measured mean watts of accelerators against the equations. */
export function runVerifyWatts(args: Args, output: Output): ExitCode {
  const read = readCases(args, output);
  if (!read.ok) return read.error;
  const { rows, keys } = read.value;
  const report = verifyWatts(rows, builtInCatalog, keys, args.flags.has('all'));
  if (args.flags.has('json')) output.out(JSON.stringify(report, null, 2));
  else {
    output.out(table([
      ['GROUP', 'ROWS', 'WATTS MEDIAN %', 'P90 %', 'BIAS'],
      ['all', String(report.rows), ...cells(report.watts)],
      ...report.groups.map(({ by, rows: count, watts }) =>
        [Object.values(by).join(' '), String(count), ...cells(watts)]),
    ]));
    for (const { reason, rows: count } of report.skipped)
      output.out(`skipped ${count}: ${reason}`);
  }
  return report.rows === 0 ? exitCodes.failed : exitCodes.done;
}

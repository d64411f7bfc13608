import { checkFile } from '../../../db/check.ts';
import type { Args, ArgSpec } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainFile } from '../problems.ts';

export const checkSpec: ArgSpec = { positional: ['file'], required: 1, flags: ['json'], options: [] };

/** `check`: integrity, version and lock of a project file, which is only read. */
export function runCheck(args: Args, output: Output): ExitCode {
  const report = checkFile(args.positional[0] ?? '');
  if (!report.ok) {
    if (args.flags.has('json')) output.out(JSON.stringify({ ok: false, problem: report.error }, null, 2));
    output.err(explainFile(report.error));
    return exitCodes.badFile;
  }
  const { contents, ...file } = report.value;
  if (args.flags.has('json')) {
    output.out(JSON.stringify({ ok: true, ...report.value }, null, 2));
    return exitCodes.done;
  }
  output.out(table([
    ['file', file.path], ['size', `${file.bytes} bytes`], ['layout', `${file.fileVersion} (this version writes ${file.appVersion})`],
    ['lock', file.lock === 'free' ? 'free' : 'held by another program'],
    ...(contents === null ? [] : [
      ['project', contents.projectName], ['journal', `${contents.journalSteps} steps, revision ${contents.revision}`],
      ...Object.entries(contents.records).map(([kind, count]) => [kind, String(count)]),
    ]),
  ]));
  return exitCodes.done;
}

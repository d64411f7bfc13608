import { checkFile } from '../../../db/check.ts';
import { openProject } from '../../../db/open.ts';
import type { PackageInfo } from '../../../shared/backend.ts';
import { readPackage } from '../../backend/package-info.ts';
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
  const about = contents?.package == null ? null : readAbout(file.path);
  const exit = about === null || about.intact ? exitCodes.done : exitCodes.failed;
  if (args.flags.has('json')) {
    output.out(JSON.stringify({
      ok: exit === exitCodes.done, ...file, contents: contents === null ? null : { ...contents, package: about },
    }, null, 2));
    return exit;
  }
  output.out(table([
    ['file', file.path], ['size', `${file.bytes} bytes`], ['layout', `${file.fileVersion} (this version writes ${file.appVersion})`],
    ['lock', file.lock === 'free' ? 'free' : 'held by another program'],
    ...(file.unfinished ? [['crash', 'a command was cut short; opening takes it back, nothing acknowledged is lost']] : []),
    ...(contents === null ? [] : [
      ['project', contents.projectName], ['journal', `${contents.journalSteps} steps, revision ${contents.revision}`],
      ...Object.entries(contents.records).map(([kind, count]) => [kind, String(count)]),
    ]),
    ...(about === null ? [] : describePackage(about)),
  ]));
  return exit;
}

/** What a package says of itself, recomputed. */
function readAbout(path: string): PackageInfo | null {
  const opened = openProject(path, { mode: 'read', backupPath: () => path });
  if (!opened.ok) return null;
  const about = readPackage(opened.value.package, opened.value.document());
  opened.value.close();
  return about;
}

const describePackage = ({ intact, issuedAt, hash, redacted }: PackageInfo): readonly (readonly string[])[] => [
  ['package', intact ? `intact, issued ${issuedAt}` : 'NOT INTACT: its fingerprint does not recompute'],
  ['sha256', hash], ['fields taken out', redacted.length === 0 ? 'none' : redacted.join(', ')],
];

import { resolve } from 'node:path';
import { checkFile } from '../../../db/check.ts';
import { openProject } from '../../../db/open.ts';
import type { PackageInfo } from '../../../shared/backend.ts';
import { knownKeys } from '../../backend/known-keys.ts';
import { knowSigner, readPackage } from '../../backend/package-info.ts';
import { defaultDataFolder } from '../../browser/places.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { describePackage } from '../package-lines.ts';
import { explainFile } from '../problems.ts';

export const checkSpec: ArgSpec = {
  positional: ['file'], required: 1, flags: ['json'], options: ['know', 'data'],
};

/** `check`: integrity, version, lock and signature of a project file, which is only read. */
export function runCheck(args: Args, output: Output): ExitCode {
  const report = checkFile(args.positional[0] ?? '');
  if (!report.ok) {
    if (args.flags.has('json')) output.out(JSON.stringify({ ok: false, problem: report.error }, null, 2));
    output.err(explainFile(report.error));
    return exitCodes.badFile;
  }
  const { contents: found, ...file } = report.value;
  const about = found?.packageMarks == null ? null : readAbout(file.path, args);
  const contents = found === null ? null : { ...found, packageMarks: undefined, package: about };
  const isBad = about !== null && (about.state === 'altered' || about.state === 'stripped');
  const exit = isBad ? exitCodes.failed : exitCodes.done;
  if (args.flags.has('json')) {
    output.out(JSON.stringify({ ok: exit === exitCodes.done, ...file, contents }, null, 2));
    return exit;
  }
  output.out(table([
    ['file', file.path], ['size', `${file.bytes} bytes`], ['layout', `${file.fileVersion} (this version writes ${file.appVersion})`],
    ['lock', file.lock === 'free' ? 'free' : 'held by another program'],
    ...(contents === null ? [] : [
      ['project', contents.projectName], ['journal', `${contents.journalSteps} steps, revision ${contents.revision}`],
      ...Object.entries(contents.records).map(([kind, count]) => [kind, String(count)]),
    ]),
    ...(about === null ? [] : describePackage(about)),
  ]));
  return exit;
}

/** What a package turns out to be; with `--know`, its key is kept under that name first. */
function readAbout(path: string, args: Args): PackageInfo | null {
  const opened = openProject(path, { mode: 'read', backupPath: () => path });
  if (!opened.ok) return null;
  const store = opened.value;
  try {
    const dataFolder = resolve(optionOf(args, 'data') ?? defaultDataFolder());
    const name = optionOf(args, 'know');
    const known = name === undefined ? null : knowSigner(dataFolder, store, name);
    return known ?? readPackage(store, store.document(), knownKeys(dataFolder));
  } finally {
    store.close();
  }
}

import { resolve } from 'node:path';
import {
  checkFile, describeContents, type FileContents, type FileReport,
} from '../../../db/check.ts';
import { fileVersion } from '../../../db/layout.ts';
import { openProject } from '../../../db/open.ts';
import type { FileProblem } from '../../../shared/backend.ts';
import type { PackageInfo } from '../../../shared/project/package-info.ts';
import { ok, type Result } from '../../../shared/units/result.ts';
import { knownKeys } from '../../backend/known-keys.ts';
import { knowSigner, readPackage } from '../../backend/package-info.ts';
import { defaultDataFolder } from '../../browser/places.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { explainMissing, openTemplate, templateNamed } from '../load.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { describePackage } from '../package-lines.ts';

export const checkSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'], options: ['know', 'data'],
};

/** A file's report, or that of a template as if it were a file just made. */
function reportOf(nameOrPath: string): Result<FileReport, FileProblem> {
  const template = templateNamed(nameOrPath);
  if (template === undefined) return checkFile(nameOrPath);
  const store = openTemplate(template);
  const contents = describeContents(store);
  store.close();
  return ok({ path: template.id, bytes: 0, fileVersion, appVersion: fileVersion,
    lock: 'free', unfinished: false, contents });
}

/** `check`: integrity, version, lock and signature of a project file, which is only read. */
export function runCheck(args: Args, output: Output): ExitCode {
  const report = reportOf(args.positional[0] ?? '');
  if (!report.ok) {
    if (args.flags.has('json'))
      output.out(JSON.stringify({ ok: false, problem: report.error }, null, 2));
    output.err(explainMissing(report.error));
    return exitCodes.badFile;
  }
  const { contents: found, ...file } = report.value;
  const about = found?.packageMarks == null ? null : readAbout(file.path, args);
  const contents = found === null ? null
    : { ...found, packageMarks: undefined, package: about };
  const isBad = about !== null && (about.state === 'altered' || about.state === 'stripped');
  const exit = isBad ? exitCodes.failed : exitCodes.done;
  if (args.flags.has('json')) {
    output.out(JSON.stringify({ ok: exit === exitCodes.done, ...file, contents }, null, 2));
    return exit;
  }
  output.out(table([
    ['file', file.path], ['size', `${file.bytes} bytes`],
    ['layout', `${file.fileVersion} (this version writes ${file.appVersion})`],
    ['lock', file.lock === 'free' ? 'free' : 'held by another program'],
    ...(file.unfinished ? [
      ['crash', 'a command was cut short; opening takes it back, nothing acknowledged is lost'],
    ] : []),
    ...(contents === null ? [] : [
      ['project', contents.projectName],
      ['journal', `${contents.journalSteps} steps, revision ${contents.revision}`],
      ...describeVersions(contents),
      ...Object.entries(contents.records).map(([kind, count]) => [kind, String(count)]),
    ]),
    ...(about === null ? [] : describePackage(about)),
  ]));
  return exit;
}

const describeCatalog = ({ version, changes }: FileContents['catalog']): string =>
  (changes === null ? `${version}, which this version does not know`
    : changes === 0 ? `${version}, no figure changed since`
      : `${version}; ${changes} figures changed since (take them on the Catalogue screen)`);

type Kept = Pick<FileContents, 'catalog' | 'defaults' | 'unknownValues'>;

/** The defaults a project keeps, what is newer, and what this version does not know. */
const describeVersions = (
  { catalog, defaults: { version, newer }, unknownValues }: Kept,
): readonly (readonly string[])[] => [
  ['catalogue', describeCatalog(catalog)],
  ['defaults', newer.length === 0 ? `version ${version}, the newest`
    : `version ${version}; newer ones exist of ${newer.join(', ')} (take them on the Assumptions screen)`],
  ...(unknownValues.length === 0 ? [] : [
    ['not known', `${unknownValues.join(', ')} (kept; remove them on the Assumptions screen)`],
  ]),
];

/** What a package turns out to be; with `--know`, its key is kept under that name first. */
function readAbout(path: string, args: Args): PackageInfo | null {
  const opened = openProject(path, { mode: 'read', backupPath: () => path });
  if (!opened.ok) return null;
  const store = opened.value;
  try {
    const dataFolder = resolve(optionOf(args, 'data') ?? defaultDataFolder());
    const name = optionOf(args, 'know');
    const known = name === undefined ? null : knowSigner(dataFolder, store, name);
    return known ?? readPackage(store, store.issued(), knownKeys(dataFolder));
  } finally {
    store.close();
  }
}

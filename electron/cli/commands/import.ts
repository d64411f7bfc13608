import { basename } from 'node:path';
import { nearestWord } from '../../../shared/project/path.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import type { ImportFile, Imported, NotUnderstood } from '../import-kind.ts';
import { keepInProject } from '../keep-records.ts';
import type { Stop } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { readBytes } from '../read-input.ts';
import { importKinds } from './import-kinds.ts';

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

export const importSpec: ArgSpec = {
  positional: [importKinds.map(({ kind }) => kind).join(' | '), 'file'], required: 2,
  flags: unique(['json', ...importKinds.flatMap(({ flags = [] }) => flags)]),
  options: unique(['into', 'scenario', 'name',
    ...importKinds.flatMap(({ options = [] }) => options)]),
};

export const importUsage =
  `import ${importKinds.map(({ kind }) => kind).join('|')} FILE [--json] `
  + '[--into project.aifp [--scenario NAME] [--name NAME]]'
  + unique(importKinds.flatMap(({ options = [] }) => options))
    .map((option) => ` [--${option} ...]`).join('');

/** Says why a file was not read; with `--json` on standard output as well. */
function refuseFile(
  path: string, problem: NotUnderstood | Stop, args: Args, output: Output,
): ExitCode {
  if ('exit' in problem) {
    output.err(problem.text);
    return problem.exit;
  }
  const { line, reason } = problem;
  output.err(`${path}${line === null ? '' : `, line ${line}`}: ${reason}`);
  if (args.flags.has('json'))
    output.out(JSON.stringify({ refused: [{ line, reason }] }, null, 2));
  return exitCodes.badFile;
}

function keep(
  file: ImportFile, imported: Imported, args: Args, output: Output,
): ExitCode {
  const into = optionOf(args, 'into');
  if (into === undefined) return exitCodes.done;
  const label = `Import ${file.name}`.slice(0, 120);
  const kept = keepInProject(into, optionOf(args, 'scenario'), label, imported);
  if (!kept.ok) {
    output.err(kept.error.text);
    return kept.error.exit;
  }
  output.err(`kept in ${into} as ${kept.value.join(', ')}`);
  return exitCodes.done;
}

/** `import`: reads a file from elsewhere and says what was read; keeps it with `--into`. */
export async function runImport(args: Args, output: Output): Promise<ExitCode> {
  const [kind = '', path = ''] = args.positional;
  const reader = importKinds.find((known) => known.kind === kind);
  if (reader === undefined) {
    const known = importKinds.map((one) => one.kind);
    const near = nearestWord(kind, known);
    output.err(`"${kind}" is no kind of file this command reads; ${near === null ? `known: ${known.join(', ')}` : `did you mean ${near}?`}`);
    return exitCodes.usage;
  }
  const file: ImportFile = { path, name: basename(path), bytes: () => readBytes(path) };
  const imported = await reader.run(file, args);
  if (!imported.ok) return refuseFile(path, imported.error, args, output);
  if (args.flags.has('json')) output.out(JSON.stringify(imported.value.json, null, 2));
  else for (const line of imported.value.lines) output.out(line);
  return keep(file, imported.value, args, output);
}

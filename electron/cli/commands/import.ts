import { basename } from 'node:path';
import { headText } from '../../../shared/import/bytes/decode.ts';
import { recogniseKind } from '../../../shared/import/kind.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { feedFile } from '../file-hash.ts';
import type { ImportFile, Imported, NotUnderstood } from '../import-kind.ts';
import { keepInProject } from '../keep-records.ts';
import type { Stop } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { readBytes } from '../read-input.ts';
import { importKinds } from './import-kinds.ts';

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

export const importSpec: ArgSpec = {
  positional: [`${importKinds.map(({ kind }) => kind).join(' | ')} (found by content where left out)`,
    'file'], required: 1,
  flags: unique(['json', ...importKinds.flatMap(({ flags = [] }) => flags)]),
  options: unique(['into', 'scenario', 'name',
    ...importKinds.flatMap(({ options = [] }) => options)]),
};

export const importUsage =
  `import [${importKinds.map(({ kind }) => kind).join('|')}] FILE [--json] `
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
  output.err(`kept in ${into} as ${kept.value.keys.join(', ')}`);
  for (const line of kept.value.said) output.err(`  ${line}`);
  return exitCodes.done;
}

/** Bytes at the start of a file that its kind is told by. */
const headBytes = 256 * 1024;

/** The kind of a file by its content. */
async function kindOf(path: string): Promise<Result<string, Stop | NotUnderstood>> {
  let head: Uint8Array = new Uint8Array(0);
  const fed = await feedFile(path, (piece) => {
    head = piece.subarray(0, headBytes);
    return false;
  });
  if (!fed.ok) return fed;
  const kind = recogniseKind(headText(head));
  return kind !== null ? ok(kind) : refuse({ line: 1, reason:
    `its content is of no kind known here (${importKinds.map((one) => one.kind).join(', ')}); say which: import KIND FILE` });
}

/** Kind and path of the arguments; a file alone is of the kind its content tells. */
async function namedFile(args: Args): Promise<Result<{ readonly kind: string; readonly path: string },
  Stop | NotUnderstood>> {
  const [first = '', second] = args.positional;
  if (second !== undefined) return ok({ kind: first, path: second });
  if (importKinds.some(({ kind }) => kind === first))
    return refuse({ exit: exitCodes.usage, text: `missing argument: file\nusage: ${importUsage}` });
  const kind = await kindOf(first);
  return kind.ok ? ok({ kind: kind.value, path: first }) : kind;
}

/** `import`: reads a file from elsewhere and says what was read; keeps it with `--into`. */
export async function runImport(args: Args, output: Output): Promise<ExitCode> {
  const named = await namedFile(args);
  if (!named.ok) return refuseFile(args.positional[0] ?? '', named.error, args, output);
  const { kind, path } = named.value;
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
  if (args.positional.length === 1) output.err(`${file.name} is read as: ${kind}`);
  if (args.flags.has('json')) output.out(JSON.stringify(imported.value.json, null, 2));
  else for (const line of imported.value.lines) output.out(line);
  return keep(file, imported.value, args, output);
}

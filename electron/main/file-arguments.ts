import { isAbsolute, resolve } from 'node:path';
import { projectExtension } from '../backend/paths.ts';

/**
 * The project file named on a command line, absolute, or null. Switches and the program's
 * own folder are not files.
 * @example findProjectFile(['electron', '.', 'site.aifp'], '/home/a') // '/home/a/site.aifp'
 */
export function findProjectFile(argv: readonly string[], cwd: string): string | null {
  const named = argv.slice(1)
    .findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith(projectExtension));
  if (named === undefined) return null;
  return isAbsolute(named) ? named : resolve(cwd, named);
}

/** The value after a switch such as `--projects DIR` or `--projects=DIR`, or null. */
export function switchValue(argv: readonly string[], name: string): string | null {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = argv[at];
  if (word === undefined) return null;
  return word.startsWith(`${name}=`) ? word.slice(name.length + 1) : argv[at + 1] ?? null;
}

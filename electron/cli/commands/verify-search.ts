import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadSolver } from '../../../shared/search/programs/solver.ts';
import { verifySearch } from '../../../shared/search/verify/verify.ts';
import type { Args } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { readJson } from '../read-input.ts';

/** Machine code of the solver, beside the package as npm installs it. */
const solverCode = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')));

/** `verify search`: cases of search and choice, programs among them. */
export async function runVerifySearch(
  args: Args, output: Output,
  print: (report: ReturnType<typeof verifySearch>) => ExitCode,
): Promise<ExitCode> {
  const path = args.positional[1];
  if (path === undefined) {
    output.err('missing argument: file');
    return exitCodes.usage;
  }
  const file = readJson(path);
  if (!file.ok) {
    output.err(file.error.text);
    return file.error.exit;
  }
  const solver = await loadSolver(solverCode());
  try {
    return print(verifySearch(file.value, solver));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    output.err(`${path}: ${error.message}`);
    return exitCodes.badFile;
  }
}

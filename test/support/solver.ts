import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Solver } from '../../shared/search/programs/program.ts';
import { loadSolver } from '../../shared/search/programs/solver.ts';

let loaded: Promise<Solver> | null = null;

/** The solver of linear programs, loaded once for all tests of a worker. */
export function testSolver(): Promise<Solver> {
  const path = createRequire(import.meta.url).resolve('highs/runtime');
  loaded ??= loadSolver(new Uint8Array(readFileSync(path)));
  return loaded;
}

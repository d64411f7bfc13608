import codeAddress from 'highs/runtime?url';
import type { Solver } from '../../shared/search/programs/program.ts';
import { loadSolver } from '../../shared/search/programs/solver.ts';

let loaded: Promise<Solver> | null = null;

/**
 * The solver of linear programs, for a part of the worker that computes: pages may not
 * compile it. Loaded once, when it is first asked for.
 */
export function pageSolver(): Promise<Solver> {
  loaded ??= fetch(codeAddress)
    .then((reply) => reply.arrayBuffer())
    .then((code) => loadSolver(new Uint8Array(code)));
  return loaded;
}

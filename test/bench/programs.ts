import type { LinearProgram } from '../../shared/search/programs/program.ts';
import { randomStream } from '../../shared/search/numeric/random.ts';
import { testSolver } from '../support/solver.ts';
import { time, type Timing } from './report.ts';

/**
 * Kinds of racks under limits: every limit takes part of what a few kinds need, and holds as
 * many racks as a plan of some hundred does.
 */
export function manyRacks(kinds: number, limits: number, seed: number): LinearProgram {
  const stream = randomStream(seed, 0);
  let place = 0;
  const draw = (low: number, high: number): number => low + stream.at(place++) * (high - low);
  const objective = Array.from({ length: kinds }, () => draw(5, 20));
  const aUb = Array.from({ length: limits }, () => Array.from({ length: kinds }, () =>
    (draw(0, 1) < 0.3 ? draw(0.5, 3) : 0)));
  return { sense: 'maximise', objective, aUb, bUb: aUb.map(() => draw(100, 400)),
    lower: objective.map(() => 0), upper: objective.map(() => 40),
    integer: objective.map(() => true) };
}

/** Two hundred whole numbers under sixty limits, to 1 %; the solver is loaded before. */
export async function timePrograms(): Promise<readonly Timing[]> {
  const solver = await testSolver();
  let seed = 0;
  return [await time('program of 200 whole numbers, 60 limits, to 1 %', 9, () => {
    solver.solve(manyRacks(200, 60, seed++ % 9), { gap: 0.01 });
  })];
}

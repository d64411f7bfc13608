import { Session } from 'node:inspector';
import { z } from 'zod';

const coverage = z.object({ result: z.array(z.object({
  functions: z.array(z.object({ ranges: z.array(z.object({ count: z.number() })) })),
})) });

/**
 * How often blocks of code ran while `run` did: a measure of work that neither the machine nor its load
 * changes. Counts our code and that of libraries; a call of a built-in counts as one.
 */
export function countSteps(run: () => unknown): number {
  const session = new Session();
  session.connect();
  const found: { steps?: number } = {};
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    run();
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error !== null) throw error;
      found.steps = coverage.parse(taken).result
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
        .reduce((sum, count) => sum + count, 0);
    });
    session.post('Profiler.stopPreciseCoverage');
  } finally {
    session.disconnect();
  }
  if (found.steps === undefined) throw new Error('the profiler counted nothing');
  return found.steps;
}

/** How many times the work grows when what is read grows four times: 4 is linear, 16 quadratic. */
export function growth(read: (times: number) => () => unknown, times: number): number {
  const [small, large] = [read(times), read(4 * times)];
  small(); // whatever is done once is not counted
  return countSteps(large) / countSteps(small);
}

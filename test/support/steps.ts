import { Session } from 'node:inspector';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';

const coverage = z.object({ result: z.array(z.object({
  functions: z.array(z.object({ ranges: z.array(z.object({ count: z.number() })) })),
})) });

const session = new Session();
session.connect();

function start(): void {
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

function stop(): void {
  session.post('Profiler.stopPreciseCoverage');
  session.post('Profiler.disable');
}

/**
 * Counting begins with this module: V8 puts counters into a function when it first
 * compiles it, so what ran before is counted by calls alone.
 */
start();

/**
 * Counts in this file of tests and ends with it: while V8 counts it runs nothing
 * optimised, which the files that follow in the same process would pay for.
 */
export function countInThisFile(): void {
  beforeAll(start);
  afterAll(stop);
}

/** Blocks run since the last time this was asked. */
function take(): number {
  const found: { steps?: number } = {};
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error !== null) throw error;
    found.steps = coverage.parse(taken).result
      .flatMap(({ functions }) =>
        functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      .reduce((sum, count) => sum + count, 0);
  });
  if (found.steps === undefined) throw new Error('the profiler counted nothing');
  return found.steps;
}

/**
 * How often blocks of code ran while `run` did: a measure of work that neither the
 * machine nor its load changes. Counts our code and that of libraries; a call of a
 * built-in counts as one.
 */
export function countSteps(run: () => unknown): number {
  take();
  run();
  return take();
}

/** What runs beside a measurement, such as the test runner's own timers. */
const aside = 5000;

/**
 * Work of reading four times as much, and the most it may be if work is in proportion to
 * what is read: quadratic work would be sixteen times as much.
 */
export function compareWork(
  read: (times: number) => () => unknown, times: number,
): { readonly taken: number; readonly linear: number } {
  const [small, large] = [read(times), read(4 * times)];
  small(); // whatever is done once is not counted
  const least = countSteps(small);
  return { taken: countSteps(large), linear: 6 * least + aside };
}

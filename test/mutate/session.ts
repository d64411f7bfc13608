import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  createVitest, BaseSequencer, type TestModule, type TestSpecification,
} from 'vitest/node';
import { root } from '../architecture/source.ts';
import { guardLoops } from './guard.ts';
import type { Fault } from './places.ts';

export type Outcome = 'killed' | 'survived' | 'endless' | 'no tests';

/** What became of a fault, the first test that found it, and how long that took. */
export interface Tried {
  readonly outcome: Outcome;
  readonly by: string;
  readonly ms: number;
}

/** Runs files in the order they were given. */
class Given extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const never = 600_000;

/**
 * Runs tests with a fault planted in memory: no file is written, and the first failure ends the
 * run.
 * Each run has a vitest of its own, so that nothing of one fault is left for the next.
 * @param fault null runs the code as it is
 * @param patienceMs a run that takes longer counts as one that never ends
 */
export async function tryFault(
  fault: Fault | null, tests: readonly string[], patienceMs = never,
): Promise<Tried> {
  if (tests.length === 0) return { outcome: 'no tests', by: '', ms: 0 };
  const began = performance.now();
  const vitest = await createVitest({
    watch: false, bail: 1, maxWorkers: 1, isolate: false, reporters: [{}],
    coverage: { enabled: false },
    // Code with a fault in it must never reach the cache on disk that other runs read.
    fsModuleCache: false, setupFiles: [join(root, 'test/mutate/setup.ts')], root,
    testTimeout: never, sequence: { sequencer: Given },
  }, {
    plugins: [{
      name: 'planted-fault', enforce: 'pre',
      transform: (_code: string, id: string) => fault !== null && id === join(root, fault.path)
        ? { code: textWith(fault), map: null } : undefined,
    }],
  });
  const project = vitest.getRootProject();
  const isLate = endAfter(patienceMs);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    tests.map((test) => project.createSpecification(join(root, test))));
  const late = isLate();
  const [by = unhandledErrors.length > 0 ? 'an error outside the tests' : ''] =
    testModules.flatMap(failuresOf);
  const passed = by === '' && testModules.every((one) => one.ok());
  await vitest.close();
  const ms = performance.now() - began;
  return { outcome: late ? 'endless' : passed ? 'survived' : 'killed', by, ms };
}

/**
 * Ends the worker of this process when a run takes longer than it may; the answer says
 * whether it did.
 */
function endAfter(ms: number): () => boolean {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    for (const pid of workersOf(process.pid)) process.kill(pid, 'SIGKILL');
  }, ms);
  return () => { clearTimeout(timer); return late; };
}

/**
 * Ids of the processes this one started, where the system lists them (Linux); none
 * elsewhere.
 */
function workersOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`,
        'utf8').split(' ').filter((id) => id !== '').map(Number));
  } catch { return []; }
}

/** The text of a file with a fault in it. */
function textWith({ path, start, end, now }: Fault): string {
  const text = readFileSync(join(root, path), 'utf8');
  return guardLoops(path, text.slice(0, start) + now + text.slice(end));
}

/** What failed in a file of tests, with the first line of what it said. */
function failuresOf(one: TestModule): readonly string[] {
  const said = (message: string): string => message.split('\n')[0] ?? '';
  const tests = [...one.children.allTests('failed')]
    .map((test) => `${test.fullName}: ${said(test.result().errors?.[0]?.message ?? '')}`);
  return [...tests, ...one.errors().map(({ message }) => said(message))]
    .map((line) => `${relative(root, one.moduleId)} > ${line}`);
}

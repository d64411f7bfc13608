import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVitest, BaseSequencer, type TestModule, type TestSpecification } from 'vitest/node';
import { root } from '../architecture/source.ts';
import { guardLoops } from './guard.ts';
import type { Fault } from './places.ts';

export type Outcome = 'killed' | 'survived' | 'endless' | 'no tests';

/** What became of a fault, and the first test that found it. */
export interface Tried {
  readonly outcome: Outcome;
  readonly by: string;
}

/** Keeps vitest running and tries one fault after another, in memory: no file is written. */
export interface Session {
  readonly run: (fault: Fault | null, tests: readonly string[]) => Promise<Tried>;
  readonly close: () => Promise<void>;
}

/** Runs files in the order they were given. */
class Given extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> { return Promise.resolve(files); }
}

/** A run counts as one that never ends when it takes this many times as long as without a fault. */
const patience = 5;
const leastPatienceMs = 60_000;

/** Opens the session. One worker, no isolation between files, first failure ends a run. */
export async function openSession(): Promise<Session> {
  let planted: Fault | null = null;
  let soundMs = leastPatienceMs;
  const touched = new Set<string>();
  const vitest = await createVitest({
    watch: false, bail: 1, maxWorkers: 1, isolate: false, reporters: [{}], coverage: { enabled: false },
    // Code with a fault in it must never reach the cache on disk that other runs read.
    fsModuleCache: false, setupFiles: [join(root, 'test/mutate/setup.ts')], root,
    testTimeout: 300_000, sequence: { sequencer: Given },
  }, {
    plugins: [{
      name: 'planted-fault', enforce: 'pre',
      transform: (_code: string, id: string) => planted !== null && id === join(root, planted.path)
        ? { code: textWith(planted), map: null } : undefined,
    }],
  });
  const project = vitest.getRootProject();
  return {
    run: async (fault, tests) => {
      if (tests.length === 0) return { outcome: 'no tests', by: '' };
      // A run that ends early may still ask for files: what it got then must not stay.
      const renew = (): void => { for (const path of touched) vitest.invalidateFile(join(root, path)); };
      if (fault !== null) touched.add(fault.path);
      planted = fault;
      renew();
      const began = performance.now();
      const watch = endAfter(fault === null ? leastPatienceMs * 10 : Math.max(leastPatienceMs, patience * soundMs));
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
        tests.map((test) => project.createSpecification(join(root, test))));
      planted = null;
      if (fault === null) soundMs = performance.now() - began;
      if (watch.ended()) return { outcome: 'endless', by: '' };
      const [by = unhandledErrors.length > 0 ? 'an error outside the tests' : ''] = testModules.flatMap(failuresOf);
      return { outcome: by === '' && testModules.every((one) => one.ok()) ? 'survived' : 'killed', by };
    },
    close: async () => { await vitest.close(); },
  };
}

/** Ends the worker of this process when a run takes longer than it may. */
function endAfter(ms: number): { readonly ended: () => boolean } {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    for (const pid of workersOf(process.pid)) process.kill(pid, 'SIGKILL');
  }, ms);
  return { ended: () => { clearTimeout(timer); return late; } };
}

/** Ids of the processes this one started, where the system lists them (Linux); none elsewhere. */
function workersOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter((id) => id !== '').map(Number));
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

import type { Solver } from '../programs/program.ts';
import { ArgumentError, isRecord, argumentsOf, type Arguments } from './arguments.ts';
import { compareAnswer, type Answer } from './compare.ts';
import { decisionFunctions } from './decisions.ts';
import { optionFunctions } from './options.ts';
import { programFunctions } from './programs.ts';
import { sweepFunctions } from './sweeps.ts';

/**
 * One case: what was expected, what we compute, the largest error, and why it does not
 * pass.
 */
export interface SearchCase {
  readonly id: string;
  readonly function: string;
  readonly status: 'pass' | 'fail' | 'unsupported';
  readonly expected: unknown;
  readonly actual: Answer;
  /** Over max(1, |expected|). */
  readonly error: number | null;
  readonly reason?: string;
}

export interface SearchVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly SearchCase[];
}

type CaseFunction = (a: Arguments) => Answer;

const functionsWith = (solver: Solver): Readonly<Record<string, CaseFunction>> => ({
  ...sweepFunctions, ...programFunctions(solver), ...optionFunctions,
    ...decisionFunctions,
});

/** Used where a case states none. */
const usualTolerance = 1e-9;

/**
 * Runs the cases of a verification file against the product's own search functions.
 * @param file parsed JSON: a list of cases or `{ cases: [...] }`; each has id,
 *   function, args (or inputs), expected and tolerance
 * @param solver of linear programs, as `loadSolver` gives it
 * @returns counts and one entry per case; a case that cannot be run is unsupported
 * @throws TypeError when the file holds no list of cases
 */
export function verifySearch(file: unknown, solver: Solver): SearchVerification {
  const list: unknown = isRecord(file) ? file['cases'] : file;
  if (!Array.isArray(list)) throw new TypeError('a verification file needs a list of cases');
  const functions = functionsWith(solver);
  const cases = list.map((entry: unknown, at) => runCase(entry, at, functions));
  const count = (status: SearchCase['status']): number =>
    cases.filter((result) => result.status === status).length;
  return { passed: count('pass'), failed: count('fail'),
    unsupported: count('unsupported'),
    cases };
}

function runCase(
  entry: unknown, at: number, functions: Readonly<Record<string, CaseFunction>>,
): SearchCase {
  const given = isRecord(entry) ? entry : {};
  const [id, name] = [given['id'], given['function']];
  const args = given['args'] ?? given['inputs'];
  const base = { id: typeof id === 'string' ? id : `#${at + 1}`,
    function: typeof name === 'string' ? name.toUpperCase() : '',
    expected: given['expected'] ?? null, actual: null, error: null };
  const run = Object.hasOwn(functions, base.function) ? functions[base.function]
    : undefined;
  if (!isRecord(entry)) return { ...base, status: 'fail', reason: 'not a case' };
  if (run === undefined) {
    return { ...base, status: 'unsupported',
      reason: `no function ${base.function === '' ? '(unnamed)' : base.function}` };
  }
  if (!isRecord(args)) return { ...base, status: 'fail', reason: 'the case has no args' };
  if (!('expected' in entry))
    return { ...base, status: 'fail', reason: 'the case has no expected value' };
  const tolerance = typeof entry['tolerance'] === 'number' ? entry['tolerance']
    : usualTolerance;
  return judge(base, tolerance, () => run(argumentsOf(args)));
}

/**
 * What lies outside a function's domain has no answer; a missing argument is not
 * supported.
 */
function judge(
  base: Omit<SearchCase, 'status'>, tolerance: number, run: () => Answer,
): SearchCase {
  let actual: Answer = null;
  let domain: string | undefined;
  try {
    actual = run();
  } catch (error) {
    if (error instanceof ArgumentError)
      return { ...base, status: 'unsupported', reason: error.message };
    if (!(error instanceof RangeError)) throw error;
    domain = error.message;
  }
  const { pass, error, reason } = compareAnswer(base.expected, actual, tolerance);
  const why = domain ?? reason;
  return { ...base, actual, error, status: pass ? 'pass' : 'fail',
    ...(pass || why === undefined ? {} : { reason: why }) };
}

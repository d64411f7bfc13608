import { ArgumentError, isRecord, readArguments } from '../../economics/verify/arguments.ts';
import { withoutNaN, type RiskAnswer } from './answer.ts';
import { batchFunctions } from './batch.ts';
import { choiceFunctions } from './choices.ts';
import { compareRisk } from './compare.ts';
import { correlatedFunctions } from './correlated.ts';
import { figureFunctions } from './figures.ts';
import { lawFunctions } from './laws.ts';
import { pathFunctions } from './paths.ts';
import { pointFunctions } from './points.ts';
import type { RiskFunction } from './read.ts';
import { sensitivityFunctions } from './sensitivity.ts';

/** One case: what was expected, what came out, how far off it is, and why it does not pass. */
export interface RiskCaseResult {
  readonly id: string;
  readonly function: string;
  readonly status: 'pass' | 'fail' | 'unsupported';
  readonly expected: unknown;
  readonly actual: RiskAnswer;
  readonly error: number | null;
  readonly reason?: string;
}

export interface RiskVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly RiskCaseResult[];
}

const functions: ReadonlyMap<string, RiskFunction> = new Map(Object.entries({
  ...lawFunctions, ...figureFunctions, ...pointFunctions, ...correlatedFunctions,
  ...sensitivityFunctions, ...choiceFunctions, ...pathFunctions, ...batchFunctions }));

/** Names of all functions a file of risk cases may use. */
export const riskFunctions: readonly string[] = [...functions.keys()].toSorted();

/**
 * Runs the cases of a file against the product's own mathematics of risk.
 * @param file parsed JSON: `{ cases: [...] }` or a bare list; each case has id, function, args
 *   (or inputs), expected and tolerance (1e-9 unless said)
 * @returns counts and one line per case; an unknown function or a missing argument is
 *   unsupported, a refused value counts as no answer
 * @throws TypeError when the file holds no list of cases
 * @example verifyRisk([{ id: 'a', function: 'CVAR', args: { values: [1, 2], alpha: 0.5, tail: 'upper' },
 *   expected: { cvar: 2 } }]).passed // 1
 */
export function verifyRisk(file: unknown): RiskVerification {
  const list = Array.isArray(file) ? file : isRecord(file) ? file['cases'] : undefined;
  if (!Array.isArray(list)) throw new TypeError('a verification file needs a list of cases');
  const cases = list.map((entry: unknown, at) => runCase(entry, at));
  const count = (status: RiskCaseResult['status']): number =>
    cases.filter((result) => result.status === status).length;
  return { passed: count('pass'), failed: count('fail'), unsupported: count('unsupported'),
    cases };
}

function runCase(value: unknown, at: number): RiskCaseResult {
  const entry = isRecord(value) ? value : {};
  const id = typeof entry['id'] === 'string' ? entry['id'] : `case ${at + 1}`;
  const name = typeof entry['function'] === 'string' ? entry['function'] : '';
  const expected = entry['expected'];
  const base = { id, function: name, expected, actual: null, error: null };
  const run = functions.get(name);
  if (run === undefined) {
    return { ...base, status: 'unsupported',
      reason: `no function ${name === '' ? '(unnamed)' : name}` };
  }
  const args = entry['args'] ?? entry['inputs'];
  if (!isRecord(args)) return { ...base, status: 'fail', reason: 'the case has no args' };
  if (!('expected' in entry))
    return { ...base, status: 'fail', reason: 'the case has no expected value' };
  const tolerance = entry['tolerance'] ?? 1e-9;
  if (typeof tolerance !== 'number' || !(tolerance >= 0))
    return { ...base, status: 'fail', reason: 'the tolerance is not a number from 0' };
  return judge(base, tolerance, () => run(readArguments(args)));
}

/** Runs a function; what it refuses counts as no answer, a missing argument as unsupported. */
function judge(
  base: Omit<RiskCaseResult, 'status'>, tolerance: number, run: () => RiskAnswer,
): RiskCaseResult {
  let refused: string | undefined;
  let actual: RiskAnswer = null;
  try {
    actual = withoutNaN(run());
  } catch (error) {
    if (error instanceof ArgumentError)
      return { ...base, status: 'unsupported', reason: error.message };
    if (!(error instanceof RangeError)) throw error;
    refused = error.message;
  }
  const { pass, error, reason } = compareRisk(base.expected, actual, tolerance);
  const why = refused ?? reason;
  const result = { ...base, actual, error };
  return pass || why === undefined ? { ...result, status: pass ? 'pass' : 'fail' }
    : { ...result, status: 'fail', reason: why };
}

import { ArgumentError, isRecord, readArguments, type Answer } from './arguments.ts';
import { assetFunctions } from './assets.ts';
import { compareAnswer, type Comparison } from './compare.ts';
import { gatherIndices } from './sobol.ts';
import { spreadsheetFunctions, type CaseFunction } from './spreadsheet.ts';
import { tokenFunctions } from './tokens.ts';

export type CaseStatus = 'pass' | 'fail' | 'unsupported' | 'note';

/**
 * One case: what was expected, what we compute, the largest relative error, and why it
 * does not pass.
 */
export interface CaseResult {
  readonly id: string;
  readonly function: string;
  readonly status: CaseStatus;
  readonly expected: unknown;
  readonly actual: Answer;
  readonly error: number | null;
  readonly reason?: string;
}
export interface FinanceVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  /** Entries of function WARNING: remarks about a source, not cases. */
  readonly notes: number;
  readonly cases: readonly CaseResult[];
}

const functions: ReadonlyMap<string, CaseFunction> = new Map(
  Object.entries({ ...spreadsheetFunctions, ...assetFunctions, ...tokenFunctions }));

/** Names of all functions a verification file may use. */
export const verifiableFunctions: readonly string[] = [...functions.keys()].toSorted();

/**
 * Runs the cases of a verification file against the product's own functions.
 * @param file parsed JSON: `{ cases: [...] }` or a bare list; each case has id, function,
 *   inputs, expected, tolerance
 * @returns counts and one line per case; a case that cannot be run is unsupported or
 *   fails with a reason
 * @throws TypeError when the file holds no list of cases
 * @example verifyFinance({ cases: [{ id: 'a', function: 'SLN', inputs: { cost: 10, salvage: 0, life: 5 },
 *   expected: 2 }] }).passed // 1
 */
export function verifyFinance(file: unknown): FinanceVerification {
  const list = Array.isArray(file) ? file : isRecord(file) ? file['cases'] : undefined;
  if (!Array.isArray(list)) throw new TypeError('a verification file needs a list of cases');
  const cases = list.map((entry: unknown, at) => runCase(entry, at));
  const count = (status: CaseStatus): number =>
    cases.filter((result) => result.status === status).length;
  return {
    passed: count('pass'), failed: count('fail'), unsupported: count('unsupported'),
    notes: count('note'),
    cases,
  };
}

function runCase(entry: unknown, at: number): CaseResult {
  if (!isRecord(entry)) {
    return { id: `#${at + 1}`, function: '', status: 'fail', expected: null, actual: null,
      error: null,
      reason: 'not a case' };
  }
  const id = typeof entry['id'] === 'string' ? entry['id'] : `#${at + 1}`;
  const named = entry['function'];
  const name = typeof named === 'string' ? named.toUpperCase().replaceAll('.', '_') : '';
  const expected = entry['expected'] ?? entry['expected_percent'] ?? null;
  const base = { id, function: name, expected, actual: null, error: null };
  if (name === 'WARNING') {
    return { ...base, status: 'note',
      reason: typeof entry['note'] === 'string' ? entry['note'] : 'note' };
  }
  const run = functions.get(name);
  if (run === undefined) {
    return { ...base, status: 'unsupported',
      reason: `no function ${name === '' ? '(unnamed)' : name}` };
  }
  const inputs = entry['inputs'];
  if (!isRecord(inputs)) return { ...base, status: 'fail', reason: 'the case has no inputs' };
  if (!('expected' in entry || 'expected_percent' in entry || 'expected_series' in entry)) {
    return { ...base, status: 'fail', reason: 'the case has no expected value' };
  }
  return judge(entry, base, () => run(readArguments(inputs)));
}

/**
 * Runs a function; an answer outside its domain counts as no answer, a missing argument
 * as not supported.
 */
function judge(
  entry: Readonly<Record<string, unknown>>, base: Omit<CaseResult, 'status'>, run: () => Answer,
): CaseResult {
  const { answer, unsupported, domain } = attempt(run);
  if (unsupported !== undefined) return { ...base, status: 'unsupported', reason: unsupported };
  const { pass, error, reason } = compareCase(entry, base.function, answer);
  const result = { ...base, actual: answer, error };
  const why = domain ?? reason;
  if (pass || why === undefined) return { ...result, status: pass ? 'pass' : 'fail' };
  return { ...result, status: 'fail', reason: why };
}

interface Attempt {
  readonly answer: Answer;
  readonly unsupported?: string;
  /** Why there is no answer. */
  readonly domain?: string;
}

function attempt(run: () => Answer): Attempt {
  try {
    const answer = run();
    return typeof answer !== 'number' || Number.isFinite(answer) ? { answer }
      : { answer: null, domain: 'the answer is not finite' };
  } catch (error) {
    if (error instanceof ArgumentError) return { answer: null, unsupported: error.message };
    if (error instanceof RangeError) return { answer: null, domain: error.message };
    throw error;
  }
}

/**
 * Figures, series and exactly known figures of a case must all agree. Published
 * declining-balance series may leave out the part year after the life, so only the
 * periods they print are compared.
 */
function compareCase(
  entry: Readonly<Record<string, unknown>>, name: string, actual: Answer,
): Comparison {
  if (name === 'DC_MONTHLY_TCO_SHARES')
    return compareShares(entry['expected_percent'] ?? entry['expected']);
  const results: Comparison[] = [];
  const expected = name === 'SOBOL_INDICES' ? gatherIndices(entry['expected'])
    : entry['expected'];
  if (name === 'DB_SERIES' && Array.isArray(expected) && Array.isArray(actual)) {
    return compareAnswer(expected, actual.slice(0, Math.max(1, expected.length)),
      entry['tolerance']);
  }
  if ('expected' in entry) results.push(compareAnswer(expected, actual, entry['tolerance']));
  if ('expected_series' in entry) {
    results.push(compareAnswer(entry['expected_series'], actual, entry['tolerance']));
  }
  if (typeof entry['exact_irr_percent'] === 'number') {
    results.push(compareAnswer({ project_return_aftertax_irr: entry['exact_irr_percent'] },
      actual, 1e-9));
  }
  return results.find((result) => !result.pass)
    ?? results.reduce((a, b) => ((b.error ?? 0) > (a.error ?? 0) ? b : a),
      { pass: true, error: 0 });
}

/** Shares of a whole must not be negative and add up to 100 %. */
function compareShares(expected: unknown): Comparison {
  const shares = isRecord(expected) ? Object.values(expected) : [];
  const sum = shares.reduce<number>((all, share) =>
    all + (typeof share === 'number' && share >= 0 ? share : Number.NaN), 0);
  const error = Math.abs(sum - 100);
  return shares.length > 0 && error < 1e-9 ? { pass: true, error }
    : { pass: false, error: null, reason: 'the shares do not add up to 100 %' };
}

import {
  sobolFromRuns, sobolG, sobolIshigami, sobolLinear, type SobolIndices,
} from '../functions/statistics.ts';
import { ArgumentError, isRecord, type Answer, type Arguments } from './arguments.ts';

/**
 * Indices of a named test function in closed form, or from model runs A, B and AB.
 * Known functions: Ishigami (a, b), Sobol's G (a), linear (coefficients, variances or sigmas).
 */
export function sobolOf(args: Arguments): Answer {
  const { first, total, variance } = indicesOf(args);
  return { first, first_order: first, s1: first, s: first, si: first, total,
    total_order: total, st: total,
    sti: total, t: total, variance };
}

/**
 * A case may expect indices one by one (S1, S2, ..., ST1, ST2, ...): gathers them into rows.
 * @example gatherIndices({ S1: 0.3, S2: 0.4, ST1: 0.6, ST2: 0.4 })
 *   // { first: [0.3, 0.4], total: [0.6, 0.4] }
 */
export function gatherIndices(expected: unknown): unknown {
  if (!isRecord(expected) || typeof (expected['S1'] ?? expected['s1']) !== 'number')
    return expected;
  const row = (prefix: string): readonly unknown[] => Object.entries(expected)
    .filter(([name]) => new RegExp(`^${prefix}\\d+$`, 'i').test(name))
    .toSorted(([a], [b]) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))
      .map(([, value]) => value);
  const total = row('ST');
  return total.length > 0 ? { first: row('S'), total } : { first: row('S') };
}

function indicesOf(args: Arguments): SobolIndices {
  if (args.has('fA', 'f_a', 'ya')) {
    return sobolFromRuns(args.numbers(['fA', 'f_a', 'ya']), args.numbers(['fB', 'f_b', 'yb']),
      args.table(['fAB', 'f_ab', 'yab']));
  }
  const name =
    args.text(['model', 'function', 'test_function', 'name', 'f'], args.has('coefficients')
      ? 'linear' : 'ishigami').toLowerCase();
  if (name.includes('ishigami') || name.includes('sin')) {
    return sobolIshigami(args.number('a', 7), args.number('b', 0.1));
  }
  if (name.includes('linear') || name.includes('additive')) {
    const coefficients = args.numbers(['coefficients', 'weights', 'a', 'c']);
    const sigmas = args.has('sigmas') ? args.numbers('sigmas').map((s) => s ** 2) : undefined;
    return sobolLinear(coefficients,
      sigmas ?? args.numbers('variances', coefficients.map(() => 1)));
  }
  if (name.startsWith('g') || name.includes('sobol'))
    return sobolG(args.numbers(['a', 'coefficients']));
  throw new ArgumentError(`no closed form for the test function ${name}`);
}

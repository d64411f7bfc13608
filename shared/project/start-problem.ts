import { formatQuantity } from '../units/format.ts';
import { unreachable } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';

/** The answers of a guided start that can be wrong, by name. */
export type StartField = 'site' | 'utilityMw' | 'electricityUsdPerKwh' | 'workloads' | 'preset'
  | 'model' | 'powerShare' | 'tokensPerDay' | 'utilisation' | 'systems' | 'ownership' | 'client';

/** Why no project can be made of an answer; `at` is its place in a list. */
export type StartProblem =
  | { readonly code: 'number'; readonly field: StartField; readonly at: number | null;
    readonly min: number; readonly max: number; readonly unit: Unit; readonly got: number }
  | { readonly code: 'unknown'; readonly field: StartField; readonly at: number | null;
    readonly id: string; readonly nearest: string | null }
  | { readonly code: 'none'; readonly field: 'workloads' | 'systems' }
  | { readonly code: 'too-many'; readonly field: 'workloads' | 'systems';
    readonly most: number; readonly got: number }
  | { readonly code: 'twice'; readonly field: 'systems'; readonly id: string }
  | { readonly code: 'cannot-run'; readonly field: 'systems'; readonly id: string;
    readonly reason: string }
  | { readonly code: 'too-long'; readonly field: 'client'; readonly most: number;
    readonly got: number };

const nouns: Readonly<Record<StartField, string>> = {
  site: 'site', utilityMw: 'utility capacity',
  electricityUsdPerKwh: 'electricity price', workloads: 'workload', preset: 'workload',
  model: 'model', powerShare: 'share of power', tokensPerDay: 'number of tokens a day',
  utilisation: 'share of capacity sold', systems: 'system', ownership: 'ownership',
  client: 'client',
};

/** An end of a range without the zeros that only fill its digits. */
const printEnd = (value: number, unit: Unit): string =>
  formatQuantity(value, unit).replace(/\.(\d*?)0+(?!\d)/u, (_all, digits: string) =>
    (digits === '' ? '' : `.${digits}`));

/**
 * One sentence for whoever gave the answer: what is wrong and what would be accepted.
 * @example explainStart({ code: 'none', field: 'systems' }) // 'Choose at least one system.'
 */
export function explainStart(problem: StartProblem): string {
  const noun = nouns[problem.field];
  switch (problem.code) {
    case 'number': return `The ${noun} is between ${printEnd(problem.min, problem.unit)} and `
      + `${printEnd(problem.max, problem.unit)}.`;
    case 'unknown': return problem.id === '' ? `Choose a ${noun}.`
      : `There is no ${noun} "${problem.id}"`
        + (problem.nearest === null ? '.' : `; did you mean ${problem.nearest}?`);
    case 'none': return `Choose at least one ${noun}.`;
    case 'too-many': return `Choose at most ${problem.most} ${noun}s, not ${problem.got}.`;
    case 'twice': return `The ${noun} "${problem.id}" is named twice.`;
    case 'cannot-run': return `${problem.reason}.`;
    case 'too-long':
      return `The name of the ${noun} has at most ${problem.most} characters, not ${problem.got}.`;
    default: return unreachable(problem, 'explainStart');
  }
}

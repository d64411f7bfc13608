import { unreachable } from '../../units/result.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import { divide, missing, present } from './metric.ts';
import type { Allocation, Metric } from './result-types.ts';
import { allocationRules, type AllocationRule } from './types.ts';

/** What is divided and by what. Tokens in millions, amounts in USD. */
export interface CostPool {
  readonly costUsd: number;
  readonly inputMtok: number;
  readonly outputMtok: number;
  /** Share of accelerator time spent on input. */
  readonly prefillShare: number;
  readonly inputRevenueUsd: number;
  readonly outputRevenueUsd: number;
}

/**
 * Cost per million input and output tokens under a rule. All but `inferencex`, which
 * loads the whole cost on each kind, recover exactly the cost: c_in T_in + c_out T_out =
 * C. total: both alike | output: output only | resource: by accelerator time | price: by
 * revenue
 * @example allocateCost('output', { costUsd: 10, inputMtok: 8, outputMtok: 2, prefillShare: 0.5,
 *   inputRevenueUsd: 0, outputRevenueUsd: 0 }).outputUsdPerMtok // { value: 5 }
 */
export function allocateCost(rule: AllocationRule, pool: CostPool): Allocation {
  const { costUsd, inputMtok, outputMtok } = pool;
  const share = inputShare(rule, pool);
  if (rule === 'inferencex') {
    return finish(rule, pool, divide(costUsd, inputMtok, 'no-tokens', 'input tokens'),
      divide(costUsd, outputMtok, 'no-tokens', 'output tokens'));
  }
  if (share === null) {
    const none = missing('no-revenue', 'revenue to divide cost by price');
    return { rule, inputUsdPerMtok: none, outputUsdPerMtok: none, conservationError: none };
  }
  return finish(rule, pool, perToken(costUsd * share, inputMtok),
    perToken(costUsd * (1 - share), outputMtok));
}

/** Every rule, in the order in which they are listed. */
export const allocateAll = (pool: CostPool): readonly Allocation[] =>
  allocationRules.map((rule) => allocateCost(rule, pool));

const perToken = (usd: number, mtok: number): Metric =>
  (mtok === 0 && usd === 0 ? missing('no-tokens', 'tokens of this kind')
    : divide(usd, mtok, 'no-tokens', 'tokens of this kind'));

/** Share of the cost borne by input tokens; null when the rule has nothing to go by. */
function inputShare(rule: AllocationRule, pool: CostPool): number | null {
  const tokens = pool.inputMtok + pool.outputMtok;
  switch (rule) {
    case 'total': return tokens > 0 ? pool.inputMtok / tokens : 0;
    case 'output': return 0;
    case 'resource': return pool.prefillShare;
    case 'price': {
      const revenue = pool.inputRevenueUsd + pool.outputRevenueUsd;
      return revenue > 0 ? pool.inputRevenueUsd / revenue : null;
    }
    case 'inferencex': return 1;
    default: return unreachable(rule, 'inputShare');
  }
}

function finish(
  rule: AllocationRule, pool: CostPool, input: Metric, output: Metric,
): Allocation {
  return { rule, inputUsdPerMtok: input, outputUsdPerMtok: output,
    conservationError: errorOf(pool, input, output) };
}

/** A kind of token that has no price recovers nothing; a rule without any price says nothing. */
function errorOf(
  { costUsd, inputMtok, outputMtok }: CostPool, input: Metric, output: Metric,
): Metric {
  if (input.value === null && output.value === null) return input;
  const recovered = (input.value === null ? 0 : input.value * inputMtok)
    + (output.value === null ? 0 : output.value * outputMtok);
  return present(costUsd === 0 ? 0 : recovered / costUsd - 1);
}

/**
 * Accelerator time spent on input over all groups, weighted by the hours they are in
 * service.
 */
export function prefillShareOf({ groups }: LifecycleResult): number {
  let input = 0;
  let all = 0;
  for (const group of groups) {
    const hours = group.reservedAcceleratorHours.reduce((sum, x) => sum + x, 0);
    input += hours * group.prefillShare;
    all += hours;
  }
  return all > 0 ? input / all : 0;
}

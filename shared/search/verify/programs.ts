import { allocateSqrt } from '../programs/allocate.ts';
import { knapsack } from '../programs/knapsack.ts';
import type { LinearProgram, Solver } from '../programs/program.ts';
import { tierMix, type Tier } from '../programs/tier-mix.ts';
import { choiceOf, type Arguments } from './arguments.ts';
import type { Answer } from './compare.ts';

function programOf(a: Arguments, isWhole: boolean): LinearProgram {
  const objective = a.numbers('objective');
  return {
    sense: choiceOf(a, 'sense', ['maximise', 'minimise']), objective,
    aUb: a.table('a_ub', []), bUb: a.numbers('b_ub', []),
    aEq: a.table('a_eq', []), bEq: a.numbers('b_eq', []),
    lower: a.ends('lower', objective.map(() => 0)),
    upper: a.ends('upper', objective.map(() => null)),
    ...(isWhole ? { integer: a.flags('integer', objective.map(() => true)) } : {}),
  };
}

function solved(solver: Solver, program: LinearProgram): Answer {
  const { status, objective, x, shadowPrices, relaxation, bound, gap, conflict } =
    solver.solve(program);
  return { status, objective, x, shadow_prices: shadowPrices, relaxation, bound, gap,
    conflict };
}

const tierOf = (a: Arguments): Tier => ({
  name: a.text('name', ''), minPods: a.number('min_pods', 0), maxPods: a.end('max_pods'),
  points: a.records('points').map((point) =>
    ({ mw: point.number('mw'), value: point.number('value') })),
});

function mix(solver: Solver, a: Arguments): Answer {
  const found = tierMix(solver, { mwCap: a.number('mw_cap'),
    podsCap: a.number('pods_cap'),
    tiers: a.records('tiers').map(tierOf) });
  return { status: found.status, objective: found.objective, bound: found.bound,
    gap: found.gap, mw_used: found.mwUsed, pods_used: found.podsUsed, pods: found.pods,
    shadow_price_mw: found.perMw, shadow_price_pods: found.perPod,
    limit: found.conflict?.limit ?? null };
}

function sack(a: Arguments): Answer {
  const found = knapsack(a.numbers('values'), a.numbers('weights'), a.number('capacity'));
  return { objective: found.objective, bound: found.bound, bound_gap: found.boundGap,
    greedy_objective: found.greedyObjective, greedy_gap: found.greedyGap,
      chosen: found.chosen };
}

function allocation(a: Arguments): Answer {
  const { x, objective, shadowPrice } =
    allocateSqrt(a.numbers('gain'), a.numbers('mw'), a.number('mw_cap'));
  return { x, objective, shadow_price: shadowPrice };
}

/** Programs, by the name a case gives them; those of HiGHS take a solver. */
export const programFunctions = (
  solver: Solver,
): Readonly<Record<string, (a: Arguments) => Answer>> => ({
  LP: (a) => solved(solver, programOf(a, false)),
  MILP: (a) => solved(solver, programOf(a, true)),
  TIER_MIX: (a) => mix(solver, a),
  KNAPSACK: sack,
  ALLOCATE_SQRT: allocation,
});

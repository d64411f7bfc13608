import { resolveScenario } from '../../project/resolve.ts';
import { summariseBeyond, type Summary } from '../statistics/summary.ts';
import type { World } from '../world.ts';
import type { Columns } from './columns.ts';
import type { Cause, RunProgress } from './types.ts';

/** How likely something is, over the draws in which it can be said. */
export interface Probability {
  readonly value: number | null;
  /** Of as many independent draws; Sobol points err less. */
  readonly standardError: number | null;
  /** Draws in which it can be said. */
  readonly of: number;
}

/** What probabilities are stated of. */
export type ProbabilityKey = 'npvBelowZero' | 'paybackBeyondHorizon' | 'dscrBelowOne'
  | 'dscrBelowTarget' | 'infeasible';

/** What each of them says, in the words of screens, papers and tables. */
export const probabilityLabels: Readonly<Record<ProbabilityKey, string>> = {
  npvBelowZero: 'NPV below zero', paybackBeyondHorizon: 'Not paid back within the horizon',
  dscrBelowOne: 'Debt service not covered in some year',
  dscrBelowTarget: 'Coverage below its target in some year',
  infeasible: 'The plan cannot be built as asked',
};

export interface RunSummary extends RunProgress {
  readonly figures: Readonly<Record<string, Summary>>;
  readonly probabilities: Readonly<Partial<Record<ProbabilityKey, Probability>>>;
  /** Draws that cannot be built as asked, by cause, the most frequent first. */
  readonly infeasible: readonly { readonly cause: Cause; readonly draws: number }[];
  /** Draws in which a figure is absent, by reason. */
  readonly absent: readonly { readonly figure: string; readonly code: string;
    readonly draws: number }[];
}

/**
 * A share of draws.
 * @example shareOf(1, 4) // { value: 0.25, standardError: 0.21650635094610965, of: 4 }
 */
export const shareOf = (count: number, of: number): Probability => (of === 0
  ? { value: null, standardError: null, of }
  : { value: count / of, standardError: Math.sqrt((count / of) * (1 - count / of) / of), of });

/** Draws in which a figure is below a bound, of those that have one. */
function below(columns: Columns, figure: string, bound: number): Probability {
  let [count, of] = [0, 0];
  for (const value of columns.column(figure)) {
    if (Number.isNaN(value)) continue;
    of += 1;
    if (value < bound) count += 1;
  }
  return shareOf(count, of);
}

/** Draws in which a time within the horizon is longer than it: a payback that never comes. */
const neverOf = (columns: Columns, key: string): number => columns.absent()
  .filter(([figure, code]) => figure === key && code === 'not-within-horizon')
  .reduce((sum, [, , draws]) => sum + draws, 0);

function paybackBeyond(columns: Columns): Probability {
  const late = neverOf(columns, 'headline.paybackMonths');
  const paid = columns.column('headline.paybackMonths').filter((x) => !Number.isNaN(x)).length;
  return shareOf(late, late + paid);
}

/** Probabilities of what the figures kept can tell; those of debt only where there is debt. */
function probabilitiesOf(
  columns: Columns, figures: readonly string[], { document, scenarioId }: World,
): RunSummary['probabilities'] {
  const inputs = resolveScenario(document, scenarioId);
  const finance = inputs.ok ? inputs.value.finance.values : null;
  const keeps = (key: string): boolean => figures.includes(key);
  const { done } = columns.progress();
  const hasDebt = finance !== null && finance.debtShare > 0 && keeps('headline.dscrMin');
  return {
    ...(keeps('headline.npvUsd') ? { npvBelowZero: below(columns, 'headline.npvUsd', 0) } : {}),
    ...(keeps('headline.paybackMonths') ? { paybackBeyondHorizon: paybackBeyond(columns) } : {}),
    ...(hasDebt ? {
      dscrBelowOne: below(columns, 'headline.dscrMin', 1),
      dscrBelowTarget: below(columns, 'headline.dscrMin', finance.targetDscr),
    } : {}),
    infeasible: shareOf(columns.infeasible().length, done),
  };
}

function byCause(columns: Columns): RunSummary['infeasible'] {
  const counts = new Map<Cause, number>();
  for (const [, cause] of columns.infeasible()) {
    const before = counts.get(cause);
    counts.set(cause, before === undefined ? 1 : before + 1);
  }
  return [...counts].map(([cause, draws]) => ({ cause, draws }))
    .toSorted((a, b) => b.draws - a.draws || (a.cause < b.cause ? -1 : 1));
}

/** The figures of the draws done so far: computed in the order of the draws. */
export const summariseRun = (
  columns: Columns, figures: readonly string[], world: World,
): RunSummary => ({
  ...columns.progress(),
  figures: Object.fromEntries(figures.map((key) =>
    [key, summariseBeyond(columns.column(key), neverOf(columns, key))])),
  probabilities: probabilitiesOf(columns, figures, world),
  infeasible: byCause(columns),
  absent: columns.absent().map(([figure, code, draws]) => ({ figure, code, draws })),
});

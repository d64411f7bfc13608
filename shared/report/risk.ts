import { declaredFigure } from '../plan/figures/all.ts';
import { freshRun, type KeptRun } from '../uncertainty/kept.ts';
import { probabilityLabels } from '../uncertainty/runs/summary.ts';
import { formatQuantity } from '../units/format.ts';
import { flow, small, table, text } from './blocks.ts';
import { printOfPlan } from './print.ts';
import type { Block, PlanView, Section } from './types.ts';

/** The run kept with a plan, while the plan is still the one it was drawn from. */
export const riskOf = (plan: PlanView): KeptRun | null =>
  freshRun({ inputs: plan.inputs, hash: plan.hash });

/**
 * The range of what a plan is worth, in one sentence, with what it depends on most; null where
 * no run of it was kept.
 */
export function riskSentence(plan: PlanView, withDrivers = true): string | null {
  const run = riskOf(plan);
  const spread = run?.figures['headline.npvUsd'];
  if (run === null || spread === undefined || spread.p10 === null || spread.p50 === null
    || spread.p90 === null) return null;
  const print = (value: number): string => formatQuantity(value, 'USD', printOfPlan(plan));
  const loss = run.probabilities['npvBelowZero'];
  const [first, second] = run.drivers;
  const moved = first === undefined || !withDrivers ? ''
    : ` What it depends on most: ${[first, second].flatMap((each) => each?.label ?? []).join(' and ')}.`;
  return `Over ${run.draws} futures with ${run.uncertain} uncertain inputs NPV is `
    + `${print(spread.p10)} (P10) to ${print(spread.p90)} (P90), ${print(spread.p50)} in the middle`
    + `${loss === undefined ? '' : `, and negative in ${formatQuantity(loss, 'fraction')}`}.${moved}`;
}

/** Ranges, probabilities and drivers of the run kept with a plan; null without one. */
export function riskSection(plan: PlanView): Section | null {
  const run = riskOf(plan);
  if (run === null) return null;
  return flow('risk', 'Risk', [
    ...[riskSentence(plan)].flatMap((sentence) => (sentence === null ? [] : [text(sentence)])),
    ...spreadTable(plan, run), ...likelyTable(run), ...driverTable(run),
    small(`Each future is a full plan (${run.draws} ${run.method} points, seed ${run.seed}); `
      + `${run.uncertain} of ${run.inputs} inputs are drawn from ranges of their sources, of listings, `
      + 'of the stated error of the serving model or of their class of evidence. Px: a share of x % of '
      + 'futures lies below.'),
  ]);
}

const payback = 'headline.paybackMonths';

function spreadTable(plan: PlanView, { figures }: KeptRun): readonly Block[] {
  const print = printOfPlan(plan);
  const known = Object.entries(figures)
    .filter(([, spread]) => Object.values(spread).some((value) => value !== null));
  return table({
    id: 'risk-spread', caption: 'Figures over all futures',
    columns: [{ label: 'Figure', unit: 'text', align: 'left' },
      ...['Plan', 'P10', 'P50', 'P90', 'Mean'].map((label) =>
        ({ label, unit: null, align: 'right' as const }))],
    rows: known.flatMap(([key, { mean, p10, p50, p90 }]) => {
      const declared = declaredFigure(key);
      if (declared === null) return [];
      // a payback beyond the horizon has no month
      const said = (value: number | null): string => (value === null && key === payback ? 'never'
        : formatQuantity(value, declared.unit, print));
      return [{ level: 1 as const, cells: [declared.label, said(plan.figures[key]?.value ?? null),
        ...[p10, p50, p90].map(said), formatQuantity(mean, declared.unit, print)] }];
    }),
  });
}

const likelyTable = ({ probabilities }: KeptRun): readonly Block[] => table({
  id: 'risk-likely', caption: 'How likely',
  columns: [{ label: 'What', unit: 'text', align: 'left' },
    { label: 'Share of futures', unit: null, align: 'right' }],
  rows: Object.entries(probabilityLabels).flatMap(([key, label]) => {
    const share = probabilities[key];
    return share === undefined ? []
      : [{ level: 1 as const, cells: [label, formatQuantity(share, 'fraction')] }];
  }),
});

const driverTable = ({ drivers }: KeptRun): readonly Block[] => table({
  id: 'risk-drivers', caption: 'What the spread of NPV comes from',
  note: 'Rank correlation over all futures: 1 or −1 means that the input alone decides.',
  columns: [{ label: 'Input', unit: 'text', align: 'left' },
    { label: 'Goes with it', unit: null, align: 'right' }],
  rows: drivers.map(({ label, rankCorrelation }) =>
    ({ level: 1 as const, cells: [label, formatQuantity(rankCorrelation, 'ratio')] })),
});

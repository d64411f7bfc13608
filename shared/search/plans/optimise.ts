import type { FieldValue } from '../../project/field.ts';
import { entryOf } from '../../units/entry.ts';
import { excessOf, type FigureLimit, type Objective } from './limits.ts';
import type { Sweep, SweepCell } from './sweep.ts';

/** Choices to be made, what they are to achieve, and within which limits. */
export interface OptimiseQuestion {
  /** Every combination of these is planned; see `openSweep`. */
  readonly sweep: Sweep;
  /** One objective, or two for a front between them. */
  readonly objectives: readonly Objective[];
  readonly limits: readonly FigureLimit[];
}

/** One combination with its figures, in the order of the sweep. */
export interface Candidate {
  readonly run: number;
  readonly values: readonly FieldValue[];
  readonly figures: readonly (number | null)[];
}

/** A limit that keeps something better out, and what it is worth to loosen it. */
export interface BindingLimit {
  readonly limit: FigureLimit;
  /** The bound that lets the next better combination in. */
  readonly relaxTo: number;
  /** The first objective there. */
  readonly objective: number;
  /** Gain of the objective per unit of the bound up to there; positive whatever its sense. */
  readonly perUnit: number;
  /** The first objective without the limit. */
  readonly without: number;
}

export interface OptimiseAnswer {
  /** The best by the first objective; null where no combination meets all limits. */
  readonly best: Candidate | null;
  /** All combinations were planned: none is better. null where there is no best. */
  readonly gap: number | null;
  readonly binding: readonly BindingLimit[];
  /** Combinations that no other beats in both objectives; the best alone for one. */
  readonly front: readonly Candidate[];
  readonly planned: number;
  /** Combinations that can be built, and of those the ones that meet every limit. */
  readonly built: number;
  readonly within: number;
  /** Where none is within the limits: how many each keeps out, and why none can be built. */
  readonly keptOut: readonly { readonly limit: FigureLimit; readonly count: number }[];
  readonly cause: string | null;
}

export interface OptimiseProgress {
  readonly done: number;
  readonly total: number;
  /** First objective of the best so far. */
  readonly best: number | null;
}

/** A cell as it is judged. */
interface Judged {
  readonly cell: SweepCell;
  /** Objectives, larger is better. */
  readonly worth: readonly number[];
  /** By limit, how far past it. */
  readonly excess: readonly number[];
}

function judge({ sweep, objectives, limits }: OptimiseQuestion, cell: SweepCell): Judged | null {
  if (!cell.feasible) return null;
  const at = new Map(sweep.figures.map(({ key }, place) => [key, cell.figures[place] ?? null]));
  const worth = objectives.map(({ figure, direction }) => {
    const value = at.get(figure.key) ?? null;
    return value === null ? null : direction * value;
  });
  const excess = limits.map((limit) => {
    const value = at.get(limit.figure.key) ?? null;
    return value === null ? Infinity : excessOf(limit, value);
  });
  return worth.includes(null) ? null
    : { cell, worth: worth.flatMap((each) => each ?? []), excess };
}

const isWithin = ({ excess }: Judged, but = -1): boolean =>
  excess.every((past, at) => at === but || past <= 0);

/** The second objective; the same for all where there is none. */
const secondOf = ({ worth }: Judged): number => (worth.length > 1 ? entryOf(worth, 1) : 0);

/** The best by the first objective, then the second, then the earliest. */
const bestOf = (judged: readonly Judged[]): Judged | null =>
  judged.toSorted((a, b) => entryOf(b.worth, 0) - entryOf(a.worth, 0)
    || secondOf(b) - secondOf(a) || a.cell.run - b.cell.run)[0] ?? null;

/** Those that none beats: at least as good in everything and better in something. */
function frontOf(judged: readonly Judged[]): readonly Judged[] {
  const front: Judged[] = [];
  let reached = -Infinity;
  const order = judged.toSorted((a, b) => entryOf(b.worth, 0) - entryOf(a.worth, 0)
    || entryOf(b.worth, 1) - entryOf(a.worth, 1) || a.cell.run - b.cell.run);
  for (const each of order) {
    if (entryOf(each.worth, 1) <= reached) continue;
    reached = entryOf(each.worth, 1);
    front.push(each);
  }
  return front;
}

/** What a limit keeps out, if anything, and the least loosening that lets some of it in. */
function bindingOf(
  { limits, objectives }: OptimiseQuestion, judged: readonly Judged[], best: Judged | null,
): readonly BindingLimit[] {
  const direction = entryOf(objectives, 0).direction;
  const now = best === null ? -Infinity : entryOf(best.worth, 0);
  return limits.flatMap((limit, at): readonly BindingLimit[] => {
    const better = judged.filter((each) => isWithin(each, at) && Number.isFinite(each.excess[at])
      && entryOf(each.worth, 0) > now);
    const next = better.toSorted((a, b) => entryOf(a.excess, at) - entryOf(b.excess, at)
      || entryOf(b.worth, 0) - entryOf(a.worth, 0))[0];
    const free = bestOf(better);
    if (next === undefined || free === null || best === null) return [];
    const past = entryOf(next.excess, at);
    return [{ limit, relaxTo: limit.bound + (limit.side === '<=' ? past : -past),
      objective: direction * entryOf(next.worth, 0),
      perUnit: (entryOf(next.worth, 0) - now) / past,
      without: direction * entryOf(free.worth, 0) }];
  });
}

const candidateOf = ({ cell: { run, values, figures } }: Judged): Candidate =>
  ({ run, values, figures });

/**
 * Plans every combination of choices and keeps the best that can be built and meets every
 * limit, with the engine as judge: the answer is proven among the combinations. A binding
 * limit comes with the least loosening that lets something better in.
 */
export function* optimiseSteps(
  question: OptimiseQuestion,
): Generator<OptimiseProgress, OptimiseAnswer> {
  const { sweep, objectives, limits } = question;
  const judged: Judged[] = [];
  const causes: string[] = [];
  let best: Judged | null = null;
  for (let run = 0; run < sweep.runs; run++) {
    const cell = sweep.cellAt(run);
    const found = judge(question, cell);
    if (found === null) causes.push(cell.cause ?? 'its objective has no value');
    else judged.push(found);
    if (found !== null && isWithin(found)) best = bestOf(best === null ? [found] : [best, found]);
    yield { done: run + 1, total: sweep.runs, best: best === null ? null
      : entryOf(objectives, 0).direction * entryOf(best.worth, 0) };
  }
  const within = judged.filter((each) => isWithin(each));
  const front = best === null ? [] : objectives.length > 1 ? frontOf(within) : [best];
  return {
    best: best === null ? null : candidateOf(best), gap: best === null ? null : 0,
    binding: bindingOf(question, judged, best), front: front.map(candidateOf),
    planned: sweep.runs, built: judged.length, within: within.length,
    keptOut: limits.map((limit, at) => ({ limit,
      count: judged.filter(({ excess }) => entryOf(excess, at) > 0).length })),
    cause: best === null ? causes[0] ?? null : null,
  };
}

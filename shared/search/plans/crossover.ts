import { setByPath } from '../../project/path.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { makeTcoTable, type TcoQuestion } from '../tco.ts';
import { fieldAt, type PlanAxis } from './axis.ts';
import type { SearchProblem } from './problem.ts';
import type { Subject } from './subject.ts';

/** Which systems are compared over which input. */
export interface CrossoverQuestion {
  readonly axis: PlanAxis;
  readonly systems: readonly string[];
  readonly prices?: TcoQuestion['prices'];
  /** Times a change between two values is halved to find where it happens; 8 when left out. */
  readonly halvings?: number;
}

/** Cost per million tokens of each system at a value of the input. */
export interface CrossoverPoint {
  readonly value: number;
  /** In the order of the systems; null where a system cannot serve or be priced. */
  readonly costs: readonly (number | null)[];
  /** The cheapest system; null where none has a cost. */
  readonly cheapest: string | null;
}

/** Where another system becomes the cheapest: somewhere between the two values. */
export interface CheapestChange {
  readonly after: number;
  readonly before: number;
  readonly from: string | null;
  readonly to: string | null;
}

export interface CrossoverAnswer {
  readonly path: string;
  readonly systems: readonly string[];
  readonly points: readonly CrossoverPoint[];
  readonly changes: readonly CheapestChange[];
  /** Systems without a cost anywhere, and why. */
  readonly left: readonly { readonly system: string; readonly reason: string }[];
}

export interface CrossoverProgress {
  readonly done: number;
  readonly total: number;
}

export interface CrossoverSearch {
  readonly steps: () => Generator<CrossoverProgress, CrossoverAnswer>;
}

const usualHalvings = 8;

/**
 * Lays out the search for the system that is cheapest by the plan's own costs over an
 * input: speed asked for, utilisation, price of power or tokens, or any other number. At
 * each value every rack of the plan is of one system, as in the table of systems.
 * @returns the search, or why there is none: a field that is no number
 */
export function openCrossover(
  subject: Subject, question: CrossoverQuestion,
): Result<CrossoverSearch, SearchProblem> {
  const { path, values } = question.axis;
  const field = fieldAt(path);
  if (!field.ok) return field;
  const numbers = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  if (field.value.type !== 'number' || numbers.length < values.length)
    return refuse({ code: 'not-numeric', path });
  return ok({ steps: () => crossoverSteps(subject, question,
    numbers.toSorted((a, b) => a - b)) });
}

function* crossoverSteps(
  subject: Subject, question: CrossoverQuestion, values: readonly number[],
): Generator<CrossoverProgress, CrossoverAnswer> {
  const { axis: { path }, systems, halvings = usualHalvings } = question;
  const reasons = new Map<string, string>();
  const points: CrossoverPoint[] = [];
  for (const value of values) {
    points.push(pointAt(subject, question, value, reasons));
    yield { done: points.length, total: values.length };
  }
  const changes: CheapestChange[] = [];
  for (const [at, high] of points.entries()) {
    const low = points[at - 1];
    if (low === undefined || low.cheapest === high.cheapest) continue;
    let [from, to] = [low, high];
    for (let halving = 0; halving < halvings; halving++) {
      const middle = pointAt(subject, question, (from.value + to.value) / 2, reasons);
      if (middle.cheapest === from.cheapest) from = middle;
      else to = middle;
      yield { done: values.length, total: values.length };
    }
    changes.push({ after: from.value, before: to.value, from: from.cheapest, to: to.cheapest });
  }
  const left = systems.flatMap((system, at) =>
    (points.some(({ costs }) => costs[at] !== null) ? []
      : [{ system, reason: reasons.get(system) ?? '' }]));
  return { path, systems, points, changes, left };
}

/** Costs of all systems at one value; why a system has none is noted. */
function pointAt(
  { planner, document, scenarioId, movesFor = () => ({}) }: Subject,
  { axis: { path }, systems, prices = {} }: CrossoverQuestion,
  value: number, reasons: Map<string, string>,
): CrossoverPoint {
  const set = setByPath(document, scenarioId, path, value);
  if (!set.ok) return { value, costs: systems.map(() => null), cheapest: null };
  const steps = makeTcoTable(planner, { document: set.value, scenarioId, systems, prices,
    speeds: [null], movesFor });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { rows, cheapest } = step.value;
  for (const { system, reason } of rows) if (reason !== '') reasons.set(system, reason);
  return { value, costs: rows.map(({ costPerMTokUsd }) => costPerMTokUsd),
    cheapest: cheapest[0]?.system ?? null };
}

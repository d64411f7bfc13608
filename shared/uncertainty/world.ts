import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { createPlanner, type Planner } from '../plan.ts';
import type { PlanMoves } from '../plan/serving/moves.ts';
import type { Plan } from '../plan/types.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import { listMovable, type MovableInput } from './movable.ts';

/** A scenario and everything its plan is computed from. */
export interface World {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly catalog: Catalog;
  readonly measured: readonly MeasuredPoint[] | null;
}

/** Which end of its range an input is moved to. */
export type End = 'low' | 'high';

/** One input at one end of its range. */
export interface Move {
  readonly input: MovableInput;
  readonly end: End;
}

/** A plan with its inputs, ready to be moved. */
export interface Movable {
  readonly plan: Plan;
  readonly inputs: readonly MovableInput[];
  /** Value of a figure after these moves; null where there is none. */
  readonly figuresAfter: (moves: readonly Move[]) => (key: string) => number | null;
}

/**
 * References of all catalogue entries and figures that a plan rests on, in order: those
 * its figures and series read.
 * @returns nothing where there is no plan
 */
export function catalogReads(
  { document, scenarioId, catalog, measured }: World,
): readonly string[] {
  const plan = createPlanner(catalog, measured).evaluate(document, scenarioId);
  return plan.ok ? catalogBehind(plan.value) : [];
}

/**
 * References of the catalogue figures and entries behind all figures and series of a
 * plan, in order.
 */
export function catalogBehind(plan: Plan): readonly string[] {
  const traces = [
    ...Object.values(plan.figures), ...Object.values(plan.series),
  ].flatMap(({ inputs }) => inputs);
  return [
    ...new Set(traces.flatMap((input) => (input.kind === 'catalog' ? [input.ref] : []))),
  ].toSorted();
}

/** The document with fields moved; a value the field refuses stays as it was. */
const moveFields = ({ document, scenarioId }: World, moves: readonly Move[]): ProjectDocument =>
  moves.reduce((next, { input, end }) => {
    const set = input.kind === 'field' ? setByPath(next, scenarioId, input.id, input[end])
      : null;
    return set?.ok === true ? set.value : next;
  }, document);

/** Factors on the values of one kind of input, by what its id names. */
const factorsOf = (
  moves: readonly Move[], kind: MovableInput['kind'],
): ReadonlyMap<string, number> =>
  new Map(moves.filter(({ input }) => input.kind === kind)
    .map(({ input, end }) => [input.id.replace(`${kind}:`, ''), input[end] / input.value]));

/**
 * The plan of a world and how to move it.
 * @param planner one of the same catalogue and measurements that may remember stages
 * @returns null where there is no plan
 */
export function makeMovable(
  world: World, planner = createPlanner(world.catalog, world.measured),
): Movable | null {
  const { document, scenarioId } = world;
  const plan = planner.evaluate(document, scenarioId);
  if (!plan.ok) return null;
  return {
    plan: plan.value,
    inputs: listMovable(plan.value, plan.value.stages.catalog, catalogBehind(plan.value)),
    figuresAfter: (moves) => {
      const moved = { figures: factorsOf(moves, 'catalog'),
        throughput: factorsOf(moves, 'serving') };
      const after = evaluate(planner, moveFields(world, moves), scenarioId, moved);
      return (key) => after?.figures[key]?.value ?? null;
    },
  };
}

/**
 * Inputs at the ends of their ranges may contradict one another: then there is no plan,
 * and the rest still counts.
 */
function evaluate(
  planner: Planner, document: ProjectDocument, scenarioId: string, moved: PlanMoves,
): Plan | null {
  try {
    const plan = planner.evaluate(document, scenarioId, moved);
    return plan.ok ? plan.value : null;
  } catch {
    return null;
  }
}

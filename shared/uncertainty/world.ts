import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import { createFrontierMemo, createPlanner, type Planner } from '../plan.ts';
import { noMoves } from '../plan/moves.ts';
import type { Plan } from '../plan/types.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import { scaleCatalog, watchCatalog } from './catalog-moves.ts';
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

const refOfEntry = (collection: string, id: string): string => `${collection}/${id}`;

/**
 * References of all catalogue entries and figures that a plan really reads, in order: those its traces name, the
 * models and the site it is about, and every figure whose value was asked for while it was computed.
 * @returns nothing where there is no plan
 */
export function catalogReads({ document, scenarioId, catalog, measured }: World): readonly string[] {
  const read = new Set<string>();
  const watch = (seen: Catalog): Catalog => watchCatalog(seen, (ref) => { read.add(ref); });
  const plan = createPlanner(catalog, measured, { ...noMoves, catalog: watch }).evaluate(document, scenarioId);
  if (!plan.ok) return [];
  for (const { inputs } of [...Object.values(plan.value.figures), ...Object.values(plan.value.series)]) {
    for (const input of inputs) if (input.kind === 'catalog') read.add(input.ref.replace('catalog:', ''));
  }
  read.add(refOfEntry('sites', plan.value.stages.site.id));
  for (const { model } of plan.value.stages.servings) {
    if (catalog.models[model.id] !== undefined) read.add(refOfEntry('models', model.id));
  }
  return [...read].toSorted();
}

/** The document with fields moved; a value the field refuses stays as it was. */
const moveFields = ({ document, scenarioId }: World, moves: readonly Move[]): ProjectDocument =>
  moves.reduce((next, { input, end }) => {
    const set = input.kind === 'field' ? setByPath(next, scenarioId, input.id, input[end]) : null;
    return set?.ok === true ? set.value : next;
  }, document);

/** Factors on the values of one kind of input, by what its id names. */
const factorsOf = (moves: readonly Move[], kind: MovableInput['kind']): ReadonlyMap<string, number> =>
  new Map(moves.filter(({ input }) => input.kind === kind)
    .map(({ input, end }) => [input.id.replace(`${kind}:`, ''), input[end] / input.value]));

/**
 * The plan of a world and how to move it.
 * @returns null where there is no plan
 */
export function makeMovable(world: World): Movable | null {
  const { document, scenarioId, catalog, measured } = world;
  const frontiers = createFrontierMemo();
  const planner = createPlanner(catalog, measured, noMoves, frontiers);
  const plan = planner.evaluate(document, scenarioId);
  if (!plan.ok) return null;
  const plannerFor = (moves: readonly Move[]): Planner => {
    const figures = factorsOf(moves, 'catalog');
    const points = factorsOf(moves, 'serving');
    if (figures.size + points.size === 0) return planner;
    const sameAccelerators = ![...figures.keys()].some((ref) => ref.startsWith('accelerators/'));
    const moved = { catalog: (seen: Catalog) => scaleCatalog(seen, figures), throughput: (key: string) => points.get(key) ?? 1 };
    return createPlanner(catalog, measured, moved, sameAccelerators ? frontiers : createFrontierMemo());
  };
  return {
    plan: plan.value,
    inputs: listMovable(plan.value, plan.value.stages.catalog, catalogReads(world)),
    figuresAfter: (moves) => {
      const after = evaluate(plannerFor(moves), moveFields(world, moves), scenarioId);
      return (key) => after?.figures[key]?.value ?? null;
    },
  };
}

/** Inputs at the ends of their ranges may contradict one another: then there is no plan, and the rest still counts. */
function evaluate(planner: Planner, document: ProjectDocument, scenarioId: string): Plan | null {
  try {
    const plan = planner.evaluate(document, scenarioId);
    return plan.ok ? plan.value : null;
  } catch {
    return null;
  }
}

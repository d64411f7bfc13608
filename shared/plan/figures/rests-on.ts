import type { Catalog } from '../../catalog/types.ts';
import { findCatalogItem } from '../entries/catalog-figure.ts';
import { nameFigure } from '../entries/figure-names.ts';
import type { InputInUse, PlanCore } from '../types.ts';

/** What of a plan a figure rests on, nearest first. */
export interface RestsOn {
  /** Inputs of the project. */
  readonly inputs: readonly InputInUse[];
  /** References of catalogue figures, without the prefix. */
  readonly catalog: readonly string[];
}

type Traced = Pick<PlanCore, 'figures' | 'series' | 'inputsInUse'>;
type InputIndex = ReadonlyMap<string, InputInUse>;

const indexes = new WeakMap<Traced, InputIndex>();

function indexOf(plan: Traced): InputIndex {
  const index = indexes.get(plan)
    ?? new Map(plan.inputsInUse.map((input) => [input.path, input]));
  indexes.set(plan, index);
  return index;
}

/**
 * Every input and catalogue figure that a figure or series was computed from, as its
 * computation read them: those it read itself first, then those of the stages it asked.
 * @returns nothing for a key the plan does not have
 */
export function restsOn(plan: Traced, key: string): RestsOn {
  const index = indexOf(plan);
  const reads = (plan.figures[key] ?? plan.series[key])?.reads ?? [];
  return {
    inputs: reads.flatMap((read) => (read.kind === 'field' ? index.get(read.path) ?? [] : [])),
    catalog: reads.flatMap((read) => (read.kind === 'catalog' ? [read.ref] : [])),
  };
}

/** An assumed input behind a figure: the path of a field, or `catalog:` and a reference. */
export interface AssumedInput {
  readonly id: string;
  readonly label: string;
}

function findAssumed(plan: Traced, key: string, catalog: Catalog): readonly AssumedInput[] {
  const { inputs, catalog: refs } = restsOn(plan, key);
  return [
    ...inputs.filter(({ evidence }) => evidence === 'assumed')
      .map(({ path, label }) => ({ id: path, label })),
    ...refs.flatMap((ref): readonly AssumedInput[] => {
      const { entry, citation } = findCatalogItem(catalog, ref);
      return citation?.evidence === 'assumed' ? [
        { id: `catalog:${ref}`, label: `${entry}: ${nameFigure(ref)}` },
      ] : [];
    }),
  ];
}

const found = new WeakMap<Traced, Map<string, readonly AssumedInput[]>>();

/**
 * The assumed inputs a figure or series rests on, nearest first; found once per plan and
 * figure.
 * @param catalog the one the plan was computed on
 * @example assumedBehind(plan, 'headline.npvUsd', builtInCatalog)[0]?.label // 'State tax rate'
 */
export function assumedBehind(
  plan: Traced, key: string, catalog: Catalog,
): readonly AssumedInput[] {
  const known = found.get(plan) ?? new Map<string, readonly AssumedInput[]>();
  found.set(plan, known);
  const present = known.get(key) ?? findAssumed(plan, key, catalog);
  known.set(key, present);
  return present;
}

/** Keys of all figures that rest on at least one assumed input. */
export const assumedFigures = (plan: Traced, catalog: Catalog): ReadonlySet<string> =>
  new Set(Object.keys(plan.figures)
    .filter((key) => assumedBehind(plan, key, catalog).length > 0));

import type { Catalog } from '../catalog/types.ts';
import { findCatalogItem } from './catalog-figure.ts';
import { nameFigure } from './figure-names.ts';
import type { InputInUse, PlanCore } from './types.ts';

/** What of a plan a figure rests on, nearest first. */
export interface RestsOn {
  /** Inputs of the project. */
  readonly inputs: readonly InputInUse[];
  /** References of catalogue figures, without the prefix. */
  readonly catalog: readonly string[];
}

type Traced = Pick<PlanCore, 'figures' | 'series' | 'inputsInUse'>;
type InputIndex = ReadonlyMap<string, readonly InputInUse[]>;

const indexes = new WeakMap<Traced, InputIndex>();

/** Inputs by the paths traces name them with: their own, and `kind.field` for all records of a kind. */
function indexOf(plan: Traced): InputIndex {
  const known = indexes.get(plan);
  if (known !== undefined) return known;
  const index = new Map<string, InputInUse[]>();
  for (const input of plan.inputsInUse) {
    const parts = input.path.split('.');
    for (const path of new Set([input.path, `${parts[0] ?? ''}.${parts.at(-1) ?? ''}`])) {
      const present = index.get(path);
      if (present === undefined) index.set(path, [input]);
      else present.push(input);
    }
  }
  indexes.set(plan, index);
  return index;
}

/**
 * Every input and catalogue figure that the trace of a figure or series reaches, level by level, so that those it
 * is computed from directly come first.
 * @returns nothing for a key the plan does not have
 */
export function restsOn(plan: Traced, key: string): RestsOn {
  const index = indexOf(plan);
  const inputs = new Set<InputInUse>();
  const refs = new Set<string>();
  const seen = new Set([key]);
  for (let level = [key]; level.length > 0;) {
    const next: string[] = [];
    for (const at of level) {
      for (const from of (plan.figures[at] ?? plan.series[at])?.inputs ?? []) {
        if (from.kind === 'field') for (const input of index.get(from.path) ?? []) inputs.add(input);
        else if (from.kind === 'catalog') refs.add(from.ref.replace('catalog:', ''));
        else if (!seen.has(from.key)) {
          seen.add(from.key);
          next.push(from.key);
        }
      }
    }
    level = next;
  }
  return { inputs: [...inputs], catalog: [...refs] };
}

/** An assumed input behind a figure: the path of a field, or `catalog:` and a reference. */
export interface AssumedInput {
  readonly id: string;
  readonly label: string;
}

function findAssumed(plan: Traced, key: string, catalog: Catalog): readonly AssumedInput[] {
  const { inputs, catalog: refs } = restsOn(plan, key);
  return [
    ...inputs.filter(({ evidence }) => evidence === 'assumed').map(({ path, label }) => ({ id: path, label })),
    ...refs.flatMap((ref): readonly AssumedInput[] => {
      const { entry, citation } = findCatalogItem(catalog, ref);
      return citation?.evidence === 'assumed' ? [{ id: `catalog:${ref}`, label: `${entry}: ${nameFigure(ref)}` }] : [];
    }),
  ];
}

const found = new WeakMap<Traced, Map<string, readonly AssumedInput[]>>();

/**
 * The assumed inputs a figure or series rests on, nearest first; found once per plan and figure.
 * @param catalog the one the plan was computed on
 * @example assumedBehind(plan, 'headline.npvUsd', builtInCatalog)[0]?.label // 'State tax rate'
 */
export function assumedBehind(plan: Traced, key: string, catalog: Catalog): readonly AssumedInput[] {
  const known = found.get(plan) ?? new Map<string, readonly AssumedInput[]>();
  found.set(plan, known);
  const present = known.get(key) ?? findAssumed(plan, key, catalog);
  known.set(key, present);
  return present;
}

/** Keys of all figures that rest on at least one assumed input. */
export const assumedFigures = (plan: Traced, catalog: Catalog): ReadonlySet<string> =>
  new Set(Object.keys(plan.figures).filter((key) => assumedBehind(plan, key, catalog).length > 0));

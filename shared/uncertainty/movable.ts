import type { Catalog } from '../catalog/types.ts';
import { isActive } from '../project/condition.ts';
import { findCatalogItem } from '../plan/entries/catalog-figure.ts';
import { nameFigure } from '../plan/entries/figure-names.ts';
import type { InputInUse, Plan } from '../plan/types.ts';
import { defaultsAt } from '../project/defaults.ts';
import { addressOf } from '../project/path.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import {
  classUncertainty, rangeOf, type ClassUncertainty, type StatedRange,
} from './stated.ts';

/**
 * An input that can be moved within what is known of it: a field, a catalogue figure, or
 * a serving point.
 */
export interface MovableInput extends StatedRange {
  /** Path of the field, `catalog:` and the reference, or `serving:` and the rack group. */
  readonly id: string;
  readonly kind: 'field' | 'catalog' | 'serving';
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly evidence: EvidenceClass;
}

/** Exact by nature: a count of parts is not off by a tenth. */
const exactUnits: ReadonlySet<string> = new Set(['count', 'U']);

/**
 * A number of the project as it can be moved, or null where it cannot: counts and months
 * are decisions on a grid, an empty field is moved through what stands for it, and what
 * only names or prints the project moves nothing.
 */
function movableField(
  plan: Plan, input: InputInUse, shares: ClassUncertainty,
): MovableInput | null {
  const { path, value, evidence, unit } = input;
  const at = addressOf(path);
  const field = at === null ? undefined
    : defaultsAt(plan.inputs.project.values).field(at.kind, at.field);
  if (at === null || at.kind === 'project' || typeof value !== 'number') return null;
  if (field?.type !== 'number' || field.integer === true
    || !isActive(field.activeWhen, plan.inputs, at.key)) return null;
  const stated = value === field.default ? { low: field.low, high: field.high } : {};
  const { low, high, basis } = rangeOf({ value, unit, ...stated }, shares[evidence]);
  const label = at.key === at.kind ? input.label : `${input.label} (${at.key})`;
  return { id: path, kind: 'field', label, value, unit, evidence, basis,
    low: Math.max(field.min, low), high: Math.min(field.max, high) };
}

/**
 * A catalogue figure as it can be moved; entries without a figure of their own (models,
 * climate) are not.
 */
function movableFigure(
  catalog: Catalog, ref: string, shares: ClassUncertainty,
): MovableInput | null {
  const { value: figure, entry } = findCatalogItem(catalog, ref);
  if (figure === null || exactUnits.has(figure.unit) || figure.value === 0) return null;
  const { value, unit, evidence } = figure;
  return { id: `catalog:${ref}`, kind: 'catalog', label: `${entry}: ${nameFigure(ref)}`,
    value, unit, evidence, ...rangeOf(figure, shares[evidence]) };
}

/** Throughput of the serving points, as uncertain as the engine expects itself to be. */
const movablePoints = ({ stages }: Plan): readonly MovableInput[] =>
  stages.groups.flatMap(({ record, point }): readonly MovableInput[] => {
    if (point === null) return [];
    const value = point.outputTokPerSecPerAccelerator;
    const width = (value * point.expectedErrorPct) / 100;
    return [{
      id: `serving:${record.key}`, kind: 'serving',
      label: `Throughput (${record.values.name})`, value, unit: 'tok/s/accelerator',
      evidence: point.source === 'measured' ? 'measured' : 'derived',
      low: Math.max(value / 10, value - width), high: value + width, basis: 'source',
    }];
  });

/**
 * Every input that can be moved within its stated uncertainty, in the order of the register.
 * @param refs catalogue figures the plan reads, see `catalogReads`
 */
export function listMovable(
  plan: Plan, catalog: Catalog, refs: readonly string[],
): readonly MovableInput[] {
  const shares = classUncertainty(plan.inputs.project.values);
  return [
    ...plan.inputsInUse.flatMap((input) => movableField(plan, input, shares) ?? []),
    ...refs.flatMap((ref) => movableFigure(catalog, ref, shares) ?? []),
    ...movablePoints(plan),
  ];
}

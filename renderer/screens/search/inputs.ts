import { fieldAt } from '../../../shared/search/plans/axis.ts';
import { axisValues } from '../../../shared/search/sweep/axis.ts';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import { declaredFigure } from '../../../shared/plan/figures/all.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { NumberField } from '../../../shared/project/field.ts';
import { addressOf } from '../../../shared/project/path.ts';
import { inputLabel } from '../../../shared/report/inputs.ts';
import { catalog } from '../../state/catalog.ts';
import type { Unit } from '../../../shared/units/unit.ts';

/** A number of the plan that can be varied. */
export interface Variable {
  readonly path: string;
  readonly label: string;
  readonly unit: Unit;
  readonly field: NumberField;
  /** Null where the plan computes it. */
  readonly now: number | null;
}

/** Numbers that have an effect in a plan, by name. */
export function variablesOf(plan: Plan): readonly Variable[] {
  return plan.inputsInUse.flatMap((input): readonly Variable[] => {
    const field = fieldAt(input.path);
    if (!input.active || !field.ok || field.value.type !== 'number') return [];
    const at = addressOf(input.path);
    return [{ path: input.path, label: inputLabel(plan, input), unit: input.unit,
      field: field.value, now: typeof input.value === 'number' ? input.value
        : at === null ? null : autoValue(plan, at, catalog) }];
  }).toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

/** A figure that can be searched for. */
export interface FigureChoice {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
}

/** Headline figures of a plan. */
export const figureChoices = ({ figures }: Plan): readonly FigureChoice[] =>
  Object.keys(figures).flatMap((key): readonly FigureChoice[] => {
    const text = key.startsWith('headline.') ? declaredFigure(key) : null;
    return text === null ? [] : [{ key, label: text.label, unit: text.unit }];
  });

/** Steps on either side of what an input is now. */
const steps = 4;

/** The step of 1, 2, 2.5 or 5 times a power of ten that is nearest below a size. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const times = [5, 2.5, 2, 1].find((each) => each * power <= size * (1 + 1e-9)) ?? 1;
  return times * power;
}

/**
 * Ends of a range around what an input is now, about half of it either way in round steps,
 * within what the field takes; the whole range where it is nothing yet.
 */
export function usualEnds(
  { field, now }: Pick<Variable, 'field' | 'now'>,
): { readonly from: number; readonly to: number } {
  const { min, max, integer = false } = field;
  const at = now ?? field.default;
  if (at === null || at === 0) return { from: min, to: max };
  const wish = roundStep(Math.abs(at) / (2 * steps));
  const step = integer ? Math.max(1, Math.round(wish)) : wish;
  const middle = Math.round(at / step) * step;
  const [from, to] = [middle - steps * step, middle + steps * step]
    .map((end) => Number(Math.min(max, Math.max(min, end)).toPrecision(12)));
  return from !== undefined && to !== undefined && from < to ? { from, to }
    : { from: min, to: max };
}

/** Values of an axis: equal steps, whole where the field is, each once. */
export const valuesOf = (
  { integer }: Pick<NumberField, 'integer'>, from: number, to: number, count: number,
): readonly number[] => [...new Set(axisValues(from, to, count)
  .map((value) => (integer === true ? Math.round(value) : Number(value.toPrecision(12)))))];

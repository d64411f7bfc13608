import { fieldOf, isKind, kindOf } from '../../shared/project/kinds.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { inputPath } from '../../shared/project/path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import type { TraceInput } from '../../shared/units/figure.ts';
import { printOf } from '../../shared/project/print.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { plainPrint, type Print } from '../../shared/units/print.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { units } from '../../shared/units/unit.ts';
import { figureLabel } from '../text/figures.ts';
import { findCatalogItem } from './catalog.ts';
import { describeIn } from './describe.ts';
import { fieldState, recordOf, recordsOf, type FieldAddress } from './document.ts';
import type { Selection } from './store.ts';

/** One input of a figure as the inspector lists it. */
export interface TraceLine {
  readonly label: string;
  readonly value: string;
  readonly kind: TraceInput['kind'];
  /** What a click on the line explains next; null where the trail ends. */
  readonly leadsTo: Selection | null;
}

/**
 * The field a path names, or null. `traffic.isl` names every class and leads to the first.
 * @example parsePath('site.utilityMw', inputs) // { kind: 'site', key: 'site', field: 'utilityMw' }
 */
export function parsePath(path: string, inputs: ScenarioInputs): FieldAddress | null {
  const [kind = '', second = '', third] = path.split('.');
  if (!isKind(kind)) return null;
  const at: FieldAddress =
    third === undefined
      ? { kind, key: recordsOf(inputs, kind)[0]?.key ?? kind, field: second }
      : { kind, key: second, field: third };
  return fieldOf(kind, at.field) === undefined ? null : at;
}

/**
 * What a limit or warning speaks of: a figure, an input, or the first input of a record
 * such as a rack group.
 */
export function findPlace(
  where: string, plan: Plan,
): Extract<Selection, { kind: 'figure' | 'field' }> | null {
  if (plan.figures[where] !== undefined) return { kind: 'figure', key: where };
  const at = parsePath(where, plan.inputs);
  if (at !== null) return { kind: 'field', at };
  const [kind = '', key = ''] = where.split('.');
  const first = isKind(kind)
    && recordOf(plan.inputs, kind, key) !== undefined ? kindOf(kind).fields[1] : undefined;
  return first === undefined || !isKind(kind) ? null
    : { kind: 'field', at: { kind, key, field: first.key } };
}

const isUnit = (text: string): text is Unit => units.some((unit) => unit === text);

/** A catalogue value as printed; units the engine does not use are printed after the digits. */
export const printSourced = (value: number, unit: string, print: Print = plainPrint): string =>
  isUnit(unit) ? formatQuantity(value, unit, print)
    : `${formatQuantity(value, 'ratio', print)} ${unit}`;

/** One line for one input of a figure, whatever it is. */
export function traceLine(
  input: TraceInput,
  plan: Plan,
  document: ProjectDocument,
  scenarioId: string,
): TraceLine {
  switch (input.kind) {
    case 'figure': {
      const figure = plan.figures[input.key];
      return {
        kind: 'figure',
        label: figureLabel(input.key, plan),
        value: figure === undefined ? ''
          : formatQuantity(figure.value, figure.unit, printOf(plan.inputs.project.values)),
        leadsTo: figure === undefined ? null : { kind: 'figure', key: input.key },
      };
    }
    case 'field': {
      const at = parsePath(input.path, plan.inputs);
      const field = at === null ? undefined : fieldOf(at.kind, at.field);
      if (at === null || field === undefined)
        return { kind: 'field', label: input.path, value: '', leadsTo: null };
      const state = fieldState(document, scenarioId, at);
      return {
        kind: 'field',
        label: field.label,
        value: describeIn(field, state?.value ?? null, plan.inputs),
        leadsTo: { kind: 'field', at },
      };
    }
    case 'catalog': {
      const item = findCatalogItem(input.ref, plan.stages.catalog);
      const value = item.value === null ? ''
        : printSourced(item.value.value, item.value.unit, printOf(plan.inputs.project.values));
      return {
        kind: 'catalog',
        label: `${item.entry} ${item.figure}`.trim(),
        value,
        leadsTo: { kind: 'catalog', ref: input.ref },
      };
    }
    case 'measured': return { kind: 'measured', label: input.id, value: '', leadsTo: null };
  }
}

/** Figures whose computation reads an input itself, not through figures their formula names. */
export function figuresUsing(plan: Plan, at: FieldAddress): readonly string[] {
  const path = inputPath(at);
  return Object.values(plan.figures)
    .filter((figure) =>
      figure.inputs.some((input) => input.kind === 'field' && input.path === path))
    .map((figure) => figure.key);
}

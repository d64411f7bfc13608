import type { FieldValue } from '../../project/field.ts';
import { fieldOf } from '../../project/kinds.ts';
import { addressOf, type InputAddress } from '../../project/path.ts';
import type { AnyResolved, ScenarioInputs } from '../../project/resolve.ts';
import type { Effect, UncertainInput } from '../assumptions/types.ts';

/** One effect on a field: which of the drawn values has it. */
interface Step {
  readonly dimension: number;
  readonly effect: Effect;
}

/** A field that draws move, with what happens to it in order. */
export interface MovedField {
  readonly path: string;
  readonly at: InputAddress;
  /** Whether it takes few values only. */
  readonly stepped: boolean;
  /** The field's value in a draw. */
  readonly valueIn: (drawn: Float64Array) => number;
}

function takeStep(value: number, { effect }: Step, drawn: number): number {
  switch (effect.does) {
    case 'set': return drawn;
    case 'multiply': return value * (effect.power === 1 ? drawn : drawn ** effect.power);
    case 'add': return value + drawn;
  }
}

function isWhole({ kind, field }: InputAddress): boolean {
  const found = fieldOf(kind, field);
  return found?.type === 'number' && found.integer === true;
}

/** A number kept to what the field can hold. */
function fitting({ kind, field }: InputAddress): (value: number) => number {
  const found = fieldOf(kind, field);
  if (found?.type !== 'number') throw new Error(`${kind}.${field} is no number`);
  const { min, max, integer = false } = found;
  return (value) => Math.min(max, Math.max(min, integer ? Math.round(value) : value));
}

/**
 * The fields that inputs move, each with its value in a draw. Where several inputs move one
 * field, their effects follow one another in the order of the inputs.
 * @param inputs those that are drawn
 * @param dimensionOf place of an input's value in a draw
 * @throws Error for a target that is no number field
 */
export function movedFields(
  inputs: readonly UncertainInput[], dimensionOf: (id: string) => number,
): readonly MovedField[] {
  const steps = new Map<string, { readonly from: number; readonly steps: Step[];
    stepped: boolean }>();
  for (const { id, targets, distribution } of inputs) {
    for (const { path, from, effect } of targets) {
      const known = steps.get(path) ?? { from, steps: [], stepped: true };
      known.steps.push({ dimension: dimensionOf(id), effect });
      known.stepped &&= distribution.type === 'discrete';
      steps.set(path, known);
    }
  }
  return [...steps].map(([path, { from, steps: own, stepped }]) => {
    const at = addressOf(path);
    if (at === null) throw new Error(`there is no field ${path}`);
    const fit = fitting(at);
    return { path, at, stepped: stepped || isWhole(at), valueIn: (drawn) => fit(own.reduce((value, step) =>
      takeStep(value, step, drawn[step.dimension] ?? NaN), from)) };
  });
}

type MutableValues = Record<string, FieldValue>;

/** A scenario of one's own whose moved fields can be written. */
export interface WritableInputs {
  readonly inputs: ScenarioInputs;
  /** Writes the values of a draw over those of the one before. */
  readonly write: (drawn: Float64Array) => void;
}

/** A copy of a record whose values can be written, its moved fields counted as set. */
function copyRecord(record: AnyResolved, fields: readonly string[]) {
  const values: MutableValues = { ...record.values };
  return { values, record: { ...record, values, set: new Set([...record.set, ...fields]) } };
}

/**
 * A copy of a scenario in which draws are written one over the other: nothing is parsed or
 * resolved for a draw. Whoever reads it is done before the next draw is written.
 */
export function writableInputs(
  inputs: ScenarioInputs, moved: readonly MovedField[],
): WritableInputs {
  const writes: { readonly values: MutableValues; readonly field: string;
    readonly valueIn: MovedField['valueIn'] }[] = [];
  const copy = (record: AnyResolved): AnyResolved => {
    const own = moved.filter(({ at }) => at.kind === record.kind && at.key === record.key);
    if (own.length === 0) return record;
    const copied = copyRecord(record, own.map(({ at }) => at.field));
    for (const { at: { field }, valueIn } of own)
      writes.push({ values: copied.values, field, valueIn });
    // a record of the same kind with the same fields
    return copied.record as unknown as AnyResolved;
  };
  const { scenario, ...parts } = inputs;
  const copied = Object.entries(parts).map(([name, part]) =>
    [name, Array.isArray(part) ? part.map(copy) : copy(part as AnyResolved)] as const);
  return {
    // the same parts, record for record
    inputs: { scenario, ...Object.fromEntries(copied) } as unknown as ScenarioInputs,
    write: (drawn) => {
      for (const { values, field, valueIn } of writes) values[field] = valueIn(drawn);
    },
  };
}

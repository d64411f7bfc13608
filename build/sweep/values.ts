import type { Field, FieldValue } from '../../shared/project/field.ts';
import type { Catalog } from '../../shared/catalog/types.ts';

type NumberField = Extract<Field, { type: 'number' }>;

/** Share of a field's range that stands for a value where it is empty or zero. */
const smallShare = 0.05;

/**
 * Below and above a value: the range its source states, else (or where that is a point)
 * 0.8 and 1.25 times.
 */
function around(field: NumberField, value: number | null): readonly number[] {
  if (value === null || value === 0) {
    const step = Math.min(smallShare * (field.max - field.min),
      field.max - Math.max(0, field.min));
    return [Math.max(0, field.min) + step];
  }
  const [low = value, high = value] = [field.low, field.high];
  return [low === value ? value * 0.8 : low, high === value ? value * 1.25 : high];
}

function numbers(field: NumberField, value: number | null): readonly number[] {
  const whole = (x: number): number =>
    (value === null || x >= value ? Math.ceil(x) : Math.floor(x));
  const within = around(field, value)
    .map((x) => Math.min(field.max,
      Math.max(field.min, field.integer === true ? whole(x) : x)));
  return [...new Set(within)].filter((x) => x !== value);
}

/** Ids of the catalogue's collections a field may name. */
function entries(of: string, catalog: Catalog): readonly string[] {
  switch (of) {
    case 'models': return Object.keys(catalog.models);
    case 'systems': return Object.keys(catalog.systems);
    case 'sites': return Object.keys(catalog.sites);
    case 'switches': return Object.keys(catalog.switches);
    default: return [];
  }
}

/**
 * Other values of a field, near the one it has: for a number low and high, for a choice
 * every other one. Texts and references to records have none.
 * @param value what the field holds now, in the field's unit; null where it is computed
 * @example otherValues(toggleField, true, catalog) // [false]
 */
export function otherValues(
  field: Field, value: FieldValue, catalog: Catalog,
): readonly FieldValue[] {
  switch (field.type) {
    case 'number': return numbers(field, typeof value === 'number' ? value : null);
    case 'choice':
      return field.choices.map((choice) => choice.value).filter((other) => other !== value);
    case 'toggle': return [value !== true];
    case 'reference': return entries(field.of, catalog).filter((other) => other !== value);
    case 'text': return [];
    default: return field satisfies never;
  }
}

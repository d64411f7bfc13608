import { z } from 'zod';
import { refuse, ok, unreachable, type Result } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import type { Field, FieldValue } from './field.ts';
import { parseNumberList, type NumberListRule } from './number-list.ts';
import { fieldOf, kindNames, type KindName } from './kinds.ts';
import type { ProjectRecord } from './record.ts';

/** Why a value is refused. `range` carries the limits so that every host can name them. */
export type FieldProblem =
  | { readonly code: 'unknown-field'; readonly path: string; readonly nearest: string | null }
  | { readonly code: 'wrong-type'; readonly path: string; readonly expected: string;
    readonly got: string }
  | { readonly code: 'range'; readonly path: string; readonly min: number;
    readonly max: number; readonly unit: Unit; readonly got: string }
  | { readonly code: 'not-integer'; readonly path: string; readonly got: string }
  | { readonly code: 'choice'; readonly path: string; readonly choices: readonly string[];
    readonly got: string }
  | { readonly code: 'too-long'; readonly path: string; readonly maxLength: number;
    readonly got: string };

/**
 * Checks one value against its field.
 * @param path how the caller names the field, repeated in the problem
 * @example checkValue(fieldOf('demand','utilisation')!, 2, 'demand.utilisation') // { ok: false, error: { code: 'range', ... } }
 */
export function checkValue(
  field: Field, value: FieldValue, path: string,
): Result<FieldValue, FieldProblem> {
  const wrong = (expected: string): Result<FieldValue, FieldProblem> =>
    refuse({ code: 'wrong-type', path, expected, got: String(value) });
  switch (field.type) {
    case 'number': return checkNumber(field, value, path);
    case 'toggle': return typeof value === 'boolean' ? ok(value) : wrong('true or false');
    case 'choice': {
      if (typeof value !== 'string') return wrong('one of the choices');
      const choices = field.choices.map((c) => c.value);
      return choices.includes(value) ? ok(value)
        : refuse({ code: 'choice', path, choices, got: value });
    }
    case 'reference':
      return typeof value !== 'string' ? wrong('an id')
        : value.length > 200
        ? refuse({ code: 'too-long', path, maxLength: 200, got: `${value.length} characters` })
        : ok(value);
    case 'text':
      if (typeof value !== 'string') return wrong('text');
      if (field.form !== undefined && !new RegExp(field.form.pattern, 'u').test(value))
        return wrong(field.form.expected);
      if (value.length > field.maxLength) return refuse({ code: 'too-long', path,
        maxLength: field.maxLength, got: `${value.length} characters` });
      return field.numbers === undefined ? ok(value)
        : checkNumberList(field.numbers, value, path);
    default: return unreachable(field, 'checkValue');
  }
}

function checkNumber(
  field: Extract<Field, { type: 'number' }>, value: FieldValue, path: string,
): Result<FieldValue, FieldProblem> {
  if (value === null && field.default === null) return ok(null);
  if (typeof value !== 'number' || Number.isNaN(value)) return refuse({
    code: 'wrong-type', path, expected: `a number in ${field.unit}`, got: String(value),
  });
  if (value < field.min || value > field.max) {
    return refuse({ code: 'range', path, min: field.min, max: field.max, unit: field.unit,
      got: String(value) });
  }
  if (field.integer === true && !Number.isInteger(value))
    return refuse({ code: 'not-integer', path, got: String(value) });
  return ok(value);
}

function checkNumberList(
  rule: NumberListRule, value: string, path: string,
): Result<FieldValue, FieldProblem> {
  const list = parseNumberList(value, rule);
  if (list.ok) return ok(value);
  const expected =
    `at most ${rule.most} numbers from ${rule.min} to ${rule.max}, separated by commas or spaces`;
  const got = list.error.code === 'too-many' ? `${list.error.count} numbers` : list.error.found;
  return refuse({ code: 'wrong-type', path, expected, got });
}

/**
 * All problems of a record as this version would write it; empty when it is sound.
 * Unknown fields are problems.
 */
export function checkRecord(record: ProjectRecord): readonly FieldProblem[] {
  return Object.entries(record.body.values).flatMap(([key, value]) => {
    const path = `${record.kind}.${record.key}.${key}`;
    const field = fieldOf(record.kind, key);
    if (field === undefined) return [{ code: 'unknown-field', path, nearest: null } as const];
    const checked = checkValue(field, value, path);
    return checked.ok ? [] : [checked.error];
  });
}

/**
 * Problems of the values a stored record has for known fields. What another version
 * stored under fields this one does not know is kept as it is, see `listUnknownValues`.
 * @returns none for a sound record; problems in the order of the values
 */
export const checkKnownValues = (record: ProjectRecord): readonly FieldProblem[] =>
  checkRecord(record).filter(({ code }) => code !== 'unknown-field');

const plainText = (max: number) => z.string().max(max);
/** A map by name. The reserved name would otherwise be left out without a word. */
const byName = <T extends z.ZodType>(value: T) => z.unknown()
  .refine((map) => typeof map !== 'object' || map === null || !Object.hasOwn(map, '__proto__'),
    'reserved name __proto__')
  .pipe(z.record(plainText(64), value));
const fieldNote =
  z.strictObject({ note: plainText(10_000).optional(), source: plainText(2000).optional() });
const body = z.strictObject({
  values: byName(z.union([z.number(), plainText(10_000), z.boolean(), z.null()])),
  notes: byName(fieldNote).optional(),
  removed: z.boolean().optional(),
});

/**
 * The shape every record must have before it is looked at; sizes bound what a hostile
 * file can make us hold.
 */
export const recordSchema = z.strictObject({
  id: plainText(64).min(1),
  kind: z.enum(kindNames as [KindName, ...KindName[]]),
  scenarioId: plainText(64).nullable(),
  key: plainText(64).min(1),
  position: z.number(),
  body,
});

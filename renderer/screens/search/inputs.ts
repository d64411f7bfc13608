import type { Field, FieldValue, NumberField } from '../../../shared/project/field.ts';
import { fieldOf, isKind, kindOf } from '../../../shared/project/kinds.ts';
import { listFieldPaths } from '../../../shared/project/path.ts';
import { listDeclaredFigures } from '../../../shared/plan/figures/all.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { Unit } from '../../../shared/units/unit.ts';

/** Something to choose from a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Units a person reads and types in per cent. */
const perCent: ReadonlySet<Unit> = new Set(['fraction', 'fraction/year']);

/** How a number is typed: what stands in the box is the value times this. */
export const typedScale = (unit: Unit | null): number =>
  (unit !== null && perCent.has(unit) ? 100 : 1);

/** The unit as it stands in a box. */
export const typedUnit = (unit: Unit | null): string =>
  (unit === null || unit === 'count' || unit === 'text' ? ''
    : ` ${unit.replace('fraction', '%').replace('month', 'months')}`);

/** Inputs that can be varied, by name and where they stand; those of the file are left out. */
export const inputOptions: readonly Option[] = listFieldPaths()
  .filter(({ kind, field }) => kindOf(kind).scope === 'scenario'
    && (field.type === 'number' || field.type === 'choice' || field.type === 'toggle'))
  .map(({ path, kind, field }) => ({ value: path, label: `${field.label} (${kindOf(kind).label})` }));

/** The field of a path that is the same for all records of its kind. */
export function fieldNamed(path: string): Field | null {
  const [kind = '', field = ''] = path.split('.');
  return isKind(kind) ? fieldOf(kind, field) ?? null : null;
}

export const numberOptions = inputOptions.filter(({ value }) =>
  fieldNamed(value)?.type === 'number');

/** Figures of one number that plans can be compared by; the headline first. */
export const figureOptions: readonly Option[] = listDeclaredFigures()
  .filter(({ key, unit }) => !key.includes('*') && unit !== 'text')
  .toSorted((a, b) =>
    Number(b.key.startsWith('headline.')) - Number(a.key.startsWith('headline.')))
  .map(({ key, label }) => ({ value: key, label: nameOfFigure(key, label) }));

function nameOfFigure(key: string, label: string): string {
  return key.startsWith('headline.') ? label : `${label} (${key.split('.')[0] ?? ''})`;
}

export const unitOfFigure = (key: string): Unit | null =>
  listDeclaredFigures().find((figure) => figure.key === key)?.unit ?? null;

/** What the plan says of an input now; the first record's where there are several. */
export function valueNow(plan: Plan | null, path: string): FieldValue {
  const [kind = '', field = ''] = path.split('.');
  return plan?.inputsInUse.find((input) => input.path === path
    || (input.path.startsWith(`${kind}.`) && input.path.endsWith(`.${field}`)))?.value ?? null;
}

const rounded = (value: number): number => Number(value.toPrecision(2));

/** Ends worth looking between: what is stated of the input, and half as much or more of it. */
export function usualEnds(
  { min, max, low, high, integer, ...field }: NumberField, now: FieldValue,
): readonly [number, number] {
  const at = typeof now === 'number' ? now : field.default;
  if (at === null) return [low ?? min, high ?? max];
  const reach = Math.abs(at) / 2;
  const ends = [Math.min(low ?? at, at - reach), Math.max(high ?? at, at + reach)]
    .map((end) => Math.min(max, Math.max(min, integer === true ? Math.round(end) : rounded(end))));
  const [from = min, to = max] = ends;
  return from < to ? [from, to] : [min, max];
}

import type { Field, FieldValue, NumberField } from '../../../shared/project/field.ts';
import { fieldOf, isKind, kindOf } from '../../../shared/project/kinds.ts';
import { listFieldPaths } from '../../../shared/project/path.ts';
import { listDeclaredFigures } from '../../../shared/plan/figures/all.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { listRecords } from '../../../shared/plan/figures/inputs-in-use.ts';
import type { AnyResolved } from '../../../shared/project/resolve.ts';
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
const inputOptions: readonly Option[] = listFieldPaths()
  .filter(({ kind, field }) => kindOf(kind).scope === 'scenario'
    && (field.type === 'number' || field.type === 'choice' || field.type === 'toggle'))
  .map(({ path, kind, field }) => ({ value: path, label: `${field.label} (${kindOf(kind).label})` }));

/** The field of a path, of one record or of all of its kind. */
export function fieldNamed(path: string): Field | null {
  const [kind = ''] = path.split('.');
  return isKind(kind) ? fieldOf(kind, path.split('.').at(-1) ?? '') ?? null : null;
}

/** Records of a kind in a plan; null for a kind of which there is one. */
function recordsOf(plan: Plan, path: string): readonly AnyResolved[] | null {
  const [kind = ''] = path.split('.');
  return !isKind(kind) || kindOf(kind).count === 'one' ? null
    : listRecords(plan.inputs).filter((record) => record.kind === kind);
}

const known = new WeakMap<Plan['inputs'], readonly Option[]>();

/**
 * Inputs of a plan that can be varied: those of lists for all records together, and for each
 * where there are several; none of a list that is empty.
 */
export function inputsFor(plan: Plan | null): readonly Option[] {
  if (plan === null) return inputOptions;
  const found = known.get(plan.inputs) ?? inputOptions.flatMap((option): readonly Option[] => {
    const records = recordsOf(plan, option.value);
    const [kind = '', field = ''] = option.value.split('.');
    if (records === null || records.length === 1) return [option];
    return records.length === 0 ? [] : [option, ...records.map((record) => ({
      value: `${kind}.${record.key}.${field}`,
      label: `${fieldNamed(option.value)?.label ?? field} (${nameOf(record)})` }))];
  });
  known.set(plan.inputs, found);
  return found;
}

function nameOf({ key, values }: AnyResolved): string {
  const name: unknown = 'name' in values ? values.name : null;
  return typeof name === 'string' && name !== '' ? name : key;
}

export const numbersFor = (plan: Plan | null): readonly Option[] =>
  inputsFor(plan).filter(({ value }) => fieldNamed(value)?.type === 'number');

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

/** Values of an input, equally far apart. */
export interface Steps {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const exact = (value: number): number => Number(value.toPrecision(12));

/** The least round step that is no shorter than asked: 1, 2, 2.5 or 5 of a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * Round values worth looking at: over what is stated of the input, and half as much or more
 * of what it is now, within its ends.
 */
export function usualSteps(field: NumberField, now: FieldValue, count: number): Steps {
  const { min, max, low, high, integer } = field;
  const at = typeof now === 'number' ? now : field.default;
  const reach = at === null ? 0 : Math.abs(at) / 2;
  const lower = Math.max(min, Math.min(low ?? at ?? min, (at ?? low ?? min) - reach));
  const upper = Math.min(max, Math.max(high ?? at ?? max, (at ?? high ?? max) + reach));
  if (!(upper > lower) || count < 2) return { from: min, to: max, count };
  const least = roundStep((upper - lower) / (count - 1));
  const step = integer === true ? Math.max(1, Math.round(least)) : least;
  const first = Math.max(Math.floor(lower / step), Math.ceil(min / step - 1e-9));
  const last = Math.min(first + count - 1, Math.floor(max / step + 1e-9));
  return last > first
    ? { from: exact(first * step), to: exact(last * step), count: last - first + 1 }
    : { from: min, to: max, count };
}

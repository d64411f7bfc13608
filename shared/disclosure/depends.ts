import { restsOn } from '../plan/figures/rests-on.ts';
import type { HeadlineKey, Plan } from '../plan/types.ts';
import type { Field, FieldValue } from '../project/field.ts';
import { scenarioChain } from '../project/resolve.ts';
import type { HiddenValue } from './hidden.ts';
import { headlineAt, issuableHeadline, type Subject } from './subject.ts';

type Traced = Pick<Plan, 'figures' | 'series' | 'inputsInUse'>;

/** Paths each figure of a plan leads to, followed once. */
const followed = new WeakMap<Traced, Map<string, ReadonlySet<string>>>();

function pathsBehind(plan: Traced, key: string): ReadonlySet<string> {
  const known = followed.get(plan) ?? new Map<string, ReadonlySet<string>>();
  followed.set(plan, known);
  const present = known.get(key) ?? new Set(restsOn(plan, key).inputs.map(({ path }) => path));
  known.set(key, present);
  return present;
}

/**
 * Whether a figure's trace leads to any of the paths. The one place that knows how traces are
 * followed.
 * @param paths of fields, as `fieldPath` gives them
 * @returns false where the plan has no such figure
 * @example dependsOn({ figures: {}, series: {}, inputsInUse: [] }, 'headline.npvUsd', ['site.utilityMw']) // false
 */
export function dependsOn(plan: Traced, key: string, paths: readonly string[]): boolean {
  const reached = pathsBehind(plan, key);
  return paths.some((path) => reached.has(path));
}

/** Steps a hidden number is moved by, as factors: within rounding, by half, and by ten. */
const factors = [0.99, 1.01, 0.5, 1.5, 0.1, 10];

/** A number with no size to take a share of is moved by shares of its range. */
const shares = [0.001, 0.01, 0.1];

/** Options tried of a field that offers many, spread over all it offers. */
const mostOptions = 12;

type NumberField = Extract<Field, { type: 'number' }>;

function movedNumbers(
  value: number, { min, max, integer = false }: NumberField,
): readonly number[] {
  const raw = value === 0 ? shares.map((share) => min + (max - min) * share)
    : factors.map((factor) => value * factor);
  const near = integer ? [...raw, value - 1, value + 1].map(Math.round) : raw;
  const within = near.map((each) => Math.min(max, Math.max(min, each)));
  return [...new Set(within)].filter((each) => each !== value);
}

/** Values a hidden one is moved to, to see which figures move: undefined is its default. */
export function movedValues(
  { field, value, options }: HiddenValue,
): readonly (FieldValue | undefined)[] {
  if (field.type === 'number')
    return [undefined, ...(typeof value === 'number' ? movedNumbers(value, field) : [])];
  const others = options.filter((each) => each !== value);
  const step = Math.max(1, others.length / mostOptions);
  return [undefined,
    ...others.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))];
}

/** Scenarios whose records a scenario is made of, and the project itself. */
function ownersOf({ document }: Subject, scenarioId: string): ReadonlySet<string | null> {
  const chain = scenarioChain(document, scenarioId);
  return new Set([null, ...(chain.ok ? chain.value : [])]);
}

/** Which hidden values bear on each headline figure of a scenario. */
export type Bearing = ReadonlyMap<HeadlineKey, ReadonlySet<HiddenValue>>;

/**
 * Hidden values by the headline figures that depend on them: by the trace, or because the
 * figure moves when the value is moved. A figure that differs between the project and its
 * stand-ins depends on all of them.
 * @param plan of the scenario with all hidden values in it; null where there is none: all
 *   depend on all
 */
export function bearingOf(
  subject: Subject, scenarioId: string, plan: Plan | null, keys: readonly HeadlineKey[],
): Bearing {
  const { hidden } = subject;
  const bearing = new Map(keys.map((key) => [key, new Set<HiddenValue>()]));
  const mark = (key: HeadlineKey, each: HiddenValue): void => { bearing.get(key)?.add(each); };
  const now = headlineAt(subject, scenarioId, new Map());
  const owners = ownersOf(subject, scenarioId);
  for (const each of hidden.filter((value) => owners.has(value.scenarioId))) {
    const traced =
      keys.filter((key) => plan === null || dependsOn(plan, `headline.${key}`, [each.path]));
    for (const key of traced) mark(key, each);
    if (traced.length === keys.length) continue;
    for (const value of movedValues(each)) {
      const moved = headlineAt(subject, scenarioId, new Map([[each, value]]));
      for (const key of keys) if (!Object.is(moved[key], now[key])) mark(key, each);
    }
  }
  const issuable = issuableHeadline(subject, scenarioId);
  for (const key of keys) {
    const isUnexplained = !Object.is(issuable[key], now[key]) && bearing.get(key)?.size === 0;
    if (isUnexplained) for (const each of hidden) mark(key, each);
  }
  return bearing;
}

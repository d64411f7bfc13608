import { defaultsAt } from '../../project/defaults.ts';
import type { NumberField } from '../../project/field.ts';
import { addressOf } from '../../project/path.ts';
import type { InputInUse, Plan } from '../../plan/types.ts';
import { isActive } from '../../project/condition.ts';
import { classUncertainty, rangeOf, type StatedRange } from '../stated.ts';
import { externalGroup } from './external.ts';
import { lawInSteps, lawOfRange } from './laws.ts';
import type { UncertainGroup, UncertainInput } from './types.ts';

/** A number of the project that may be moved, with what is known of it. */
interface MovableField {
  readonly input: InputInUse;
  readonly value: number;
  readonly field: NumberField;
  readonly record: string;
  readonly path: string;
}

/** A number that has an effect now; null for everything else. */
function movableField(plan: Plan, input: InputInUse): MovableField | null {
  const at = addressOf(input.path);
  if (at === null || at.kind === 'project' || at.kind === 'report'
    || typeof input.value !== 'number') return null;
  const field = defaultsAt(plan.inputs.project.values).field(at.kind, at.field);
  if (field?.type !== 'number' || !isActive(field.activeWhen, plan.inputs, at.key)) return null;
  return { input, value: input.value, field, path: `${at.kind}.${at.field}`,
    record: at.key === at.kind ? '' : at.key };
}

/**
 * Between what a field lies: as its source states where the value lies within that, else by
 * the share of its class. Counts and months without a stated range are decisions.
 */
function rangeOfField(plan: Plan, { value, field, input }: MovableField): StatedRange | null {
  const { low = null, high = null } = field;
  const inside = low !== null && high !== null && low < high && value >= low && value <= high;
  if (field.integer === true && !inside) return null;
  const share = classUncertainty(plan.inputs.project.values)[input.evidence];
  const stated = inside || value === field.default ? { low: field.low, high: field.high } : {};
  const range = rangeOf({ value, unit: field.unit, ...stated }, share);
  return { ...range, low: Math.max(field.min, range.low), high: Math.min(field.max, range.high) };
}

const basisOf = ({ basis }: StatedRange, { input }: MovableField): UncertainInput['basis'] =>
  (basis === 'source' ? 'source' : input.evidence === 'assumed' ? 'assumed' : 'class');

/** Fields that others stand for: each is drawn once. */
const drawnOtherwise: ReadonlySet<string> = new Set([
  'traffic.inputUsdPerMtok', 'traffic.cachedUsdPerMtok', 'traffic.outputUsdPerMtok',
  'traffic.cachedRatio', 'site.electricityUsdPerKwh', 'site.electricityEscalation',
  'tariff.energyLevel',
  'capex.systemPriceFactor', 'capex.acceleratorPriceUsd', 'rackGroup.throughputFactor',
  'rackGroup.startMonth', 'release.throughput', 'release.probability', 'release.month',
]);

/** Every share of cache hits asks the serving engine for another frontier. */
const hitStep = 0.01;

function uncertainField(plan: Plan, found: MovableField): UncertainInput | null {
  const { input, value, field, record, path } = found;
  const range = drawnOtherwise.has(path) ? null : rangeOfField(plan, found);
  if (range === null || !(range.low < range.high)) return null;
  const group: UncertainGroup | null = externalGroup(path);
  return {
    id: input.path, group: group ?? 'choices', unit: field.unit, base: value,
    label: record === '' ? field.label : `${field.label} (${record})`,
    distribution: path === 'traffic.cacheHit' ? lawInSteps({ ...range, value }, hitStep)
      : lawOfRange({ ...range, value }), basis: basisOf(range, found),
    source: input.source, on: group !== null,
    targets: [{ path: input.path, from: value, effect: { does: 'set' } }],
  };
}

/** Every number of the project that can be moved, those outside the planner's hands switched on. */
export const uncertainFields = (plan: Plan): readonly UncertainInput[] =>
  plan.inputsInUse.flatMap((input): readonly UncertainInput[] => {
    const found = movableField(plan, input);
    const uncertain = found === null ? null : uncertainField(plan, found);
    return uncertain === null ? [] : [uncertain];
  });

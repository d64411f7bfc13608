import { fieldOf } from '../project/kinds.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { LimitFix } from '../units/limit.ts';

/** What a decision is about. */
export type DecisionCode = 'speed' | 'ownership' | 'rejection' | 'redundancy' | 'power-cap';

/** Something whoever plans may decide otherwise: one input, and the value it would take. */
export interface Decision {
  readonly code: DecisionCode;
  /** The change as a value of a field. */
  readonly move: LimitFix;
  /** What stands there now. */
  readonly from: string | number;
  /** Name of the traffic class it is about; empty where it is about the whole plan. */
  readonly where: string;
}

/** How much less speed is promised, and the step of a power cap. */
const [speedFactor, capStep] = [0.8, 0.1];

/** Schemes of redundancy from the one that holds most back to the one that holds nothing. */
const redundancies = ['2n+1', '2n', '3m2', '4m3', 'block', 'n+1', 'n'];

/** Classes that racks serve, with a fifth less speed promised to each. */
const speeds = ({ traffic, rackGroup }: ScenarioInputs): readonly Decision[] =>
  traffic.filter(({ key, values }) => values.minTokPerSecPerUser > 0
    && rackGroup.some((group) => group.values.traffic === key))
    .map(({ key, values }) => ({
      code: 'speed', where: values.name, from: values.minTokPerSecPerUser,
      move: { path: `traffic.${key}.minTokPerSecPerUser`,
        value: Number((values.minTokPerSecPerUser * speedFactor).toPrecision(3)) },
    }));

function ownerships({ finance }: ScenarioInputs): readonly Decision[] {
  const field = fieldOf('finance', 'ownership');
  const from = finance.values.ownership;
  return field?.type !== 'choice' ? [] : field.choices
    .filter(({ value }) => value !== from)
    .map(({ value }) => ({ code: 'ownership', where: '', from,
      move: { path: 'finance.ownership', value } }));
}

/** Towers where there are none, and none where there are. */
function rejections({ cooling }: ScenarioInputs): readonly Decision[] {
  const from = cooling.values.rejection;
  return [{ code: 'rejection', where: '', from,
    move: { path: 'cooling.rejection', value: from === 'tower' ? 'dry' : 'tower' } }];
}

function weakerRedundancy({ power }: ScenarioInputs): readonly Decision[] {
  const from = power.values.redundancy;
  const value = redundancies[redundancies.indexOf(from) + 1];
  return value === undefined ? []
    : [{ code: 'redundancy', where: '', from, move: { path: 'power.redundancy', value } }];
}

/** A tenth lower, which leaves room for more racks, and a tenth higher where it is lowered. */
function powerCaps({ power }: ScenarioInputs): readonly Decision[] {
  const from = power.values.powerCap;
  const field = fieldOf('power', 'powerCap');
  const [min, max] = field?.type === 'number' ? [field.min, field.max] : [0, 1];
  return [from - capStep, from + capStep]
    .map((value) => Number(value.toFixed(2)))
    .filter((value) => value >= min && value <= max)
    .map((value) => ({ code: 'power-cap', where: '', from,
      move: { path: 'power.powerCap', value } }));
}

/**
 * What might be decided otherwise in a scenario, one change of one input each: less speed
 * promised, another owner, another heat rejection, redundancy one step lower, another power
 * cap. Which of them gains is for a plan to say.
 */
export const decisionsOf = (inputs: ScenarioInputs): readonly Decision[] => [
  ...speeds(inputs), ...ownerships(inputs), ...rejections(inputs),
  ...weakerRedundancy(inputs), ...powerCaps(inputs),
];

/** A decision with what the plan is worth more by it. */
export interface WorthDecision {
  readonly decision: Decision;
  /** More than nothing, USD. */
  readonly gainUsd: number;
}

/** NPV of a scenario of a document, USD; null where it has none. */
export type WorthOf = (document: ProjectDocument, scenarioId: string) => number | null;

/**
 * The decision that gains most, a plan at a time, each step with the best so far.
 * @returns null where the plan has no worth, or no decision gains
 */
export function* bestDecisionInSteps(
  document: ProjectDocument, scenarioId: string, inputs: ScenarioInputs, worthOf: WorthOf,
): Generator<WorthDecision | null, WorthDecision | null> {
  const now = worthOf(document, scenarioId);
  let best: WorthDecision | null = null;
  for (const decision of now === null ? [] : decisionsOf(inputs)) {
    yield best;
    const { path, value } = decision.move;
    const changed = setByPath(document, scenarioId, path, value);
    const then = changed.ok ? worthOf(changed.value, scenarioId) : null;
    const gainUsd = then === null || now === null ? 0 : then - now;
    if (best === null ? gainUsd > 0 : gainUsd > best.gainUsd) best = { decision, gainUsd };
  }
  return best;
}

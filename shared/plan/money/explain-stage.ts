import type { EconomicsProblem } from '../../economics/statement/types.ts';
import type { LifecycleProblem } from '../../lifecycle/types.ts';
import { unreachable } from '../../units/result.ts';

const within = (value: number, min: number, max: number): string =>
  Number.isFinite(max) ? `${value} is outside ${min} to ${max}` : `${value} is below ${min}`;

/** In one sentence, why the months cannot be simulated. */
export function explainLifecycle(problem: LifecycleProblem): string {
  switch (problem.code) {
    case 'horizon':
      return `a horizon of ${problem.value} months is outside ${problem.min} to ${problem.max}`;
    case 'phase-order':
      return `${problem.later} comes before ${problem.earlier}; put ${problem.later} in the same month or later`;
    case 'range': return `${problem.what}: ${within(problem.value, problem.min, problem.max)}`;
    case 'unknown-traffic':
      return `it serves the traffic class “${problem.trafficKey}”, which does not exist`;
    case 'unknown-group':
      return `it reaches the rack group “${problem.groupKey}”, which does not exist`;
    case 'duplicate-key': return 'the same key is used twice';
    default: return unreachable(problem, 'explainLifecycle');
  }
}

/** In one sentence, why the money cannot be computed. */
export function explainEconomics(problem: EconomicsProblem): string {
  switch (problem.code) {
    case 'range': return problem.where.endsWith('.tiers')
      ? `the shares of its price tiers add up to ${(problem.value * 100).toFixed(1)} %; at most 100 % can be sold`
      : within(problem.value, problem.min, problem.max);
    case 'draws':
      return `its payments add up to ${(problem.sum * 100).toFixed(1)} % of the price instead of 100 %`;
    case 'draw-month':
      return `a payment in month ${problem.month} is outside months ${problem.min} to ${problem.max}`;
    case 'phase-order':
      return `${problem.later} comes before ${problem.earlier}; put ${problem.later} in the same month or later`;
    case 'rate-at-minus-one':
      return `a rate of ${(problem.value * 100).toFixed(0)} % leaves nothing to discount; enter one above -100 %`;
    case 'not-priced': return 'it is served but has no price; enter 0 for tokens given away';
    case 'duplicate-key': return 'the same key is used twice';
    default: return unreachable(problem, 'explainEconomics');
  }
}

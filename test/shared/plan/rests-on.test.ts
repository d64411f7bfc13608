import { describe, expect, it } from 'vitest';
import { assumedBehind, assumedFigures, restsOn } from '../../../shared/plan/rests-on.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { planOf } from './support.ts';

const plan = planOf('b200-1mw');

/** Whether a figure reaches an assumed input, followed without any order or memory. */
function reachesAssumed(of: Pick<Plan, 'figures' | 'inputsInUse'>, key: string): boolean {
  const { figures, inputsInUse } = of;
  const assumed = (path: string): boolean => inputsInUse.some((input) => {
    const [kind, second, third] = input.path.split('.');
    return input.evidence === 'assumed' && (input.path === path || `${kind ?? ''}.${third ?? second ?? ''}` === path);
  });
  return (figures[key]?.inputs ?? []).some((input) =>
    input.kind === 'field' ? assumed(input.path) : input.kind === 'figure' && reachesAssumed(of, input.key));
}

describe('figures that rest on an assumed input', () => {
  it('are those whose trace reaches one', () => {
    const followed = Object.keys(plan.figures).filter((key) => reachesAssumed(plan, key));
    expect([...assumedFigures(plan)].toSorted()).toEqual(followed.toSorted());
  });

  it('name what is nearest first', () => {
    const labels = assumedBehind(plan, 'headline.costPerMTokUsd').map(({ label }) => label);
    expect(labels.indexOf('Discount rate')).toBeLessThan(labels.indexOf('Utilisation'));
  });

  it('lose an input once somebody vouches for it', () => {
    const sure = planOf('b200-1mw', { 'demand.utilisation': 0.61 });
    const paths = (of: Plan) => assumedBehind(of, 'headline.tokensTotalM').map(({ path }) => path);
    expect(paths(plan)).toContain('demand.utilisation');
    expect(paths(sure)).not.toContain('demand.utilisation');
  });

  it('reach catalogue figures too, and a figure nobody has rests on nothing', () => {
    expect(restsOn(plan, 'headline.racks').catalog).toContain('systems/dgx_b200/maxPowerKw');
    expect(restsOn(plan, 'headline.none')).toEqual({ inputs: [], catalog: [] });
  });
});

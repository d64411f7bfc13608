import { declaredFigure } from '../../shared/plan/figures/all.ts';
import type { Plan } from '../../shared/plan/types.ts';

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/**
 * What a figure of the plan is called: as it is declared, with the group, class or line
 * it belongs to.
 */
export function figureLabel(key: string, plan: Pick<Plan, 'costStack' | 'inputs'>): string {
  const label = declaredFigure(key)?.label ?? key;
  const [kind = '', owner = '', member = ''] = key.split('.');
  if (kind === 'group') {
    const group = plan.inputs.rackGroup.find((each) => each.key === owner)?.values.name
      ?? owner;
    return `${group}: ${lower(label)}`;
  }
  if (key.startsWith('economics.revenue.') || key.startsWith('economics.margin.')) {
    const traffic = plan.inputs.traffic.find((each) => each.key === member)?.values.name
      ?? member;
    return `${traffic}: ${lower(label)}`;
  }
  return plan.costStack.find((each) => each.figureKey === key)?.label ?? label;
}

import type { Plan } from '../../shared/plan/types.ts';
import { findFormula } from '../state/formulas.ts';

/** Names of figures that share a formula and would otherwise share its label. */
const names: Readonly<Record<string, string>> = {
  'network.leaf': 'Leaf switches',
  'network.spine': 'Spine switches',
  'network.core': 'Core switches',
  'network.cables': 'Cables',
  'network.opticsModules': 'Optical modules',
  'network.powerKw': 'Network power',
  'headline.costPerMTokInputUsd': 'Cost per million input tokens',
  'headline.costPerMTokOutputUsd': 'Cost per million output tokens',
};

const parts: Readonly<Record<string, string>> = {
  rackKw: 'power of a rack',
  racks: 'racks',
  accelerators: 'accelerators',
  tokPerSecPerUser: 'speed per user',
  outputTokPerSecPerAccelerator: 'output per accelerator',
  ttftMsHigh: 'time to first token',
};

/** Spells a key out where nothing names it: `headline.npvUsd` becomes `npv usd`. */
const spellOut = (key: string): string =>
  (key.split('.').at(-1) ?? key).replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** What a figure of the plan is called. */
export function figureLabel(key: string, plan: Pick<Plan, 'figures' | 'costStack' | 'inputs'>): string {
  const named = names[key];
  if (named !== undefined) return named;
  const [kind = '', owner = '', part = ''] = key.split('.');
  if (kind === 'group') {
    const group = plan.inputs.rackGroup.find((each) => each.key === owner)?.values.name ?? owner;
    return `${group}: ${parts[part] ?? spellOut(part)}`;
  }
  const layer = plan.costStack.find((each) => each.figureKey === key);
  const formula = plan.figures[key]?.formula;
  return layer?.label ?? (formula === undefined ? null : findFormula(formula)?.label) ?? spellOut(key);
}

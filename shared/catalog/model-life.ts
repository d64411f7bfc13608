import type { Sourced } from '../units/provenance.ts';
import { familyLives, familySteps, releasedIn, usualLife } from './data/model-lives.ts';

/**
 * How long the maker of a model sells it, months.
 * @example lifeOf('deepseek-v4-pro').value // 18
 */
export const lifeOf = (modelId: string): Sourced =>
  familyLives.find(([family]) => modelId.startsWith(family))?.[1] ?? usualLife;

/**
 * Price of a successor over that of the model before, as the family last had it.
 * @returns null for a family of which none is known
 * @example stepOf('kimi-k3')?.value // 1.6
 */
export const stepOf = (modelId: string): Sourced | null =>
  familySteps.find(([family]) => modelId.startsWith(family))?.[1] ?? null;

const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * Month of a plan in which the maker ends a model: its release and its life after; of a
 * model whose release is not known, its life from the start of the plan.
 * @param startMonth calendar month of month 1, YYYY-MM
 * @returns month 2 at the earliest: a plan begins with the model it names
 * @example endOfModel('deepseek-v4-pro', '2027-01') // 10
 */
export function endOfModel(modelId: string, startMonth: string): number {
  const released = releasedIn[modelId] ?? startMonth;
  const passed = monthNumber(released) + lifeOf(modelId).value - monthNumber(startMonth);
  return Math.max(2, passed + 1);
}

import type { ProjectDocument } from '../../shared/project/record.ts';
import { ownerBreakEvens, type OwnerBreakEvens } from '../../shared/search/break-even.ts';
import { planOf } from './plan.ts';

const found = new WeakMap<ProjectDocument, Map<string, OwnerBreakEvens | null>>();

/** The owner's break-evens of a scenario, searched for once per document. */
export function breakEvensOf(
  document: ProjectDocument, scenarioId: string,
): OwnerBreakEvens | null {
  const known = found.get(document) ?? new Map<string, OwnerBreakEvens | null>();
  found.set(document, known);
  const present = known.get(scenarioId);
  if (present !== undefined) return present;
  const value = ownerBreakEvens({ evaluate: planOf }, document, scenarioId);
  known.set(scenarioId, value);
  return value;
}

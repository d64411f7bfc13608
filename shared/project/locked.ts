import type { Change, ProjectDocument } from './record.ts';
import { listScenarios } from './resolve.ts';

/**
 * Key of a locked scenario that `changes` would alter, or null. The scenario's own record
 * may still change, or it could never be unlocked, but it may not be deleted.
 */
export function findLockedScenario(
  document: ProjectDocument, changes: readonly Change[],
): string | null {
  const locked = new Set(listScenarios(document).filter((s) => s.locked).map((s) => s.id));
  if (locked.size === 0) return null;
  for (const { before, after } of changes) {
    for (const record of [before, after]) {
      if (record?.scenarioId != null && locked.has(record.scenarioId)) return record.scenarioId;
    }
    if (before?.kind === 'scenario' && after === null && locked.has(before.key))
      return before.key;
  }
  return null;
}

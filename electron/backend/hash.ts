import { createHash } from 'node:crypto';
import { canonical, type ProjectDocument } from '../../shared/project/record.ts';
import { resolveScenario } from '../../shared/project/resolve.ts';

const sha256 = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');

/**
 * Fingerprint of everything a project holds; equal documents have equal ones on every
 * machine.
 */
export const hashProject = (document: ProjectDocument): string => sha256(document);

/**
 * Fingerprint of what a scenario's plan is computed from: every resolved input and the
 * program's version. Inputs rather than results, because the last digit of a result may
 * differ between machines.
 */
export function hashPlan(
  document: ProjectDocument, scenarioId: string, appVersion: string,
): string {
  const resolved = resolveScenario(document, scenarioId);
  // `set` says which values differ from defaults, as a Set; the plan depends on the
  // values alone.
  const withoutSets = (key: string, part: unknown): unknown =>
    (key === 'set' ? undefined : part);
  const inputs: unknown =
    resolved.ok ? JSON.parse(JSON.stringify(resolved.value, withoutSets)) : null;
  return sha256({ appVersion, scenarioId, inputs });
}

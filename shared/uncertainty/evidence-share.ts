import type { Planner } from '../plan.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import { fieldOf, isKind } from '../project/kinds.ts';
import { evidenceClasses, type EvidenceClass } from '../units/provenance.ts';
import type { InputInUse } from '../plan/types.ts';

/** How far every number of a class is moved together, up and down, as a share of its value. */
export const moveShare = 0.1;

export type EvidenceShare = Readonly<Record<EvidenceClass, number>>;

/** The document with every numeric input of a class moved by `factor`, held within the field's range. */
function moveClass(document: ProjectDocument, scenarioId: string, inputs: readonly InputInUse[], evidence: EvidenceClass, factor: number): ProjectDocument {
  let moved = document;
  for (const input of inputs) {
    if (input.evidence !== evidence || typeof input.value !== 'number') continue;
    const [kind = '', ...rest] = input.path.split('.');
    const field = isKind(kind) ? fieldOf(kind, rest.at(-1) ?? '') : undefined;
    // Counts and months are decisions on a grid: a tenth of them is not a measure of what is known.
    if (field?.type !== 'number' || field.integer === true) continue;
    const value = Math.min(field.max, Math.max(field.min, input.value * factor));
    const set = setByPath(moved, scenarioId, input.path, value);
    if (set.ok) moved = set.value;
  }
  return moved;
}

/**
 * Share of a headline figure that rests on each evidence class: the larger change of the figure when all numbers
 * of the class move together by a tenth up or down, over the sum of those changes.
 * @param figure headline name, e.g. `npvUsd`
 * @returns shares that sum to 1, or null when the figure is absent or nothing moves it
 * @example shareByEvidence(planner, document, 'base', 'npvUsd')?.assumed // 0.62
 */
export function shareByEvidence(planner: Planner, document: ProjectDocument, scenarioId: string, figure: string): EvidenceShare | null {
  const plan = planner.evaluate(document, scenarioId);
  const base = plan.ok ? (plan.value.figures[`headline.${figure}`]?.value ?? null) : null;
  if (!plan.ok || base === null) return null;
  const change = (evidence: EvidenceClass, factor: number): number => {
    const moved = planner.evaluate(moveClass(document, scenarioId, plan.value.inputsInUse, evidence, factor), scenarioId);
    const value = moved.ok ? (moved.value.figures[`headline.${figure}`]?.value ?? null) : null;
    return value === null ? 0 : Math.abs(value - base);
  };
  const present = evidenceClasses.filter((evidence) => plan.value.provenance.byEvidence[evidence] > 0);
  const changes = present.map((evidence) => [evidence, Math.max(change(evidence, 1 + moveShare), change(evidence, 1 - moveShare))] as const);
  const total = changes.reduce((sum, [, size]) => sum + size, 0);
  if (total === 0) return null;
  const shares = Object.fromEntries(changes.map(([evidence, size]) => [evidence, size / total]));
  return { measured: 0, vendor: 0, analyst: 0, derived: 0, user: 0, assumed: 0, ...shares };
}

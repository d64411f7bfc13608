import type { IssuedScenario } from '../project/package-info.ts';
import type { Planner } from '../plan.ts';
import type { Plan } from '../plan/types.ts';
import {
  disclosureModes, type Disclosure, type DisclosureMode,
} from '../project/disclosure.ts';
import { documentOf } from '../project/templates.ts';
import type { ProjectDocument } from '../project/record.ts';
import { quickEffort, recover, type Effort, type Recovery } from './attack.ts';
import { issueScenario } from './issue.ts';
import { subjectOf, type Prepared } from './prepare.ts';
import { createProbe, type Probe } from './probe.ts';

/** What one way of giving figures issues, and how much of each hidden value that gives back. */
export interface Choice {
  readonly mode: DisclosureMode;
  readonly issued: readonly IssuedScenario[];
  readonly recoveries: readonly Recovery[];
}

/** An engine that fails on a project gives no plan, and no figure is issued. */
function planOf(planner: Planner, document: ProjectDocument, scenarioId: string): Plan | null {
  try {
    const plan = planner.evaluate(document, scenarioId);
    return plan.ok ? plan.value : null;
  } catch {
    return null;
  }
}

/**
 * Figures as one choice issues them. The hash is that of the inputs in the package, never
 * of what was taken out: a hash of a secret lets everybody check a guess.
 */
export function issuePackage(
  prepared: Prepared, planner: Planner, disclosure: Disclosure, probe?: Probe,
): readonly IssuedScenario[] {
  const subject = subjectOf(prepared, planner, disclosure, probe);
  const left = documentOf(prepared.records);
  return prepared.scenarios.map(({ id, name }) => ({
    id, name, planHash: planOf(planner, left, id)?.hash ?? '',
    figures: issueScenario(subject, id, planOf(planner, prepared.document, id)).figures,
  }));
}

/**
 * What an attacker makes of issued figures, one hidden value at a time, so that a screen
 * can draw in between.
 */
export function* attackSteps(
  prepared: Prepared, planner: Planner, { disclosure, effort, probe }: {
    readonly disclosure: Disclosure; readonly effort: Effort; readonly probe?: Probe;
  },
  issued: readonly IssuedScenario[],
): Generator<Recovery> {
  const subject = subjectOf(prepared, planner, disclosure, probe);
  const given = issued.map(({ id, figures }) => ({ scenarioId: id, figures }));
  for (const hidden of prepared.hidden) yield recover(subject, given, hidden, effort);
}

/**
 * What each choice reveals, safest first: the figures it issues, and every hidden value
 * attacked with them. One planner and one probe serve all three.
 * @param disclosure grid and digits; its mode is the sender's choice and all three are computed
 */
export function* reviewSteps(
  prepared: Prepared, planner: Planner, disclosure: Disclosure, effort: Effort = quickEffort,
): Generator<null, readonly Choice[]> {
  const probe = createProbe(planner);
  const choices: Choice[] = [];
  for (const mode of disclosureModes) {
    const issued = issuePackage(prepared, planner, { ...disclosure, mode }, probe);
    yield null;
    const recoveries: Recovery[] = [];
    const how = { disclosure: { ...disclosure, mode }, effort, probe };
    for (const found of attackSteps(prepared, planner, how, issued)) {
      recoveries.push(found);
      yield null;
    }
    choices.push({ mode, issued, recoveries });
  }
  return choices;
}

/** What each choice reveals, computed at one go. */
export function reviewPackage(
  prepared: Prepared, planner: Planner, disclosure: Disclosure, effort: Effort = quickEffort,
): readonly Choice[] {
  const steps = reviewSteps(prepared, planner, disclosure, effort);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

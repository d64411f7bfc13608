import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../../shared/plan.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { resolveScenario, type ScenarioInputs } from '../../../shared/project/resolve.ts';
import { addressOf, setByPath } from '../../../shared/project/path.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import {
  bestDecisionInSteps, decisionsOf, type WorthDecision,
} from '../../../shared/search/decisions.ts';
import { baseCaseOf } from '../../support/base-case.ts';

const document = documentOf(baseCaseOf('gb300-100mw'));

function inputsOf(of: ProjectDocument): ScenarioInputs {
  const inputs = resolveScenario(of, 'base');
  if (!inputs.ok) throw new Error(inputs.error.code);
  return inputs.value;
}

function withValue(path: string, value: string | number): ProjectDocument {
  const changed = setByPath(document, 'base', path, value);
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  return changed.value;
}

const movesOf = (of: ProjectDocument): readonly string[] =>
  decisionsOf(inputsOf(of)).map(({ move }) => `${move.path}=${String(move.value)}`);

function best(
  of: ProjectDocument, worthOf: (changed: ProjectDocument) => number | null,
): WorthDecision | null {
  const steps = bestDecisionInSteps(of, 'base', inputsOf(of), worthOf);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('what might be decided otherwise', () => {
  it('is one change of one input each, of every kind', () => {
    expect(movesOf(document)).toEqual([
      'traffic.reasoning.minTokPerSecPerUser=32', 'traffic.chat.minTokPerSecPerUser=56',
      'finance.ownership=lease', 'finance.ownership=colo', 'finance.ownership=rental',
      'cooling.rejection=tower', 'power.redundancy=block', 'power.powerCap=0.9',
    ]);
  });

  it('is within the range of every input, and other than what stands there', () => {
    for (const { move, from } of decisionsOf(inputsOf(document))) {
      expect(addressOf(move.path)).not.toBeNull();
      expect(setByPath(document, 'base', move.path, move.value).ok).toBe(true);
      expect(move.value).not.toBe(from);
    }
  });

  it('goes no lower than the lowest', () => {
    expect(movesOf(withValue('power.redundancy', 'n')).some((each) => each.includes('redundancy')))
      .toBe(false);
    expect(movesOf(withValue('power.powerCap', 0.5))).toContain('power.powerCap=0.6');
    expect(movesOf(withValue('power.powerCap', 0.5))).not.toContain('power.powerCap=0.4');
    expect(movesOf(withValue('traffic.chat.minTokPerSecPerUser', 0)).filter((each) =>
      each.startsWith('traffic.chat'))).toEqual([]);
    expect(movesOf(withValue('cooling.rejection', 'tower'))).toContain('cooling.rejection=dry');
  });
});

describe('the decision worth most', () => {
  const valued = (worth: Readonly<Record<string, number | null>>) => (changed: ProjectDocument) => {
    const { finance, cooling } = inputsOf(changed);
    return worth[`${finance.values.ownership} ${cooling.values.rejection}`] ?? null;
  };

  it('is the one with the largest gain, and none where none gains', () => {
    const found = best(document, valued({ 'own dry': 10, 'colo dry': 12, 'lease dry': 9,
      'own tower': 15, 'rental dry': null }));
    expect(found?.decision.move).toEqual({ path: 'cooling.rejection', value: 'tower' });
    expect(found?.gainUsd).toBe(5);
    expect(best(document, () => 10)).toBeNull();
    expect(best(document, () => null)).toBeNull();
    expect(best(document, valued({ 'own dry': -10, 'colo dry': -11 }))).toBeNull();
  });

  it('gains in a plan what it says it gains', () => {
    const planner = createPlanner(builtInCatalog, null);
    const worthOf = (of: ProjectDocument): number | null => {
      const plan = planner.evaluate(of, 'base');
      return plan.ok ? plan.value.figures['headline.npvUsd']?.value ?? null : null;
    };
    const found = best(document, worthOf);
    if (found === null) throw new Error('nothing gains');
    const { path, value } = found.decision.move;
    const then = worthOf(withValue(path, value as string | number));
    expect((then ?? 0) - (worthOf(document) ?? 0)).toBeCloseTo(found.gainUsd, 2);
    expect(found.gainUsd).toBeGreaterThan(0);
  });
});

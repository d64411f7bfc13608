import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { followSystems } from '../../../shared/plan/entries/follow.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { resolveScenario, type ScenarioInputs } from '../../../shared/project/resolve.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner } from '../template-plans.ts';

const points = loadMeasuredPoints();
type Values = Readonly<Record<string, FieldValue>>;

function lay(document: ProjectDocument, values: Values): ProjectDocument {
  return Object.entries(values).reduce((so, [path, value]) => {
    const set = setByPath(so, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, document);
}

function inputsOf(document: ProjectDocument): ScenarioInputs {
  const inputs = resolveScenario(document, 'base');
  if (!inputs.ok) throw new Error(inputs.error.code);
  return inputs.value;
}

const template = (id: string): ProjectDocument => documentOf(findTemplate(id)?.records ?? []);

/** A choice of system with what it moves along. */
function choose(document: ProjectDocument, group: string, system: string) {
  const chosen = lay(document, { [`rackGroup.${group}.system`]: system });
  const moved = Object.fromEntries(followSystems(inputsOf(document), inputsOf(chosen),
    { catalog: builtInCatalog, points }).map(({ path, value }) => [path, value]));
  return { moved, document: lay(chosen, moved) };
}

describe('choosing a system', () => {
  it('moves what it does not run to the best it does', () => {
    expect(choose(template('gb300-100mw'), 'chat', 'dgx_h200').moved)
      .toEqual({ 'rackGroup.chat.precision': 'fp8' });
    // TensorRT-LLM runs DeepSeek-V4-Pro on Blackwell and above only; its experts are stored
    // in four bits, so the precision stays.
    expect(choose(template('gb300-100mw'), 'reasoning', 'dgx_h200').moved)
      .toEqual({ 'rackGroup.reasoning.framework': 'vllm' });
    expect(choose(template('b200-1mw'), 'main', 'mi355x_8').moved).toEqual({
      'rackGroup.main.framework': 'atom', 'network.fabric': 'roce',
      'network.switchModel': 'sn5600' });
  });
  it('leads back to where it started', () => {
    const start = template('b200-1mw');
    const there = choose(start, 'main', 'mi355x_8');
    const back = choose(there.document, 'main', 'dgx_b200');
    expect(inputsOf(back.document).rackGroup[0]?.values)
      .toEqual(inputsOf(start).rackGroup[0]?.values);
    expect(inputsOf(back.document).network.values).toEqual(inputsOf(start).network.values);
  });
  it('leaves a choice of one’s own while the new system runs it', () => {
    const own = lay(template('b200-1mw'), { 'rackGroup.main.precision': 'fp8',
      'rackGroup.main.framework': 'sglang' });
    const { moved } = choose(own, 'main', 'mi355x_8');
    expect(moved).not.toHaveProperty(['rackGroup.main.precision']);
    expect(moved).not.toHaveProperty(['rackGroup.main.framework']);
  });
  it('takes racks of cold plates out of a bath, and warm liquid down to what they take', () => {
    const bath = lay(template('b200-1mw'),
      { 'cooling.terminal': 'immersion', 'cooling.liquidSupplyC': 50 });
    expect(choose(bath, 'main', 'gb300_nvl72').moved).toMatchObject({
      'cooling.terminal': 'direct-to-chip', 'cooling.liquidSupplyC': 45 });
  });
  it('moves nothing where no system changed', () => {
    const start = template('gb300-100mw');
    const other = lay(start, { 'rackGroup.chat.framework': 'vllm' });
    expect(followSystems(inputsOf(start), inputsOf(other),
      { catalog: builtInCatalog, points })).toEqual([]);
  });
  it('leaves what the same edit says', () => {
    const start = template('gb300-100mw');
    const both = lay(start, { 'rackGroup.chat.system': 'mi355x_8',
      'rackGroup.chat.framework': 'vllm' });
    expect(followSystems(inputsOf(start), inputsOf(both), { catalog: builtInCatalog, points })
      .map(({ path }) => path)).not.toContain('rackGroup.chat.framework');
  });

  it('never leaves a combination that is ruled out, whatever is chosen', () => {
    const start = template('b200-1mw');
    // No switch of the catalogue has a port as fast as the cards of Rubin and Helios together.
    const fastest = Math.max(...Object.values(builtInCatalog.switches)
      .flatMap(({ radix }) => radix.map(({ gbps }) => gbps)));
    const reached = (system: string): boolean => (builtInCatalog.accelerators[
      builtInCatalog.systems[system]?.acceleratorId ?? '']?.scaleOutGbps?.value ?? 0) <= fastest;
    for (const id of Object.keys(builtInCatalog.systems)) {
      const plan = planner.evaluate(choose(start, 'main', id).document, 'base');
      const said = plan.ok ? plan.value.limits.map(({ code }) => code) : [];
      expect(said.filter((code) => code.endsWith('-not-supported')
        || code === 'supply-too-warm' || (reached(id) && code === 'switch-too-slow')), id)
        .toEqual([]);
    }
  });
});

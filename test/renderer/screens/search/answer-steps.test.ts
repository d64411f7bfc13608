import { describe, expect, it } from 'vitest';
import {
  answerSteps, mostCells,
} from '../../../../renderer/screens/search/answer-steps.ts';
import { scenarioOfValues } from '../../../../renderer/screens/search/scenario-of-values.ts';
import type { SearchQuestion } from '../../../../renderer/screens/search/search-task.ts';
import { worthOf } from '../../../../renderer/state/plan.ts';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../../shared/plan.ts';
import { applyChanges } from '../../../../shared/project/record.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';
import { baseDocument } from '../../support.ts';

const document = baseDocument('b200-1mw');
const subject = { planner: createPlanner(builtInCatalog, loadMeasuredPoints()), document,
  scenarioId: 'base' };
const answer = (question: SearchQuestion) =>
  runThrough(answerSteps(subject, question, subject));

describe('answers of the Search screen', () => {
  it('give cells whose scenario has the figure of the cell', () => {
    const found = answer({ kind: 'sweep', figure: 'headline.npvUsd',
      axes: ['demand.utilisation=0.3,0.6', 'traffic.priceDecline=0.1,0.4'] });
    if (!found.ok || found.value.kind !== 'sweep') throw new Error('no sweep');
    const cell = found.value.cells[2];
    expect(cell?.values).toEqual([0.6, 0.1]);
    const made = scenarioOfValues(document, 'base', 'Busy', [
      { path: 'demand.utilisation', value: 0.6 }, { path: 'traffic.priceDecline', value: 0.1 }]);
    if (!made.ok) throw new Error(made.error.code);
    const after = applyChanges(document, made.value.edit);
    expect(worthOf(after, made.value.key)).toBe(cell?.figures[0]);
    expect(worthOf(after, 'base')).toBe(worthOf(document, 'base'));
  });

  it('say why a goal has no value, and draw the curve all the same', () => {
    const never = answer({ kind: 'seek', figure: 'headline.npvUsd', target: 1e15,
      path: 'traffic.priceDecline', lower: 0, upper: 0.5 });
    if (!never.ok || never.value.kind !== 'seek') throw new Error('no goal');
    expect(never.value.found).toMatchObject({ status: 'none', roots: [] });
    expect(never.value.found.reason).toContain('nowhere');
    expect(never.value.curve).toHaveLength(41);
    const flat = answer({ kind: 'seek', figure: 'headline.racks', target: 1,
      path: 'traffic.priceDecline', lower: 0, upper: 0.5 });
    expect(flat).toMatchObject({ value: { found: { status: 'flat' } } });
  });

  it('find a front between two aims, and say what a limit keeps out', () => {
    const axes = ['demand.utilisation=0.3,0.5,0.7', 'traffic.priceDecline=0.1,0.3'];
    const front = answer({ kind: 'optimise', axes, limits: [],
      objectives: ['headline.npvUsd', 'headline.costPerMTokUsd'] });
    if (!front.ok || front.value.kind !== 'optimise') throw new Error('no front');
    expect(front.value.found.best?.values).toEqual([0.7, 0.1]);
    expect(front.value.objectives.map(({ key }) => key))
      .toEqual(['headline.npvUsd', 'headline.costPerMTokUsd']);
    const none = answer({ kind: 'optimise', axes, limits: ['headline.npvUsd>=1e15'],
      objectives: ['headline.npvUsd'] });
    expect(none).toMatchObject({ value: { found: { best: null, keptOut: [{ count: 6 }] } } });
  });

  it('map the cheapest system, with the reason of each that has no cost', () => {
    const map = answer({ kind: 'crossover', across: 'traffic.minTokPerSecPerUser=50,100',
      down: 'traffic.maxTtftS=2,10', systems: ['dgx_b200', 'trn2_ultra'] });
    if (!map.ok || map.value.kind !== 'crossover') throw new Error('no map');
    expect(map.value.rows).toHaveLength(2);
    for (const { points, left } of map.value.rows) {
      expect(points.map(({ cheapest }) => cheapest)).toEqual(['dgx_b200', 'dgx_b200']);
      expect(left[0]?.system).toBe('trn2_ultra');
      expect(left[0]?.reason).not.toBe('');
    }
  });

  it('refuse what cannot be asked before a plan is computed', () => {
    const twice = 'demand.utilisation=0.3:0.6:2';
    expect(answer({ kind: 'sweep', figure: 'npvUsd', axes: [twice, twice] }))
      .toMatchObject({ error: { code: 'axis-twice' } });
    expect(answer({ kind: 'sweep', figure: 'npvUsd',
      axes: ['demand.utilisation=0.3:0.6:100', 'traffic.priceDecline=0:0.5:100'] }))
      .toMatchObject({ error: { code: 'too-many', runs: 10_000, most: mostCells } });
    expect(answer({ kind: 'sweep', figure: 'npvUsd',
      axes: ['demand.utilisation=0.3:7:3', 'traffic.priceDecline=0:0.5:3'] }))
      .toMatchObject({ error: { code: 'set', problem: { code: 'range' } } });
    expect(answer({ kind: 'mix', objective: 'npvUsd', limits: ['irr<=0.1', 'irr>=0.2'] }))
      .toMatchObject({ error: { code: 'contradiction' } });
  });
});

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

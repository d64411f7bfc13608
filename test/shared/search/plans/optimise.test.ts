import { describe, expect, it } from 'vitest';
import { readAxis } from '../../../../shared/search/plans/axis.ts';
import { fillMix } from '../../../../shared/search/plans/mix-program.ts';
import { contradiction, readLimit, readObjective } from '../../../../shared/search/plans/limits.ts';
import { optimiseSteps, type OptimiseAnswer } from '../../../../shared/search/plans/optimise.ts';
import { planOf } from '../../../../shared/search/plans/subject.ts';
import { openSweep, runThrough, type SweepCell } from '../../../../shared/search/plans/sweep.ts';
import type { Result } from '../../../../shared/units/result.ts';
import { subjectOf } from './support.ts';

const subject = subjectOf('b200-1mw');

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const plan = must(planOf(subject));
const choices = ['cooling.rejection=dry,tower,chiller', 'power.redundancy=n,n+1,2n',
  'site.utilityMw=0.8,1,1.2'];

function optimise(objectives: readonly string[], limits: readonly string[]): {
  readonly answer: OptimiseAnswer; readonly cells: readonly SweepCell[];
} {
  const read = { objectives: objectives.map((text) => must(readObjective(plan, text))),
    limits: limits.map((text) => must(readLimit(plan, text))) };
  const figures = [...new Set([...read.objectives, ...read.limits].map(({ figure }) => figure.key))];
  const sweep = must(openSweep(subject, { paired: false, figures,
    axes: choices.map((text) => must(readAxis(subject, text))) }));
  return { answer: runThrough(optimiseSteps({ sweep, ...read })),
    cells: Array.from({ length: sweep.runs }, (_, run) => sweep.cellAt(run)) };
}

describe('the best of choices', () => {
  it('is at least as good as every combination within the limits', () => {
    const { answer, cells } = optimise(['npvUsd'], ['capexUsd<=4e7']);
    const within = cells.filter(({ feasible, figures: [, capex] }) =>
      feasible && Number(capex) <= 4e7);
    expect(within.length).toBeGreaterThan(1);
    expect(answer.within).toBe(within.length);
    expect(answer.best?.figures[0])
      .toBe(Math.max(...within.map(({ figures: [npv] }) => Number(npv))));
    expect(answer.gap).toBe(0);
  });

  it('is no worse without a limit that binds, and as good as said once it is loosened', () => {
    const all = optimise(['npvUsd'], []).answer;
    const capex = optimise(['npvUsd', 'capexUsd'], []).cells.filter(({ feasible }) => feasible)
      .map(({ figures: [, each] }) => Number(each)).toSorted((a, b) => a - b);
    const bound = (Number(capex[0]) + Number(capex.at(-1))) / 2;
    const { answer } = optimise(['npvUsd'], [`capexUsd<=${bound}`]);
    const [binding] = answer.binding;
    const now = Number(answer.best?.figures[0]);
    expect(Number(all.best?.figures[0])).toBeGreaterThan(now);
    expect(binding?.without).toBe(all.best?.figures[0]);
    const looser = optimise(['npvUsd'], [`capexUsd<=${binding?.relaxTo}`]).answer;
    expect(looser.best?.figures[0]).toBe(binding?.objective);
    expect((Number(looser.best?.figures[0]) - now) / (Number(binding?.relaxTo) - bound))
      .toBeCloseTo(Number(binding?.perUnit), 9);
  });

  it('is a front between two objectives, of which nothing beats any', () => {
    const { answer, cells } = optimise(['npvUsd', 'tokPerSecPerMw'], []);
    expect(answer.front.length).toBeGreaterThan(1);
    for (const { figures: [npv, dense] } of answer.front) {
      expect(cells.filter(({ figures: [a, b] }) => Number(a) >= Number(npv) && Number(b) >= Number(dense)
        && (Number(a) > Number(npv) || Number(b) > Number(dense)))).toEqual([]);
    }
  });

  it('says how many each limit keeps out where none is left', () => {
    const { answer } = optimise(['npvUsd'], ['capexUsd<=1', 'itMw>=0.1']);
    expect([answer.best, answer.gap, answer.front]).toEqual([null, null, []]);
    expect(answer.keptOut.map(({ count }) => count)).toEqual([answer.built, 0]);
  });

  it('sees limits that contradict each other, and reads senses', () => {
    const limits = ['itMw>=2', 'itMw<=1'].map((text) => must(readLimit(plan, text)));
    expect(contradiction(limits)?.map(({ text }) => text)).toEqual(['itMw>=2', 'itMw<=1']);
    expect(contradiction(limits.slice(0, 1))).toBeNull();
    expect([must(readObjective(plan, 'capexUsd')).direction,
      must(readObjective(plan, 'capexUsd:max')).direction]).toEqual([-1, 1]);
    expect(readObjective(plan, 'capexUsd:most')).toMatchObject({ error: { code: 'unreadable' } });
    expect(readLimit(plan, 'capexUsd<4')).toMatchObject({ error: { code: 'unreadable' } });
  });
});

describe('filling a power limit', () => {
  it('gives power to what is worth most by the kW, within the ends of each group', () => {
    const terms = [{ value: 6, kw: 2, least: 1, most: 3 }, { value: 5, kw: 1, least: 0, most: 2 },
      { value: 1, kw: 1, least: 0, most: null }, { value: -1, kw: 1, least: 0, most: null }];
    expect(fillMix(terms, 10)).toEqual({ racks: [3, 2, 2, 0], value: 30, perKw: 1 });
    expect(fillMix(terms, 5)).toEqual({ racks: [1.5, 2, 0, 0], value: 19, perKw: 3 });
    expect(fillMix(terms, 1)).toBeNull();
  });
});

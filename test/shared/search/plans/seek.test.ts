import { describe, expect, it } from 'vitest';
import { setByPath } from '../../../../shared/project/path.ts';
import {
  openSeek, type PlanSeekAnswer, type PlanSeekQuestion,
} from '../../../../shared/search/plans/seek.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';
import { subjectOf } from './support.ts';

const subject = subjectOf('b200-1mw');

function seek(question: PlanSeekQuestion): PlanSeekAnswer {
  const opened = openSeek(subject, { cells: 24, ...question });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return runThrough(opened.value.steps());
}

function figureAt(path: string, value: number, key: string): number | null {
  const set = setByPath(subject.document, 'base', path, value);
  const plan = set.ok ? subject.planner.evaluate(set.value, 'base') : set;
  return plan.ok ? plan.value.figures[`headline.${key}`]?.value ?? null : null;
}

describe('seeking a figure of a plan', () => {
  it('finds the price at which a plan with it has the figure asked for', () => {
    const path = 'site.electricityUsdPerKwh';
    const target = figureAt(path, 0.123, 'costPerMTokUsd') ?? Number.NaN;
    const { roots, status, reason } = seek({ figure: 'costPerMTokUsd', target, path });
    expect(status).toBe('found');
    expect(roots[0]).toBeCloseTo(0.123, 9);
    expect(reason).toContain('USD/kWh'.slice(3));
  });

  it('names both sides of a step of whole racks, which no value of the input meets', () => {
    const path = 'site.utilityMw';
    const [few, many] = [figureAt(path, 1, 'racks') ?? 0, figureAt(path, 1.2, 'racks') ?? 0];
    expect(many - few).toBeGreaterThan(1);
    const { roots, steps, reason } =
      seek({ figure: 'racks', target: few + 0.5, path, lower: 1, upper: 1.2 });
    expect(roots).toEqual([]);
    expect(steps).toHaveLength(1);
    const [step] = steps;
    expect([step?.below?.figure, step?.above?.figure]).toEqual([few, few + 1]);
    const at = step?.at ?? 0;
    expect([figureAt(path, at - 1e-6, 'racks'), figureAt(path, at + 1e-6, 'racks')])
      .toEqual([few, few + 1]);
    expect(reason).toContain('steps over');
  });

  it('takes whole numbers for a field of whole numbers, with the neighbour before it', () => {
    const path = 'demand.horizonMonths';
    const [before, after] = [figureAt(path, 40, 'npvUsd') ?? 0, figureAt(path, 41, 'npvUsd') ?? 0];
    const { roots, steps, nearest } =
      seek({ figure: 'npvUsd', target: before + 0.4 * (after - before), path, lower: 36, upper: 48 });
    expect(roots).toEqual([]);
    expect(steps).toEqual([{ at: 41, below: { value: 40, figure: before },
      above: { value: 41, figure: after } }]);
    expect(nearest).toEqual({ value: 40, figure: before });
  });

  it('explains a flat figure and one that is never reached, with the nearest value', () => {
    const flat = seek({ figure: 'itMw', target: 5, path: 'finance.discountRate' });
    expect([flat.status, flat.roots]).toEqual(['flat', []]);
    expect(flat.reason).toContain('does not move');
    const never = seek({ figure: 'costPerMTokUsd', target: 1e6, path: 'site.electricityUsdPerKwh' });
    expect(never.status).toBe('none');
    expect(never.nearest?.value).toBe(2);
    expect(never.nearest?.figure).toBe(figureAt('site.electricityUsdPerKwh', 2, 'costPerMTokUsd'));
    expect(never.reason).toContain('nowhere');
  });

  it('refuses what is no number, no figure, or outside the range of the field', () => {
    const ask = (over: Partial<PlanSeekQuestion>) => openSeek(subject,
      { figure: 'npvUsd', target: 0, path: 'finance.discountRate', ...over });
    expect(ask({ path: 'cooling.rejection' }))
      .toEqual({ ok: false, error: { code: 'not-numeric', path: 'cooling.rejection' } });
    expect(ask({ figure: 'npvUsb' }))
      .toEqual({ ok: false, error: { code: 'no-figure', key: 'npvUsb', nearest: 'npvUsd' } });
    expect(ask({ upper: 1e9 })).toMatchObject({ ok: false,
      error: { code: 'set', problem: { code: 'range', path: 'finance.discountRate' } } });
    expect(ask({ lower: 0.2, upper: 0.1 })).toMatchObject({ ok: false,
      error: { code: 'empty-range' } });
  });
});

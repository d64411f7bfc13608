import { describe, expect, it } from 'vitest';
import { setByPath } from '../../../../shared/project/path.ts';
import { readAxis, type PlanAxis } from '../../../../shared/search/plans/axis.ts';
import { openSweep, runThrough, sweepSteps } from '../../../../shared/search/plans/sweep.ts';
import { subjectOf } from './support.ts';

const subject = subjectOf('b200-1mw');

function axis(text: string): PlanAxis {
  const read = readAxis(subject, text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function sweep(texts: readonly string[], figures: readonly string[], paired = false) {
  const opened = openSweep(subject, { axes: texts.map(axis), paired, figures });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describe('a sweep', () => {
  it('has in each cell the figures of the plan with its values, the last axis fastest', () => {
    const found = sweep(['site.electricityUsdPerKwh=0.05:0.1:2', 'finance.discountRate=0.06,0.08,0.1'],
      ['npvUsd', 'headline.costPerMTokUsd']);
    const cells = runThrough(sweepSteps(found));
    expect(cells.map(({ values }) => values)).toEqual([[0.05, 0.06], [0.05, 0.08], [0.05, 0.1],
      [0.1, 0.06], [0.1, 0.08], [0.1, 0.1]]);
    const alone = cells.map(({ values: [price = null, rate = null] }) => {
      const { document } = subject;
      const priced = setByPath(document, 'base', 'site.electricityUsdPerKwh', price);
      const both = priced.ok ? setByPath(priced.value, 'base', 'finance.discountRate', rate) : priced;
      const plan = both.ok ? subject.planner.evaluate(both.value, 'base') : both;
      return plan.ok ? ['npvUsd', 'costPerMTokUsd'].map((key) =>
        plan.value.figures[`headline.${key}`]?.value) : [];
    });
    expect(cells.map(({ figures }) => figures)).toEqual(alone);
    expect(new Set(cells.map(({ figures: [npv] }) => npv)).size).toBe(6);
  });

  it('gives a cell the same whether it is planned in a row or by itself', () => {
    const texts = ['traffic.isl=1000,4000', 'site.utilityMw=1:2:3'];
    const all = runThrough(sweepSteps(sweep(texts, ['npvUsd', 'itMw'])));
    expect(runThrough(sweepSteps(sweep(texts, ['npvUsd', 'itMw']), 4, 5))).toEqual(all.slice(4, 5));
  });

  it('takes the first values of pairs together, and refuses pairs of unequal length', () => {
    const texts = ['finance.discountRate=0.05,0.1', 'site.electricityUsdPerKwh=0.2,0.3'];
    expect(runThrough(sweepSteps(sweep(texts, ['npvUsd'], true))).map(({ values }) => values))
      .toEqual([[0.05, 0.2], [0.1, 0.3]]);
    const uneven = openSweep(subject, { paired: true, figures: ['npvUsd'],
      axes: [axis('finance.discountRate=0.05,0.1'), axis('site.utilityMw=1:2:3')] });
    expect(uneven).toEqual({ ok: false,
      error: { code: 'uneven-pairs', path: 'site.utilityMw', length: 3, first: 2 } });
  });

  it('says of a plan that cannot be built why, and gives it no money', () => {
    const cells = runThrough(sweepSteps(sweep(['rackGroup.racks=10,2000'], ['npvUsd'])));
    const broken = cells.filter(({ feasible }) => !feasible);
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.length).toBeLessThan(cells.length);
    for (const { figures, cause } of broken) {
      expect(figures).toEqual([null]);
      expect(cause).toMatch(/\w/u);
    }
  });

  it('takes along what goes with another system, but never over a value asked for', () => {
    const found = sweep(['rackGroup.precision=fp8', 'rackGroup.system=dgx_b200,dgx_h200,mi355x_8'],
      ['itMw', 'costPerMTokUsd']);
    const cells = runThrough(sweepSteps(found));
    for (const at of [0, 1, 2]) {
      const laid = found.documentAt(at);
      const plan = laid.ok ? subject.planner.evaluate(laid.value, 'base') : laid;
      const groups = plan.ok ? plan.value.inputs.rackGroup : [];
      expect(groups.map(({ values }) => values.precision)).toEqual(['fp8']);
    }
    expect(cells.map(({ feasible }) => feasible)).toEqual([true, true, true]);
  });

  it('refuses before it plans: ranges, fields, figures, axes given twice, too many plans', () => {
    expect(readAxis(subject, 'site.electricityUsdPerKwh=0.1:5:3')).toMatchObject({ ok: false,
      error: { code: 'set', problem: { code: 'range', min: 0, max: 2, unit: 'USD/kWh' } } });
    expect(readAxis(subject, 'site.electricityUsdPerKw=1,2')).toMatchObject({ ok: false,
      error: { problem: { code: 'unknown-field', nearest: 'site.electricityUsdPerKwh' } } });
    expect(readAxis(subject, 'finance.discountRate=0.1:0.2:x')).toMatchObject({ ok: false,
      error: { code: 'unreadable' } });
    expect(readAxis(subject, 'cooling.rejection=dry,wet')).toMatchObject({ ok: false,
      error: { problem: { code: 'choice' } } });
    const axes = [axis('finance.discountRate=0.05:0.1:5')];
    expect(openSweep(subject, { axes, paired: false, figures: ['npv'] }))
      .toEqual({ ok: false, error: { code: 'no-figure', key: 'npv', nearest: 'npvUsd' } });
    expect(openSweep(subject, { axes: [...axes, ...axes], paired: false, figures: ['npvUsd'] }))
      .toEqual({ ok: false, error: { code: 'axis-twice', path: 'finance.discountRate' } });
    const many = [axis('finance.discountRate=0.05:0.1:4000'), axis('site.utilityMw=1:2:2500')];
    expect(openSweep(subject, { axes: many, paired: false, figures: ['npvUsd'] }))
      .toEqual({ ok: false, error: { code: 'too-many', runs: 1e7, most: 1e6 } });
  });
});

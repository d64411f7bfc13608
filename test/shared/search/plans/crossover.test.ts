import { describe, expect, it } from 'vitest';
import { setByPath } from '../../../../shared/project/path.ts';
import { readAxis } from '../../../../shared/search/plans/axis.ts';
import { openCrossover } from '../../../../shared/search/plans/crossover.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';
import { tcoTable } from '../../../../shared/search/tco.ts';
import type { Result } from '../../../../shared/units/result.ts';
import { subjectOf } from './support.ts';

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const subject = subjectOf('b200-1mw');
const systems = ['dgx_b200', 'dgx_b300'];
const path = 'site.electricityUsdPerKwh';

/** What both systems cost at a price of power and of an accelerator of the second. */
function costsAt(power: number, price: number): readonly (number | null)[] {
  const document = must(setByPath(subject.document, 'base', path, power));
  return tcoTable(subject.planner, { document, scenarioId: 'base', systems, speeds: [null],
    prices: { dgx_b300: price }, movesFor: subject.movesFor ?? (() => ({})) })
    .rows.map(({ costPerMTokUsd }) => costPerMTokUsd);
}

/** The price at which both cost the same at 0.1 USD/kWh: a cost is linear in it. */
const [first = null, low = null] = costsAt(0.1, 40_000);
const [, high = null] = costsAt(0.1, 60_000);
const even = 40_000
  + (20_000 * (Number(first) - Number(low))) / (Number(high) - Number(low));
const prices = { dgx_b300: even };

describe('the cheapest system over an input', () => {
  const axis = must(readAxis(subject, `${path}=0.02,0.2,1`));
  const answer = runThrough(must(openCrossover(subject, { axis, systems, prices, halvings: 6 })).steps());

  it('has at each value the costs of the table of systems', () => {
    expect(answer.points.map(({ value }) => value)).toEqual([0.02, 0.2, 1]);
    expect(answer.points[1]?.costs).toEqual(costsAt(0.2, even));
    for (const { costs, cheapest } of answer.points) {
      const known = costs.map((cost) => cost ?? Infinity);
      expect(cheapest).toBe(systems[known.indexOf(Math.min(...known))]);
    }
  });

  it('closes in on the value at which both cost the same', () => {
    const [change, ...others] = answer.changes;
    expect(others).toEqual([]);
    expect(change?.after).toBeLessThanOrEqual(0.1);
    expect(change?.before).toBeGreaterThanOrEqual(0.1);
    expect(Number(change?.before) - Number(change?.after)).toBeCloseTo(0.18 / 2 ** 6, 9);
    expect(new Set([change?.from, change?.to])).toEqual(new Set(systems));
  });

  it('refuses a field that is no number', () => {
    expect(openCrossover(subject, { axis: must(readAxis(subject, 'cooling.rejection=dry')), systems }))
      .toEqual({ ok: false, error: { code: 'not-numeric', path: 'cooling.rejection' } });
  });
});

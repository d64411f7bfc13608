import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import {
  declinePicture, npvProfilePicture, roadmapPicture, usePicture, waterfallPicture,
} from '../../../renderer/charts/pictures/what-if.ts';
import { roadmapEnds } from '../../../renderer/state/roadmap.ts';
import { declinePoints, loadCurvesOf } from '../../../renderer/state/what-if.ts';
import { planOf } from '../../../renderer/state/plan.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const look = { palette: palettes.light, fontPx: 11 };
const document = documentOf(findTemplate('gb300-100mw')?.records ?? []);

/** What a question answered in steps comes to. */
function finish<T>(steps: Generator<null, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe('the curve over load', () => {
  const curves = finish(loadCurvesOf(document, 'base'));

  it('is drawn for each system, from 5 to 100 %', () => {
    expect(curves.map(({ name }) => name)).toEqual(['Reasoning racks', 'Chat racks']);
    expect(curves.map(({ points }) => points.length)).toEqual([20, 20]);
  });

  it('makes the fixed part ten times as dear at a tenth of the load', () => {
    for (const { points } of curves) {
      const [tenth, full] = [points[1], points[19]];
      expect((tenth?.fixedUsdPerMtok ?? 0) / (full?.fixedUsdPerMtok ?? 1)).toBeCloseTo(10, 9);
      // What follows the load, as selling cost does, is as dear a token at any load: the
      // rise is nine times the fixed part of a full load and nothing else.
      const rise = (tenth?.usdPerMtok ?? 0) - (full?.usdPerMtok ?? 0);
      expect(rise / (full?.fixedUsdPerMtok ?? 1)).toBeCloseTo(9, 9);
      const variable = (full?.usdPerMtok ?? 0) - (full?.fixedUsdPerMtok ?? 0);
      expect(variable).toBeGreaterThan(0);
    }
  });

  it('has every number in its table', () => {
    const picture = usePicture(curves, look);
    expect(picture.kind === 'drawn' && picture.table.rows).toHaveLength(20);
  });
});

describe('what if', () => {
  it('net present value falls with the price decline', () => {
    const points = finish(declinePoints(document, 'base')).map(({ npvUsd }) => npvUsd ?? Number.NaN);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    expect(declinePicture(finish(declinePoints(document, 'base')), 0.8, look).kind).toBe('drawn');
  });

  it('the roadmap never raises the cost of a month', () => {
    const ends = roadmapEnds(document, 'base');
    if (ends === null) throw new Error('no roadmap');
    const [without, all] = [
      ends.without, ends.all,
    ].map((plan) => plan.series['economics.costPerMTokUsd']?.values ?? new Float64Array());
    expect(all?.every(
      (value, at) => Number.isNaN(value) || value <= (without?.[at] ?? 0) * (1 + 1e-12),
    )).toBe(true);
    expect(roadmapPicture(ends.without, ends.all, look).kind).toBe('drawn');
  });

  it('the waterfall ends at price less cost, all steps in its table', () => {
    const plan = planOf(document, 'base');
    if (!plan.ok) throw new Error(plan.error.code);
    const steps = plan.value.costStack.map(({ label, usdPerMTok }) => ({ label, usdPerMTok }));
    const picture = waterfallPicture(1, steps, look);
    const rows = picture.kind === 'drawn' ? picture.table.rows : [];
    expect(rows).toHaveLength(steps.length + 2);
    expect(rows.at(-1)?.[1])
      .toBeCloseTo(1 - steps.reduce((sum, { usdPerMTok }) => sum + usdPerMTok, 0), 12);
  });

  it('every rate of return is named', () => {
    const picture = npvProfilePicture([{ rate: 0, npvUsd: 1 }, { rate: 1, npvUsd: -1 }],
      [0.1, 0.4], look);
    expect(picture.kind === 'drawn' ? picture.summary : '')
      .toContain('10.0 %/year and at 40.0 %/year');
  });
});

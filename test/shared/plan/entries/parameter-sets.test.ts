import { describe, expect, it } from 'vitest';
import { parameterSet, siteSizes, type PlantKind } from '../../../../shared/plan/entries/parameter-sets.ts';
import { kindOf } from '../../../../shared/project/kinds.ts';

const valuesOf = (size: (typeof siteSizes)[number], kind: PlantKind): Readonly<Record<string, number>> =>
  Object.fromEntries(parameterSet(size, kind).map(({ path, value }) => [path, value]));
const water: PlantKind = { rejection: 'tower', chillerSink: 'air' };
const outdoor: PlantKind = { rejection: 'air', chillerSink: 'air' };

describe('a published set of parameters', () => {
  it.each(siteSizes)('of %s sites lies within its fields', (size) => {
    for (const kind of [water, outdoor, { rejection: 'dx', chillerSink: 'air' } as const]) {
      for (const { path, value } of parameterSet(size, kind)) {
        const [name = '', key] = path.split('.');
        const field = kindOf(name === 'power' ? 'power' : 'cooling').fields
          .find((each) => each.key === key);
        if (field?.type !== 'number') throw new Error(path);
        expect([path, value >= field.min && value <= field.max]).toEqual([path, true]);
      }
    }
  });

  it('holds the middles of its ranges, worked out by hand', () => {
    const midsize = valuesOf('midsize', water);
    // UPS 80 to 94 %: 87 % passes, so that 13 / 87 of what passes is lost.
    expect(midsize['power.upsLossLinear']).toBeCloseTo(13 / 87, 12);
    // Coils of 65 to 90 %, air that rises by 5 to 10 K: 7.5 x (1 / 0.775 - 1).
    expect(midsize['cooling.coilApproachK']).toBeCloseTo(7.5 * (1 / 0.775 - 1), 12);
    // 40 to 0 % less than a machine as rated.
    expect(midsize['cooling.chillerCarnot']).toBeCloseTo(0.4, 12);
    // Water of a kW falls by 5 K: 1 / (4.186 x 5) kg/s, air 1.1 times less, at 300 Pa and 70 %.
    expect(midsize['cooling.rejectionFanShare'])
      .toBeCloseTo(0.3 / 0.7 / (4.186 * 5) / 1.1 / 1.2, 6);
  });

  it('leaves what is not published for such a plant as it is', () => {
    const keys = (size: (typeof siteSizes)[number], kind: PlantKind): readonly string[] =>
      Object.keys(valuesOf(size, kind));
    const dry: PlantKind = { rejection: 'dry', chillerSink: 'air' };
    const direct: PlantKind = { rejection: 'dx', chillerSink: 'tower' };
    for (const field of ['rejectionFanShare', 'towerApproachK', 'cyclesOfConcentration']) {
      expect(keys('midsize', dry)).not.toContain(`cooling.${field}`);
      expect(keys('small', direct)).not.toContain(`cooling.${field}`);
      expect(keys('midsize', { ...dry, chillerSink: 'tower' })).toContain(`cooling.${field}`);
    }
    expect(keys('large', dry)).not.toContain('cooling.chillerCarnot');
    expect(keys('midsize', dry)).toContain('cooling.chillerCarnot');
    expect(keys('midsize', direct)).not.toContain('cooling.fanShare');
    expect(keys('small', direct)).toContain('cooling.fanShare');
    expect(keys('small', direct)).not.toContain('cooling.pumpShare');
  });

  it('gives outdoor air more pressure than coils, and smaller sites more loss', () => {
    expect(valuesOf('large', outdoor)['cooling.fanShare'])
      .toBeGreaterThan(Number(valuesOf('large', water)['cooling.fanShare']));
    const losses = siteSizes.map((size) => Number(valuesOf(size, water)['power.upsLossLinear']));
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  });
});

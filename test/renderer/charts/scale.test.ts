import { describe, expect, it } from 'vitest';
import { axisScale } from '../../../renderer/charts/scale.ts';

describe('axisScale', () => {
  it.each([
    ['USD', 2.5e9, '$ billion', 2.5e9, '2.5'],
    ['USD', 900, '$', 900, '900'],
    ['fraction', 1, '%', 0.6, '60'],
    ['Mtok', 4e6, 'trillion tokens', 2e6, '2'],
    ['USD/Mtok', 0.2, '$/M tokens', 0.15, '0.15'],
    ['kW', 100_000, 'MW', 98_700, '98.7'],
  ] as const)('%s up to %d is written in %s', (unit, largest, name, value, tick) => {
    const scale = axisScale(unit, largest);
    expect([scale.name, scale.tick(value)]).toEqual([name, tick]);
  });
});

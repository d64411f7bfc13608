import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale } from '../../../renderer/charts/scale.ts';
import { spreadLabels, type Trace } from '../../../renderer/charts/lines.ts';

const trace = (last: number): Trace => ({
  name: 'x',
  values: [1, last],
  colour: '#000000',
  shape: 'line',
});

describe('spreadLabels', () => {
  it('leaves names alone that stand apart', () => {
    expect(spreadLabels([trace(100), trace(0)], 14, 100)).toEqual([0, 0]);
  });

  it('sets names at least a line apart, highest value on top', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }),
        (lasts) => {
          const traces = [...lasts.map(trace), trace(100)];
          const shifts = spreadLabels(traces, 14, 100);
          const placed = [...lasts, 100]
            .map((value, i) => ({ value, at: -value + (shifts[i] ?? 0) }))
            .toSorted((a, b) => a.at - b.at);
          placed.slice(1).forEach((name, i) => {
            expect(name.at - (placed[i]?.at ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
            expect(name.value).toBeLessThanOrEqual(placed[i]?.value ?? 0);
          });
        },
      ),
    );
  });
});

describe('spreadLabels between powers of ten', () => {
  // The axis runs from 1 to 1,000 over 90 px, 30 px a power of ten.
  const ends = (...lasts: readonly number[]): readonly number[] =>
    spreadLabels(lasts.map((last) => ({ ...trace(last), values: [900, last] })), 14, 90, true);

  it('leaves names a power of ten apart alone, though they end low on the axis', () => {
    expect(ends(10, 1)).toEqual([0, 0]);
  });

  it('moves the lower of two of one height by a line', () => {
    expect(ends(10, 10)).toEqual([0, 14]);
  });
});

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

import { describe, expect, it } from 'vitest';
import { headline, planOf } from './support.ts';

const pod = (over: Readonly<Record<string, string | number | boolean>> = {}) =>
  planOf('b200-1mw',
    { 'demand.mode':
      'tokens', 'demand.tokensPerDay': 2e10, 'demand.peakToAverage': 1, ...over });
const tokens = (over: Readonly<Record<string, string | number | boolean>> = {}): number =>
  headline(pod(over), 'tokensTotalM');
const energy = (over: Readonly<Record<string, string | number | boolean>> = {}): number =>
  headline(pod(over), 'energyUsd');
const full = { 'demand.tokensPerDay': 1e14 } as const;

describe('demand against capacity', () => {
  it('grows into more tokens, until capacity is full', () => {
    expect(tokens({ 'demand.growth': 0.5 })).toBeGreaterThan(tokens());
    expect(tokens({ ...full, 'demand.growth': 0.5 })).toBeCloseTo(tokens(full), 3);
  });

  it('moves through the year with the season and keeps its sum over whole years while capacity lasts', () => {
    const whole =
      { 'demand.horizonMonths': 60, 'demand.marketRampMonths': 0, 'rackGroup.rampMonths': 0,
        'rackGroup.startMonth': 1 };
    const spread = (swing: number): number => {
      const monthly =
        pod({ ...whole, 'demand.seasonSwing': swing }).stages.lifecycle.total.totalMtok.slice(
          -12,
        );
      return Math.max(...monthly) / Math.min(...monthly);
    };
    expect(spread(0.3)).toBeGreaterThan(1.5);
    expect(spread(0)).toBeLessThan(1.15);
    expect(tokens({ ...whole, 'demand.seasonSwing': 0.3 }) / tokens(whole)).toBeCloseTo(1, 2);
  });

  it('loses what its peaks ask above capacity', () => {
    const { capacityMtok } = pod(full).stages.lifecycle.total;
    const near = { 'demand.tokensPerDay': (0.9 * 1e6 * Math.max(...capacityMtok)) / 31 };
    expect(tokens({ ...near, 'demand.peakToAverage': 2 })).toBeLessThan(0.98 * tokens(near));
  });

  it('leaves less energy to idle replicas when they follow it', () => {
    expect(energy({ 'demand.scaling': 'scaled' })).toBeLessThan(energy());
    expect(tokens({ 'demand.scaling': 'scaled' })).toBeCloseTo(tokens(), 3);
  });

  it('leaves idle capacity to batch work', () => {
    expect(tokens({ 'demand.batchFill': 0.5 })).toBeGreaterThan(tokens());
  });

  it('is served less the more often accelerators fail, where capacity is full', () => {
    expect(
      tokens({ ...full, 'demand.failuresPerAcceleratorYear': 5, 'demand.repairHours': 48 }),
    ).toBeLessThan(tokens(full));
  });
});

import { describe, expect, it } from 'vitest';
import { headline, planOf } from '../support.ts';

const base = { 'rackGroup.maxInstance': 72, 'release.month': 12 } as const;
const tokens = (over: Readonly<Record<string, string | number | boolean>> = {}) =>
  headline(planOf('gb300-100mw', { ...base, ...over }), 'tokensTotalM');

describe('a release that changes the engine', () => {
  it('does nothing until it is in use', () => {
    expect(tokens({ 'release.change': 'speculation' })).toBe(tokens());
  });

  it('brings what the engine predicts, not the factor stated', () => {
    const on = { 'release.inUse': true, 'release.change':
      'speculation', 'release.probability': 1, 'release.accelerator': '', 'release.model': '' };
    expect(tokens({ ...on, 'release.throughput': 1.5 }))
      .toBe(tokens({ ...on, 'release.throughput': 1.1 }));
    expect(tokens(on)).not.toBe(tokens());
  });

  it('shows its first-token cost in the months: DWDP trades waiting for speed', () => {
    const plan = planOf('gb300-100mw',
      { ...base, 'release.inUse': true, 'release.change':
        'dwdp', 'release.probability': 1, 'release.accelerator': '', 'release.model': '' });
    expect(plan.series['lifecycle.ttftMultiplier']?.values.at(-1)).not.toBe(1);
  });

  it('never passes the roofline of the changed engine', () => {
    const plan = planOf('b200-1mw',
      { 'release.inUse': true, 'release.change': 'speculation', 'release.accelerator':
        '', 'release.model': '', 'release.framework': '' });
    const level = plan.series['lifecycle.softwareMultiplier']?.values.at(-1) ?? Number.NaN;
    expect(level).toBeGreaterThan(0.1);
    expect(level).toBeLessThan(5);
  });
});

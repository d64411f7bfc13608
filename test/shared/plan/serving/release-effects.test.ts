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
      { ...base, 'traffic.maxTtftS': 60, 'release.inUse': true, 'release.change':
        'dwdp', 'release.probability': 1, 'release.accelerator': '', 'release.model': '' });
    expect(plan.series['lifecycle.ttftMultiplier']?.values.at(-1)).toBeGreaterThan(1);
  });

  it('is not credited where it breaks the service level of the group', () => {
    // 10 s to the first token, which takes over 5 s; DWDP makes it 2.3 times as much.
    const hurried = { 'traffic.reasoning.maxTtftS': 10 };
    const without = planOf('gb300-100mw', hurried);
    const plan = planOf('gb300-100mw', { ...hurried, 'release.dwdp.inUse': true });
    const figure = (of: typeof plan, key: string) => of.figures[`headline.${key}`]?.value;
    for (const key of ['npvUsd', 'tokensTotalM', 'costPerMTokUsd'])
      expect(figure(plan, key)).toBe(figure(without, key));
    expect(plan.limits.filter(({ code }) => code === 'release-breaks-ttft'))
      .toMatchObject([{ where: 'rackGroup.reasoning', broken: false, limit: 10_000,
        fix: [{ path: 'release.dwdp.inUse', value: false }] }]);
  });

  it('is credited where the same release leaves the service level kept', () => {
    const patient = { 'traffic.reasoning.maxTtftS': 60 };
    const plan = planOf('gb300-100mw', { ...patient, 'release.dwdp.inUse': true });
    expect(plan.limits.map(({ code }) => code)).not.toContain('release-breaks-ttft');
    expect(headline(plan, 'tokensTotalM'))
      .toBeGreaterThan(headline(planOf('gb300-100mw', patient), 'tokensTotalM'));
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

import { describe, expect, it } from 'vitest';
import {
  expectedMultiplier, phaseGain, releaseSequence, softwareLevels, valuesInSequence,
} from '../../../shared/lifecycle/release.ts';
import { release } from './fixture.ts';

describe('software levels', () => {
  const upTo = (speed: number) => ({ speed, wait: Infinity });

  it('count the expected gain, of both speed and waiting', () => {
    expect(expectedMultiplier(3, 0.25)).toBe(1.5);
    const one =
      release({ month: 3, throughputMultiplier: 3, ttftMultiplier: 0.5, probability: 0.5,
        downtimeHours: 7 });
    const { throughput, ttft, downtimeHours } = softwareLevels('a', [one], upTo(9), 1, 4);
    expect([[...throughput], [...ttft], [...downtimeHours]])
      .toEqual([[1, 1, 2, 2], [1, 1, 0.75, 0.75], [0, 0, 7, 0]]);
  });

  it('take a release before the plan as there from the start, and one after it as never', () => {
    const early = release({ month: 1, downtimeHours: 5 });
    expect([...softwareLevels('a', [early], upTo(9), 3, 2).throughput]).toEqual([2, 2]);
    expect([...softwareLevels('a', [release({ month: 9 })], upTo(9), 1, 3).throughput])
      .toEqual([1, 1, 1]);
  });

  it('multiply waiting when they compound and take the least when they do not', () => {
    const releases = [release({ month: 1, ttftMultiplier: 0.8 }),
      release({ key: 's', month: 2, ttftMultiplier: 0.5 }),
      release({ key: 't', month: 3, ttftMultiplier: 0.6, compounds: false })];
    expect([...softwareLevels('a', releases, upTo(99), 1, 3).ttft]).toEqual([0.8, 0.4, 0.4]);
  });

  it('leave out a release whose first token would break the service level', () => {
    // Twice the wait where one and a half is allowed; the next one stays within it.
    const releases = [release({ key: 'slow', month: 1, ttftMultiplier: 2, downtimeHours: 9 }),
      release({ key: 'fine', month: 2, throughputMultiplier: 3, ttftMultiplier: 1.5 })];
    const found = softwareLevels('a', releases, { speed: 99, wait: 1.5 }, 1, 3);
    expect([...found.throughput]).toEqual([1, 3, 3]);
    expect([...found.ttft]).toEqual([1, 1.5, 1.5]);
    expect([...found.downtimeHours]).toEqual([0, 0, 0]);
    expect(found.notTaken).toEqual([{ key: 'slow', ttftLevel: 2 }]);
  });

  it('never fall below the serving point for a cap below it', () => {
    expect([...softwareLevels('a', [release({ month: 1 })], upTo(0.5), 1, 1).throughput])
      .toEqual([1]);
  });

  it('of one phase gain by Amdahl’s law', () => {
    expect(phaseGain(2, 'prefill', 0.25)).toBeCloseTo(1 / (0.75 + 0.125), 12);
    expect(phaseGain(2, 'decode', 0.25)).toBeCloseTo(1 / (0.25 + 0.375), 12);
  });

  it('come one more at a time in the order of their months', () => {
    const releases = [release({ key: 'late', month: 9 }),
      release({ key: 'off', inUse: false, month: 1 }), release({ key: 'soon', month: 2 })];
    const used = releaseSequence(releases).map((plan) =>
      plan.filter((r) => r.inUse).map((r) => r.key));
    expect(used).toEqual([[], ['soon'], ['late', 'soon']]);
    expect(valuesInSequence([10, 13, 12])).toEqual([3, -1]);
  });
});

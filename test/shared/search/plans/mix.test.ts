import { describe, expect, inject, it } from 'vitest';
import { planOf, type Subject } from '../../../../shared/search/plans/subject.ts';
import { readLimit, readObjective } from '../../../../shared/search/plans/limits.ts';
import { layAll } from '../../../../shared/search/plans/lay.ts';
import { openMix, type MixAnswer, type RackBounds } from '../../../../shared/search/plans/mix.ts';
import { setByPath } from '../../../../shared/project/path.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';
import type { Result } from '../../../../shared/units/result.ts';
import { subjectOf } from './support.ts';

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const subject = subjectOf('four-tiers');
const plan = must(planOf(subject));
const objective = must(readObjective(plan, 'npvUsd'));

const mixOf = (
  bounds: Readonly<Record<string, RackBounds>>, limits: readonly string[] = [], of: Subject = subject,
): MixAnswer => runThrough(must(openMix(of, { objective, bounds: new Map(Object.entries(bounds)),
  limits: limits.map((text) => must(readLimit(plan, text))) })).steps());

const npvOf = (racks: readonly number[], groups: MixAnswer['groups']): number | null => {
  const laid = must(layAll(subject, subject.document, groups.map(({ path }, at) =>
    ({ path, value: racks[at] ?? null }))));
  return must(subject.planner.evaluate(laid, 'base')).figures['headline.npvUsd']?.value ?? null;
};

/** Numbers from 0 to 1, the same every time. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

const bounds = { free: { least: 40, most: null }, premium: { least: 1, most: 200 } };

describe('the mix of tiers under the power of a site', () => {
  it('is evaluated by the engine, and beats the even split and every random mix', () => {
    const { best, asIs, groups, gap } = mixOf({});
    expect(best?.objective).toBe(npvOf(best?.racks ?? [], groups));
    expect(Number(best?.objective)).toBeGreaterThan(Number(asIs?.objective));
    expect(gap).toBeLessThan(0.02);
    const total = asIs?.racks.reduce((sum, count) => sum + count, 0) ?? Number.NaN;
    const draw = numbers();
    for (let mix = 0; mix < inject('randomPairs'); mix++) {
      const shares = groups.map(() => -Math.log(draw.next().value));
      const sum = shares.reduce((all, share) => all + share, 0);
      const racks = shares.map((share) => Math.max(1, Math.floor((share / sum) * total)));
      expect(npvOf(racks, groups) ?? -Infinity).toBeLessThanOrEqual(Number(best?.objective));
    }
  });

  it('keeps the ends of each group, and is no worse once the one that binds is gone', () => {
    const { best, binding, groups } = mixOf(bounds);
    const [free, , , premium] = best?.racks ?? [];
    expect([free, premium]).toEqual([40, 200]);
    expect(binding.map(({ path }) => path)).toEqual(['site.utilityMw', 'rackGroup.premium.racks']);
    const wider = mixOf({ ...bounds, premium: { least: 1, most: 201 } });
    const gained = Number(wider.best?.objective) - Number(best?.objective);
    expect(gained).toBeGreaterThan(0);
    expect(binding[1]?.perUnit).toBeCloseTo(gained, 0);
    expect(groups).toHaveLength(4);
  });

  it('prices a megawatt by the difference it makes', () => {
    const [site] = mixOf({}).binding;
    const larger = must(setByPath(subject.document, 'base', 'site.utilityMw', 105));
    const more = mixOf({}, [], { ...subject, document: larger });
    const gained = Number(more.best?.objective) - Number(mixOf({}).best?.objective);
    expect(Number(site?.perUnit) / (gained / 5)).toBeCloseTo(1, 2);
  });

  it('stays within a figure’s limit, prices it, and says when nothing is', () => {
    const free = mixOf({});
    const capped = mixOf({}, ['capexUsd<=2.5e9']);
    expect(Number(capped.best?.objective)).toBeLessThanOrEqual(Number(free.best?.objective));
    expect(mixOf({}, ['capexUsd<=1']).best).toBeNull();
  });

  it('refuses a group that is not there', () => {
    expect(openMix(subject, { objective, limits: [], bounds: new Map([['gold', { least: 1, most: 2 }]]) }))
      .toMatchObject({ ok: false, error: { problem: { code: 'no-record' } } });
  });
});

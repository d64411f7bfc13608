import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { releaseBody } from '../../../shared/plan/entries/catalog-release.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { checkRecord } from '../../../shared/project/validate.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { valueRoadmap } from '../../../shared/search/release-value.ts';

const planner = createPlanner(builtInCatalog);
const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);
const present = { accelerators: ['gb300'], models: ['deepseek-r1', 'gpt-oss-120b'] };

const lay = (
  document: typeof factory, path: string, value: number | boolean,
): typeof factory => {
  const set = setByPath(document, 'base', path, value);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  return set.value;
};
const planOf = (document: typeof factory): Plan => {
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};
const npv = (document: typeof factory): number =>
  planOf(document).figures['headline.npvUsd']?.value ?? Number.NaN;

describe('worth of a roadmap', () => {
  it('adds up, release by release, to the plan with all of them less the plan with none', () => {
    const release = fc.record({
      month: fc.integer({ min: 1, max: 66 }),
      throughput: fc.double({ min: 0.5, max: 3, noNaN: true }),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(fc.property(release, release, (a, b) => {
      const document =
        ([['dwdp', a], ['next-round', b]] as const).reduce((doc, [key, values]) =>
          Object.entries(values)
            .reduce((d, [field, value]) => lay(d, `release.${key}.${field}`, value), doc),
            factory);
      const value = valueRoadmap(planner, document, 'base');
      const difference = npv(lay(document, 'release.inUse', true))
        - npv(lay(document, 'release.inUse', false));
      const sum = value?.releases.reduce(
        (total, each) => total + (each.npvUsd ?? Number.NaN), 0,
      ) ?? Number.NaN;
      expect(Math.abs(sum - difference)).toBeLessThanOrEqual(1e-9 * Math.abs(npv(document)));
    }), { numRuns: 8, seed: 3 });
  });

  it('says the same whether the releases are switched on or off', () => {
    const off = valueRoadmap(planner, factory, 'base');
    const on = valueRoadmap(planner, lay(factory, 'release.inUse', true), 'base');
    expect(on?.releases.map(({ npvUsd }) => npvUsd))
      .toEqual(off?.releases.map(({ npvUsd }) => npvUsd));
  });

  it('changes nothing but what follows from the releases: racks, power, network and investment stay', () => {
    const [off, on] = [
      false, true,
    ].map((inUse) => planToJson(planOf(lay(factory, 'release.inUse', inUse)), 1, null));
    expect(on?.facility).toEqual(off?.facility);
    expect(on?.network).toEqual(off?.network);
    expect(on?.groups).toEqual(off?.groups);
    expect(on?.headline.capexUsd).toBe(off?.headline.capexUsd);
    expect(on?.headline.npvUsd).not.toBe(off?.headline.npvUsd);
    expect(on?.inputs.filter((input, at) => input.value !== off?.inputs[at]?.value)
      .map(({ path }) => path))
      .toEqual(['release.dwdp.inUse', 'release.next-round.inUse']);
  });

  it('is nothing for a release outside its band of speeds', () => {
    const outside = lay(lay(factory, 'release.dwdp.leastSpeed', 1000),
      'release.dwdp.mostSpeed', 1500);
    expect(valueRoadmap(planner, outside, 'base')?.releases[0])
      .toMatchObject({ key: 'dwdp', reaches: false, npvUsd: 0 });
  });
});

describe('a catalogue release on a roadmap', () => {
  it.each(
    Object.keys(builtInCatalog.releases),
  )('%s keeps its gain, scope and source within the fields’ ranges', (id) => {
    const release = builtInCatalog.releases[id];
    if (release === undefined) throw new Error(id);
    const body = releaseBody(release, present);
    expect(checkRecord({
      id: 'x', kind: 'release', scenarioId: 'base', key: 'x', position: 1, body,
    }))
      .toEqual([]);
    expect(body.values)
      .toMatchObject({ inUse: false, throughput: release.throughputMultiplier.value });
    expect(String(body.values['source']))
      .toContain(release.throughputMultiplier.source.slice(0, 40));
  });
});

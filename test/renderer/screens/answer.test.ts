import { describe, expect, it } from 'vitest';
import { layOutBars } from '../../../renderer/screens/answer/bar-layout.ts';
import {
  leversInSteps, mattersOf, rangesInSteps, rankInSteps, type Ranking,
} from '../../../renderer/state/answer.ts';
import { statedError } from '../../../shared/report/ranking.ts';
import { planOf } from '../../../renderer/state/plan.ts';
import { describeDecision } from '../../../renderer/text/answer.ts';
import { warningGroups } from '../../../shared/report/warning-groups.ts';
import { decisionsOf } from '../../../shared/search/decisions.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const document = documentOf(findTemplate('b200-1mw')?.records ?? []);
const plan = planOf(document, 'base');
if (!plan.ok) throw new Error(JSON.stringify(plan.error));

/** Everything steps say on their way, the last of it what they find. */
function stepsOf<T>(steps: Generator<T, T>): readonly T[] {
  const said: T[] = [];
  for (;;) {
    const step = steps.next();
    said.push(step.value);
    if (step.done === true) return said;
  }
}

function endOf<T>(steps: Generator<T, T>): T {
  const last = stepsOf(steps).at(-1);
  if (last === undefined) throw new Error('no step');
  return last;
}

const rankedIn = (project: typeof document): Ranking['ranked'] =>
  endOf(rankInSteps(project, 'base')).ranked;

describe('the ranking of scenarios', () => {
  const ranked = rankedIn(document);

  it('comes a plan at a time, the one on show first, and names what is still to come', () => {
    const said = stepsOf(rankInSteps({ ...document }, 'vendor'));
    // Three plans for each of three scenarios.
    expect(said.length).toBeGreaterThanOrEqual(9);
    expect(said[0]).toEqual({ ranked: [], pending: [
      expect.objectContaining({ id: 'vendor' }), expect.objectContaining({ id: 'base' }),
      expect.objectContaining({ id: 'cautious' })] });
    const first = said.find((each) => each.ranked.length === 1);
    expect(first?.ranked.map(({ id }) => id)).toEqual(['vendor']);
    expect(first?.pending.map(({ id }) => id)).toEqual(['base', 'cautious']);
    expect(said.at(-1)?.pending).toEqual([]);
  });

  it('puts what is worth most first, with a range on both sides of each', () => {
    expect(ranked.map(({ id }) => id)).toEqual(['vendor', 'base', 'cautious']);
    for (const { npvUsd, costPerMTokUsd } of ranked) {
      expect(npvUsd?.low).toBeLessThan(npvUsd?.value ?? Number.NaN);
      expect(npvUsd?.high).toBeGreaterThan(npvUsd?.value ?? Number.NaN);
      expect(costPerMTokUsd?.low).toBeLessThan(costPerMTokUsd?.value ?? Number.NaN);
    }
  });

  it('ranges as far as the error the throughput model states', () => {
    const most = Math.max(...plan.value.stages.groups.map(({ point }) =>
      point?.expectedErrorPct ?? 0));
    expect(statedError(plan.value)).toBeCloseTo(most / 100, 12);
  });

  it('keeps scenarios without money, last', () => {
    const broken = setByPath(document, 'vendor', 'rackGroup.racks', 900);
    if (!broken.ok) throw new Error(JSON.stringify(broken.error));
    const [last] = rankedIn(broken.value).slice(-1);
    expect([last?.id, last?.npvUsd]).toEqual(['vendor', null]);
    expect(last?.why).toMatch(/\w/);
  });
});

describe('bars', () => {
  it('stand on one axis with nought and every range in it', () => {
    const [gain, loss, none] = layOutBars([{ value: 6, low: 2, high: 10 },
      { value: -5, low: -10, high: 0 }, null]);
    // the axis runs from -10 to 10: nought lies in the middle
    expect(gain).toEqual({ from: 50, to: 80, low: 60, high: 100, zero: 50, gains: true });
    expect(loss).toEqual({ from: 25, to: 50, low: 0, high: 50, zero: 50, gains: false });
    expect(none).toBeNull();
  });
});

describe('what changes the answer', () => {
  it('names three levers, the strongest first', () => {
    const npv = plan.value.figures['headline.npvUsd']?.value ?? Number.NaN;
    const moves = endOf(leversInSteps(document, 'base', plan.value))
      .map(({ npvUsd }) => Math.abs((npvUsd ?? Number.NaN) - npv));
    expect(moves).toHaveLength(3);
    expect(moves).toEqual(moves.toSorted((a, b) => b - a));
  });

  it('names at most three things to look at, broken limits first', () => {
    const broken = setByPath(document, 'base', 'rackGroup.racks', 900);
    const worse = broken.ok ? planOf(broken.value, 'base') : plan;
    if (!worse.ok) throw new Error(JSON.stringify(worse.error));
    const { shown, smaller } = mattersOf(worse.value);
    expect(shown).toHaveLength(3);
    expect(shown[0]).toMatchObject({ limit: { broken: true } });
    expect(smaller).toBe(worse.value.limits.length + warningGroups(worse.value).length - 3);
  });

  it('puts causes that touch the money before limits that merely bind', () => {
    const given = setByPath(document, 'base', 'traffic.chat.outputUsdPerMtok', 0);
    const worse = given.ok ? planOf(given.value, 'base') : plan;
    if (!worse.ok) throw new Error(JSON.stringify(worse.error));
    const { shown } = mattersOf(worse.value);
    const [first] = warningGroups(worse.value);
    expect(first?.weight).toBe('money');
    expect(shown[0]).toEqual({ group: first });
  });

  it('says a decision as a sentence with its gain', () => {
    const said = (path: string) => decisionsOf(plan.value.inputs)
      .filter(({ move }) => move.path === path)
      .map((decision) => describeDecision(decision, 5e6,
        (value, unit) => formatQuantity(value, unit)));
    expect(said('cooling.rejection')).toEqual(['Heat rejection “Cooling tower with trim chiller” '
      + 'instead of “Air-cooled chiller with economiser” would make the plan worth $5.00 M more; look at the water it takes.']);
    expect(said('power.powerCap')).toEqual(
      ['A power cap of 90.0 % instead of 100.0 % would make the plan worth $5.00 M more, '
        + 'if the racks hold that cap.']);
  });
});

describe('ranges of one figure', () => {
  it('come a plan at a time and are those of the ranking', () => {
    const said = stepsOf(rangesInSteps(document, ['base', 'vendor'], 'npvUsd'));
    expect(said.length).toBeGreaterThanOrEqual(7);
    expect(said[0]?.size).toBe(0);
    const ranked = rankedIn(document);
    for (const id of ['base', 'vendor'])
      expect(said.at(-1)?.get(`npvUsd ${id}`))
        .toEqual(ranked.find((each) => each.id === id)?.npvUsd);
    expect(endOf(rangesInSteps(document, ['lost'], 'npvUsd')).get('npvUsd lost')).toBeNull();
  });
});

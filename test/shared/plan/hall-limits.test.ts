import { describe, expect, it } from 'vitest';
import { mostPlaces } from '../../../shared/plan/site/fit-site.ts';
import { planOf } from './support.ts';

const factory = 'gb300-100mw';
const racksOf = (plan: ReturnType<typeof planOf>, key: string): number =>
  plan.stages.facility.fit.racks.get(key) ?? Number.NaN;

describe.each([
  { 'hall.halls': 1 }, { 'hall.halls': 1, 'hall.powerMw': 20 },
  { 'hall.halls': 1, 'hall.liquidMw': 12 },
])('the automatic count of racks under %o', (limits) => {
  const automatic = planOf(factory, limits);
  const [reasoning, chat] = [racksOf(automatic, 'reasoning'), racksOf(automatic, 'chat')];
  const byHand = (more: number, others: number) => planOf(factory, { ...limits,
    'rackGroup.reasoning.racks': reasoning + more, 'rackGroup.chat.racks': chat + others })
    .limits.filter(({ broken }) => broken);

  it('is the largest that fits by hand', () => {
    expect(byHand(0, 0)).toEqual([]);
    expect(byHand(1, 0)).not.toEqual([]);
    expect(byHand(0, 1)).not.toEqual([]);
  });
});

describe('places that are enough', () => {
  it('are found wherever they end', () => {
    for (const most of [3, 4, 9, 10, 57, 100]) for (const guess of [2, 5, 56, 57, 58, 99])
      expect(mostPlaces(3, guess, 100, (places) => places <= most)).toBe(most);
  });

  it('are asked for a few times only', () => {
    let asked = 0;
    mostPlaces(341, 395, 525, (places) => {
      asked += 1;
      return places <= 396;
    });
    expect(asked).toBeLessThan(5);
  });
});

import { describe, expect, it } from 'vitest';
import { findFix } from '../../../../shared/facility/halls/placement-fix.ts';
import { layOutHall, usualPlan, type Hall,
  type HallLimits } from '../../../../shared/facility/halls/hall.ts';
import { placeRacks } from '../../../../shared/facility/halls/placement.ts';
import type {
  ManualMove, RackSpec,
} from '../../../../shared/facility/halls/placement-types.ts';
import { fitRacks, type RackRequest } from '../../../../shared/facility/halls/racks.ts';
import { usualDesigns } from '../../../../shared/facility/site/compare-designs.ts';

const open: HallLimits = { powerKw: null, liquidKw: null, airKw: null, floorKgPerM2: null,
  rackHeightU: null, rackKw: null };
const rack: RackSpec = { key: 'main', kind: 'compute', racks: 4, kw: 100, liquidFraction: 0.8,
  weightKg: 720, heightU: 48 };

/** Two rows of three places, each on two busways of 200 kW. */
const hall = (limits: Partial<HallLimits> = {}, feedKw = 200): Hall => ({
  id: 'H1', pitchM: 0.6, rackAreaM2: 0.72, limits: { ...open, ...limits },
  rows: ['R1', 'R2'].map((id, i) => ({ id, positions: 3, feeds: [`${id}-A`, `${id}-B`],
    yM: i * 3 })),
  feeds: ['R1-A', 'R1-B', 'R2-A', 'R2-B'].map((id) => ({ id, limitKw: feedKw })),
});
const place = (one: Hall, specs: readonly RackSpec[] = [rack],
  moves: readonly ManualMove[] = []) => {
  const found = placeRacks([one], specs, moves);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

describe('racks in rows', () => {
  it('stand where their busways carry them with one lost: two of 100 kW a row', () => {
    const { placed, unplaced, feeds, halls } = place(hall());
    expect(placed.map(({ rack: name, row, position }) => `${name} ${row} ${position}`))
      .toEqual(['main-001 R1 1', 'main-002 R1 2', 'main-003 R2 1', 'main-004 R2 2']);
    expect(unplaced).toEqual([]);
    expect(feeds).toEqual(['R1-A', 'R1-B', 'R2-A',
      'R2-B'].map((feed) => ({ hall: 'H1', feed, normalKw: 100, worstKw: 200, limitKw: 200 })));
    expect(halls).toEqual([{ hall: 'H1', racks: 4, positions: 6, powerKw: 400, liquidKw: 320,
      airKw: expect.closeTo(80, 9) as number }]);
  });

  it('that find none name the busway nearest to carrying them, and what it would carry', () => {
    const { unplaced, limits } = place(hall(), [{ ...rack, racks: 5 }]);
    expect(unplaced).toEqual([{ key: 'main', racks: 1 }]);
    expect(limits)
      .toMatchObject([{ code: 'feed', where: 'rackGroup.main', limit: 200, value: 300,
        unit: 'kW', broken: true }]);
    expect(limits[0]?.nearestFix)
      .toBe('Remove 1 rack, or raise the feed rating of hall H1 to 300 kW.');
  });

  it('compare busways by what each has left', () => {
    // One rack of 50 kW stands in the second row: 150 kW are left there, 200 in the first.
    const uneven = hall({ rackKw: null }, 200);
    const small = { ...rack, key: 'small', racks: 1, kw: 50 };
    const move = { rack: 'small-001', hall: 'H1', row: 'R2', position: 1 };
    const { limits } = place(uneven, [small, { ...rack, kw: 250, racks: 1 }], [move]);
    expect(limits[0]).toMatchObject({ code: 'feed', limit: 200, value: 250 });
  });

  it('take the first free place beside those moved by hand', () => {
    const moves = [{ rack: 'main-004', hall: 'H1', row: 'R1', position: 1 }];
    const { placed } = place(hall(), [rack], moves);
    expect(placed.map(({ rack: name, row, position, byHand }) =>
      `${name} ${row} ${position} ${byHand}`)).toEqual([
      'main-004 R1 1 true', 'main-001 R1 2 false', 'main-002 R2 1 false',
      'main-003 R2 2 false']);
  });

  it('moved to nowhere, twice or onto another are placed by themselves, with the reason', () => {
    const to = (name: string, row: string, position: number): ManualMove =>
      ({ rack: name, hall: 'H1', row, position });
    const moves = [to('main-001', 'R1', 1), to('main-001', 'R1', 2), to('main-002', 'R1', 1),
      to('main-003', 'R1', 0),
      to('main-003', 'R1', 4), to('main-003', 'R9', 1), to('main-009', 'R1', 2)];
    expect(place(hall(), [rack], moves).moveProblems.map(({ code }) =>
      code)).toEqual(['moved-twice', 'place-taken',
      'no-such-place', 'no-such-place', 'no-such-place', 'no-such-rack']);
  });

  it('exactly at a limit fit, and a kilogram over do not', () => {
    const floor = (limit: number) => place(hall({ floorKgPerM2: limit })).unplaced;
    expect([floor(1000), floor(999)]).toEqual([[], [{ key: 'main', racks: 4 }]]);
    const at = (limits: Partial<HallLimits>) => place(hall(limits)).placed.length;
    expect([at({ powerKw: 400 }), at({ powerKw: 399 }), at({ liquidKw: 320 }),
      at({ liquidKw: 319 }), at({ airKw: 80 }),
      at({ airKw: 79 }), at({ rackHeightU: 48 }), at({ rackHeightU: 47 }),
      at({ rackKw: 100 }), at({ rackKw: 99 }),
      at({ rackKg: 720 }), at({ rackKg: 719 })]).toEqual([4, 3, 4, 3, 4, 3, 4, 0, 4, 0, 4, 0]);
  });

  it('are refused with a power, a share or a number that cannot be', () => {
    const odd: readonly Partial<RackSpec>[] = [{ kw: 0 }, { kw: Infinity },
      { liquidFraction: 1.05 },
      { liquidFraction: -0.1 }, { racks: 1.5 }, { racks: -1 }];
    for (const over of odd)
      expect(() => place(hall(), [{ ...rack, ...over }])).toThrow(RangeError);
    expect(place(hall(), [{ ...rack, liquidFraction: 1, racks: 0 }]).placed).toEqual([]);
  });

  it('moved over a limit stay, and the limit is named', () => {
    const moves = [1, 2, 3].map((n) => ({ rack: `main-00${n}`, hall: 'H1', row: 'R1',
      position: n }));
    const { limits } = place(hall({ powerKw: 250 }), [{ ...rack, racks: 3 }], moves);
    expect(limits.map(({ code, limit, value }) => [code, limit, value])).toEqual([
      ['over-power', 250, 300], ['over-feed', 200, 300], ['over-feed', 200, 300]]);
  });

  it('need as few changes as help', () => {
    const tight = hall({ powerKw: 300, liquidKw: 240 });
    expect(findFix([tight], [rack], [], [{ key: 'main', racks: 1 }]))
      .toBe(
        'Remove 1 rack, or raise the power of hall H1 to 400 kW and raise the liquid cooling of hall H1 to 320 kW.',
      );
  });
});

describe('a hall', () => {
  it('has rows in pairs about hot aisles, as many as fit between the margins', () => {
    const plan = { ...usualPlan, id: 'H1', lengthM: 12, widthM: 9, pitchM: 0.6, depthM: 1.2,
      coldAisleM: 1.8, hotAisleM: 1.2,
      marginM: 1.2, feedKw: 500, limits: open };
    const found = layOutHall(plan);
    // 12 m less two margins are 16 places of 0.6 m.
    expect(found.ok && found.value.rows.map(({ positions }) => positions)).toEqual([16, 16]);
    expect(found.ok && found.value.rackAreaM2).toBeCloseTo(0.72, 12);
    expect(found.ok && found.value.feeds.map(({ limitKw }) => limitKw)).toEqual([500, 500, 500,
      500]);
  });
});

describe('racks under a budget', () => {
  const request = (over: Partial<RackRequest>): RackRequest =>
    ({ key: 'a', rackKw: 100, racks: null, weight: 1,
    startMonth: 1, retireMonth: null, freesPower: false, ...over });

  it('share what those of a stated number leave, by weight', () => {
    const { racks, binding, peakKw } = fitRacks([request({ key: 'fixed', racks: 2 }),
      request({ key: 'a', weight: 3 }), request({ key: 'b' })], 1050);
    expect([...racks]).toEqual([['fixed', 2], ['a', 6], ['b', 2]]);
    // b has a quarter of 850 kW: 212.5, a third rack would take 87.5 more.
    expect(binding.get('b')).toEqual({ limit: 'power', shortBy: 87.5 });
    expect(peakKw).toBe(1000);
  });

  it('are bound by the limit that lets in fewest', () => {
    const limits = { liquidKw: 400, airKw: 500, positions: 7, rackKw: 150, floorKgPerM2: 900 };
    const one = (over: Partial<RackRequest>) =>
      fitRacks([request({ liquidFraction: 0.8, ...over })], 1000, limits);
    expect(one({}).binding.get('a')).toEqual({ limit: 'liquid', shortBy: 80 });
    expect(one({ liquidFraction: 0 }).binding.get('a')).toEqual({ limit: 'air', shortBy: 100 });
    expect(one({ liquidFraction: 0.4, positions: 2 }).racks.get('a')).toBe(3);
    expect(one({ rackKw: 151 }).binding.get('a')).toEqual({ limit: 'rack-power', shortBy: 1 });
    expect(one({ floorKgPerM2: 950 }).binding.get('a')).toEqual({ limit: 'floor-load',
      shortBy: 50 });
    expect([one({ rackKw: 150 }).racks.get('a'),
      one({ floorKgPerM2: 900 }).racks.get('a')]).toEqual([3, 5]);
    expect(one({}).headroom).toEqual([{ limit: 'power', given: 1000, used: 500 },
      { limit: 'liquid', given: 400, used: 400 },
      { limit: 'air', given: 500, used: expect.closeTo(100, 9) as number },
      { limit: 'positions',
        given: 7, used: 5 }]);
  });

  it('stand on the power of those that retired, and the busiest month counts', () => {
    const { racks, peakMonth, peakKw } = fitRacks([request({ key: 'old', racks: 6,
      retireMonth: 12 }),
      request({ key: 'stays', racks: 1, startMonth: 6 }), request({ key: 'new', startMonth: 13,
        freesPower: true })], 1000);
    expect([...racks]).toEqual([['old', 6], ['stays', 1], ['new', 9]]);
    expect([peakMonth, peakKw]).toEqual([13, 1000]);
    const touching = fitRacks([request({ key: 'old', racks: 6, retireMonth: 13 }),
      request({ key: 'new', startMonth: 13, freesPower: true })], 1000);
    expect(touching.racks.get('new')).toBe(4);
  });
});

describe('designs that are compared', () => {
  it('are cooled by air as a whole, or as the racks are', () => {
    expect(usualDesigns.map(({ id, cooling: { rejection, terminal }, liquidFraction }) =>
      [id, rejection, terminal, liquidFraction])).toEqual([
      ['air-side', 'air', 'direct-to-chip', 0], ['water-side', 'tower', 'direct-to-chip', 0],
      ['chilled', 'chiller', 'direct-to-chip', 0], ['rear-door', 'dry', 'rear-door', 0],
      ['liquid-dry', 'dry', 'direct-to-chip', undefined], ['liquid-tower', 'tower',
        'direct-to-chip', undefined],
      ['immersion', 'dry', 'immersion', undefined]]);
  });
});

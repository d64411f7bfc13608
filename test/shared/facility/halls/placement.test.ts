import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layOutHall, usualPlan, type Hall, type HallLimits,
} from '../../../../shared/facility/halls/hall.ts';
import { placeRacks } from '../../../../shared/facility/halls/placement.ts';
import type {
  ManualMove, Placement, RackSpec,
} from '../../../../shared/facility/halls/placement-types.ts';

const open: HallLimits = {
  powerKw: null, liquidKw: null, airKw: null, floorKgPerM2: null, rackHeightU: null,
  rackKw: null,
};
const rack: RackSpec = {
  key: 'main', kind: 'compute', racks: 8, kw: 132, liquidFraction: 0.87, weightKg: 1360,
  heightU: 48,
};

function hall(
  limits: Partial<HallLimits> = {}, { rows = 4, positions = 10, feedKw = 2000 } = {},
): Hall {
  const ids = Array.from({ length: rows }, (_, i) => `R${i + 1}`);
  return {
    id: 'h1', pitchM: 0.6, rackAreaM2: 0.72, limits: { ...open, ...limits },
    rows: ids.map(
      (row, i) => ({ id: row, positions, feeds: [`${row}-A`, `${row}-B`], yM: i * 3 }),
    ),
    feeds: ids.flatMap(
      (row) => [{ id: `${row}-A`, limitKw: feedKw }, { id: `${row}-B`, limitKw: feedKw }],
    ),
  };
}

function place(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[] = [],
): Placement {
  const result = placeRacks(halls, specs, moves);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('halls', () => {
  const plan = { id: 'h', lengthM: 26.4, widthM: 20, ...usualPlan, feedKw: 800, limits: open };

  it('lays rows over hot and cold aisles: 20 m wide takes six rows of 40', () => {
    // 1.8 + 1.2 row + 1.2 hot + 1.2 row + 1.8 cold: the third pair ends at 18 m, 1.8 m is left.
    const result = layOutHall(plan);
    expect(result.ok && result.value.rows.map((r) => r.positions))
      .toEqual([40, 40, 40, 40, 40, 40]);
    expect(result.ok && result.value.feeds).toHaveLength(12);
  });

  it.each([[{ lengthM: 2.9 }, 'length', 3], [{ widthM: 4 }, 'width', 4.8]] as const)(
    'names the side that is too small: %j', (small, side, needM) => {
      const result = layOutHall({ ...plan, ...small });
      expect(result).toMatchObject({ ok: false, error: { code: 'hall-too-small', side } });
      expect(!result.ok && result.error.needM).toBeCloseTo(needM, 9);
    });

  it('refuses feeds that do not exist, ids used twice and both feeds on one busway', () => {
    const sound = hall();
    const codes = (h: Hall): readonly string[] => {
      const result = placeRacks([h], [rack], []);
      return result.ok ? [] : result.error.problems.map((p) => p.code);
    };
    expect(codes({ ...sound, feeds: sound.feeds.slice(1) })).toEqual(['unknown-feed']);
    expect(codes({ ...sound, rows: sound.rows.map((r) => ({ ...r, id: 'R1' })) }))
      .toEqual(['repeated-id']);
    const [first] = sound.rows;
    const twice = first && codes({ ...sound, rows: [{ ...first, feeds: ['R1-A', 'R1-A'] }] });
    expect(twice).toEqual(['same-feed-twice']);
  });
});

describe('placement', () => {
  it('fills row by row and keeps what was moved by hand', () => {
    const move = { rack: 'main-003', hall: 'h1', row: 'R4', position: 10 };
    const { placed, limits } = place([hall()], [rack], [move]);
    expect(placed).toHaveLength(8);
    expect(placed.find((p) => p.rack === 'main-003'))
      .toEqual({ ...move, key: 'main', byHand: true });
    expect(placed.filter((p) => p.row === 'R1')).toHaveLength(7);
    expect(limits).toEqual([]);
  });

  it.each([
    ['power', 'powerKw', 1000, 1056], ['liquid', 'liquidKw', 900, 918.72],
    ['air', 'airKw', 120, 137.28], ['floor-load', 'floorKgPerM2', 1500, 1360 / 0.72],
    ['rack-height', 'rackHeightU', 42, 48], ['rack-power', 'rackKw', 100, 132],
  ] as const)('names %s as the limit, by how much, and a change that fits', (
    code, key, limit, value,
  ) => {
    const { unplaced, limits: [found] } = place([hall({ [key]: limit })], [rack]);
    expect(unplaced.length).toBe(1);
    expect(found).toMatchObject({ code, where: 'rackGroup.main', limit, broken: true });
    expect(found?.value).toBeCloseTo(value, 6);
    expect(found?.nearestFix).toMatch(/^Remove \d+ racks?, or raise the .* of hall h1 to /u);
    const [, digits = ''] = /to ([\d,.]*\d)/u.exec(found?.nearestFix ?? '') ?? [];
    const raised = Number(digits.replaceAll(',', ''));
    expect(place([hall({ [key]: raised })], [rack]).unplaced).toEqual([]);
  });

  it('adds positions when only they are short', () => {
    const { limits: [found] } = place([hall({}, { rows: 1, positions: 5 })], [rack]);
    expect(found).toMatchObject({ code: 'positions', limit: 5, value: 8, unit: 'count' });
    expect(found?.nearestFix).toBe('Remove 3 racks, or add 3 positions.');
  });

  it('carries every feed with its partner lost: 6 racks of 132 kW on busways of 800 kW', () => {
    const { placed, feeds } = place([hall({}, { feedKw: 800 })], [rack]);
    expect(placed.filter((p) => p.row === 'R1')).toHaveLength(6);
    expect(feeds[0]).toMatchObject({ feed: 'R1-A', normalKw: 396, worstKw: 792 });
  });

  it('names two limits when raising one is not enough', () => {
    const { limits: [found] } = place([hall({ powerKw: 1000, liquidKw: 900 })], [rack]);
    expect(found?.nearestFix)
      .toContain('power of hall h1 to 1,056 kW and raise the liquid cooling of hall');
  });

  it('keeps a move over a limit and says so: an over-budget feed, cured by moving the rack away', () => {
    const moves =
      [1, 2, 3].map((n) => ({ rack: `main-00${n}`, hall: 'h1', row: 'R2', position: n }));
    const tight = hall({}, { feedKw: 300 });
    const caused = place([tight], [{ ...rack, racks: 3 }], moves);
    expect(caused.limits.map((l) => [l.code, l.where])).toEqual([
      ['over-feed', 'hall.h1.feed.R2-A'], ['over-feed', 'hall.h1.feed.R2-B'],
    ]);
    expect(place([tight], [{ ...rack, racks: 3 }], moves.slice(0, 2)).limits).toEqual([]);
  });

  it.each([
    [{ rack: 'main-099', hall: 'h1', row: 'R1', position: 1 }, 'no-such-rack'],
    [{ rack: 'main-001', hall: 'h1', row: 'R1', position: 11 }, 'no-such-place'],
    [{ rack: 'main-001', hall: 'h9', row: 'R1', position: 1 }, 'no-such-place'],
  ])('refuses the move %j as %s and places the rack all the same', (move, code) => {
    const { placed, moveProblems } = place([hall()], [rack], [move]);
    expect(moveProblems.map((p) => p.code)).toEqual([code]);
    expect(placed).toHaveLength(8);
  });

  it('says which racks could not be checked for weight or height', () => {
    const { unchecked } = place([hall()], [{ ...rack, weightKg: null, heightU: null }]);
    expect(unchecked)
      .toEqual([{ key: 'main', what: 'weight' }, { key: 'main', what: 'height' }]);
  });
});

describe('any placement', () => {
  const anySpec = fc.record({
    racks: fc.integer({ min: 0, max: 60 }), kw: fc.integer({ min: 5, max: 250 }),
    liquidFraction: fc.double({ min: 0, max: 1, noNaN: true }),
    weightKg: fc.integer({ min: 200, max: 2000 }),
    heightU: fc.integer({ min: 20, max: 52 }),
  });
  const anyLimits = fc.record({
    powerKw: fc.integer({ min: 100, max: 5000 }), liquidKw: fc.integer({ min: 0, max: 4000 }),
    airKw: fc.integer({ min: 0, max: 3000 }), floorKgPerM2: fc.integer({ min: 500, max: 3000 }),
    rackHeightU: fc.constantFrom(42, 48, 52), rackKw: fc.integer({ min: 50, max: 300 }),
  });

  it('never exceeds a limit, never uses a place twice, and accounts for every rack', () => {
    fc.assert(fc.property(fc.array(anySpec, { maxLength: 3 }), anyLimits, fc.integer({
      min: 100, max: 1500,
    }),
      (drawn, limits, feedKw) => {
        const specs = drawn.map((s, i): RackSpec => ({ ...s, key: `g${i}`, kind: 'compute' }));
        const result = place([hall(limits, { feedKw })], specs);
        const [use] = result.halls;
        expect(use?.powerKw).toBeLessThanOrEqual(limits.powerKw + 1e-6);
        expect(use?.liquidKw).toBeLessThanOrEqual(limits.liquidKw + 1e-6);
        expect(use?.airKw).toBeLessThanOrEqual(limits.airKw + 1e-6);
        for (const feed of result.feeds)
          expect(feed.worstKw).toBeLessThanOrEqual(feedKw + 1e-6);
        const places = result.placed.map((p) => `${p.row}.${p.position}`);
        expect(new Set(places).size).toBe(places.length);
        const left = result.unplaced.reduce((sum, u) => sum + u.racks, 0);
        expect(places.length + left).toBe(specs.reduce((sum, s) => sum + s.racks, 0));
        expect(result.limits.length).toBe(result.unplaced.length);
      }));
  });

  it('places no fewer of equal racks when a limit is raised', () => {
    const keys =
      ['powerKw', 'liquidKw', 'airKw', 'floorKgPerM2', 'rackHeightU', 'rackKw'] as const;
    fc.assert(fc.property(anySpec, anyLimits, fc.constantFrom(...keys),
      (drawn, limits, key) => {
        const spec: RackSpec = { ...drawn, key: 'g', kind: 'compute' };
        const tight = place([hall(limits)], [spec]).placed.length;
        const loose =
          place([hall({ ...limits, [key]: limits[key] * 1.5 })], [spec]).placed.length;
        expect(loose).toBeGreaterThanOrEqual(tight);
      }));
  });
});
